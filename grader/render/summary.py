"""A class in small: one `Row` a report, added up without holding the reports.

`row_of(report)` is made where the report is (in the process that graded it); `ClassSummary.add`
takes it in. What is added up does not depend on the order in which rows come.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from grader.language.text import LANGUAGES, Text
from grader.model.report import Report, Status, Verdict
from grader.render.tally import AssignmentTally, FunctionTally, MistakeTally
from grader.render.typeset import one_line
from grader.render.views import function_views, notices, public

MAX_TEXT = 600
"""Characters of one explanation that a row carries."""

MAX_REASONS = 3
"""Reasons a row carries for not being graded."""


@dataclass(frozen=True, slots=True)
class FunctionScore:
    """What one function of a submission earned. `status` is that of its first failing check."""

    name: str
    title: Text
    points: float
    max_points: float
    status: Verdict
    unwritten: bool = False


@dataclass(frozen=True, slots=True)
class NamedMistake:
    """A mistake that was named in a submission, once a function."""

    id: str
    function: str
    text: Text


@dataclass(frozen=True, slots=True)
class Row:
    """One report for the class page: small, plain, picklable. 1–2 kB.

    A stored result that is handed to another student is `replace(row, student=…, name=…, href=…)`.
    `student` is the id that sorts and links; `name` is what else to show, or empty. `href` is
    where the report's page is, relative to the class page, unquoted; empty for nowhere.
    `reasons` say why a person has to look, where `status` is not `GRADED`.
    """

    student: str
    assignment: str
    title: Text
    score: float
    max_score: float
    status: Status
    isolation: str
    functions: tuple[FunctionScore, ...] = ()
    mistakes: tuple[NamedMistake, ...] = ()
    reasons: tuple[Text, ...] = ()
    name: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class NotGradedRow:
    """A file that was not graded, and why. `where` is its place in what was handed in."""

    where: str
    why: Text
    student: str = ""


@dataclass(frozen=True, slots=True)
class AbsentRow:
    """A student on the roster from whom an assignment is missing."""

    student: str
    assignment: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class RunInfo:
    """The run that a class page tells of. Times are texts, shown as they are; empty: not shown."""

    seed: int
    versions: Mapping[str, str] = field(default_factory=dict)
    started: str = ""
    finished: str = ""


@dataclass(frozen=True, slots=True)
class Files:
    """What lies beside the class page, relative to it; empty: is not there."""

    grades: str = ""
    results: str = ""
    not_graded: str = ""


def row_of(report: Report, *, student: str = "", name: str = "", href: str = "") -> Row:
    """The row of a report. `student` stands in for `report.student`; without either, the file's
    name does."""
    report = public(report)
    functions: list[FunctionScore] = []
    mistakes: dict[tuple[str, str], NamedMistake] = {}
    for view in function_views(report):
        first = view.first
        functions.append(
            FunctionScore(
                view.name,
                view.title,
                view.points,
                view.max_points,
                view.status,
                first is not None and first.unwritten,
            )
        )
        for check in view.checks:
            for found in check.diagnosis:
                key = found.id, view.name
                mistakes.setdefault(key, NamedMistake(*key, _short(found.text, report)))
    why = () if report.status is Status.GRADED else notices(report)[:MAX_REASONS]
    return Row(
        student=student or report.student or PurePath(report.path.replace("\\", "/")).name or "?",
        assignment=report.assignment,
        title=report.title,
        score=report.score,
        max_score=report.max_score,
        status=report.status,
        isolation=report.isolation,
        functions=tuple(functions),
        mistakes=tuple(mistakes.values()),
        reasons=tuple(_short(text, report) for text in why),
        name=name,
        href=href,
    )


def _short(text: Text, report: Report) -> Text:
    return Text({tag: text[tag][:MAX_TEXT] for tag in report.languages})


# --------------------------------------------------------------------------- added up


@dataclass(frozen=True, slots=True)
class AssignmentScore:
    """One score of a student on an assignment."""

    score: float
    max_score: float
    status: Status
    href: str


@dataclass(slots=True)
class Pupil:
    """What is kept of a student: the cells by assignment, the mistakes' keys."""

    name: str = ""
    cells: dict[str, list[AssignmentScore]] = field(default_factory=dict)
    mistakes: set[tuple[str, str, str]] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Review:
    """A report that needs a person, or could not be graded."""

    student: str
    name: str
    assignment: str
    status: Status
    reasons: tuple[Text, ...]
    href: str


class ClassSummary:
    """Rows added up. Memory: a few hundred bytes a row, none of the reports.

    `assignments` fixes the order of the columns (the course's); those not in it follow by name.
    Add each student's report on an assignment once.
    """

    def __init__(self, assignments: Sequence[str] = ()) -> None:
        self._order = {name: at for at, name in enumerate(assignments)}
        self._assignments: dict[str, AssignmentTally] = {}
        self.pupils: dict[str, Pupil] = {}
        self.mistakes: dict[tuple[str, str, str], MistakeTally] = {}
        self.reviews: list[Review] = []
        self.statuses: Counter[Status] = Counter()
        self.tiers: Counter[str] = Counter()

    row = staticmethod(row_of)

    @property
    def reports(self) -> int:
        """How many rows were added."""
        return self.statuses.total()

    def add(self, row: Row) -> None:
        """Take a row in."""
        self.statuses[row.status] += 1
        self.tiers[row.isolation] += 1
        pupil = self.pupils.setdefault(row.student, Pupil())
        pupil.name = max(pupil.name, row.name)
        cell = AssignmentScore(row.score, row.max_score, row.status, row.href)
        pupil.cells.setdefault(sys.intern(row.assignment), []).append(cell)
        tally = self._assignments.setdefault(row.assignment, AssignmentTally(row.title))
        if row.status is Status.GRADED and row.max_score > 0:
            share = round(10_000 * row.score / row.max_score)
            full = row.score >= row.max_score
            tally.shares[10_000 if full else max(0, min(share, 9_999))] += 1
        if row.status is not Status.REJECTED:
            tally.looked_at += 1
            self._add_functions(row, tally)
            self._add_mistakes(row, pupil)
        if row.status is not Status.GRADED:
            who = row.student, row.name, row.assignment, row.status
            self.reviews.append(Review(*who, row.reasons, row.href))

    def _add_functions(self, row: Row, tally: AssignmentTally) -> None:
        for place, got in enumerate(row.functions):
            if got.status is Verdict.BROKEN:
                continue
            count = tally.functions.setdefault(got.name, FunctionTally(got.title, place))
            count.place = min(count.place, place)
            count.title = count.title or got.title
            if got.status is Verdict.PASS:
                count.full += 1
            elif got.unwritten:
                count.unwritten += 1
            elif got.points > 0:
                count.partly += 1
            else:
                count.none += 1

    def _add_mistakes(self, row: Row, pupil: Pupil) -> None:
        for found in row.mistakes:
            key = row.assignment, found.function, found.id
            kept = self.mistakes.setdefault(key, MistakeTally(key, found.text, row.student))
            kept.count += 1
            kept.differs |= found.text != kept.text
            tag = row.title.tags[0] if row.title.tags else LANGUAGES[0]
            if (row.student, found.text[tag]) < (kept.student, kept.text[tag]):
                kept.text, kept.student = found.text, row.student
            pupil.mistakes.add(kept.key)

    def assignments(self) -> Iterator[tuple[str, AssignmentTally]]:
        """The assignments in order, by name."""
        last = len(self._order)
        names = sorted(self._assignments, key=lambda name: (self._order.get(name, last), name))
        return ((name, self._assignments[name]) for name in names)

    def ranked_mistakes(self) -> list[MistakeTally]:
        """The commonest first."""
        return sorted(self.mistakes.values(), key=lambda found: (-found.count, found.key))

    def ranked_reviews(self) -> list[Review]:
        """By student and assignment."""
        return sorted(self.reviews, key=lambda r: (r.student, r.assignment, r.href))


def shown_name(student: str, name: str) -> str:
    """How a page calls a student: the id, and the name where it says more."""
    student, name = one_line(student), one_line(name)
    return student if not name or name == student else f"{student} {name}"
