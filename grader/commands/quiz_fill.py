"""`grade quiz fill FILE`: a graded quiz's answers, typed in the terminal beside its page."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from grader.commands.output import save
from grader.errors import EXIT_PASSED, UsageError
from grader.model import Text
from grader.quiz.entries import attempt_from_json, attempt_to_json
from grader.quiz.reading import read_grid
from grader.quiz.records import Entry
from grader.render.terminal import write

_HELP = Text(
    "題目在網頁上；這裡一行填一小題，幾格就用空白或逗號分開。直接按 Enter 保留原來的，q 結束。",
    "The questions are on the page; here a line fills a part, its cells apart by spaces or commas. "
    "Enter keeps what is there, q ends.",
)
_CELLS = Text("{part}（{count} 格）", "{part} ({count} cells)")
_DUE = Text("要 {count} 格，讀到 {found} 格。", "{count} cells are due; {found} were read.")
_SAVED = Text("已存進 {file}。{blank} 小題空白。", "Saved to {file}. {blank} parts are blank.")


def fill(file: Path, lang: str) -> int:
    """Ask for every part of the answers file and write it again. Returns the exit code.

    Raises:
        SubmissionError: it is no answers file.
        UsageError: it cannot be read or written.
    """
    try:
        attempt = attempt_from_json(file.read_bytes())
    except OSError as error:
        why = error.strerror or str(error)
        raise UsageError(zh=f"讀不了 {file}：{why}。", en=f"Cannot read {file}: {why}.") from error
    write(sys.stdout, _HELP[lang] + "\n")
    entries = dict(attempt.entries)
    lines = _lines()
    try:
        for part, entry in attempt.entries.items():
            filled = _ask(part, entry, lines, lang)
            if filled is None:
                break
            entries[part] = filled
    finally:  # what was typed before Ctrl-C is kept
        save(file, attempt_to_json(replace(attempt, entries=entries)))
    blank = sum(not any(_cells(entry)) for entry in entries.values())
    write(sys.stdout, "\n" + _SAVED.format(file=file, blank=blank)[lang] + "\n")
    return EXIT_PASSED


def _lines() -> Iterator[str]:
    while line := sys.stdin.readline():
        yield line.rstrip("\r\n")


def _ask(part: str, entry: Entry, lines: Iterator[str], lang: str) -> Entry | None:
    """The part's new entry; None at the end."""
    cells = _cells(entry)
    named = part if len(cells) == 1 else _CELLS.format(part=part, count=len(cells))[lang]
    while True:
        there = " ".join(cell or "_" for cell in cells) if any(cells) else ""
        write(sys.stdout, f"{named}{f' [{there}]' if there else ''} > ")
        sys.stdout.flush()
        line = next(lines, None)
        if line is None or line.strip() == "q":
            return None
        if not line.strip():
            return entry
        if len(cells) == 1:
            return _like(entry, [line.strip()])
        typed = [cell.raw for cell in read_grid(line).cells]
        if len(typed) == len(cells):
            return _like(entry, typed)
        write(sys.stdout, _DUE.format(count=len(cells), found=len(typed))[lang] + "\n")


def _cells(entry: Entry) -> list[str]:
    if isinstance(entry, str):
        return [entry]
    return [cell for row in entry for cell in ([row] if isinstance(row, str) else row)]


def _like(entry: Entry, cells: list[str]) -> Entry:
    """These cells in the form of `entry`."""
    if isinstance(entry, str):
        return cells[0]
    left = iter(cells)
    rows = [next(left) if isinstance(row, str) else tuple(next(left) for _ in row) for row in entry]
    return tuple(rows)  # type: ignore[return-value]
