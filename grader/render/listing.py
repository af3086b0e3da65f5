"""The student's code on the page: numbered lines, the failing ones marked, remarks above them."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from markupsafe import Markup, escape

from grader.language.text import Text
from grader.model.submission import CodeCell
from grader.render import code_lines
from grader.render.html_page import both
from grader.render.typeset import clean

MAX_LINES = 4_000
"""Lines of one cell that are listed."""


@dataclass(frozen=True, slots=True)
class MarkedFunction:
    """A function below full points: where it stands, its card, and why."""

    cell: int
    first: int
    last: int
    anchor: str
    name: str
    reason: Text


@dataclass(frozen=True, slots=True)
class Listing:
    """One cell as HTML; `left_off` lines are not in it."""

    label: str
    anchor: str
    html: Markup
    left_off: int


def listing(
    cell: CodeCell,
    index: int,
    prefix: str,
    marks: Sequence[MarkedFunction],
    failing: AbstractSet[tuple[int | None, int]],
) -> Listing:
    """The cell of this index. `failing` are (cell, line) at which a check failed."""
    rendered = code_lines.lines(cell.source)
    total = len(rendered)
    hit: set[int] = set()
    remarks: dict[int, str] = {}
    for mark in marks:
        if mark.cell == index:
            hit.update(range(mark.first, min(mark.last, total) + 1))
            if mark.first <= mark.last:
                remarks[mark.first] = remarks.get(mark.first, "") + _remark(mark)
    anchor = f"{prefix}c{index}"
    at = {line for where, line in failing if where == index}
    html = []
    for number, line in enumerate(rendered[:MAX_LINES], 1):
        if number in remarks:
            html.append(remarks[number])
        css = ("l hit" if number in hit else "l") + (" at" if number in at else "")
        html.append(
            f'<span class="{css}" id="{anchor}-{number}"><a href="#{anchor}-{number}" '
            f'tabindex="-1" aria-hidden="true">{number}</a>{line}\n</span>'
        )
    safe = Markup("".join(html))  # noqa: S704 - made of escaped parts
    return Listing(cell.label, anchor, safe, max(0, total - MAX_LINES))


def _remark(mark: MarkedFunction) -> str:
    return (
        f'<span class="remark"><a href="#{mark.anchor}"><span aria-hidden="true">↑ </span>'
        f"{escape(clean(mark.name))}</a>　{both(mark.reason)}</span>"
    )
