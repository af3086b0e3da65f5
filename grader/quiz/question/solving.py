"""Values of a question's steps: right, by a mistake, or from a student's own earlier values."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from grader.quiz.exact.numbers import flat, plain, shape
from grader.quiz.question.records import (
    Mistake,
    Params,
    Part,
    Question,
    Value,
    Values,
)
from grader.quiz.question.traced import TracedValues

EPSILON = 1e-9
"""What a float may be off by rounding in the machine."""


def solve(
    question: Question,
    params: Params,
    mistakes: Sequence[Mistake] = (),
    given: Mapping[str, Value] | None = None,
) -> Values | None:
    """The value of every step, where `mistakes` replace steps and `given` their values.

    None where a mistake cannot be made with these numbers, or where `given` values lead to a
    step that has no value (a division by zero). Without either, a step's error is the author's
    and is raised.
    """
    wrong = {m.step: m.wrong for m in mistakes}
    data: dict[str, Value] = dict(params)
    values = Values(data)
    for step in question.steps:
        if given and step.name in given:
            data[step.name] = given[step.name]
            continue
        try:
            value = wrong.get(step.name, step.function)(values)
        except (ArithmeticError, ValueError):
            if not given and not mistakes:
                raise
            return None
        if value is None:
            return None
        data[step.name] = plain(value)
    return values


def index(question: Question, step: str) -> int:
    """The place of a step among the question's steps."""
    return next(i for i, s in enumerate(question.steps) if s.name == step)


def upto(question: Question, part: Part) -> tuple[Mistake, ...]:
    """The mistakes that can show in a part: those in its step or in one that it draws on."""
    steps = reached(question)[part.step]
    return tuple(m for m in question.mistakes if m.step in steps)


def draws_on(question: Question, step: str) -> frozenset[str]:
    """The steps before `step` that it draws on, directly or through others."""
    return reached(question)[step] - {step}


def reached(question: Question) -> Mapping[str, frozenset[str]]:
    """For each step, itself and the steps that it, or a mistake in it, draws on: those that are
    read with the slide's numbers, and those whose names stand in its code."""
    if not question.drawn_on:
        remember(question, _reached(question))
    return question.drawn_on


def remember(question: Question, found: Mapping[str, frozenset[str]]) -> None:
    """Take `found` for what `reached` says: a release knows it from the course."""
    question.drawn_on.update(found)


def _reached(question: Question) -> Mapping[str, frozenset[str]]:
    values = solve(question, question.slide)
    assert values is not None
    found: dict[str, frozenset[str]] = {}
    for step in question.steps:
        read: set[str] = set()
        ways = [step.function, *(m.wrong for m in question.mistakes if m.step == step.name)]
        for way in ways:
            code = getattr(way, "__code__", None)
            read |= set(code.co_names) | set(code.co_consts) if code else set(found)
            with contextlib.suppress(ArithmeticError, ValueError):
                way(TracedValues(values, read))
        nearest = [found[name] for name in found if name in read]
        found[step.name] = frozenset({step.name}.union(*nearest))
    return found


def own(question: Question, part: Part) -> tuple[Mistake, ...]:
    """The mistakes that show in this part first: made after the part before it."""
    last = index(question, part.step)
    before = [p.step for p in question.parts if index(question, p.step) < last]
    shown = {step for name in before for step in reached(question)[name]}
    return tuple(m for m in upto(question, part) if m.step not in shown)


def predicted(
    question: Question,
    params: Params,
    part: Part,
    mistakes: Sequence[Mistake],
    given: Mapping[str, Value] | None = None,
) -> Value:
    """What a student who makes all `mistakes` has in `part`; None where they cannot be made."""
    values = solve(question, params, mistakes, given)
    return None if values is None else values[part.step]


def pairs(question: Question, part: Part) -> Iterator[tuple[Mistake, Mistake]]:
    """Two mistakes in different steps that both can show in a part."""
    for one, two in combinations(upto(question, part), 2):
        if one.step != two.step:
            yield one, two


def close(given: Value, due: Value, part: Part) -> bool:
    """Is every entry within the part's tolerance, and the shape the same?"""
    if not part.kind.numeric:
        return bool(given == due)
    if shape(given) != shape(due):
        return False
    slack = part.slack
    return all(near(a, b, slack) for a, b in zip(flat(given), flat(due), strict=True))


def near(given: Value, due: Value, slack: Value) -> bool:
    """|given − due| ≤ slack, the bound included; floats are allowed their rounding."""
    gap = abs(given - due)
    if isinstance(gap, float):
        return gap <= float(slack) + EPSILON
    return bool(gap <= slack)


def equal(one: Value, two: Value) -> bool:
    """The same value, floats to their rounding in the machine."""
    if isinstance(one, tuple) and isinstance(two, tuple):
        return len(one) == len(two) and all(equal(a, b) for a, b in zip(one, two, strict=True))
    if isinstance(one, float) or isinstance(two, float):
        return bool(abs(one - two) <= EPSILON * max(1.0, abs(two)))
    return bool(one == two)


def apart(one: Value, two: Value, part: Part) -> bool:
    """Is there no entry that both values would accept? More than twice the tolerance in one
    entry, or another shape."""
    if not part.kind.numeric:
        return bool(one != two)
    if shape(one) != shape(two):
        return True
    least = 2 * (float(part.slack) + EPSILON)
    return any(abs(float(a) - float(b)) > least for a, b in zip(flat(one), flat(two), strict=True))
