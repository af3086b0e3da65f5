"""What is right for a later part, given a student's own earlier values.

A mistake should cost once. But a value that was made up so as to leave nothing to do later must
not earn what follows from it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from grader.quiz.exact.numbers import each, flat, shape
from grader.quiz.question.records import Part, PosedQuestion, Value
from grader.quiz.question.solving import close, index, solve
from grader.quiz.variants.fitness import LARGEST


@dataclass(frozen=True, slots=True)
class Earlier:
    """One earlier part: the student's value (None where there is none) and how it was marked."""

    part: Part
    value: Value
    right: bool
    """By the key."""
    follows: bool
    """By the key, or by the student's own values before it."""


@dataclass(frozen=True, slots=True)
class Base:
    """Values to go on from. `due` is what is right given them, `through` the earlier parts whose
    wrong values make the difference. `idle` says that they leave nothing to check in this part."""

    given: Mapping[str, Value]
    expected: Value
    through: tuple[Part, ...]
    idle: bool = False


def base_of(asked: PosedQuestion, part: Part, earlier: Sequence[Earlier]) -> Base | None:
    """What is due for `part` given the student's own values; None where that is the key itself,
    or where those values are not usable (blank, of another shape, trivial)."""
    question, params = asked.question, asked.params
    last = index(question, part.step)
    given: dict[str, Value] = {}
    wrong: list[Earlier] = []
    for one in earlier:
        if not one.part.kind.numeric or one.value is None or index(question, one.part.step) >= last:
            continue
        key = asked.key(one.part)
        if one.right:
            given[one.part.step] = key
        elif _usable(one, key):
            given[one.part.step] = one.value
            wrong.append(one)
    if not wrong:
        return None
    values = solve(question, params, given=given)
    if values is None:
        return None
    expected = values[part.step]
    if not _sound(expected, asked.key(part)) or close(expected, asked.key(part), part):
        return None
    through = _through(asked, part, given, wrong, expected)
    parts = tuple(one.part for one in through)
    return Base(given, expected, parts, _idle(asked, part, given, expected, through))


def _through(
    asked: PosedQuestion,
    part: Part,
    given: Mapping[str, Value],
    wrong: Sequence[Earlier],
    expected: Value,
) -> list[Earlier]:
    """The latest of the wrong values that by themselves give what is due, in order."""
    left = {step: v for step, v in given.items() if all(step != w.part.step for w in wrong)}
    taken: list[Earlier] = []
    for one in reversed(wrong):
        left[one.part.step] = one.value
        taken.insert(0, one)
        values = solve(asked.question, asked.params, given=left)
        if values is not None and values[part.step] == expected:
            break
    return taken


def _usable(one: Earlier, key: Value) -> bool:
    """Is a wrong value worth going on from? Not all zeros or all one number where the key is not,
    and with at least two entries other than 0 (or as many as the key has), unless it follows
    from the student's own values before it."""
    if shape(one.value) != shape(key):
        return False
    mine, expected = list(flat(one.value)), list(flat(key))
    if any(abs(x) > LARGEST for x in mine) or not any(mine):
        return False
    if len(mine) > 1 and len(set(mine)) == 1 and len(set(expected)) > 1:
        return False
    enough = min(2, sum(x != 0 for x in expected))
    return one.follows or sum(x != 0 for x in mine) >= enough


def _sound(expected: Value, key: Value) -> bool:
    if isinstance(key, str):
        return isinstance(expected, str)
    return shape(expected) == shape(key) and all(
        isinstance(x, str) or abs(x) <= 100 * LARGEST for x in flat(expected)
    )


def _idle(
    asked: PosedQuestion,
    part: Part,
    given: Mapping[str, Value],
    expected: Value,
    through: Sequence[Earlier],
) -> bool:
    """Do the student's values leave nothing to do? What is due is then a copy of one of them, or
    what zeros would give as well."""
    if not part.kind.numeric:
        return False
    for one in through:
        if shape(one.value) == shape(expected) and close(one.value, expected, part):
            return True
        zeros = {**given, one.part.step: _zeros(one.value)}
        values = solve(asked.question, asked.params, given=zeros)
        if values is not None and close(values[part.step], expected, part):
            return True
    return False


def _zeros(value: Value) -> Value:
    return each(_zeros, value) if isinstance(value, tuple) else 0
