"""A release is tried before it is given away: the reference passes on recorded answers alone."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

from grader.course.load import load_course, source_of
from grader.course.percent import stub
from grader.engine.pytest_run import grade_all
from grader.language.text import tr
from grader.model.assignment import Assignment
from grader.model.errors import CourseError
from grader.model.report import CheckResult, Verdict
from grader.model.submission import Cell, Submission
from grader.sandbox.cage import Cage

MOVED = """

def _moved(value):
    if isinstance(value, (tuple, list)):
        return type(value)(_moved(part) for part in value)
    if isinstance(value, (float, np.floating)) and value != int(value):
        return value * (1 + 1e-14)
    if isinstance(value, np.ndarray) and value.dtype.kind == "f":
        return np.where(value == np.round(value), value, value * (1 + 1e-14))
    return value


def _moving(function):
    return lambda *args, **kwargs: _moved(function(*args, **kwargs))


"""
"""What makes the reference's values differ in their last digits, as another right answer's do."""


def prove(assignment: Assignment, files: Mapping[str, bytes], cage: Cage) -> None:
    """Grade the reference, the stub, and the reference with other last digits, from `files`, a
    bundle of this one assignment.

    Raises:
        CourseError: the reference does not pass there, or a check is broken.
    """
    source, label = source_of(assignment), f"{assignment.name}.py"
    moved = "".join(f"{f.name} = _moving({f.name})\n" for f in assignment.functions)
    texts = (source, stub(source), f"{source}\nimport numpy as np\n{MOVED}{moved}")
    work = [Submission(assignment.name, (Cell(label, text),), label) for text in texts]
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name, content in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        reports = grade_all(load_course(root), work, cage=cage, assignments=[assignment.name])
    for check in reports[0].checks:
        if not check.passed:
            raise _fails(assignment, check)
    for report in reports[1:]:
        for check in report.checks:
            if check.status is Verdict.BROKEN:
                raise _fails(assignment, check)


def _fails(assignment: Assignment, check: CheckResult) -> CourseError:
    said = " ".join([check.message["en"], *(note["en"] for note in check.notes)])
    return CourseError(
        tr(
            "{name}: {id} does not run on recorded answers alone ({said}). A public check cannot "
            "ask `reference` about values that the student gave; and a generator that it calls "
            "itself has to stand in checks.py.",
            name=assignment.name,
            id=check.id,
            said=said,
        )
    )
