"""A class at a glance: the page of what it has and has not understood, and its scores as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from grader.language.text import LANGUAGES, Text, tr
from grader.model.report import Report, Status
from grader.render import report_words
from grader.render.class_table import CODES, link, table
from grader.render.html_page import in_languages, in_order, json_for_script, languages, page
from grader.render.summary import (
    AbsentRow,
    ClassSummary,
    Files,
    NotGradedRow,
    Pupil,
    Review,
    RunInfo,
    row_of,
    shown_name,
)
from grader.render.tally import BINS, AssignmentTally, FunctionTally, MistakeTally
from grader.render.typeset import one_line
from grader.render.views import number, public

TOP = 10
"""Mistakes that are listed."""

LISTED = 100
"""Entries of the lists below the scores; the files have all of them."""

NO_FILES = Files()

COLUMNS = (
    "student", "assignment", "file", "status", "score", "max_score", "passed", "checks",
    "mistakes", "isolation", "seed", "note",
)  # fmt: skip

FORMULA_STARTS = tuple("=+-@＝＋－＠\t\r")
"""What makes a spreadsheet run a cell as a formula."""

Link = tuple[Report, str]
"""A report and where its page is, relative to the class page; an empty string for nowhere."""

Unread = tuple[str, Text]
"""A file that could not be read at all, and why."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a histogram: its scores in words, how many, its height in percent. `label` is
    the count in the room that a bar has."""

    scores: str
    count: int
    height: float

    @property
    def label(self) -> str:
        return f"{self.count / 1000:.2g}k" if self.count >= 1000 else str(self.count or "")


@dataclass(frozen=True, slots=True)
class Column:
    """One assignment: its head in the table, its histogram, its functions."""

    name: str
    title: Text
    tally: AssignmentTally
    bars: tuple[Bar, ...]
    functions: tuple[tuple[str, FunctionTally], ...]


@dataclass(frozen=True, slots=True)
class RankedMistake:
    """A mistake in the ranking. `share` is that of the assignment's submissions, 0–1."""

    id: str
    place: str
    text: Text
    count: int
    share: float
    differs: bool


@dataclass(frozen=True, slots=True)
class Trouble:
    """What a person has to look at, and why."""

    name: str
    why: tuple[Text, ...]
    href: str


@dataclass(frozen=True, slots=True)
class Listed:
    """The first of a list, and how many more there are."""

    first: tuple[object, ...]
    more: int


def render_class(
    summary: ClassSummary,
    lang: str = "zh-TW",
    *,
    title: Text,
    not_graded: Sequence[NotGradedRow] = (),
    absent: Sequence[AbsentRow] = (),
    run: RunInfo | None = None,
    files: Files = NO_FILES,
) -> str:
    """The class page (`index.html`) of what was added up; see `render.summary` for the parts.

    `lang` is the language it opens in. The same rows give the same page, in whatever order they
    were added; `not_graded` and `absent` are shown in the order given. Students of `absent`
    of whom nothing was added are in the table too.
    """
    with in_languages(title.tags or LANGUAGES):
        return _class(summary, lang, title, not_graded, absent, run, files)


def _class(
    summary: ClassSummary,
    lang: str,
    title: Text,
    not_graded: Sequence[NotGradedRow],
    absent: Sequence[AbsentRow],
    run: RunInfo | None,
    files: Files,
) -> str:
    pupils = {gone.student: Pupil(gone.name) for gone in absent} | summary.pupils
    columns = tuple(_column(name, tally) for name, tally in summary.assignments())
    ranked = summary.ranked_mistakes()[:TOP]
    numbers = {tally.key: at for at, tally in enumerate(ranked)}
    reviews = summary.ranked_reviews()
    unread = [_trouble(r) for r in reviews if r.status is Status.REJECTED]
    unread += [Trouble(_where(n), (n.why,), "") for n in not_graded]
    return page(
        "class",
        lang,
        title,
        heading=title,
        columns=columns,
        table=table(pupils, [c.name for c in columns], numbers),
        reports=summary.reports,
        rejected=summary.statuses[Status.REJECTED],
        mistakes=[_mistake(tally, {c.name: c.tally for c in columns}) for tally in ranked],
        reviews=_listed([_trouble(r) for r in reviews if r.status is Status.NEEDS_REVIEW]),
        unread=_listed(unread),
        absent=_listed(_absences(absent)),
        missing=len(absent),
        functions=any(column.functions for column in columns),
        spread=any(column.tally.graded for column in columns),
        legend=bool(reviews),
        tiers=sorted(summary.tiers.items()),
        run=run,
        files=files,
        link=link,
        said=json_for_script(_said_by_script()),
    )


def render(
    title: Text, links: Sequence[Link], unread: Sequence[Unread] = (), lang: str = "zh-TW"
) -> str:
    """The class page of a few reports at hand. Assignments stand in the order in which they come,
    those of which nothing could be graded last."""
    ordered = sorted((report for report, _ in links), key=lambda r: r.status is Status.REJECTED)
    summary = ClassSummary(list(dict.fromkeys(report.assignment for report in ordered)))
    for report, href in links:
        summary.add(row_of(report, href=href))
    seeds = {report.seed for report, _ in links}
    run = RunInfo(seeds.pop(), links[0][0].versions) if len(seeds) == 1 else None
    not_graded = [NotGradedRow(name, why) for name, why in unread]
    return render_class(summary, lang, title=title, not_graded=not_graded, run=run)


def _said_by_script() -> dict[str, Any]:
    keys = {"range": "class_range", "nobody": "class_nobody", "only": "class_only"}
    said: dict[str, Any] = {name: in_order(report_words.SAID[key]) for name, key in keys.items()}
    said["missing"] = in_order(report_words.SAID["class_missing"])
    said["status"] = {code: in_order(report_words.STATUS[status]) for status, code in CODES.items()}
    said["languages"] = list(languages())
    return said


def _column(name: str, tally: AssignmentTally) -> Column:
    highest = max(tally.bins) or 1
    step = 100 // (BINS - 1)
    scores = [f"{at * step}–{at * step + step - 1} %" for at in range(BINS - 1)] + ["100 %"]
    bars = tuple(
        Bar(said, n, 100 * n / highest) for said, n in zip(scores, tally.bins, strict=True)
    )
    functions = sorted(tally.functions.items(), key=lambda item: (item[1].place, item[0]))
    return Column(name, tally.title, tally, bars, tuple(functions))


def _mistake(found: MistakeTally, assignments: Mapping[str, AssignmentTally]) -> RankedMistake:
    assignment, function, id = found.key
    share = found.count / assignments[assignment].looked_at
    return RankedMistake(
        id, f"{assignment}.{function}", found.text, found.count, share, found.differs
    )


def _trouble(review: Review) -> Trouble:
    who = f"{shown_name(review.student, review.name)} · {review.assignment}"
    why = review.reasons or (report_words.STATUS[review.status] + tr("."),)
    return Trouble(who, why, link(review.href))


def _where(entry: NotGradedRow) -> str:
    where, student = one_line(entry.where), one_line(entry.student)
    return f"{student} · {where}" if student and student not in where else where


def _absences(absent: Sequence[AbsentRow]) -> list[tuple[str, str]]:
    """(student, assignments) in the order given."""
    missing: dict[str, list[str]] = {}
    for gone in absent:
        missing.setdefault(shown_name(gone.student, gone.name), []).append(gone.assignment)
    return [(student, ", ".join(names)) for student, names in missing.items()]


def _listed(items: Sequence[object]) -> Listed:
    return Listed(tuple(items[:LISTED]), max(0, len(items) - LISTED))


def csv_text(reports: Sequence[Report], unread: Sequence[Unread] = (), lang: str = "zh-TW") -> str:
    """`results.csv` (RFC 4180, CRLF). Save it as UTF-8 with BOM, or a spreadsheet guesses wrong.

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


def _guarded(value: object) -> object:
    if not isinstance(value, str):
        return value
    text = one_line(value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
