"""Is a variant fit to be asked? Its key and its mistakes must be told apart, by hand."""

from __future__ import annotations

from grader.quiz.exact.numbers import flat, shape
from grader.quiz.question.records import Kind, Params, Part, Question, Value, Values
from grader.quiz.question.solving import apart, equal, own, predicted, solve, upto

LARGEST = 10_000
"""No answer is larger: these are sums for a person with a pencil."""


def unfit(question: Question, params: Params) -> str:
    """Why the variant with `params` must not be asked; empty when it is fit.

    In every part of numbers, the key and what each mistake gives are pairwise apart by more than
    twice the tolerance. A mistake of an earlier part may have come to nothing by then (the key
    itself), one of the part's own may not. A shape has too few values for that: there, each
    mistake must only be wrong.
    """
    values = solve(question, params)
    if values is None:
        return "it has no solution"
    if question.constraint is not None and not question.constraint(values):
        return "the question's own constraint does not hold"
    for part in question.parts:
        why = _unlike(part, values) or _mixed(question, params, part, values[part.step])
        if why:
            return f"{part.step}: {why}"
    return ""


def _unlike(part: Part, values: Values) -> str:
    """What is wrong with the key by itself."""
    key = values[part.step]
    if part.kind.numeric or part.kind is Kind.SHAPE:
        due = {Kind.NUMBER: 0, Kind.VECTOR: 1, Kind.SHAPE: 1, Kind.MATRIX: 2}[part.kind]
        if len(shape(key)) != due:
            return f"the key has {len(shape(key))} axes"
        if any(isinstance(x, str) or abs(x) > LARGEST for x in flat(key)):
            return "an entry is too large"
        return ""
    ids = [o.id for o in part.options(values)] if part.options else []
    if len(set(ids)) != len(ids) or len(ids) < 2:
        return "the options are not distinct"
    chosen = key if isinstance(key, tuple) else (key,)
    if any(c not in ids for c in chosen):
        return "the key is not among the options"
    if part.kind is Kind.MATCHING:
        items = part.items(values) if part.items else ()
        if len(chosen) != len(items) or len({i.id for i in items}) != len(items):
            return "the key does not fit the items"
    elif part.kind is Kind.ORDERING and sorted(chosen) != sorted(ids):
        return "the key is not an order of the options"
    elif part.kind is Kind.CHOICES and not 0 < len(set(chosen)) < len(ids):
        return "all options are right, or none"
    return ""


def _mixed(question: Question, params: Params, part: Part, key: Value) -> str:
    """What cannot be told apart."""
    if part.kind.chosen and part.kind is not Kind.ORDERING:
        return ""
    firsts = {id(m) for m in own(question, part)}
    seen: list[tuple[str, Value]] = []
    for mistake in upto(question, part):
        value = predicted(question, params, part, [mistake])
        if value is None:
            continue
        if not part.kind.numeric:
            if id(mistake) in firsts and value == key:
                return f"{mistake.id} gives the key"
            continue
        if id(mistake) not in firsts and equal(value, key):
            continue
        if not apart(value, key, part):
            return f"{mistake.id} is too near the key"
        if id(mistake) in firsts and part.kind is not Kind.NUMBER and not any(flat(value)):
            return f"{mistake.id} gives nothing but zeros"
        for other, theirs in seen:
            if mistake.twin == other and equal(value, theirs):
                continue
            if not apart(value, theirs, part):
                return f"{mistake.id} and {other} are too near"
        seen.append((mistake.id, value))
    return ""
