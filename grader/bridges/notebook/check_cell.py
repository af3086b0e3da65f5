"""`check("assignment.function")`: what the engine says of the work in this notebook."""

from __future__ import annotations

import contextlib
import io
import os
import sys
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from typing import Any

from grader.bridges.notebook.engine_client import FunctionResult, ask
from grader.bridges.notebook.executed_cells import CellIds, Work, defines, work
from grader.bridges.notebook.notebook_place import (
    AUTOGRADE,
    VALIDATE,
    course_for,
    execution,
    own_folder,
    resolve,
    submitted,
)
from grader.course.spoken import language_for
from grader.language.command_words import VARIABLE
from grader.language.text import LANGUAGES, Text, tr
from grader.model.assignment import Course
from grader.model.errors import GradeError, SandboxError

_ids = CellIds()

NOT_RUN = tr("The cell that defines {name} has not been run yet: run it first, then this one.")
NO_NOTEBOOK = tr("check belongs in a notebook; in a terminal, run: grade {target}")
NOTHING = tr("There is no file in the folder that could be graded.")
NOT_GRADED = tr(
    "The grader itself failed here: this is not graded, and your instructor has to look at it."
)


class CheckFailed(Exception):
    """How nbgrader is told that a check did not pass: what is shown is the report, no traceback."""

    def _render_traceback_(self) -> list[str]:
        return str(self).rstrip().split("\n")


@dataclass(frozen=True, slots=True, repr=False)
class Checked:
    """What a check cell shows: HTML where a front end can, else text; for nbgrader the points."""

    text: str
    html: str
    points: float | None = None
    max_points: float | None = None
    passed: bool = False
    number: bool = False

    def __repr__(self) -> str:
        return points_text(self.points) if self.number else self.text

    def _repr_html_(self) -> str:
        return self.html


def points_text(points: float | None) -> str:
    """Points as nbgrader reads them from a cell's output."""
    return repr(round(float(points or 0.0), 6))


def check(target: str) -> Checked | None:
    """Check one function of this notebook with the course's own checks.

    `target` is `assignment.function`, or the function's name where that is enough. What was run in
    this kernel counts; while nbgrader validates or grades, the file in the folder does.
    """
    doing = execution()
    if not doing:
        try:
            return _interactive(target)
        except GradeError as error:
            return _said(error.text, _language(None))
    with _silent():
        if doing != VALIDATE:
            return _graded(target)
        _validated(target)
    return None


def _interactive(target: str) -> Checked:
    folder = Path.cwd()
    shell = _shell()
    course = course_for(folder)
    lang = _language(course)
    assignment, function = resolve(target, course)
    if shell is None:
        return _said(NO_NOTEBOOK.format(target=f"{assignment}.{function}"), lang)
    _ids.listen(shell)
    found = work(shell, _ids, assignment, folder)
    if not defines(found.cells, function):
        return _said(NOT_RUN.format(name=function), lang)
    return _checked(_result(course, assignment, function, found, lang))


def _validated(target: str) -> None:
    """nbgrader takes silence for full marks, which here means: all that students may know of
    passed. What did not is raised."""
    folder = Path.cwd()
    try:
        course = course_for(folder)
        assignment, function = resolve(target, course)
        lang = _language(course)
        found = submitted(course, assignment, folder, "-")
        if found is None:
            raise CheckFailed(NOTHING[lang])
        result = _result(course, assignment, function, found, lang)
    except GradeError as error:
        raise CheckFailed(error.text[_language(None)]) from None
    if result.broken:
        raise CheckFailed(NOT_GRADED[lang])
    if not result.passed:
        raise CheckFailed(result.text)


def _graded(target: str) -> Checked:
    """The points, as a number that nbgrader reads. What could not be graded is raised."""
    folder = own_folder(Path.cwd())
    try:
        course = course_for(folder)
        assignment, function = resolve(target, course)
        lang = _language(course)
        found = submitted(course, assignment, folder, folder.parent.name)
        if found is None:
            raise CheckFailed(NOTHING[lang])
        result = _result(course, assignment, function, found, lang, isolated=True)
    except GradeError as error:
        raise CheckFailed(error.text[_language(None)]) from None
    if result.broken:
        raise CheckFailed(NOT_GRADED[lang])
    return _checked(result, number=execution() == AUTOGRADE)


def _result(
    course: Course, assignment: str, function: str, found: Work, lang: str, isolated: bool = False
) -> FunctionResult:
    answer = ask(
        course.root,
        assignment,
        found.cells,
        found.path,
        notes=found.notes,
        remarks=found.remarks,
        lang=lang,
        isolated=isolated,
    )
    if function not in answer.functions:
        raise SandboxError(tr("{function} has no checks.", function=function))
    result = answer.functions[function]
    return result if answer.settled else replace(result, broken=True)


def _checked(result: FunctionResult, number: bool = False) -> Checked:
    shown = result.text, result.html
    return Checked(*shown, result.points, result.max_points, result.passed, number)


def _said(text: Text, lang: str) -> Checked:
    return Checked(text[lang], _paragraph(text[lang], lang))


def _paragraph(text: str, lang: str) -> str:
    return f'<p class="dlgrade" lang="{lang}">{escape(text)}</p>'


def _language(course: Course | None) -> str:
    return language_for(course) if course else os.environ.get(VARIABLE) or LANGUAGES[0]


def _shell() -> Any:
    """The IPython shell of this process, if there is one."""
    module = sys.modules.get("IPython")
    return module.get_ipython() if module is not None else None


@contextlib.contextmanager
def _silent() -> Iterator[None]:
    """nbgrader gives no points to a cell with anything on its stderr."""
    with warnings.catch_warnings(), contextlib.redirect_stderr(io.StringIO()):
        warnings.simplefilter("ignore")
        yield
