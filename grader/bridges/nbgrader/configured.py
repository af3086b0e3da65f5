"""A course directory as nbgrader itself is configured there: places, gradebook, late penalties."""

from __future__ import annotations

import contextlib
import glob
import logging
import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from grader.language.text import tr
from grader.model.errors import GradeError, UsageError

if TYPE_CHECKING:
    from nbgrader.coursedir import CourseDirectory

CONFIG = "nbgrader_config.py"
DATABASE = "gradebook.db"
Penalty = Callable[[str, float, float], float | None]
"""The configured plugin: student, score, seconds late to penalty; None is no penalty."""


@dataclass(frozen=True, slots=True)
class Configured:
    """What nbgrader's own configuration says of a course directory.

    `not_overwritten` are an assignment's files of which the student's own is kept; `mode` the
    permissions of files in `autograded/`; `excluded` the students left out.
    """

    root: Path
    course_id: str
    db_url: str
    coursedir: CourseDirectory
    penalty: Penalty
    create_students: bool
    not_overwritten: Mapping[str, Sequence[str]]
    mode: int
    excluded: frozenset[str]

    @property
    def results(self) -> Path:
        """Where the engine keeps its results: beside `source/`, never handed out."""
        return self.root / ".dlgrade-results"

    def place(self, step: str, student: str, assignment: str) -> Path:
        """The folder of a step: 'submitted', 'autograded', 'feedback', 'source', 'release'."""
        named = str(getattr(self.coursedir, f"{step}_directory"))
        return Path(self.coursedir.format_path(named, student, assignment))

    def submitted(self, assignment: str) -> dict[str, Path]:
        """The students with a folder for an assignment, by id, and that folder."""
        step = self.coursedir.submitted_directory
        root = str(self.coursedir.root)
        anyone = self.coursedir.format_path(step, "*", glob.escape(assignment))
        if anyone.startswith(root):
            anyone = glob.escape(root) + anyone[len(root) :]
        pattern = self.coursedir.format_path(
            step, "(?P<student_id>.*)", re.escape(assignment), escape=True
        )
        found = {}
        for path in glob.glob(anyone):
            match = re.fullmatch(pattern, path)
            if match and os.path.isdir(path) and match["student_id"] not in self.excluded:
                found[match["student_id"]] = Path(path)
        return dict(sorted(found.items()))


def timestamp(folder: Path) -> datetime | None:
    """When nbgrader collected this (UTC, naive); None where it does not say.

    Raises:
        ValueError: there is a timestamp.txt, and it is not a time.
    """
    from nbgrader.utils import parse_utc

    try:
        text = (folder / "timestamp.txt").read_bytes().decode("utf-8-sig", "replace").strip()
    except OSError:
        return None
    try:
        found: datetime | None = parse_utc(text) if text else None
    except OverflowError as error:
        raise ValueError(text) from error
    return found


def configured(folder: Path) -> Configured:
    """The course directory `folder`, with its `nbgrader_config.py` read as nbgrader reads it.

    Raises:
        UsageError: it is no nbgrader course directory, or nbgrader is not installed.
        GradeError: its configuration cannot be read.
    """
    if not (folder / CONFIG).is_file() and not (folder / DATABASE).is_file():
        raise UsageError(
            tr(
                "{folder} is not an nbgrader course directory (it has no {config}). Run inside "
                "one, or name it with --course-dir; `grade nbgrader init` makes one.",
                folder=folder,
                config=CONFIG,
            )
        )
    try:
        from nbgrader.apps.autogradeapp import AutogradeApp
        from nbgrader.converters import Autograde
        from nbgrader.preprocessors import AssignLatePenalties
    except ImportError as error:
        raise UsageError(
            tr("nbgrader is not installed here: pip install 'dlgrade[nbgrader]'.")
        ) from error
    try:
        with _inside(folder):
            app: Any = AutogradeApp(raise_config_file_errors=True, log_level=logging.CRITICAL)
            app.initialize([])
            app.log_level = logging.CRITICAL
            root = Path(app.coursedir.root)
            converter: Any = Autograde(coursedir=app.coursedir, parent=app)
            late: Any = AssignLatePenalties(parent=converter)
            late.init_plugin()
            coursedir = app.coursedir
            return Configured(
                root=root,
                course_id=str(coursedir.course_id),
                db_url=str(coursedir.db_url),
                coursedir=coursedir,
                penalty=late.plugin_inst.late_submission_penalty,
                create_students=bool(converter.create_student),
                not_overwritten=dict(converter.exclude_overwriting),
                mode=int(str(converter.permissions), 8),
                excluded=frozenset(filter(None, str(coursedir.student_id_exclude).split(","))),
            )
    except (Exception, SystemExit) as error:
        why = " ".join(f"{type(error).__name__}: {error}".split())
        raise GradeError(
            tr(
                "The nbgrader configuration of {folder} cannot be read ({why}); mend {config}, "
                "then run this again.",
                folder=folder,
                why=why,
                config=CONFIG,
            )
        ) from error


@contextlib.contextmanager
def _inside(folder: Path) -> Iterator[None]:
    """Within the course directory, as nbgrader's commands are run; its plugins are found there."""
    before, path = os.getcwd(), list(sys.path)
    os.chdir(folder)
    sys.path.insert(0, str(folder.resolve()))
    try:
        yield
    finally:
        os.chdir(before)
        sys.path[:] = path
