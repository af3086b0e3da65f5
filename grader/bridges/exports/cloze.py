"""Moodle's embedded answers (cloze): all parts of a question in one text.

A field is `{weight:KIND:=right#feedback~%0%wrong#feedback}`. What would end a field or an answer
is written as a character reference, which Moodle turns back.
"""

from __future__ import annotations

import math
from fractions import Fraction

from grader.bridges.exports.items import PartItem, QuizItem
from grader.bridges.exports.number_cells import decimal, replies, tolerance
from grader.bridges.exports.spellings import written_shapes
from grader.quiz.markup.xhtml import Markup, plain
from grader.quiz.markup.xml import Xml, join, tag, text
from grader.quiz.question.records import Kind
from grader.quiz.question.wording import letters

_REFERENCES = {c: f"&#{ord(c)};" for c in "{}~#=%/\\\"'*"}


def cloze(item: QuizItem, markup: Markup) -> Xml:
    """The parts of the question, each with its fields."""
    weights = _weights(item)
    blocks = [
        _block(item, part, weight, markup) for part, weight in zip(item.parts, weights, strict=True)
    ]
    return join(*blocks)


def _weights(item: QuizItem) -> list[int]:
    """Of each field of each part, whole numbers in the proportion of the points."""
    shares = [Fraction(str(p.part.points)) / _fields(p) for p in item.parts]
    scale = math.lcm(*(s.denominator for s in shares))
    whole = [int(s * scale) for s in shares]
    divisor = math.gcd(*whole)
    return [w // divisor for w in whole]


def _fields(part: PartItem) -> int:
    kind = part.part.kind
    if kind in (Kind.VECTOR, Kind.MATRIX):
        return len(part.cells)
    if kind is Kind.MATCHING:
        return len(part.data["items"])
    return len(part.data["options"]) if kind is Kind.ORDERING else 1


def _block(item: QuizItem, part: PartItem, weight: int, markup: Markup) -> Xml:
    prompt = join(tag("strong", markup.line(part.data["title"])), tag("br"))
    head = tag("p", prompt, markup.line(part.data["prompt"]))
    kind = part.part.kind
    if kind.numeric:
        return join(head, _numbers(item, part, weight, markup))
    if kind is Kind.SHAPE:
        return join(head, tag("p", _shape(item, part, weight)))
    if kind is Kind.MATCHING:
        return join(head, _menus(item, part, weight, markup))
    if kind is Kind.ORDERING:
        return join(head, _order(part, weight, markup))
    shown, menu = _offered(part, markup)
    if kind is Kind.CHOICES:
        return join(head, shown, tag("p", _several(item, part, weight, menu)))
    return join(head, shown, tag("p", _one(item, part, weight, menu)))


def field(weight: int, kind: str, answers: list[tuple[str, str, str]]) -> Xml:
    """A field of (percent, answer, feedback); 100 percent is written `=`."""
    written = []
    for percent, answer, feedback in answers:
        mark = "=" if percent == "100" else f"%{percent}%"
        told = f"#{_html(feedback)}" if feedback else ""
        written.append(f"{mark}{answer}{told}")
    # Answers are references already: what Moodle's HTML holds is escaped once.
    return Xml(f"{{{weight}:{kind}:{'~'.join(written)}}}")


def _safe(said: str) -> str:
    """Text that Moodle unescapes once."""
    escaped = str(text(said))
    return "".join(_REFERENCES.get(c, c) for c in escaped)


def _html(said: str) -> str:
    """Text that Moodle unescapes once, and then takes for HTML."""
    return _safe(str(text(said)))


def _numbers(item: QuizItem, part: PartItem, weight: int, markup: Markup) -> Xml:
    slack = tolerance(part)
    cells = []
    for options in replies(part):
        answers = [
            (
                _percent(reply.credit),
                f"{decimal(reply.number)}:{slack}",
                plain(reply.text[item.lang]),
            )
            for reply in options
        ]
        cells.append(field(weight, "NUMERICAL", answers))
    rows, columns = part.grid
    if rows * columns == 1:
        return tag("p", cells[0])
    labels = [markup.line(label) for label in part.labels]
    lines = []
    for r in range(rows):
        at = range(r * columns, (r + 1) * columns)
        row = [tag("td", join(labels[i], " ") if labels[i] else None, cells[i]) for i in at]
        lines.append(tag("tr", *row))
    return tag("table", tag("tbody", *lines), class_="quiz-entries")


def _percent(share: Fraction) -> str:
    percent = share * 100
    return str(int(percent)) if percent.denominator == 1 else decimal(percent)


def _shape(item: QuizItem, part: PartItem, weight: int) -> Xml:
    answers: list[tuple[str, str, str]] = []
    taken: set[str] = set()
    wrong = [(k.value, plain(k.text[item.lang])) for k in part.known]
    for percent, value, told in (
        *(("100", key, "") for key in part.keys),
        *(("0", value, told) for value, told in wrong if told),
    ):
        for form in written_shapes(value):
            if form not in taken:
                taken.add(form)
                answers.append((percent, _safe(form), told))
    return field(weight, "SHORTANSWER", answers)


def _offered(part: PartItem, markup: Markup) -> tuple[Xml, dict[str, str]]:
    """What stands above a menu, and the menu by letter: a menu shows neither formulas nor
    pictures, so with those it offers letters."""
    options = part.data["options"]
    if not any(o["svg"] or "$" in o["text"] for o in options):
        return join(), {o["id"]: plain(o["text"]) for o in options}
    shown = []
    for option in options:
        body = markup.plot(option["svg"]) if option["svg"] else markup.line(option["text"])
        shown.append(tag("p", tag("strong", option["id"]), " ", body))
    return join(*shown), {o["id"]: o["id"] for o in options}


def _one(item: QuizItem, part: PartItem, weight: int, menu: dict[str, str]) -> Xml:
    expected = letters(part.asked, part.part, part.key)
    answers = [
        ("100", _html(said), "")
        if letter in expected
        else ("0", _html(said), plain(part.why(letter, item.lang)))
        for letter, said in menu.items()
    ]
    return field(weight, "MULTICHOICE_V", answers)


def _several(item: QuizItem, part: PartItem, weight: int, menu: dict[str, str]) -> Xml:
    expected = letters(part.asked, part.part, part.key)
    share = _percent(Fraction(100, 100 * len(expected)))
    answers = [
        (share if letter in expected else f"-{share}", _html(said), "")
        if letter in expected
        else (f"-{share}", _html(said), plain(part.why(letter, item.lang)))
        for letter, said in menu.items()
    ]
    return field(weight, "MULTIRESPONSE", answers)


def _menus(item: QuizItem, part: PartItem, weight: int, markup: Markup) -> Xml:
    shown, menu = _offered(part, markup)
    expected = letters(part.asked, part.part, part.key)
    lines = []
    for at, said in enumerate(part.data["items"]):
        answers = [
            (
                "100" if letter == expected[at] else "0",
                _html(name),
                plain(part.confusion(at, letter, item.lang)),
            )
            for letter, name in menu.items()
        ]
        lines.append(tag("li", markup.line(said), " ", field(weight, "MULTICHOICE", answers)))
    return join(shown, tag("ol", *lines))


def _order(part: PartItem, weight: int, markup: Markup) -> Xml:
    shown, menu = _offered(part, markup)
    lines = []
    for expected in letters(part.asked, part.part, part.key):
        answers = [
            ("100" if letter == expected else "0", _html(name), "") for letter, name in menu.items()
        ]
        lines.append(tag("li", field(weight, "MULTICHOICE", answers)))
    return join(shown, tag("ol", *lines))
