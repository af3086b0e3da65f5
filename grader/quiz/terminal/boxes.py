"""Boxes of text that stand beside each other, as formulas and matrices do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from grader.render.typeset import pad, width


@dataclass(frozen=True, slots=True)
class Box:
    """Text of one or several lines, as wide as each other; `base` is the line that others line
    up with."""

    rows: tuple[str, ...]
    base: int = 0

    @property
    def tall(self) -> bool:
        return len(self.rows) > 1

    @property
    def columns(self) -> int:
        return width(self.rows[0])


EMPTY = Box(("",))
_PRETTY = {"[": "⎡⎢⎣", "]": "⎤⎥⎦", "(": "⎛⎜⎝", ")": "⎞⎟⎠", "{": "⎧⎨⎩"}


def beside(*boxes: Box) -> Box:
    """The boxes from left to right, their base lines in one line."""
    above = max((b.base for b in boxes), default=0)
    below = max((len(b.rows) - b.base for b in boxes), default=1)
    rows = [""] * (above + below)
    for box in boxes:
        first = above - box.base
        for i in range(len(rows)):
            inside = first <= i < first + len(box.rows)
            rows[i] += box.rows[i - first] if inside else " " * box.columns
    return Box(tuple(rows), above)


def fence(sign: str, box: Box, pretty: bool) -> Box:
    """A bracket as tall as `box`."""
    n = len(box.rows)
    if n == 1 or sign not in _PRETTY:
        return Box((sign,))
    if not pretty:
        return Box((sign,) * n, box.base)
    top, middle, bottom = tuple(_PRETTY[sign])
    side = "⎪" if sign == "{" else middle
    rows = [top, *[side] * (n - 2), bottom]
    if sign == "{" and n > 2:
        rows[n // 2] = middle
    return Box(tuple(rows), box.base)


def blank(box: Box) -> bool:
    return not box.tall and box.rows[0] == " "


def stripped(items: Sequence[Box]) -> list[Box]:
    """Without blanks at either end."""
    full = [i for i, item in enumerate(items) if item.tall or item.rows[0].strip()]
    return list(items[full[0] : full[-1] + 1]) if full else []


def grid(cells: Sequence[Sequence[str]], *, right: bool) -> Box:
    count = max((len(row) for row in cells), default=0)
    full = [[*row, *[""] * (count - len(row))] for row in cells] or [[""]]
    widths = [max(width(row[c]) for row in full) for c in range(len(full[0]))]
    rows = ("  ".join(pad(x, w, right) for x, w in zip(r, widths, strict=True)) for r in full)
    return Box(tuple(rows), (len(full) - 1) // 2)
