"""Items of QTI 1.2 as Canvas writes them itself, one a part.

Canvas marks a single number with a tolerance. The entries of a vector are typed into blanks,
which it compares as texts: there, every way is listed in which a number within the tolerance is
written with as many decimals as are asked for, or one more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from grader.bridges.exports.items import PartItem, QuizItem
from grader.bridges.exports.number_cells import decimal
from grader.bridges.exports.spellings import most_decimals, written_numbers, written_shapes
from grader.language.text import tr
from grader.quiz.exact.numbers import flat, round_half
from grader.quiz.markup.xhtml import Markup, plain
from grader.quiz.markup.xml import Xml, element, join, tag
from grader.quiz.question.records import Kind
from grader.quiz.question.wording import letters

_ONLY = "response1"
_PLACES = tr("(In decimals, {n} places at most.)")
_WHOLE = tr("(Whole numbers as they are.)")


@dataclass(frozen=True, slots=True)
class _Choice:
    """One thing to choose or to type: its identifier, its text, whether it is right, what to say
    to whoever takes it, and the response it belongs to."""

    id: str
    text: Xml | str
    right: bool
    told: str = ""
    response: str = _ONLY


@dataclass(frozen=True, slots=True)
class _Blank:
    name: str
    choices: Sequence[_Choice]


def part_xml(item: QuizItem, part: PartItem, markup: Markup) -> Xml:
    """The item of a part. The statement stands in it, so that it can be drawn by itself."""
    kind = part.part.kind
    if kind is Kind.NUMBER:
        return _numerical(item, part, markup)
    if kind is Kind.SHAPE:
        return _typed(item, part, markup)
    if kind.numeric:
        return _blanks(item, part, markup)
    if kind in (Kind.MATCHING, Kind.ORDERING):
        return _menus(item, part, markup)
    return _choice(item, part, markup)


def part_ident(item: QuizItem, part: PartItem) -> str:
    return f"{item.ident}-{part.step}"


# --------------------------------------------------------------------------- the frame


def _field(label: str, entry: object) -> Xml:
    return tag("qtimetadatafield", tag("fieldlabel", label), tag("fieldentry", entry))


def html(content: Xml) -> Xml:
    """HTML as text, as QTI 1.2 holds it."""
    return tag("mattext", str(content), texttype="text/html")


def _material(content: Xml | str) -> Xml:
    if isinstance(content, Xml):
        return tag("material", html(content))
    return tag("material", tag("mattext", content, texttype="text/plain"))


def _item(
    item: QuizItem, part: PartItem, markup: Markup, kind: str, body: Xml, asks: Xml, rules: Xml,
    told: Sequence[_Choice] = (),
) -> Xml:  # fmt: skip
    points = decimal(Fraction(str(part.part.points)))
    ident = part_ident(item, part)
    metadata = tag(
        "itemmetadata",
        tag(
            "qtimetadata",
            _field("question_type", kind),
            _field("points_possible", points),
            _field("assessment_question_identifierref", f"q-{ident}"),
        ),
    )
    decided = tag(
        "resprocessing",
        tag(
            "outcomes",
            element(
                "decvar",
                {"maxvalue": "100", "minvalue": "0", "varname": "SCORE", "vartype": "Decimal"},
            ),
        ),
        _shows(None, "general_fb") if item.worked else None,
        *(_shows(choice, f"{choice.id}_fb") for choice in told),
        rules,
    )
    worked = tag("ol", *(tag("li", markup.line(step)) for step in item.worked))
    return tag(
        "item",
        metadata,
        tag("presentation", tag("material", html(body)), asks),
        decided,
        _feedback("general_fb", worked) if item.worked else None,
        *(_feedback(f"{choice.id}_fb", markup.block(choice.told)) for choice in told),
        ident=ident,
        title=f"{plain(item.title)} {item.number:03d}: {plain(part.data['title'])}",
    )


def _shows(choice: _Choice | None, feedback: str) -> Xml:
    """A condition that shows a feedback: to everybody, or to whoever takes the choice."""
    when = tag("other")
    if choice is not None:
        when = tag("varequal", choice.id, respident=choice.response)
    return tag(
        "respcondition",
        tag("conditionvar", when),
        tag("displayfeedback", feedbacktype="Response", linkrefid=feedback),
        continue_="Yes",
    )


def _feedback(ident: str, content: Xml) -> Xml:
    return tag("itemfeedback", tag("flow_mat", tag("material", html(content))), ident=ident)


def _scores(condition: Xml, worth: str = "100", action: str = "Set") -> Xml:
    points = tag("setvar", worth, action=action, varname="SCORE")
    last = "No" if action == "Set" else None
    return tag("respcondition", tag("conditionvar", condition), points, continue_=last)


def _asked(item: QuizItem, part: PartItem, markup: Markup, *rest: Xml) -> Xml:
    return tag("div", markup.statement(item.data), markup.block(part.data["prompt"]), join(*rest))


# --------------------------------------------------------------------------- the kinds


def _numerical(item: QuizItem, part: PartItem, markup: Markup) -> Xml:
    slack = part.part.slack
    conditions = []
    for key in part.keys:
        # Exact arithmetic: the bounds that are written differ from the key by the slack.
        number = Fraction(decimal(key))
        low, high = decimal(number - slack), decimal(number + slack)
        between = tag(
            "and",
            tag("vargte", low, respident=_ONLY),
            tag("varlte", high, respident=_ONLY),
        )
        conditions.append(tag("or", tag("varequal", decimal(number), respident=_ONLY), between))
    asks = tag(
        "response_str",
        tag("render_fib", tag("response_label", ident="answer1"), fibtype="Decimal"),
        ident=_ONLY,
        rcardinality="Single",
    )
    rules = join(*(_scores(c) for c in conditions))
    return _item(item, part, markup, "numerical_question", _asked(item, part, markup), asks, rules)


def _typed(item: QuizItem, part: PartItem, markup: Markup) -> Xml:
    forms = dict.fromkeys(form for key in part.keys for form in written_shapes(key))
    asks = tag(
        "response_str",
        tag("render_fib", tag("response_label", ident="answer1", rshuffle="No")),
        ident=_ONLY,
        rcardinality="Single",
    )
    rules = _scores(join(*(tag("varequal", form, respident=_ONLY) for form in forms)))
    return _item(
        item, part, markup, "short_answer_question", _asked(item, part, markup), asks, rules
    )


def _choice(item: QuizItem, part: PartItem, markup: Markup) -> Xml:
    expected = letters(part.asked, part.part, part.key)
    several = part.part.kind is Kind.CHOICES
    choices = [
        _Choice(
            option["id"],
            markup.plot(option["svg"]) if option["svg"] else _said(option["text"], markup),
            option["id"] in expected,
            "" if option["id"] in expected else part.why(option["id"], item.lang),
        )
        for option in part.data["options"]
    ]
    labels = [tag("response_label", _material(c.text), ident=c.id) for c in choices]
    asks = tag(
        "response_lid",
        tag("render_choice", *labels),
        ident=_ONLY,
        rcardinality="Multiple" if several else "Single",
    )
    equal = {c.id: tag("varequal", c.id, respident=_ONLY) for c in choices}
    if several:
        both = [equal[c.id] if c.right else tag("not", equal[c.id]) for c in choices]
        rules = _scores(tag("and", *both))
    else:
        rules = _scores(join(*(equal[c.id] for c in choices if c.right)))
    kind = "multiple_answers_question" if several else "multiple_choice_question"
    told = [c for c in choices if c.told]
    return _item(item, part, markup, kind, _asked(item, part, markup), asks, rules, told)


def _said(source: str, markup: Markup) -> Xml | str:
    return markup.line(source) if "$" in source else source


# --------------------------------------------------------------------------- blanks


def _filled(
    item: QuizItem, part: PartItem, markup: Markup, kind: str, body: Xml, blanks: Sequence[_Blank]
) -> Xml:
    """A question of several blanks or menus, which count alike."""
    asks, rules, told = [], [], []
    worth = decimal(round_half(Fraction(100, len(blanks)), 4))
    for blank in blanks:
        name = f"response_{blank.name}"
        labels = [tag("response_label", _material(c.text), ident=c.id) for c in blank.choices]
        asks.append(
            tag(
                "response_lid",
                tag("material", tag("mattext", blank.name)),
                tag("render_choice", *labels),
                ident=name,
            )
        )
        right = next(c for c in blank.choices if c.right)
        rules.append(_scores(tag("varequal", right.id, respident=name), worth, "Add"))
        told += [replace(c, response=name) for c in blank.choices if c.told]
    return _item(item, part, markup, kind, body, join(*asks), join(*rules), told)


def _blanks(item: QuizItem, part: PartItem, markup: Markup) -> Xml:
    names = [f"{part.step}{at + 1}" for at in range(len(part.cells))]
    rows, columns = part.grid
    cells = [
        tag("td", join(markup.line(label), " ") if label else None, f"[{name}]")
        for name, label in zip(names, part.labels, strict=True)
    ]
    lines = [tag("tr", *cells[r * columns : (r + 1) * columns]) for r in range(rows)]
    table = tag("table", tag("tbody", *lines))
    keys = [list(flat(key)) for key in part.keys]
    blanks = []
    for at, name in enumerate(names):
        numbers = [key[at] for key in keys]
        forms = dict.fromkeys(form for number in numbers for form in written_numbers(number, part))
        choices = [_Choice(f"{name}_{i}", form, True) for i, form in enumerate(forms, 1)]
        blanks.append(_Blank(name, choices))
    most = most_decimals(part)
    note = _PLACES.format(n=most) if part.part.decimals else _WHOLE
    body = _asked(item, part, markup, tag("p", note[item.lang]), table)
    return _filled(item, part, markup, "fill_in_multiple_blanks_question", body, blanks)


def _menus(item: QuizItem, part: PartItem, markup: Markup) -> Xml:
    expected = letters(part.asked, part.part, part.key)
    options = {o["id"]: plain(o["text"]) for o in part.data["options"]}
    matching = part.part.kind is Kind.MATCHING
    lines, blanks = [], []
    for at, letter in enumerate(expected):
        name = f"{part.step}{at + 1}"
        shown = markup.line(part.data["items"][at]) if matching else None
        lines.append(tag("li", shown, f" [{name}]"))
        choices = [
            _Choice(
                f"{name}_{id}",
                said,
                id == letter,
                part.confusion(at, id, item.lang) if matching else "",
            )
            for id, said in options.items()
        ]
        blanks.append(_Blank(name, choices))
    body = _asked(item, part, markup, tag("ol", *lines))
    return _filled(item, part, markup, "multiple_dropdowns_question", body, blanks)
