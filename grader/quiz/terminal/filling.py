"""A graded quiz's answers typed line by line: in the terminal, or in a notebook."""

from __future__ import annotations

from collections.abc import Callable

from grader.language.text import tr
from grader.quiz.marking.typed_numbers import read_grid
from grader.quiz.question.records import Entry

CELLS = tr("{part} ({count} cells)")
DUE = tr("{count} cells are due; {found} were read.")


def ask_part(
    part: str,
    entry: Entry,
    ask: Callable[[str], str | None],
    say: Callable[[str], None],
    lang: str,
) -> Entry | None:
    """The part's new entry; None at the end. `ask(prompt)` gives a line, None where there is no
    more; an empty line keeps what is there, `q` ends."""
    cells = cells_of(entry)
    named = part if len(cells) == 1 else CELLS.format(part=part, count=len(cells))[lang]
    while True:
        there = " ".join(cell or "_" for cell in cells) if any(cells) else ""
        line = ask(f"{named}{f' [{there}]' if there else ''} > ")
        if line is None or line.strip() == "q":
            return None
        if not line.strip():
            return entry
        if len(cells) == 1:
            return _like(entry, [line.strip()])
        typed = [cell.raw for cell in read_grid(line).cells]
        if len(typed) == len(cells):
            return _like(entry, typed)
        say(DUE.format(count=len(cells), found=len(typed))[lang])


def cells_of(entry: Entry) -> list[str]:
    if isinstance(entry, str):
        return [entry]
    return [cell for row in entry for cell in ([row] if isinstance(row, str) else row)]


def is_blank(entry: Entry) -> bool:
    return not any(cell.strip() for cell in cells_of(entry))


def _like(entry: Entry, cells: list[str]) -> Entry:
    """These cells in the form of `entry`."""
    if isinstance(entry, str):
        return cells[0]
    left = iter(cells)
    rows = [next(left) if isinstance(row, str) else tuple(next(left) for _ in row) for row in entry]
    return tuple(rows)  # type: ignore[return-value]
