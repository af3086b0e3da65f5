"""What a kernel has run: the cells that make up its state, as the engine is to see them.

A kernel's state is made by what was run in it, in that order; an older version of a cell is no
part of it once a newer one defines the same names. Where all of it also stands in the saved
notebook, the notebook's order counts, as it will when the work is graded.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grader.intake.student_file import MAX_NOTEBOOK, notebook_cells, only_checks
from grader.language.text import Text, tr
from grader.model.errors import SubmissionError
from grader.model.submission import CodeCell

_BINDS = re.compile(r"^(?:(?:async\s+)?(?P<kind>def|class)\s+)?(?P<name>[^\W\d]\w*)\s*[(:=]", re.M)
_IMPORTS = re.compile(r"^\s*(?:import|from)\s", re.M)

UNSAVED = tr(
    "This checks what you have run in this notebook. The saved file differs: save it before you "
    "hand it in."
)
UNKNOWN_FILE = tr("This checks what you have run in this notebook; save it before you hand it in.")


@dataclass(frozen=True, slots=True)
class Execution:
    """One execution: its number, as in `In [n]`, the text, and the cell's id where it is known."""

    number: int
    source: str
    cell: str | None = None


@dataclass(frozen=True, slots=True)
class Work:
    """What is to be checked, and what the student should know of it."""

    cells: tuple[CodeCell, ...]
    path: str
    remarks: tuple[Text, ...] = ()
    notes: tuple[Text, ...] = ()


class CellIds:
    """Which cell each execution came from, for as long as this listens to a shell."""

    def __init__(self) -> None:
        self._ids: dict[int, str] = {}
        self._shell: Any = None

    def listen(self, shell: Any) -> None:
        """Begin; once is enough for a shell."""
        if shell is self._shell or not hasattr(shell, "events"):
            return
        self._shell = shell
        shell.events.register("pre_run_cell", self._before)

    def _before(self, info: Any) -> None:
        found = getattr(info, "cell_id", None)
        if isinstance(found, str) and getattr(info, "store_history", True):
            self._ids[int(self._shell.execution_count)] = found

    def __getitem__(self, number: int) -> str | None:
        return self._ids.get(number)


def history(shell: Any, ids: CellIds) -> list[Execution]:
    """Everything that ran in a shell, oldest first, but cells that only check."""
    manager = getattr(shell, "history_manager", None)
    texts: Sequence[Any] = getattr(manager, "input_hist_raw", None) or [""]
    return [
        Execution(number, text, ids[number])
        for number, text in enumerate(texts)
        if number and isinstance(text, str) and text.strip() and not only_checks(text)
    ]


def current(ran: Sequence[Execution]) -> list[Execution]:
    """Those of `ran` that were not replaced since: by the same cell, the same text, or others
    that define every name again."""
    kept: list[Execution] = []
    cells: set[str] = set()
    texts: set[str] = set()
    bound: set[str] = set()
    for one in reversed(ran):
        text = _tidy(one.source)
        names, defines = _bound(one.source)
        again = text in texts or (one.cell is not None and one.cell in cells)
        if again or (defines and names <= bound):
            continue
        kept.append(one)
        texts.add(text)
        bound |= names
        if one.cell is not None:
            cells.add(one.cell)
    return kept[::-1]


def defines(cells: Sequence[CodeCell], function: str) -> bool:
    """Is `function` written in one of them, at the outermost level?"""
    wanted = re.compile(rf"^(?:(?:async\s+)?def\s+)?{re.escape(function)}\s*[(=:]", re.M)
    return any(wanted.search(cell.source) for cell in cells)


def work(shell: Any, ids: CellIds, assignment: str, folder: Path) -> Work:
    """What a shell has run as work on `assignment`, told apart from what is saved in `folder`."""
    ran = current(history(shell, ids))
    path, sure = notebook_file(shell, assignment, folder)
    saved = _saved(path) if path is not None else None
    name = path.name if path is not None else f"{assignment}.ipynb"
    remarks: tuple[Text, ...] = ()
    made = [one for one in ran if _makes(one.source) or _tidy(one.source) in (saved or ())]
    if saved is not None and all(_tidy(one.source) in saved for one in made):
        ran = sorted(made, key=lambda one: saved[_tidy(one.source)])
    elif saved is not None and sure:
        remarks = (UNSAVED,)
    else:
        remarks = (UNKNOWN_FILE,)
    cells = tuple(CodeCell(f"In [{one.number}]", one.source) for one in ran)
    return Work(cells, name, remarks)


def notebook_file(shell: Any, assignment: str, folder: Path) -> tuple[Path | None, bool]:
    """The notebook that a kernel belongs to, and whether the front end said so; else the file
    that bears the assignment's name."""
    names: Mapping[str, Any] = getattr(shell, "user_ns", None) or {}
    for said in (os.environ.get("JPY_SESSION_NAME"), names.get("__vsc_ipynb_file__")):
        if isinstance(said, str) and said.endswith(".ipynb") and (folder / said).is_file():
            return folder / said, True
    usual = folder / f"{assignment}.ipynb"
    return (usual, False) if usual.is_file() else (None, False)


def _saved(path: Path) -> dict[str, int] | None:
    """The code cells of a file and where each stands; None where it cannot be read."""
    try:
        if path.stat().st_size > MAX_NOTEBOOK:
            return None
        cells, _ = notebook_cells(path.read_bytes(), path)
    except (OSError, SubmissionError):
        return None
    return {_tidy(cell.source): place for place, cell in enumerate(cells)}


def _bound(source: str) -> tuple[set[str], bool]:
    """The names a cell binds at its outermost level, and whether one is a function or class."""
    found = list(_BINDS.finditer(source))
    names = {m["name"] for m in found if m["kind"] or m[0].rstrip().endswith("=")}
    return names, any(m["kind"] for m in found)


def _makes(source: str) -> bool:
    """Does a cell leave anything behind, or does it only look?"""
    return bool(_bound(source)[0]) or _IMPORTS.search(source) is not None


def _tidy(source: str) -> str:
    return "\n".join(line.rstrip() for line in source.strip().splitlines())
