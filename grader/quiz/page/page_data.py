"""What the marking on a practice page needs of a question and of its variants, as plain data.

Numbers are strings, so that they stay exact: `5`, `1/3`, `~0.25` for a float, `'relu` for a string
and an empty one for None.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from grader.quiz.port.javascript import Ported, records
from grader.quiz.question.records import Part, PosedQuestion, Question, Value, Values
from grader.quiz.question.solving import draws_on, upto
from grader.render.html_page import in_order


def question_data(question: Question) -> dict[str, Any]:
    """What all variants of a question have in common: its steps, mistakes and parts by name."""
    return {
        "id": question.id,
        "steps": [step.name for step in question.steps],
        "mistakes": [
            {"id": m.id, "step": m.step, "text": in_order(m.text)} for m in question.mistakes
        ],
        "parts": [_part(question, part) for part in question.parts],
    }


def _part(question: Question, part: Part) -> dict[str, Any]:
    places = {id(mistake): i for i, mistake in enumerate(question.mistakes)}
    return {
        "step": part.step,
        "kind": str(part.kind),
        "name": in_order(part.name),
        "points": part.points,
        "decimals": part.decimals,
        "slack": encoded(part.slack) if part.kind.numeric else "",
        "layout": str(part.layout),
        "carry": encoded(Fraction(str(part.carry))),
        "upto": [places[id(mistake)] for mistake in upto(question, part)],
        "draws": sorted(draws_on(question, part.step)),
        "confusions": [
            [expected, mine, id, in_order(text)]
            for (expected, mine), (id, text) in part.confusions.items()
        ],
    }


def variant_data(asked: PosedQuestion, found: Ported) -> dict[str, Any]:
    """One variant: its parameters and what is to choose, in the author's order (`options`,
    `items`) and in the order shown (`orders`, `lined`). The key follows from the parameters.

    Raises:
        NotPortableError: see `port.javascript.records`.
    """
    question, values = asked.question, asked.values
    params: Mapping[str, Value] = {**asked.params, **records(found, question, values)}
    data: dict[str, Any] = {
        "params": {name: encoded(value) for name, value in params.items()},
        "also": {},
        "options": {},
        "items": {},
        "labels": {},
        "orders": {step: list(ids) for step, ids in asked.orders.items()},
        "lined": {step: list(ids) for step, ids in asked.lined_up.items()},
    }
    for part in question.parts:
        _choices(part, values, data)
    return data


def _choices(part: Part, values: Values, data: dict[str, Any]) -> None:
    if part.also is not None:
        data["also"][part.step] = [encoded(value) for value in part.also(values)]
    if part.options is not None:
        data["options"][part.step] = [
            {"id": o.id, "why": in_order(o.why)} for o in part.options(values)
        ]
    if part.items is not None:
        data["items"][part.step] = [
            {"id": i.id, "why": in_order(i.why)} for i in part.items(values)
        ]
    if part.labels is not None:
        data["labels"][part.step] = [in_order(text) for text in part.labels(values)]


def encoded(value: Value) -> Any:
    """A value as data: see the top of this module."""
    if isinstance(value, tuple):
        return [encoded(v) for v in value]
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}"
    return f"~{value!r}" if isinstance(value, float) else str(value)
