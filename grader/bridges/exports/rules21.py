"""The words of QTI 2.1 response processing, and what they say of a part's responses."""

from __future__ import annotations

from collections.abc import Sequence

from grader.bridges.exports.items import PartItem
from grader.bridges.exports.number_cells import decimal, tolerance
from grader.bridges.exports.spellings import shape_pattern
from grader.quiz.exact.numbers import flat
from grader.quiz.markup.xml import Xml, tag
from grader.quiz.question.records import Kind, Value
from grader.quiz.question.wording import letters

FEEDBACK = "FEEDBACK"


def response(part: PartItem, at: int | None = None) -> str:
    """The identifier of a part's response, or of its entry `at` (from 0)."""
    return f"R_{part.step}" if at is None else f"R_{part.step}_{at + 1}"


def score(part: PartItem) -> str:
    return f"SCORE_{part.step}"


def carry(part: PartItem) -> str:
    return f"CARRY_{part.step}"


def floating(value: str) -> Xml:
    return tag("baseValue", value, baseType="float")


def when(condition: Xml, *then: Xml) -> Xml:
    return tag("responseCondition", tag("responseIf", condition, *then))


def put(name: str, value: Xml) -> Xml:
    return tag("setOutcomeValue", value, identifier=name)


def one_more(name: str) -> Xml:
    return put(name, tag("sum", tag("variable", identifier=name), floating("1")))


def all_of(conditions: Sequence[Xml]) -> Xml:
    return conditions[0] if len(conditions) == 1 else tag("and", *conditions)


def any_of(conditions: Sequence[Xml]) -> Xml:
    return conditions[0] if len(conditions) == 1 else tag("or", *conditions)


def variable(name: str) -> Xml:
    return tag("variable", identifier=name)


def say(id: str) -> Xml:
    one = tag("baseValue", id, baseType="identifier")
    return put(FEEDBACK, tag("multiple", variable(FEEDBACK), one))


# --------------------------------------------------------------------------- what is entered


def entry_is(part: PartItem, at: int, number: Value) -> Xml:
    """Is the entry `at` this number, within the part's tolerance?"""
    slack = tolerance(part)
    return tag(
        "equal",
        variable(response(part, at)),
        floating(decimal(number)),
        toleranceMode="absolute",
        tolerance=f"{slack} {slack}",
    )


def whole_is(part: PartItem, value: Value) -> Xml:
    """Is the whole answer this value?"""
    kind = part.part.kind
    if kind.numeric:
        return all_of([entry_is(part, at, number) for at, number in enumerate(flat(value))])
    if kind is Kind.SHAPE:
        return tag("patternMatch", variable(response(part)), pattern=shape_pattern(value))
    if kind is Kind.ORDERING:
        return all_of([place_is(part, at, id) for at, id in enumerate(chosen_letters(part, value))])
    chosen = tag("baseValue", chosen_letters(part, value)[0], baseType="identifier")
    return tag("match", variable(response(part)), chosen)


def chosen_letters(part: PartItem, value: Value) -> tuple[str, ...]:
    return letters(part.asked, part.part, value)


def place_is(part: PartItem, at: int, letter: str) -> Xml:
    entry = tag("index", variable(response(part)), n=at + 1)
    return tag("match", entry, tag("baseValue", letter, baseType="identifier"))
