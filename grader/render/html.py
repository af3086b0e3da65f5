"""The HTML report: one page that needs nothing else, in both languages."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from grader.model import LANGUAGES, CheckResult, Report, Status, Text, Verdict
from grader.render import code, words
from grader.render.typeset import clean
from grader.render.views import (
    FunctionView,
    first_failing,
    function_views,
    next_step,
    notices,
    number,
    public,
    reason,
)

MAX_LINES = 4_000
"""Lines of one cell that are listed."""

_CODE = re.compile(r"`([^`\n]+)`")
_TOKENS = re.compile(r"[^\s\[\](),]+")


def render(report: Report, lang: str = "zh-TW") -> str:
    """The report as an HTML page; `lang` is the language it opens in."""
    report = public(report)
    views = function_views(report)
    cards = tuple(_card(report, index, view) for index, view in enumerate(views))
    first = first_failing(views)
    return page(
        "report.html.j2",
        lang,
        report=report,
        heading=report.title or Text(report.assignment, report.assignment),
        notices=notices(report),
        cards=cards,
        start=next((card for card in cards if card.view is first), None),
        passed=sum(c.passed for c in report.checks),
        listings=tuple(_listing(report, index, cards) for index in range(len(report.cells))),
        perfect=bool(views) and first is None and report.status is Status.GRADED,
    )


def page(template: str, lang: str, **context: Any) -> str:
    """Render a template of ours with the words and the script that every page has."""
    env = _environment()
    script = (templates_folder() / "partials" / "page.js").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    html = env.get_template(template).render(
        lang=lang if lang in LANGUAGES else LANGUAGES[0],
        script=Markup(script),  # noqa: S704 - our own file
        script_hash=f"sha256-{digest}",
        **context,
    )
    return html if html.endswith("\n") else html + "\n"


def templates_folder() -> Path:
    """The templates: beside the package in a wheel, at the top of the source tree."""
    packaged = Path(__file__).parents[1] / "templates"
    return packaged if packaged.is_dir() else Path(__file__).parents[2] / "templates"


@lru_cache(maxsize=1)
def _environment() -> Environment:
    env = Environment(
        loader=FileSystemLoader(templates_folder()),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )
    env.filters.update(number=number, percent=_percent)
    env.globals.update(say=both, w=_word, formula=formula, verdict=words.VERDICT, V=Verdict)
    return env


def _finalize(value: object) -> object:
    """Whatever is not HTML yet loses its control characters before it is escaped."""
    return clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _percent(part: float, whole: float) -> str:
    return f"{100 * part / whole:.4g}" if whole else "0"


def both(text: Text) -> Markup:
    """A text in both languages, of which the style sheet shows one. `code` between backticks."""
    zh, en = _prose(text.zh), _prose(text.en)
    if zh == en or not (zh and en):
        return zh or en
    span = Markup('<span class="t" lang="zh-TW">{}</span><span class="t" lang="en">{}</span>')
    return span.format(zh, en)


def _word(key: str, **values: object) -> Markup:
    return both(words.SAID[key].format(**values) if values else words.SAID[key])


def _prose(text: str) -> Markup:
    parts = _CODE.split(clean(text).strip())
    tags = (Markup("{}"), Markup("<code>{}</code>"))
    return Markup("").join(tags[i % 2].format(part) for i, part in enumerate(parts))


@lru_cache(maxsize=512)
def formula(latex: str) -> Markup:
    """LaTeX as MathML; the LaTeX itself where it cannot be converted."""
    latex = clean(latex)
    try:
        from math_core import LatexToMathML

        mathml = LatexToMathML().convert_with_local_state(latex, displaystyle=True)
    except Exception:  # an ornament must not cost the report
        return Markup("<code>{}</code>").format(latex)
    return Markup(mathml)  # noqa: S704 - MathML made by math_core, which escapes text


# --------------------------------------------------------------------------- the page's parts


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


def _card(report: Report, index: int, view: FunctionView) -> Card:
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
        failures.append(_failure(report, check, ids in named))
        if ids:
            named.add(ids)
    return Card(
        anchor=f"f-{view.name}" if plain else f"f-{index}",
        view=view,
        cell=cell,
        href=_line_href(cell, facts.line) if facts and cell is not None else "",
        place=place,
        failures=tuple(failures),
        rest=tuple(c for c in view.checks if c.status in (Verdict.PASS, Verdict.SKIPPED)),
        next=next_step(view),
        reason=reason(view.first) if view.first else Text("", ""),
    )


def _failure(report: Report, check: CheckResult, repeats: bool) -> Failure:
    shown, place, href = check.shown, Text("", ""), ""
    label = check.label or (report.cells[0].label if len(report.cells) == 1 else None)
    if label is not None and check.line:
        place = _place(label, check.line, check.line)
        href = _line_href(_cell(report, label), check.line)
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
        html += Markup("<mark>{}</mark>" if wrong else "{}").format(match[0])
        at = match.end()
    return html + escape(given[at:])


def _place(label: str, first: int, last: int) -> Text:
    key = "one_line" if first == last else "lines"
    return words.SAID[key].format(label=clean(label), first=first, last=last)


def _cell(report: Report, label: str) -> int | None:
    return next((i for i, cell in enumerate(report.cells) if cell.label == label), None)


def _line_href(cell: int | None, line: int | None) -> str:
    return f"#c{cell}-{line}" if cell is not None and line else ""


def _listing(report: Report, index: int, cards: Sequence[Card]) -> Listing:
    cell = report.cells[index]
    rendered = code.lines(cell.source)
    failing = _failing_lines(cards)
    marked: Mapping[int, list[Card]] = _marked_lines(index, cards, len(rendered))
    lines = []
    for at, html in enumerate(rendered[:MAX_LINES], 1):
        here = tuple(marked.get(at, ()))
        opens = tuple(c for c in here if c.view.facts and c.view.facts.line == at)
        anchor = f"c{index}-{at}"
        lines.append(Line(at, html, anchor, here, opens, f"#{anchor}" in failing))
    return Listing(cell.label, f"c{index}", tuple(lines), max(0, len(rendered) - MAX_LINES))


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
