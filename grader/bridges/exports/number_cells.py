"""One number to type, where a system marks each by itself: the key, and what to say of others.

A cell does not know what stands beside it. So a mistake is spoken of as a possibility, and only
where no other number than its own can be meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from grader.bridges.exports.items import Known, PartItem
from grader.language.text import NO_TEXT, Text, tr
from grader.quiz.exact.numbers import flat, written
from grader.quiz.question.records import Value
from grader.quiz.question.solving import EPSILON, equal

_MAYBE = tr("This number may have come about like this: ")

_FOLLOWS = tr(
    "This is what follows from a common mistake in an earlier part; the step itself is right and "
    "counts."
)


@dataclass(frozen=True, slots=True)
class Reply:
    """A number, the share of the cell's marks that it earns, and what to say of it."""

    number: Value
    credit: Fraction
    text: Text = NO_TEXT


def replies(item: PartItem) -> tuple[tuple[Reply, ...], ...]:
    """For each entry of a numeric part, what is right first, then what known mistakes give."""
    return tuple(tuple(_cell(item, at)) for at in range(len(item.cells)))


def _cell(item: PartItem, at: int) -> Iterator[Reply]:
    slack = float(item.part.slack)
    right = [list(flat(key))[at] for key in item.keys]
    for i, number in enumerate(right):
        if not any(equal(number, other) for other in right[:i]):
            yield Reply(number, Fraction(1))
    alone = len(item.cells) == 1
    wrong: list[tuple[Value, list[Known]]] = []
    for known in item.known:
        number = list(flat(known.value))[at]
        if any(_near(number, key, slack) for key in right):
            continue
        group = next((g for n, g in wrong if equal(n, number)), None)
        if group is None:
            wrong.append((number, [known]))
        else:
            group.append(known)
    for number, group in wrong:
        if any(n is not number and _near(n, number, slack) for n, _ in wrong):
            continue
        reply = _reply(item, number, group, at, alone)
        if reply.credit or reply.text:
            yield reply


def _reply(item: PartItem, number: Value, group: list[Known], at: int, alone: bool) -> Reply:
    """What follows from a mistake made before earns what a step that is right then earns, in
    doubt as well: where the same number may be a mistake of this part, nothing is said."""
    carried = [k for k in group if k.carried and k.right[at]]
    if carried:
        certain = len(carried) == len(group)
        return Reply(number, Fraction(str(item.part.carry)), _FOLLOWS if certain else NO_TEXT)
    texts = list(dict.fromkeys(k.text for k in group if k.text and not k.carried))
    if len(texts) != 1:
        return Reply(number, Fraction(0))
    return Reply(number, Fraction(0), texts[0] if alone else _MAYBE + texts[0])


def _near(one: Value, two: Value, slack: float) -> bool:
    """Is there an entry that would count as both?"""
    return abs(float(one) - float(two)) <= 2 * (slack + EPSILON)


def decimal(number: Value) -> str:
    """The number in decimals, to twelve places where it does not end."""
    return written(number)


def tolerance(item: PartItem) -> str:
    return written(item.part.slack)
