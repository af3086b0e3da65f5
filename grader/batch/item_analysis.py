"""Item analysis: what a run tells of each question, part and variant.

Marked reports come in one by one and are not kept; what is added up is whole numbers, so that the
order in which they come makes no difference.
"""

from __future__ import annotations

import csv
import io
import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from grader.language.text import LANGUAGES, Text, tr, tr_in
from grader.model.report import Report, Status
from grader.quiz.question.records import Mode, Variant
from grader.quiz.variants.pool import Pool

LEAST = 10
"""With fewer answers there is no telling good students from the others by one question."""

_MICRO = 1_000_000


@dataclass(frozen=True, slots=True)
class PartResponse:
    """One part of one report. Points are in millionths."""

    question: str
    part: str
    title: Text
    points: int
    most: int
    blank: bool
    mistakes: tuple[tuple[str, Text], ...] = ()


@dataclass(frozen=True, slots=True)
class QuizResponses:
    """One report, as little as the analysis needs of it: plain and picklable. `variants` names the
    variant of each question; "" where it is not known."""

    quiz: str
    title: Text
    answers: tuple[PartResponse, ...]
    titles: Mapping[str, Text]
    variants: Mapping[str, str]

    @property
    def points(self) -> int:
        return sum(a.points for a in self.answers)


def answers_of(report: Report, variants: Mapping[str, str] | None = None) -> QuizResponses | None:
    """What a quiz's report tells; None where a person has to look at it first."""
    if report.status is not Status.GRADED:
        return None
    return QuizResponses(
        quiz=report.assignment,
        title=report.title,
        answers=tuple(
            PartResponse(
                question=check.function,
                part=check.id.removeprefix(f"{check.function}."),
                title=check.title,
                points=round(check.points * _MICRO),
                most=round(check.max_points * _MICRO),
                blank=check.unwritten,
                mistakes=tuple((d.id, d.text) for d in check.diagnosis),
            )
            for check in report.checks
        ),
        titles={f.name: f.title for f in report.functions},
        variants=dict(variants or {}),
    )


def variant_labels(variant: Variant, pool: Pool) -> dict[str, str]:
    """For each question, the number of its variant in the pool, from 001; P before a practice
    one; "" where the pool has it no more."""
    mark = "P" if variant.mode is Mode.PRACTICE else ""
    labels = {}
    for asked in variant.asked:
        stock = pool[asked.question.id].of(variant.mode)
        at = next((i for i, params in enumerate(stock, 1) if params == asked.params), None)
        labels[asked.question.id] = "" if at is None else f"{mark}{at:03d}"
    return labels


@dataclass(slots=True)
class Tally:
    """Sums over the answers to one part, one question, or one variant of either."""

    most: int = 0
    count: int = 0
    blank: int = 0
    full: int = 0
    mistakes: Counter[str] = field(default_factory=Counter)
    _x: int = 0
    _xx: int = 0
    _t: int = 0
    _tt: int = 0
    _xt: int = 0

    def add(self, points: int, most: int, rest: int, blank: bool, mistakes: Iterable[str]) -> None:
        """Count one answer; `rest` is what the student earned in the rest of the quiz."""
        self.most = max(self.most, most)
        self.count += 1
        self.blank += blank
        self.full += points >= most
        self.mistakes.update(mistakes)
        self._x += points
        self._xx += points * points
        self._t += rest
        self._tt += rest * rest
        self._xt += points * rest

    @property
    def mean(self) -> float:
        """Points earned on average."""
        return self._x / self.count / _MICRO if self.count else 0.0

    @property
    def difficulty(self) -> float | None:
        """The share of the points that is earned on average, in [0, 1]: the larger, the easier."""
        return self._x / (self.count * self.most) if self.count and self.most else None

    @property
    def discrimination(self) -> float | None:
        """The correlation, in [−1, 1], of the points here with those in the rest of the quiz. None
        with fewer than ten answers, or where all earned the same."""
        if self.count < LEAST:
            return None
        n = self.count
        spread = (n * self._xx - self._x**2) * (n * self._tt - self._t**2)
        if spread <= 0:
            return None
        return (n * self._xt - self._x * self._t) / math.isqrt(spread)


Key = tuple[str, str, str]
"""Question, part ("" for the whole question), variant ("" for all of them)."""


class ItemAnalysis:
    """What a run tells of one quiz. `add` takes reports in any order; `tallies` maps a `Key` to
    its sums, `texts` a mistake's id to its explanation, `titles` a (question, part) to its name."""

    def __init__(self) -> None:
        self.quiz = ""
        self.title = Text("")
        self.students = 0
        self.tallies: dict[Key, Tally] = {}
        self.titles: dict[tuple[str, str], Text] = {}
        self.texts: dict[str, Text] = {}

    def add(self, report: QuizResponses) -> None:
        """Count one student's attempt.

        Raises:
            ValueError: it is an attempt at another quiz.
        """
        if self.students and report.quiz != self.quiz:
            raise ValueError(f"{report.quiz} is not {self.quiz}")
        self.quiz, self.title = report.quiz, report.title
        self.students += 1
        total = report.points
        for question, title in report.titles.items():
            self.titles.setdefault((question, ""), title)
            mine = [a for a in report.answers if a.question == question]
            variant = report.variants.get(question, "")
            for one in mine:
                # A title may hold a variant's numbers; the first one seen would be chance.
                known = self.titles.get((question, one.part), one.title)
                self.titles[question, one.part] = min(known, one.title, key=_in_all)
                self._count((question, one.part), variant, [one], total)
            self._count((question, ""), variant, mine, total)

    def _count(
        self, place: tuple[str, str], variant: str, answers: list[PartResponse], total: int
    ) -> None:
        points, most = sum(a.points for a in answers), sum(a.most for a in answers)
        mistakes = [id for a in answers for id, _ in a.mistakes]
        for a in answers:
            for id, text in a.mistakes:
                known = self.texts.get(id, text)
                self.texts[id] = min(known, text, key=_in_all)
        blank = all(a.blank for a in answers)
        for name in dict.fromkeys(("", variant)):
            tally = self.tallies.setdefault((*place, name), Tally())
            tally.add(points, most, total - points, blank, mistakes)

    def places(self) -> list[Key]:
        """Questions in the order of the quiz, each before its parts, all variants before each."""
        order = list(self.titles)
        return sorted(self.tallies, key=lambda k: (order.index((k[0], "")), *self._place(k)))

    def _place(self, key: Key) -> tuple[int, str]:
        return list(self.titles).index((key[0], key[1])), key[2]


# --------------------------------------------------------------------------- tables

_COLUMNS = (
    tr("question"),
    tr("part"),
    tr("variant"),
    tr("answers"),
    tr("blank"),
    tr_in("how many had it right", "full marks"),
    tr("mean points"),
    tr("points"),
    tr("difficulty"),
    tr("discrimination"),
)
_MISTAKES = (
    tr("question"),
    tr("part"),
    tr("variant"),
    tr("mistake"),
    tr("count"),
    tr("explanation"),
)


def statistics_csv(analysis: ItemAnalysis, lang: str) -> str:
    """A row for each question, part, and variant of either; empty variant for all together. With
    BOM and CRLF, as spreadsheets take it."""
    rows = []
    for key in analysis.places():
        one = analysis.tallies[key]
        rows.append(
            [
                *key,
                one.count,
                one.blank,
                one.full,
                f"{one.mean:.4g}",
                f"{one.most / _MICRO:g}",
                _rounded(one.difficulty),
                _rounded(one.discrimination),
            ]
        )
    return _csv([c[lang] for c in _COLUMNS], rows)


def mistakes_csv(analysis: ItemAnalysis, lang: str) -> str:
    """A row for each mistake that was named, by part and by variant of it, the commonest first."""
    rows = []
    for key in analysis.places():
        if not key[1]:
            continue
        for id, count in common(analysis.tallies[key]):
            rows.append([*key, id, count, analysis.texts[id][lang]])
    return _csv([c[lang] for c in _MISTAKES], rows)


def common(tally: Tally) -> list[tuple[str, int]]:
    """The mistakes named, the commonest first, then by name."""
    return sorted(tally.mistakes.items(), key=lambda pair: (-pair[1], pair[0]))


def _rounded(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


def _csv(head: list[str], rows: list[list[object]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows(rows)
    return "\ufeff" + out.getvalue()


def _in_all(text: Text) -> list[str]:
    """Puts texts in the same order on every run."""
    return [text[tag] for tag in (*text.tags, *LANGUAGES)]
