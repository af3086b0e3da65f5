"""QTI 2.1 response processing: the points of each part, and what to say.

Every part has an outcome `SCORE_<part>`, in its points; `SCORE` is their sum. Unlike systems that
mark a cell by itself, this one sees all answers: a mistake is named where the whole answer is
its, and a step that is right given a known mistake before it counts where that mistake was made.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from grader.bridges.exports.items import Known, PartItem, QuizItem
from grader.bridges.exports.number_cells import decimal
from grader.bridges.exports.rules21 import (
    FEEDBACK,
    all_of,
    any_of,
    carry,
    chosen_letters,
    entry_is,
    floating,
    one_more,
    place_is,
    put,
    response,
    say,
    score,
    variable,
    when,
    whole_is,
)
from grader.quiz.exact.numbers import flat
from grader.quiz.markup.xml import Xml, join, tag
from grader.quiz.question.records import Kind


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to say, by the identifier that response processing puts into `FEEDBACK`."""

    id: str
    text: str


def carries(part: PartItem) -> bool:
    """Has the part an outcome for what counts given earlier mistakes?"""
    return any(k.carried for k in part.known)


def processing(item: QuizItem) -> tuple[Xml, list[Remark]]:
    """The response processing of an item, and everything that it may say."""
    remarks: list[Remark] = []
    rules: list[Xml] = []
    parts = item.parts
    for part in parts:
        rules += _counted(part)
        rules += _carried(part, parts)
        rules += _one_number(part)
        rules.append(_weighed(part))
        rules += _named(item, part, parts, remarks)
    total = tag("sum", *(tag("variable", identifier=score(p)) for p in parts))
    rules.append(tag("setOutcomeValue", total, identifier="SCORE"))
    return tag("responseProcessing", *rules), remarks


# --------------------------------------------------------------------------- points


def _units(part: PartItem) -> int:
    """What `SCORE_<part>` is counted in before it becomes points."""
    kind = part.part.kind
    if kind.numeric:
        return len(part.cells)
    return len(part.key) if kind is Kind.ORDERING else 1


def _counted(part: PartItem) -> list[Xml]:
    kind, name = part.part.kind, score(part)
    if kind.numeric:
        keys = [list(flat(key)) for key in part.keys]
        return [
            when(any_of([entry_is(part, at, key[at]) for key in keys]), one_more(name))
            for at in range(len(part.cells))
        ]
    if kind is Kind.ORDERING:
        expected = chosen_letters(part, part.key)
        return [
            when(place_is(part, at, letter), one_more(name)) for at, letter in enumerate(expected)
        ]
    if kind in (Kind.MATCHING, Kind.CHOICES):
        # Of no answer at all, the mapping is null.
        given = tag("not", tag("isNull", variable(response(part))))
        return [when(given, put(name, tag("mapResponse", identifier=response(part))))]
    return [when(any_of([whole_is(part, key) for key in part.keys]), one_more(name))]


def _carried(part: PartItem, parts: Sequence[PartItem]) -> list[Xml]:
    rules = []
    for known in part.known:
        if known.carried and known.before:
            rules.append(when(_made_before(known, parts), *_recount(part, known)))
    return rules


def _recount(part: PartItem, known: Known) -> list[Xml]:
    name = carry(part)
    rules = [put(name, floating("0"))]
    if part.part.kind.numeric:
        for at, number in enumerate(flat(known.value)):
            rules.append(when(entry_is(part, at, number), one_more(name)))
    else:
        rules.append(when(whole_is(part, known.value), one_more(name)))
    if part.part.carry != 1:
        worth = floating(decimal(Fraction(str(part.part.carry))))
        rules.append(put(name, tag("product", variable(name), worth)))
    better = tag("gt", variable(name), variable(score(part)))
    return [*rules, when(better, put(score(part), variable(name)))]


def _made_before(known: Known, parts: Sequence[PartItem]) -> Xml:
    """Were the earlier parts answered as this mistake has it?"""
    return all_of([whole_is(p, known.before[p.step]) for p in parts if p.step in known.before])


def _one_number(part: PartItem) -> list[Xml]:
    """The same number in every place, where the key is not like that, earns nothing."""
    if not part.part.kind.numeric or len(set(part.cells)) < 2:
        return []
    first = variable(response(part, 0))
    same = [
        tag("equal", first, variable(response(part, at)), toleranceMode="exact")
        for at in range(1, len(part.cells))
    ]
    return [when(all_of(same), put(score(part), floating("0")))]


def _weighed(part: PartItem) -> Xml:
    worth = floating(decimal(Fraction(str(part.part.points))))
    share = tag("product", variable(score(part)), worth)
    units = _units(part)
    return put(score(part), tag("divide", share, floating(str(units))) if units > 1 else share)


# --------------------------------------------------------------------------- what is said


def _named(
    item: QuizItem, part: PartItem, parts: Sequence[PartItem], remarks: list[Remark]
) -> list[Xml]:
    said = _Said(f"{part.step}", remarks)
    if part.part.kind.chosen and part.part.kind is not Kind.ORDERING:
        return _chosen(item, part, said)
    rules = []
    for known in part.known:
        whole = whole_is(part, known.value)
        told, alone = known.text[item.lang], known.alone[item.lang]
        if told:
            agrees = _made_before if known.carried else _not_against
            condition = tag("and", whole, agrees(known, parts)) if known.before else whole
            rules.append(when(condition, say(said(told))))
        if alone and known.before:
            rules.append(when(tag("and", whole, _none_before(known, parts)), say(said(alone))))
    return rules


def _none_before(known: Known, parts: Sequence[PartItem]) -> Xml:
    """Has none of the earlier parts been answered in full?"""
    return all_of([_blank(p) for p in parts if p.step in known.before])


def _blank(part: PartItem) -> Xml:
    cells = [tag("isNull", variable(response(part, at))) for at in range(len(part.cells))]
    return any_of(cells)


def _not_against(known: Known, parts: Sequence[PartItem]) -> Xml:
    """Is every earlier part blank, or answered as this mistake has it?"""
    conditions = []
    for part in parts:
        if part.step in known.before:
            whole = whole_is(part, known.before[part.step])
            conditions.append(tag("or", _blank(part), whole))
    return all_of(conditions)


class _Said:
    """Remarks of a part, each text under one identifier."""

    def __init__(self, step: str, remarks: list[Remark]) -> None:
        self._step, self._remarks = step, remarks
        self._ids: dict[str, str] = {}

    def __call__(self, told: str) -> str:
        if told not in self._ids:
            self._ids[told] = f"F_{self._step}_{len(self._ids) + 1}"
            self._remarks.append(Remark(self._ids[told], told))
        return self._ids[told]


def _chosen(item: QuizItem, part: PartItem, said: _Said) -> list[Xml]:
    rules = []
    name, kind = response(part), part.part.kind
    if kind is Kind.MATCHING:
        for at in range(len(part.data["items"])):
            for option in part.data["options"]:
                told = part.confusion(at, option["id"], item.lang)
                if told:
                    pair = tag("baseValue", f"I{at + 1} {option['id']}", baseType="directedPair")
                    rules.append(when(tag("member", pair, variable(name)), say(said(told))))
        return rules
    expected = chosen_letters(part, part.key)
    for option in part.data["options"]:
        told = part.why(option["id"], item.lang)
        if not told or option["id"] in expected:
            continue
        one = tag("baseValue", option["id"], baseType="identifier")
        chosen = tag("member" if kind is Kind.CHOICES else "match", one, variable(name))
        rules.append(when(chosen, say(said(told))))
    return rules


def outcomes(item: QuizItem) -> Xml:
    """The outcome declarations that the processing needs."""

    def number(name: str, most: float | None = None) -> Xml:
        return tag(
            "outcomeDeclaration",
            tag("defaultValue", tag("value", "0")),
            identifier=name,
            cardinality="single",
            baseType="float",
            normalMaximum=None if most is None else decimal(Fraction(str(most))),
        )

    parts = item.parts
    return join(
        number("SCORE", item.points),
        *(number(score(p), p.part.points) for p in parts),
        *(number(carry(p)) for p in parts if carries(p)),
        tag(
            "outcomeDeclaration", identifier=FEEDBACK, cardinality="multiple", baseType="identifier"
        ),
    )
