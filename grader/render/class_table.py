"""The students of a class page: a few rows as HTML, all of them as compact data for its script.

Ten thousand rows of HTML take a phone seconds to open; as data they take a tenth, and the script
draws a page of them at a time. Without a script the first rows are there, and a link to the CSV.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from grader.model.report import Status
from grader.render.html_page import json_for_script
from grader.render.summary import AssignmentScore, Pupil
from grader.render.typeset import one_line
from grader.render.views import number

PAGE = 50
"""Rows that are HTML from the start; the script's pages have as many."""

CODES = {Status.GRADED: 0, Status.NEEDS_REVIEW: 1, Status.REJECTED: 2}


@dataclass(frozen=True, slots=True)
class ScoreCell:
    """One score as the table shows it; `href` is ready to stand in the page."""

    score: float
    max_score: float
    href: str
    status: Status


@dataclass(frozen=True, slots=True)
class StudentRow:
    """One student's row. `total` is None where there is nothing to add up."""

    student: str
    name: str
    cells: tuple[tuple[ScoreCell, ...], ...]
    total: float | None


@dataclass(frozen=True, slots=True)
class StudentTable:
    """`lines` are the first ones; `data` is all of them, as JSON for a script element."""

    students: int
    lines: tuple[StudentRow, ...]
    data: Markup


def link(href: str) -> str:
    """A relative address as a link, never another scheme; empty stays empty."""
    return "./" + quote(href.replace("\\", "/"), safe="/", errors="replace") if href else ""


def table(
    pupils: Mapping[str, Pupil],
    names: Sequence[str],
    mistakes: Mapping[tuple[str, str, str], int],
) -> StudentTable:
    """Students by id, over the assignments `names`; `mistakes` are those that can be asked for,
    each with its number on the page."""
    students = sorted(pupils)
    most = [_usual_maximum(pupils, name) for name in names]
    rows = [_row(student, pupils[student], names, most, mistakes) for student in students]
    data = {
        "names": [one_line(name) for name in names],
        "most": [number(m) for m in most],
        "rows": rows,
    }
    return StudentTable(
        students=len(students),
        lines=tuple(_line(s, pupils[s], names) for s in students[:PAGE]),
        data=json_for_script(data),
    )


def _usual_maximum(pupils: Mapping[str, Pupil], name: str) -> float:
    """Full marks of an assignment: the most that anybody could get."""
    return max((c.max_score for p in pupils.values() for c in p.cells.get(name, ())), default=0)


def _line(student: str, pupil: Pupil, names: Sequence[str]) -> StudentRow:
    cells = tuple(
        tuple(
            ScoreCell(cell.score, cell.max_score, link(cell.href), cell.status)
            for cell in _sorted(pupil.cells.get(name, ()))
        )
        for name in names
    )
    best = [max(c.score for c in cell) for cell in cells if cell]
    name = one_line(pupil.name)
    total = sum(best) if best else None
    return StudentRow(one_line(student), "" if name == student else name, cells, total)


def _sorted(cells: Sequence[AssignmentScore]) -> list[AssignmentScore]:
    return sorted(cells, key=lambda c: (c.href, c.score, c.status))


def _row(
    student: str,
    pupil: Pupil,
    names: Sequence[str],
    most: Sequence[float],
    mistakes: Mapping[tuple[str, str, str], int],
) -> list[Any]:
    """[id, name, folder of reports (1: the id, 0: none), a cell an assignment, mistakes].

    A cell is null, a score, [score, maximum, status, link], or a list of such lists.
    """
    shown, name = one_line(student), one_line(pupil.name)
    folder = _folder(pupil)
    cells: list[Any] = []
    for at, assignment in enumerate(names):
        found = _sorted(pupil.cells.get(assignment, ()))
        usual = f"reports/{folder}/{assignment}.html" if len(found) == 1 else ""
        packed = [_packed(cell, most[at], usual) for cell in found]
        cells.append(packed[0] if len(packed) == 1 else packed or None)
    numbers = sorted(mistakes[key] for key in pupil.mistakes if key in mistakes)
    place: str | int = 0 if folder is None else 1 if folder == shown else folder
    return [shown, "" if name == shown else name, place, cells, numbers]


def _folder(pupil: Pupil) -> str | None:
    """The folder that all reports of a student lie in, where a script can tell each one's name
    from it: `reports/<folder>/<assignment>.html`."""
    for assignment, cells in pupil.cells.items():
        for cell in cells:
            parts = cell.href.split("/")
            usual = len(parts) == 3 and [parts[0], parts[2]] == ["reports", f"{assignment}.html"]
            if usual and cell.href == one_line(cell.href):
                return parts[1]
    return None


def _packed(cell: AssignmentScore, most: float, usual: str) -> Any:
    """A score alone where all else is as usual, else [score, maximum, status, link]."""
    if usual and (cell.status, cell.max_score, cell.href) == (Status.GRADED, most, usual):
        return number(cell.score)
    score, maximum = number(cell.score), number(cell.max_score)
    return [score, maximum, CODES[cell.status], link(cell.href)]
