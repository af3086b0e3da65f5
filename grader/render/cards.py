"""A report cut into what the HTML page shows: a card a function, a listing a file or cell.

What a card says depends on its function's results, not on whose file it was or where in it the
function stands. So it is drawn once with holes where places go, kept, and filled in for each
report: a class gives the same results again and again.
"""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import dataclass

from markupsafe import Markup, escape

from grader.language.text import Text
from grader.model.report import CheckResult, Report, Status, Verdict
from grader.render import report_words
from grader.render.html_page import HOLE, environment, in_both, languages
from grader.render.listing import Listing, MarkedFunction, listing
from grader.render.memo import BoundedCache
from grader.render.typeset import clean
from grader.render.views import (
    URGENCY,
    FunctionView,
    check_key,
    function_views,
    is_quiz,
    next_step,
    notices,
    public,
    reason,
)

WIDE = 40
"""Columns of a value beyond which expected and given stand one above the other."""

_TOKENS = re.compile(r"[^\s\[\](),]+")
_DRAWN: BoundedCache[Drawn] = BoundedCache(16 << 20)


@dataclass(frozen=True, slots=True)
class FailedCheck:
    """A check that failed, as the card shows it. `repeats`: its mistake was named above."""

    check: CheckResult
    place: bool
    given: Markup
    repeats: bool
    wide: bool


@dataclass(frozen=True, slots=True)
class Card:
    """What the template needs of one function's section. `place`: is there one?"""

    anchor: str
    view: FunctionView
    place: bool
    missing: bool
    failures: tuple[FailedCheck, ...]
    rest: tuple[CheckResult, ...]
    next: Text


@dataclass(frozen=True, slots=True)
class Drawn:
    """A card as HTML. `parts` stand around the holes: one for each failure with a place, then
    one for the function's own. `urgency` is None when all passed, else less is to be mended
    first."""

    bar: str
    nav: str
    parts: tuple[str, ...]
    passed: int
    reason: Text
    urgency: tuple[int, bool] | None


@dataclass(frozen=True, slots=True)
class Section:
    """One function's section, filled in."""

    anchor: str
    name: str
    bar: Markup
    nav: Markup
    html: Markup
    reason: Text


@dataclass(frozen=True, slots=True)
class ReportCards:
    """One report on a page. `prefix` keeps its anchors apart from those of others."""

    prefix: str
    report: Report
    heading: Text
    notices: tuple[Text, ...]
    sections: tuple[Section, ...]
    start: Section | None
    passed: int
    listings: tuple[Listing, ...]
    perfect: bool
    quiz: bool = False


@dataclass(frozen=True, slots=True)
class _Place:
    """Some lines of a cell; `cell` is None where no such cell is listed."""

    label: str
    first: int
    last: int
    cell: int | None


def sheet(report: Report, prefix: str = "") -> ReportCards:
    """What the page shows of a report: nothing of hidden checks' inputs."""
    report = public(report)
    quiz = is_quiz(report)
    cells: dict[str, int] = {}
    for index, cell in enumerate(report.cells):
        cells.setdefault(cell.label, index)
    failing: set[tuple[int | None, int]] = set()
    sections, urgencies, marks, passed = [], [], [], 0
    for index, view in enumerate(function_views(report)):
        plain = view.name.isidentifier() and view.name.isascii()
        anchor = f"{prefix}f-{view.name}" if plain else f"{prefix}f-{index}"
        failed = tuple(c for c in view.failing if c.status is not Verdict.SKIPPED)
        places = [_check_place(report, cells, check) for check in failed]
        own = _own_place(cells, view)
        there = [place is not None for place in places]
        drawn = _drawn(anchor, view, failed, there, own, report.assignment if quiz else "")
        holes = [_link(prefix, place) for place in (*places, own) if place]
        html = drawn.parts[0] + "".join(
            hole + part for hole, part in zip(holes, drawn.parts[1:], strict=True)
        )
        made = Section(
            anchor, view.name, _safe(drawn.bar), _safe(drawn.nav), _safe(html), drawn.reason
        )
        sections.append(made)
        passed += drawn.passed
        failing.update((p.cell, p.first) for p in places if p and p.cell is not None)
        if drawn.urgency is not None:
            urgencies.append((drawn.urgency, index))
            if own and own.cell is not None and own.first:
                remark = anchor, view.name, drawn.reason
                marks.append(MarkedFunction(own.cell, own.first, own.last, *remark))
    return ReportCards(
        prefix=prefix,
        report=report,
        heading=report.title or Text(report.assignment),
        notices=notices(report),
        sections=tuple(sections),
        start=sections[min(urgencies)[1]] if urgencies else None,
        passed=passed,
        listings=tuple(
            listing(cell, index, prefix, marks, failing) for index, cell in enumerate(report.cells)
        ),
        perfect=bool(sections) and not urgencies and report.status is Status.GRADED,
        quiz=quiz,
    )


def _drawn(
    anchor: str,
    view: FunctionView,
    failed: tuple[CheckResult, ...],
    placed: list[bool],
    own: _Place | None,
    quiz: str = "",
) -> Drawn:
    missing = view.facts is not None and not view.facts.defined
    key: Hashable = (
        anchor,
        view.name,
        view.function,
        tuple(map(check_key, view.checks)),
        tuple(placed),
        own is not None,
        missing,
        quiz,
    )

    def draw() -> Drawn:
        first = view.first
        card = Card(
            anchor=anchor,
            view=view,
            place=own is not None,
            missing=missing,
            failures=_failures(failed, placed),
            rest=tuple(
                c
                for kind in (Verdict.PASS, Verdict.SKIPPED)
                for c in view.checks
                if c.status is kind
            ),
            next=next_step(view, quiz),
        )
        macros = environment().get_template("partials/card.html.j2").module
        return Drawn(
            bar=str(macros.bar(card)),  # type: ignore[attr-defined]
            nav=str(macros.nav(card)),  # type: ignore[attr-defined]
            parts=tuple(str(macros.section(card)).split(HOLE)),  # type: ignore[attr-defined]
            passed=sum(c.passed for c in view.checks),
            reason=reason(first) if first else Text(""),
            urgency=(URGENCY[view.status], view.sign != view.status) if first else None,
        )

    return _DRAWN.get((languages(), key), draw)


def _failures(failed: tuple[CheckResult, ...], placed: list[bool]) -> tuple[FailedCheck, ...]:
    made, named = [], set()
    for check, place in zip(failed, placed, strict=True):
        ids = tuple(d.id for d in check.diagnosis)
        shown = check.shown
        expected, given = (shown.expected, shown.given) if shown else ("", "")
        longest = max(map(len, f"{expected}\n{given}".split("\n")))
        marked = mark_differences(clean(expected), clean(given))
        made.append(FailedCheck(check, place, marked, ids in named, longest > WIDE))
        if ids:
            named.add(ids)
    return tuple(made)


def mark_differences(expected: str, given: str) -> Markup:
    """`given` with its entries marked where they differ from `expected`, if only some do."""
    wanted = _TOKENS.findall(expected)
    found = list(_TOKENS.finditer(given))
    differs = [a != b[0] for a, b in zip(wanted, found, strict=False)]
    if len(wanted) != len(found) or all(differs) or not any(differs):
        return escape(given)
    html, at = [], 0
    for match, wrong in zip(found, differs, strict=True):
        html.append(str(escape(given[at : match.start()])))
        token = str(escape(match[0]))
        html.append(f"<mark>{token}</mark>" if wrong else token)
        at = match.end()
    return _safe("".join(html) + str(escape(given[at:])))


def _check_place(report: Report, cells: dict[str, int], check: CheckResult) -> _Place | None:
    label = check.label or (report.cells[0].label if len(report.cells) == 1 else None)
    if label is None or not check.line:
        return None
    return _Place(label, check.line, check.line, cells.get(label))


def _own_place(cells: dict[str, int], view: FunctionView) -> _Place | None:
    facts = view.facts
    if facts is None or facts.label is None or facts.line is None:
        return None
    return _Place(facts.label, facts.line, facts.end_line or facts.line, cells.get(facts.label))


def _link(prefix: str, place: _Place) -> str:
    key = "one_line" if place.first == place.last else "lines"
    label = clean(place.label)
    said = in_both(report_words.SAID[key].format(label=label, first=place.first, last=place.last))
    if place.cell is None or not place.first:
        return str(said)
    return f'<a href="#{prefix}c{place.cell}-{place.first}">{said}</a>'


def _safe(html: str) -> Markup:
    return Markup(html)  # noqa: S704 - made of escaped parts
