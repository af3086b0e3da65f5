"""A report cut into what the HTML page shows: a card a function, a listing a file or cell."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from grader.model import CheckResult, Report, Status, Text, Verdict
from grader.render import code, words
from grader.render.typeset import clean
from grader.render.views import (
    FunctionView,
    first_failing,
    function_views,
    next_step,
    notices,
    public,
    reason,
)

MAX_LINES = 4_000
"""Lines of one cell that are listed."""

_TOKENS = re.compile(r"[^\s\[\](),]+")


@dataclass(frozen=True, slots=True)
class Failure:
    """A check that failed, as the page shows it. `repeats`: its mistake was named above."""

    check: CheckResult
    href: str
    place: Text
    given: Markup
    repeats: bool
    wide: bool


@dataclass(frozen=True, slots=True)
class Card:
    """One function's section."""

    anchor: str
    view: FunctionView
    cell: int | None
    href: str
    place: Text
    failures: tuple[Failure, ...]
    rest: tuple[CheckResult, ...]
    next: Text
    reason: Text


@dataclass(frozen=True, slots=True)
class Line:
    number: int
    html: Markup
    anchor: str
    cards: tuple[Card, ...]
    opens: tuple[Card, ...]
    failing: bool


@dataclass(frozen=True, slots=True)
class Listing:
    label: str
    anchor: str
    lines: tuple[Line, ...]
    left_off: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One report on a page. `prefix` keeps its anchors apart from those of others."""

    prefix: str
    report: Report
    heading: Text
    notices: tuple[Text, ...]
    cards: tuple[Card, ...]
    start: Card | None
    passed: int
    listings: tuple[Listing, ...]
    perfect: bool


def sheet(report: Report, prefix: str = "") -> Sheet:
    """What the page shows of a report: nothing of hidden checks' inputs."""
    report = public(report)
    views = function_views(report)
    cards = tuple(_card(report, prefix, index, view) for index, view in enumerate(views))
    first = first_failing(views)
    return Sheet(
        prefix=prefix,
        report=report,
        heading=report.title or Text(report.assignment, report.assignment),
        notices=notices(report),
        cards=cards,
        start=next((card for card in cards if card.view is first), None),
        passed=sum(c.passed for c in report.checks),
        listings=tuple(_listing(report, prefix, i, cards) for i in range(len(report.cells))),
        perfect=bool(views) and first is None and report.status is Status.GRADED,
    )


def _card(report: Report, prefix: str, index: int, view: FunctionView) -> Card:
    plain = view.name.isidentifier() and view.name.isascii()
    facts, place, cell = view.facts, Text("", ""), None
    if facts is not None and facts.label is not None and facts.line is not None:
        last = facts.end_line or facts.line
        place = _place(facts.label, facts.line, last)
        cell = _cell(report, facts.label)
    failures: list[Failure] = []
    named: set[tuple[str, ...]] = set()
    for check in view.failing:
        if check.status is Verdict.SKIPPED:
            continue
        ids = tuple(d.id for d in check.diagnosis)
        failures.append(_failure(report, prefix, check, ids in named))
        if ids:
            named.add(ids)
    return Card(
        anchor=f"{prefix}f-{view.name}" if plain else f"{prefix}f-{index}",
        view=view,
        cell=cell,
        href=_line_href(prefix, cell, facts.line) if facts and cell is not None else "",
        place=place,
        failures=tuple(failures),
        rest=tuple(
            c for kind in (Verdict.PASS, Verdict.SKIPPED) for c in view.checks if c.status is kind
        ),
        next=next_step(view),
        reason=reason(view.first) if view.first else Text("", ""),
    )


def _failure(report: Report, prefix: str, check: CheckResult, repeats: bool) -> Failure:
    shown, place, href = check.shown, Text("", ""), ""
    label = check.label or (report.cells[0].label if len(report.cells) == 1 else None)
    if label is not None and check.line:
        place = _place(label, check.line, check.line)
        href = _line_href(prefix, _cell(report, label), check.line)
    expected, given = (shown.expected, shown.given) if shown else ("", "")
    longest = max(map(len, f"{expected}\n{given}".split("\n")))
    marked = mark_differences(clean(expected), clean(given))
    return Failure(check, href, place, marked, repeats, longest > 40)


def mark_differences(expected: str, given: str) -> Markup:
    """`given` with its entries marked where they differ from `expected`, if only some do."""
    due = _TOKENS.findall(expected)
    found = list(_TOKENS.finditer(given))
    differs = [a != b[0] for a, b in zip(due, found, strict=False)]
    if len(due) != len(found) or all(differs) or not any(differs):
        return escape(given)
    html, at = Markup(""), 0
    for match, wrong in zip(found, differs, strict=True):
        html += escape(given[at : match.start()])
        html += Markup("<mark>{}</mark>").format(match[0]) if wrong else escape(match[0])
        at = match.end()
    return html + escape(given[at:])


def _place(label: str, first: int, last: int) -> Text:
    key = "one_line" if first == last else "lines"
    return words.SAID[key].format(label=clean(label), first=first, last=last)


def _cell(report: Report, label: str) -> int | None:
    return next((i for i, cell in enumerate(report.cells) if cell.label == label), None)


def _line_href(prefix: str, cell: int | None, line: int | None) -> str:
    return f"#{prefix}c{cell}-{line}" if cell is not None and line else ""


def _listing(report: Report, prefix: str, index: int, cards: Sequence[Card]) -> Listing:
    cell = report.cells[index]
    rendered = code.lines(cell.source)
    failing = _failing_lines(cards)
    marked: Mapping[int, list[Card]] = _marked_lines(index, cards, len(rendered))
    lines = []
    for at, html in enumerate(rendered[:MAX_LINES], 1):
        here = tuple(marked.get(at, ()))
        opens = tuple(c for c in here if c.view.facts and c.view.facts.line == at)
        anchor = f"{prefix}c{index}-{at}"
        lines.append(Line(at, html, anchor, here, opens, f"#{anchor}" in failing))
    left_off = max(0, len(rendered) - MAX_LINES)
    return Listing(cell.label, f"{prefix}c{index}", tuple(lines), left_off)


def _failing_lines(cards: Sequence[Card]) -> set[str]:
    return {f.href for card in cards for f in card.failures if f.href}


def _marked_lines(index: int, cards: Sequence[Card], total: int) -> dict[int, list[Card]]:
    marked: dict[int, list[Card]] = {}
    for card in cards:
        facts = card.view.facts
        if card.cell != index or card.view.first is None or not facts or not facts.line:
            continue
        for at in range(facts.line, min(facts.end_line or facts.line, total) + 1):
            marked.setdefault(at, []).append(card)
    return marked
