"""An assignment's cells into the gradebook, where nbgrader has not recorded them yet."""

from __future__ import annotations

import contextlib
import logging
import tempfile
from collections.abc import Iterator
from typing import Any

from grader.bridges.nbgrader.cell_ids import check_id
from grader.bridges.nbgrader.configured import Configured
from grader.bridges.nbgrader.gradebook_cells import Cells
from grader.bridges.nbgrader.gradebook_writer import Book
from grader.language.text import tr
from grader.model.errors import GradeError


class UnrecordedError(GradeError):
    """The gradebook has no cells of ours for an assignment, and there is no source to take."""


def recorded(place: Configured, book: Book, assignment: str) -> tuple[Cells, bool]:
    """The assignment's cells; and whether they had to be recorded just now, from `source/`.

    A gradebook that was deleted, or an assignment made in Formgrader and never generated, has none.
    What is released is left as it is.

    Raises:
        UnrecordedError: there is no such assignment in the gradebook, nor in `source/`.
        GradebookError: the gradebook cannot be read or written.
    """
    cells = book.cells(assignment)
    if cells is not None and _ours(cells):
        return cells, False
    why = ""
    if any(place.place("source", ".", assignment).glob("*.ipynb")):
        why = _generate(place, assignment)
        cells = book.cells(assignment)
        if cells is not None and _ours(cells):
            return cells, True
    raise UnrecordedError(
        tr(
            "The gradebook has no cells of {assignment}{why}. First run `grade nbgrader init` and "
            "`nbgrader generate_assignment {assignment}`, then grade again.",
            assignment=assignment,
            why=tr(" ({why})", why=why) if why else "",
        )
    )


def _ours(cells: Cells) -> bool:
    return any(name.startswith(check_id("")) for name in cells.points)


def _generate(place: Configured, assignment: str) -> str:
    """`nbgrader generate_assignment`, without touching `release/`. Returns what went wrong."""
    from nbgrader.converters import GenerateAssignment
    from nbgrader.converters.base import NbGraderException

    coursedir: Any = place.coursedir
    with (
        tempfile.TemporaryDirectory() as folder,
        _set(coursedir, assignment_id=assignment, release_directory=folder),
        _quiet(coursedir.parent.log),
    ):
        try:
            GenerateAssignment(coursedir=coursedir, parent=coursedir.parent).start()
        except (NbGraderException, RuntimeError, OSError, ValueError) as error:
            return " ".join(str(error).split())[:200]
    return ""


@contextlib.contextmanager
def _set(thing: Any, **values: object) -> Iterator[None]:
    before = {name: getattr(thing, name) for name in values}
    for name, value in values.items():
        setattr(thing, name, value)
    try:
        yield
    finally:
        for name, value in before.items():
            setattr(thing, name, value)


@contextlib.contextmanager
def _quiet(log: logging.Logger) -> Iterator[None]:
    before = log.level
    log.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        log.setLevel(before)
