"""Which known mistake a wrong answer is. A name is given only where the whole answer fits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from grader.language.text import Text, sentences, tr
from grader.model.report import Diagnosis
from grader.quiz.exact.numbers import flat, is_decimal, round_half, shape, transpose
from grader.quiz.marking.answer_forms import ParsedAnswer
from grader.quiz.marking.carrying import Base, Earlier
from grader.quiz.question.records import Kind, Mistake, Part, PosedQuestion, Value
from grader.quiz.question.solving import apart, close, draws_on, near, pairs, solve, upto

EVIDENCE = 3
"""Digits that a pair of mistakes must explain: fewer agree by chance."""


def name(
    asked: PosedQuestion,
    part: Part,
    answer: ParsedAnswer,
    base: Base | None,
    earlier: Sequence[Earlier] = (),
) -> tuple[Diagnosis, ...]:
    """The mistake that gives exactly this wrong answer, in the right values or in the student's
    own (`base`): one; two where both fit alike; none where none or more do.

    What was answered before must agree with it as well. Two mistakes made
    together have one name, `a+b`, and only where exactly one pair fits. Nothing is read into a
    row of zeros.
    """
    if answer.value is None:
        return ()
    if part.kind in (Kind.VECTOR, Kind.MATRIX) and not any(flat(answer.value)):
        return ()
    if part.kind.chosen and part.kind is not Kind.ORDERING:
        return _chosen(asked, part, answer.value)
    grounds = _grounds(asked, part, base, earlier)
    found = _singles(grounds, answer.value)
    if found:
        return tuple(Diagnosis(m.id, m.text) for m in found) if len(found) <= 2 else ()
    if part.kind.numeric:
        pair = _pair(grounds, answer.value)
        if pair is not None:
            return (pair,)
        return tuple(_structural(asked, part, answer.value))[:1]
    if part.kind is Kind.SHAPE and answer.value == asked.key(part)[::-1]:
        return (_FOUND["shape-reversed"],)
    return ()


@dataclass(frozen=True, slots=True)
class _Grounds:
    """What a wrong answer is compared on: the right values, then the student's own."""

    asked: PosedQuestion
    part: Part
    bases: tuple[tuple[Mapping[str, Value], Value], ...]
    earlier: Sequence[Earlier]

    def fit(self, mistakes: Sequence[Mistake], value: Value) -> bool:
        """Is `value` what these mistakes give, and does nothing entered before contradict it?"""
        question, part = self.asked.question, self.part
        for given, expected in self.bases:
            values = solve(question, self.asked.params, mistakes, given)
            if values is None or not apart(values[part.step], expected, part):
                continue
            if close(value, values[part.step], part) and all(
                one.value is None or close(one.value, values[one.part.step], one.part)
                for one in self.earlier
            ):
                return True
        return False


def _grounds(
    asked: PosedQuestion, part: Part, base: Base | None, earlier: Sequence[Earlier]
) -> _Grounds:
    bases: list[tuple[Mapping[str, Value], Value]] = [({}, asked.key(part))]
    if base is not None:
        bases.append((base.given, base.expected))
    drawn = draws_on(asked.question, part.step)
    before = [e for e in earlier if e.part.kind.numeric and e.part.step in drawn]
    return _Grounds(asked, part, tuple(bases), before)


def _singles(grounds: _Grounds, value: Value) -> list[Mistake]:
    found: dict[str, Mistake] = {}
    for mistake in upto(grounds.asked.question, grounds.part):
        if mistake.id not in found and grounds.fit([mistake], value):
            found[mistake.id] = mistake
    return list(found.values())


def _pair(grounds: _Grounds, value: Value) -> Diagnosis | None:
    if sum(map(_digits, flat(value))) < EVIDENCE:
        return None
    found: dict[str, Diagnosis] = {}
    for one, two in pairs(grounds.asked.question, grounds.part):
        if grounds.fit([one, two], value):
            text = tr("Two things together: ") + one.text
            text = text + tr(" And: ") + two.text
            found.setdefault(f"{one.id}+{two.id}", Diagnosis(f"{one.id}+{two.id}", text))
    return next(iter(found.values())) if len(found) == 1 else None


def _digits(number: Value) -> int:
    """Significant digits of an exact number, at most six."""
    if not number:
        return 0
    places = next((d for d in range(6) if is_decimal(number, d)), 6)
    return min(6, len(str(abs(int(number * 10**places))).rstrip("0")) or 1)


# --------------------------------------------------------------------------- what needs no author

_FOUND = {
    d.id.removeprefix("entry."): d
    for d in (
        Diagnosis(
            "entry.transposed",
            tr(
                "Your answer is exactly the transpose of the right one: rows and columns are "
                "exchanged."
            ),
        ),
        Diagnosis(
            "entry.order",
            tr("The right numbers, in other places."),
        ),
        Diagnosis(
            "entry.negated",
            tr("Every number is right except for its sign."),
        ),
        Diagnosis(
            "entry.rounded",
            tr("Rounded too far: give as many decimals as the question asks for."),
        ),
        Diagnosis(
            "entry.percent",
            tr("Exactly 100 times too large: a percentage where a decimal is due (or add %)."),
        ),
        Diagnosis(
            "entry.shape-reversed",
            tr("Both numbers are right, in the wrong order: rows come first, then columns."),
        ),
    )
}


def _structural(asked: PosedQuestion, part: Part, value: Value) -> Iterator[Diagnosis]:
    key = asked.key(part)
    if part.kind is Kind.MATRIX and close(value, transpose(key), part):
        yield _FOUND["transposed"]
    if shape(value) != shape(key):
        turned = tuple(x for row in value for x in row) if len(shape(value)) == 2 else None
        if turned is not None and part.kind is Kind.VECTOR and close(turned, key, part):
            yield _FOUND["transposed"]
        return
    mine, expected = list(flat(value)), list(flat(key))
    slack = part.slack
    if len(expected) > 1 and all(
        near(a, b, slack) for a, b in zip(sorted(mine), sorted(expected), strict=True)
    ):
        yield _FOUND["order"]
    both = list(zip(mine, expected, strict=True))
    if all(near(-a, b, slack) for a, b in both):
        yield _FOUND["negated"]
    off = [(a, b) for a, b in both if not near(a, b, slack)]
    for places in range(1, part.decimals):
        if off and all(is_decimal(a, places) and a == round_half(b, places) for a, b in off):
            yield _FOUND["rounded"]
    if all(0 < abs(b) <= 1 and near(a, 100 * b, 100 * slack) for a, b in both):
        yield _FOUND["percent"]


# --------------------------------------------------------------------------- what is chosen


def _chosen(asked: PosedQuestion, part: Part, value: Value) -> tuple[Diagnosis, ...]:
    """What the wrong choices tell, all in one: they are made together, not alternatives."""
    known = {o.id: o for o in (part.options(asked.values) if part.options else ())}
    key, found = asked.key(part), dict[str, Text]()
    if part.kind is Kind.MATCHING:
        items = part.items(asked.values) if part.items else ()
        for item, mine, expected in zip(items, value, key, strict=True):
            if mine and mine != expected:
                id, text = part.confusions.get(
                    (expected, mine), (f"{part.step}.{item.id}", item.why)
                )
                found.setdefault(id, text)
    else:
        mine_all = set(value) if isinstance(value, tuple) else {value}
        due_all = set(key) if isinstance(key, tuple) else {key}
        for id in known:
            if id in (mine_all - due_all if part.kind is not Kind.CHOICES else mine_all ^ due_all):
                found[f"{part.step}.{id}"] = known[id].why
    told = {id: text for id, text in found.items() if text}
    if not told:
        return ()
    return (Diagnosis("+".join(told), sentences(told.values())),)
