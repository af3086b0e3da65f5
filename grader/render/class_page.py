"""A class at a glance: the page of scores with links to the reports, and the same as CSV."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from statistics import fmean
from urllib.parse import quote

from grader.model import Report, Status, Text
from grader.render.typeset import one_line
from grader.render.views import number, public
from grader.render.words import STATUS

TOP = 10
"""Mistakes that are listed."""

FORMULA_STARTS = tuple("=+-@＝＋－＠\t\r")
"""What makes a spreadsheet run a cell as a formula."""

COLUMNS = (
    "student", "assignment", "file", "status", "score", "max_score", "passed", "checks",
    "mistakes", "isolation", "seed", "note",
)  # fmt: skip

Link = tuple[Report, str]
"""A report and where its page is, relative to the class page; an empty string for nowhere."""

Unread = tuple[str, Text]
"""A file that could not be read at all, and why."""


@dataclass(frozen=True, slots=True)
class Score:
    score: float
    max_score: float
    href: str
    status: Status


@dataclass(frozen=True, slots=True)
class Row:
    student: str
    cells: tuple[tuple[Score, ...], ...]


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    title: Text
    share: float | None


@dataclass(frozen=True, slots=True)
class Mistake:
    id: str
    text: Text
    place: str
    count: int


@dataclass(frozen=True, slots=True)
class Trouble:
    name: str
    why: tuple[Text, ...]
    href: str


def render(
    title: Text, links: Sequence[Link], unread: Sequence[Unread] = (), lang: str = "zh-TW"
) -> str:
    """The class page: scores of students × assignments, the commonest mistakes, what to look at.

    Assignments stand in the order in which they come, students by name.
    """
    from grader.render.page import page

    links = [(public(report), _href(href)) for report, href in links]
    columns, rows = _table(links)
    return page(
        "class.html.j2",
        lang,
        title=title,
        columns=columns,
        rows=rows,
        reports=len(links),
        failed=len(unread) + sum(r.status is Status.REJECTED for r, _ in links),
        legend=any(report.status is not Status.GRADED for report, _ in links),
        mistakes=_mistakes([report for report, _ in links]),
        troubles=_troubles(links, unread),
    )


def csv_text(reports: Sequence[Report], unread: Sequence[Unread] = (), lang: str = "zh-TW") -> str:
    """`results.csv` (RFC 4180, CRLF). Save it as UTF-8 with BOM, or a spreadsheet guesses wrong;
    `csv_bytes` does.

    A cell that a spreadsheet would run as a formula is guarded by a leading apostrophe.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for report in map(public, reports):
        named = dict.fromkeys(d.id for c in report.checks for d in c.diagnosis)
        values = (
            report.student or "",
            report.assignment,
            report.path,
            report.status.value,
            number(report.score) if report.checks else "",
            number(report.max_score) if report.checks else "",
            sum(c.passed for c in report.checks),
            len(report.checks),
            "; ".join(named),
            report.isolation,
            report.seed,
            " ".join(note[lang] for note in report.notes),
        )
        writer.writerow([_guarded(value) for value in values])
    for name, why in unread:
        row = dict.fromkeys(COLUMNS, "") | {"file": name, "status": "unread", "note": why[lang]}
        writer.writerow([_guarded(value) for value in row.values()])
    return out.getvalue()


def csv_bytes(
    reports: Sequence[Report], unread: Sequence[Unread] = (), lang: str = "zh-TW"
) -> bytes:
    """`csv_text` as the bytes of a file: UTF-8 with BOM."""
    return csv_text(reports, unread, lang).encode("utf-8-sig")


def _guarded(value: object) -> object:
    if not isinstance(value, str):
        return value
    text = one_line(value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def _name(report: Report) -> str:
    """Who handed it in; the file's name where nobody is named."""
    return report.student or PurePath(report.path.replace("\\", "/")).name or "?"


def _href(href: str) -> str:
    """A relative address as a link, never another scheme."""
    return "./" + quote(href.replace("\\", "/"), safe="/", errors="replace") if href else ""


def _table(links: Sequence[Link]) -> tuple[list[Column], list[Row]]:
    titles = {r.assignment: r.title for r, _ in links}
    scores: dict[str, dict[str, list[Score]]] = {}
    for report, href in links:
        cell = Score(report.score, report.max_score, href, report.status)
        scores.setdefault(_name(report), {}).setdefault(report.assignment, []).append(cell)
    columns = []
    for name, title in titles.items():
        shares = [
            r.score / r.max_score for r, _ in links if r.assignment == name and r.max_score > 0
        ]
        columns.append(Column(name, title, fmean(shares) if shares else None))
    rows = [
        Row(who, tuple(tuple(got.get(a, ())) for a in titles))
        for who, got in sorted(scores.items())
    ]
    return columns, rows


def _mistakes(reports: Sequence[Report]) -> list[Mistake]:
    """The commonest named mistakes; each counts once a submission."""
    counts: Counter[tuple[str, str]] = Counter()
    texts: dict[tuple[str, str], Text] = {}
    for report in reports:
        found = {
            (d.id, f"{report.assignment}.{c.function}"): d.text
            for c in report.checks
            for d in c.diagnosis
        }
        counts.update(dict.fromkeys(found, 1))
        texts = found | texts
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [Mistake(key[0], texts[key], key[1], count) for key, count in ranked[:TOP]]


def _troubles(links: Sequence[Link], unread: Sequence[Unread]) -> list[Trouble]:
    found = [
        Trouble(f"{_name(report)} · {report.assignment}", (_status(report), *report.notes), href)
        for report, href in links
        if report.status is not Status.GRADED
    ]
    return found + [Trouble(name, (why,), "") for name, why in unread]


def _status(report: Report) -> Text:
    return STATUS[report.status] + Text("。", ".")
