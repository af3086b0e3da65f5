"""An attempt at a variant to marks: shape first, then numbers, entry by entry.

Every part is marked against the key, and where an earlier answer is wrong also against what is
right given the student's own earlier values; the better counts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from grader.language.text import NO_TEXT, Text, tr
from grader.model.report import Diagnosis
from grader.quiz.exact.numbers import flat
from grader.quiz.marking.answer_forms import ParsedAnswer, read
from grader.quiz.marking.carrying import Base, Earlier, base_of
from grader.quiz.marking.naming import name
from grader.quiz.question.records import Attempt, Entry, Kind, Part, PosedQuestion, Value, Variant
from grader.quiz.question.solving import near
from grader.quiz.question.statement import fingerprint


@dataclass(frozen=True, slots=True)
class PartMark:
    """The marks of one part. `credit` is in [0, 1] and earns `points` of the part's.

    `wrong` are the entries (from 0) that are wrong, blank ones and unread ones among them; empty
    where the answer has another form. `carried` are the earlier parts whose wrong values the
    answer follows from; empty where it was marked against the key.
    """

    asked: PosedQuestion
    part: Part
    answer: ParsedAnswer
    credit: Fraction
    wrong: tuple[int, ...] = ()
    carried: tuple[Part, ...] = ()
    idle: bool = False
    diagnosis: tuple[Diagnosis, ...] = ()

    @property
    def id(self) -> str:
        return f"{self.asked.question.id}.{self.part.step}"

    @property
    def points(self) -> float:
        return float(Fraction(str(self.part.points)) * self.credit)

    @property
    def right(self) -> bool:
        """Wholly right, by the key or by the student's own earlier values."""
        return not self.wrong and self.credit > 0


@dataclass(frozen=True, slots=True)
class Marked:
    """A whole attempt, marked. `notes` are remarks on the attempt as a whole; `doubt` says why a
    person must look, empty where there is nothing to doubt."""

    variant: Variant
    parts: tuple[PartMark, ...]
    notes: tuple[Text, ...] = ()
    doubt: Text = NO_TEXT

    @property
    def points(self) -> float:
        return sum(p.points for p in self.parts)


def mark(variant: Variant, attempt: Attempt) -> Marked:
    """The marks of `attempt`, which answers `variant`."""
    marks: list[PartMark] = []
    for asked in variant.asked:
        marks += mark_question(asked, attempt.entries)
    return Marked(variant, tuple(marks), _strays(variant, attempt), _doubt(variant, attempt))


def _strays(variant: Variant, attempt: Attempt) -> tuple[Text, ...]:
    known = set(variant.quiz.part_ids)
    strays = sorted(str(id)[:40] for id in attempt.entries if id not in known)
    if not strays:
        return ()
    shown = ", ".join(strays[:3]) + (" …" if len(strays) > 3 else "")
    return (tr("This quiz has no such parts, and they are not marked: {shown}.", shown=shown),)


def _doubt(variant: Variant, attempt: Attempt) -> Text:
    if attempt.quiz != variant.quiz.id:
        return tr(
            "The answers say {quiz}, and this is {id}.", quiz=attempt.quiz[:40], id=variant.quiz.id
        )
    if attempt.fingerprint and attempt.fingerprint != fingerprint(variant):
        return tr(
            "The answers were given to another statement than this one (has the pool or the "
            "secret changed?): a person must look at the marks."
        )
    return NO_TEXT


def mark_question(asked: PosedQuestion, entries: Mapping[str, Entry]) -> list[PartMark]:
    """The marks of one question's parts, in order. `entries` are those of the whole quiz."""
    marks: list[PartMark] = []
    earlier: list[Earlier] = []
    for part in asked.question.parts:
        answer = read(asked, part, entries.get(f"{asked.question.id}.{part.step}", ""))
        base = base_of(asked, part, earlier)
        found = _part(asked, part, answer, base, earlier)
        marks.append(found)
        by_key = found.right and not found.carried
        earlier.append(Earlier(part, answer.value, by_key, found.right))
    return marks


def _part(
    asked: PosedQuestion,
    part: Part,
    answer: ParsedAnswer,
    base: Base | None,
    earlier: Sequence[Earlier],
) -> PartMark:
    dues = [asked.key(part), *(part.also(asked.values) if part.also else ())]
    credit, wrong = max((_credit(part, answer, expected) for expected in dues), key=lambda c: c[0])
    carried: tuple[Part, ...] = ()
    idle = base is not None and base.idle
    if base is not None and not base.idle and credit < 1:
        share, theirs = _credit(part, answer, base.expected)
        share *= Fraction(str(part.carry))
        if share > credit or (share and not theirs):
            credit, wrong, carried = max(share, credit), theirs, base.through
    found: tuple[Diagnosis, ...] = ()
    if (wrong or not credit) and not answer.blank:
        found = name(asked, part, answer, base, earlier)
    return PartMark(asked, part, answer, credit, wrong, carried, idle, found)


def _credit(part: Part, answer: ParsedAnswer, expected: Value) -> tuple[Fraction, tuple[int, ...]]:
    """The share that is right, and which entries are not (a whole answer counts as one)."""
    if answer.blank or answer.form:
        return Fraction(0), (0,)
    if part.kind.numeric:
        cells = zip(answer.cells, flat(expected), strict=True)
        wrong = tuple(
            i
            for i, (cell, value) in enumerate(cells)
            if cell.number is None or not near(cell.number, value, part.slack)
        )
        return 1 - Fraction(len(wrong), len(answer.cells)), wrong
    if part.kind in (Kind.MATCHING, Kind.ORDERING):
        wrong = tuple(
            i for i, (a, b) in enumerate(zip(answer.value, expected, strict=True)) if a != b
        )
        return 1 - Fraction(len(wrong), len(expected)), wrong
    if part.kind is Kind.CHOICES:
        hits, misses = (
            len(set(answer.value) & set(expected)),
            len(set(answer.value) - set(expected)),
        )
        credit = Fraction(max(0, hits - misses), len(expected))
        return credit, () if credit == 1 else (0,)
    right = answer.value == expected
    return Fraction(right), () if right else (0,)
