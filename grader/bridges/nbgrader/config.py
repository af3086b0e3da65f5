"""Our part of `nbgrader_config.py`: one marked block, everything around it the instructor's."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from grader.language.text import tr
from grader.model.errors import UsageError

NAME = "nbgrader_config.py"
BEGIN = "# >>> dlgrade: written by `grade nbgrader init`; put your own settings outside >>>"
END = "# <<< dlgrade <<<"

_BLOCK = """\
{begin}
import os

c = get_config()  # noqa: F821

# The course whose checks grade: the check cells never use what lies beside a submission.
os.environ["DLGRADE_COURSE"] = os.path.abspath(
    os.path.join(os.path.dirname(os.path.abspath(__file__)), {course!r})
)
c.CourseDirectory.course_id = {course_id!r}

# What a solution is replaced by: the same line as in the .py beside the notebook.
c.ClearSolutions.code_stub = {{"python": "raise NotImplementedError"}}

# The student's own .py is kept: it may be what is graded.
c.Autograde.exclude_overwriting = {{
{kept}}}

# `nbgrader autograde` has our check cells graded by the engine, in its sandbox: no cell of a
# student is run in a kernel. Graded cells of your own are run as nbgrader always does.
c.Autograde.sanitize_preprocessors = [
    "nbgrader.preprocessors.ClearOutput",
    "grader.bridges.nbgrader.preprocessors.RestoreCells",
    "nbgrader.preprocessors.OverwriteKernelspec",
    "nbgrader.preprocessors.OverwriteCells",
    "nbgrader.preprocessors.CheckCellMetadata",
]
c.Autograde.autograde_preprocessors = [
    "grader.bridges.nbgrader.preprocessors.GradeCells",
    "nbgrader.preprocessors.IgnorePattern",
    "nbconvert.preprocessors.ClearMetadataPreprocessor",
    "nbgrader.preprocessors.LimitOutput",
    "grader.bridges.nbgrader.preprocessors.SaveGrades",
    "nbgrader.preprocessors.AssignLatePenalties",
    "nbgrader.preprocessors.CheckCellMetadata",
]

# A submission without the notebook (a .py only, or renamed) is given the one handed out, for
# nbgrader passes over a student who has none.
c.ExchangeFactory.collect = "grader.bridges.nbgrader.collect_missing.Collect"
{end}
"""


def block(folder: Path, course: Path, course_id: str, assignments: Sequence[str]) -> str:
    """The marked block for a course directory `folder`."""
    kept = "".join(f"    {name!r}: [{name + '.py'!r}],\n" for name in assignments)
    return _BLOCK.format(
        begin=BEGIN, end=END, course=relative(course, folder), course_id=course_id, kept=kept
    )


def relative(course: Path, folder: Path) -> str:
    """Where the course lies, seen from `folder`: both may then move together. Absolute where
    there is no way from one to the other."""
    try:
        return os.path.relpath(course.resolve(), folder.resolve()).replace(os.sep, "/")
    except ValueError:  # another drive
        return str(course.resolve())


def with_block(text: str, made: str) -> str:
    """An `nbgrader_config.py` with our block as `made`; all else is kept to the byte.

    Raises:
        UsageError: the marks of an earlier block do not pair up.
    """
    lines = text.splitlines(keepends=True)
    begins = [i for i, line in enumerate(lines) if line.rstrip() == BEGIN]
    ends = [i for i, line in enumerate(lines) if line.rstrip() == END]
    if not begins and not ends:
        gap = "" if not text else "\n" if text.endswith("\n") else "\n\n"
        return text + gap + made
    if len(begins) != 1 or len(ends) != 1 or ends[0] < begins[0]:
        raise UsageError(
            tr(
                "The dlgrade marks in {name} (>>> dlgrade … <<< dlgrade) do not pair up; delete "
                "that part, then run this again.",
                name=NAME,
            )
        )
    return "".join((*lines[: begins[0]], made, *lines[ends[0] + 1 :]))
