"""One question with its numbers, and everything that a system must know to mark it as we do.

What a known mistake is worth is not decided here: the mistake is made, entered and marked, and
what the engine said is kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import Any

from grader.language.text import NO_TEXT, Text, tr
from grader.quiz.exact.numbers import flat, shape
from grader.quiz.exact.stream import Stream
from grader.quiz.marking.marks import PartMark, mark_question
from grader.quiz.marking.saying import notes
from grader.quiz.question.records import (
    Entry,
    Kind,
    Mistake,
    Mode,
    Part,
    PosedQuestion,
    Quiz,
    Value,
    Values,
    Variant,
)
from grader.quiz.question.solving import apart, draws_on, equal, solve, upto
from grader.quiz.question.statement import statement_data
from grader.quiz.question.wording import answer_text, filled, letters, options_shown
from grader.quiz.variants.drawing import ask
from grader.quiz.variants.pool import Pool

_ORDER = b"quiz-export/1"


@dataclass(frozen=True, slots=True)
class Known:
    """A wrong answer to a part that one mistake gives.

    `credit` is the share of the part's points that it earns, `right` which of its entries count
    as right; `carried` says that they do because the step is right given the mistake made before.
    `before` holds the earlier answers, by step, that go with it. `text` is what to say, and
    `alone` what to say where none of those was answered; empty where nothing is certain.
    """

    id: str
    value: Value
    text: Text
    credit: Fraction
    right: tuple[bool, ...]
    before: Mapping[str, Value]
    carried: bool = False
    alone: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class PartItem:
    """A part as it is exported. `data` is the part in `statement_data`, in one language."""

    asked: PosedQuestion
    part: Part
    data: Mapping[str, Any]
    known: tuple[Known, ...]

    @property
    def step(self) -> str:
        return self.part.step

    @property
    def key(self) -> Value:
        return self.asked.key(self.part)

    @property
    def keys(self) -> tuple[Value, ...]:
        """The key, then other right answers."""
        others = self.part.also(self.asked.values) if self.part.also else ()
        return (self.key, *others)

    @property
    def cells(self) -> tuple[Value, ...]:
        """The entries of a numeric key, row by row."""
        return tuple(flat(self.key))

    @property
    def grid(self) -> tuple[int, int]:
        """(rows, columns) of the entries as they are to be written."""
        if self.part.kind is Kind.NUMBER:
            return 1, 1
        return self.data["rows"], self.data["columns"]

    @property
    def labels(self) -> tuple[str, ...]:
        """What stands before each entry; empty strings where nothing does."""
        given = tuple(self.data.get("labels", ()))
        return given if len(given) == len(self.cells) else ("",) * len(self.cells)

    def why(self, option: str, lang: str) -> str:
        """What to tell whoever chose the option of this letter."""
        shown = dict(options_shown(self.asked, self.part))
        return filled(self.asked, shown[option].why)[lang]

    def confusion(self, item: int, option: str, lang: str) -> str:
        """What to tell whoever matched the item at this place (as shown) to this letter; empty
        where that is right, or where there is nothing to tell."""
        expected = letters(self.asked, self.part, self.key)[item]
        if expected == option:
            return ""
        ids = {letter: o.id for letter, o in options_shown(self.asked, self.part)}
        told = self.part.confusions.get((ids[expected], ids[option]))
        if told is not None:
            return told[1][lang]
        items = self.part.items(self.asked.values) if self.part.items else ()
        shown = self.asked.lined_up[self.part.step][item]
        return next((i.why[lang] for i in items if i.id == shown), "")


@dataclass(frozen=True)
class QuizItem:
    """One variant of one question, in one language. `number` counts from 1."""

    quiz: Quiz
    asked: PosedQuestion
    number: int
    lang: str
    mode: Mode = Mode.GRADED
    _cache: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def ident(self) -> str:
        """A name that no other item of the course has."""
        return f"{self.quiz.id}-{self.asked.question.id}-{self.number:03d}"

    @property
    def title(self) -> str:
        return filled(self.asked, self.asked.question.title)[self.lang]

    @cached_property
    def data(self) -> dict[str, Any]:
        """The question in `statement_data`."""
        variant = Variant(self.quiz, self.mode, (self.asked,))
        found: dict[str, Any] = statement_data(variant, self.lang)["questions"][0]
        return found

    @cached_property
    def parts(self) -> tuple[PartItem, ...]:
        wrong = _wrong(self.asked)
        return tuple(
            PartItem(self.asked, part, data, tuple(wrong.get(part.step, ())))
            for part, data in zip(self.asked.question.parts, self.data["parts"], strict=True)
        )

    @property
    def points(self) -> float:
        return sum(p.part.points for p in self.parts)

    @property
    def worked(self) -> tuple[str, ...]:
        """The worked solution, step by step, in the variant's numbers."""
        question = self.asked.question
        return tuple(filled(self.asked, one.text)[self.lang] for one in question.worked)

    @property
    def hints(self) -> tuple[str, ...]:
        return tuple(h[self.lang] for h in self.asked.question.hints)


def items_of(
    quiz: Quiz, pool: Pool, lang: str, count: int, mode: Mode
) -> tuple[tuple[QuizItem, ...], ...]:
    """For each question of the quiz, its first `count` variants in the pool of `mode`.

    Options stand in an order drawn from the variant's own stream.
    """
    out = []
    for question in quiz.questions:
        stock = pool[question.id].of(mode)[:count]
        out.append(
            tuple(
                QuizItem(
                    quiz, ask(question, params, _stream(quiz, question.id, at)), at + 1, lang, mode
                )
                for at, params in enumerate(stock)
            )
        )
    return tuple(out)


def _stream(quiz: Quiz, question: str, at: int) -> Stream:
    return Stream(_ORDER, quiz.id, question, at)


# --------------------------------------------------------------------------- known mistakes


def _wrong(asked: PosedQuestion) -> dict[str, list[Known]]:
    """What each mistake gives in each part where it shows, as the engine marks it."""
    found: dict[str, list[Known]] = {}
    reached = {p.step: {m.id for m in upto(asked.question, p)} for p in asked.question.parts}
    for mistake in asked.question.mistakes:
        values = solve(asked.question, asked.params, [mistake])
        if values is None:
            continue
        for mark in mark_question(asked, _entries(asked, values)):
            part = mark.part
            if mistake.id in reached[part.step] and apart(values[part.step], asked.key(part), part):
                found.setdefault(part.step, []).append(_known(mistake, values, mark))
    return {step: list(_merged(known)) for step, known in found.items()}


def _known(mistake: Mistake, values: Values, mark: PartMark) -> Known:
    asked, part = mark.asked, mark.part
    drawn = draws_on(asked.question, part.step)
    before = {
        p.step: values[p.step]
        for p in asked.question.parts
        if p.step in drawn and p.kind.numeric and p.step != part.step
    }
    size = len(tuple(flat(values[part.step]))) if part.kind.numeric else 1
    right = tuple(bool(mark.credit) and i not in mark.wrong for i in range(size))
    carried = bool(mark.carried and mark.credit)
    said = notes(mark) if carried else _names(mark)
    ids = "" if carried else "+".join(d.id for d in mark.diagnosis)
    return Known(
        id=ids or mistake.id,
        value=values[part.step],
        text=_either(said),
        credit=mark.credit,
        right=right,
        before=before,
        carried=carried,
        alone=_either(_names(_by_itself(mark, values))) if carried else NO_TEXT,
    )


def _names(mark: PartMark) -> tuple[Text, ...]:
    return tuple(d.text for d in mark.diagnosis)


def _by_itself(mark: PartMark, values: Values) -> PartMark:
    """The mark of the same answer where it is the only one."""
    asked, part = mark.asked, mark.part
    entries = {mark.id: typed(asked, part, values[part.step])}
    return next(m for m in mark_question(asked, entries) if m.part is part)


def _either(texts: tuple[Text, ...]) -> Text:
    whole = NO_TEXT
    for one in texts:
        whole = one if not whole else whole + tr(" Or: ") + one
    return whole


def _merged(known: list[Known]) -> Iterator[Known]:
    """Each once: two mistakes with the same values here and before are one."""
    kept: list[Known] = []
    for one in known:
        twin = any(
            equal(one.value, k.value)
            and one.credit == k.credit
            and all(equal(v, k.before[s]) for s, v in one.before.items())
            for k in kept
        )
        if not twin:
            kept.append(one)
    yield from kept


def _entries(asked: PosedQuestion, values: Values) -> dict[str, Entry]:
    return {
        f"{asked.question.id}.{part.step}": typed(asked, part, values[part.step])
        for part in asked.question.parts
    }


def typed(asked: PosedQuestion, part: Part, value: Value) -> Entry:
    """A value as an entry, nothing rounded; blank where it is an option that is not offered."""
    if part.kind.chosen:
        try:
            return letters(asked, part, value)
        except KeyError:
            return ""
    if part.kind is Kind.SHAPE:
        return answer_text(asked, part, value)
    if len(shape(value)) == 2:
        return tuple(tuple(map(_exact, row)) for row in value)
    return tuple(map(_exact, value)) if shape(value) else _exact(value)


def _exact(number: Value) -> str:
    if isinstance(number, Fraction):
        return f"{number.numerator}/{number.denominator}"
    return repr(number)
