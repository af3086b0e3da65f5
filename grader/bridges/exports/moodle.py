"""Moodle XML: one category a question, one Moodle question a variant.

A question of one part is Moodle's own kind where there is one: numerical, multichoice, matching.
Everything else, and every question of several parts, is a cloze, so that all its parts are about
the same numbers however Moodle draws.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Sequence
from fractions import Fraction

from grader.bridges.exports.cloze import cloze
from grader.bridges.exports.items import PartItem, QuizItem
from grader.bridges.exports.number_cells import decimal, replies, tolerance
from grader.quiz.markup.xhtml import Markup, moodle_math, plain
from grader.quiz.markup.xml import Xml, document, element, join, tag, text
from grader.quiz.question.records import Kind, Quiz
from grader.quiz.question.wording import letters

_PERCENT = (
    "100 90 83.33333 80 75 70 66.66667 60 50 40 33.33333 30 25 20 16.66667 14.28571 12.5 11.11111"
    " 10 5 0"
)
GRADES = tuple(map(Fraction, _PERCENT.split()))
"""The fractions, in percent, that Moodle takes."""

_ROOT = "$course$/top/"
_UNTOLD = ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")


def moodle_xml(quiz: Quiz, questions: Iterable[Sequence[QuizItem]], lang: str) -> str:
    """The file that Moodle's question bank imports. `questions` holds the variants of each."""
    parts: list[Xml] = []
    for variants in questions:
        if not variants:
            continue
        parts.append(_category(quiz.title[lang], variants[0].title, quiz.summary[lang]))
        parts += [_question(item) for item in variants]
    return document(tag("quiz", *parts))


def fraction(share: Fraction) -> str:
    """A share in [−1, 1] as the nearest fraction that Moodle takes."""
    percent = abs(share) * 100
    nearest = min(GRADES, key=lambda grade: abs(grade - percent))
    sign = "-" if share < 0 and nearest else ""
    return sign + decimal(nearest if nearest.denominator > 1 else int(nearest))


def _category(quiz: str, question: str, summary: str) -> Xml:
    # A slash of a name is doubled, or it would begin a category below.
    path = _ROOT + "/".join(name.replace("/", "//") for name in (quiz, plain(question)))
    return tag(
        "question",
        tag("category", _text(path)),
        element("info", {"format": "html"}, _text(summary)),
        type="category",
    )


def _question(item: QuizItem) -> Xml:
    parts = item.parts
    if len(parts) == 1:
        kind = parts[0].part.kind
        if kind is Kind.NUMBER:
            return _numerical(item, parts[0])
        if kind in (Kind.CHOICE, Kind.CHOICES, Kind.PLOT):
            return _multichoice(item, parts[0])
        if kind is Kind.MATCHING and _nothing_to_tell(parts[0], item.lang):
            return _matching(item, parts[0])
    markup = _markup()
    body = join(markup.statement(item.data), cloze(item, markup))
    return _frame("cloze", item, markup, body, grade=False)


def _markup() -> Markup:
    return Markup(moodle_math, folder="@@PLUGINFILE@@/")


def _frame(
    kind: str, item: QuizItem, markup: Markup, body: Xml, *rest: Xml, grade: bool = True
) -> Xml:
    """What all questions have, then `rest`. A cloze has no grade of its own: Moodle adds it up."""
    points = decimal(Fraction(str(item.points)))
    worked = (
        tag("ol", *(tag("li", markup.line(step)) for step in item.worked)) if item.worked else ""
    )
    files = markup.images
    hints = [element("hint", {"format": "html"}, _text(markup.block(h))) for h in item.hints]
    return tag(
        "question",
        tag("name", _text(f"{plain(item.title)} {item.number:03d}")),
        element("questiontext", {"format": "html"}, _text(body), *_files(files)),
        element("generalfeedback", {"format": "html"}, _text(worked)),
        tag("defaultgrade", points) if grade else None,
        tag("penalty", "0.3333333"),
        tag("hidden", "0"),
        tag("idnumber", item.ident),
        *rest,
        *hints,
        type=kind,
    )


def _text(content: str) -> Xml:
    """HTML is text to Moodle's XML, so markup is escaped as well."""
    return tag("text", text(str(content)))


def _files(images: dict[str, bytes]) -> list[Xml]:
    return [
        tag("file", base64.b64encode(data).decode(), name=name, path="/", encoding="base64")
        for name, data in sorted(images.items())
    ]


def _feedback(html: Xml | str) -> Xml:
    return element("feedback", {"format": "html"}, _text(html))


def _prompt(item: QuizItem, part: PartItem, markup: Markup) -> Xml:
    return join(markup.statement(item.data), markup.block(part.data["prompt"]))


def _numerical(item: QuizItem, part: PartItem) -> Xml:
    markup = _markup()
    answers = [
        tag(
            "answer",
            _text(decimal(reply.number)),
            tag("tolerance", tolerance(part)),
            _feedback(markup.block(reply.text[item.lang])),
            fraction=fraction(reply.credit),
            format="moodle_auto_format",
        )
        for reply in replies(part)[0]
    ]
    units = (
        tag("unitgradingtype", "0"),
        tag("unitpenalty", "0.1"),
        tag("showunits", "3"),
        tag("unitsleft", "0"),
    )
    return _frame("numerical", item, markup, _prompt(item, part, markup), *answers, *units)


def _multichoice(item: QuizItem, part: PartItem) -> Xml:
    markup = _markup()
    expected = letters(part.asked, part.part, part.key)
    several = part.part.kind is Kind.CHOICES
    answers = []
    for option in part.data["options"]:
        share = (
            Fraction(1, len(expected))
            if option["id"] in expected
            else Fraction(-1 if several else 0)
        )
        if several and share < 0:
            share = Fraction(-1, len(expected))
        own = Markup(markup.math, markup.folder)
        shown = own.plot(option["svg"]) if option["svg"] else own.line(option["text"])
        told = "" if option["id"] in expected else part.why(option["id"], item.lang)
        answers.append(
            tag(
                "answer",
                _text(shown),
                *_files(own.images),
                _feedback(markup.block(told)),
                fraction=fraction(share),
                format="html",
            )
        )
    return _frame(
        "multichoice",
        item,
        markup,
        _prompt(item, part, markup),
        tag("single", "false" if several else "true"),
        tag("shuffleanswers", "true" if part.part.shuffled else "false"),
        tag("answernumbering", "ABCD"),
        tag("showstandardinstruction", "0"),
        *(element(name, {"format": "html"}, _text("")) for name in _UNTOLD),
        *answers,
    )


def _nothing_to_tell(part: PartItem, lang: str) -> bool:
    """Moodle's own matching has no feedback to a pair; a cloze has."""
    return not any(
        part.confusion(at, option["id"], lang)
        for at in range(len(part.data["items"]))
        for option in part.data["options"]
    )


def _matching(item: QuizItem, part: PartItem) -> Xml:
    markup = _markup()
    options = {o["id"]: plain(o["text"]) for o in part.data["options"]}
    expected = letters(part.asked, part.part, part.key)
    pairs = [*zip(part.data["items"], expected, strict=True)]
    pairs += [("", letter) for letter in options if letter not in expected]
    return _frame(
        "matching",
        item,
        markup,
        _prompt(item, part, markup),
        tag("shuffleanswers", "true"),
        *(element(name, {"format": "html"}, _text("")) for name in _UNTOLD),
        *(
            element(
                "subquestion",
                {"format": "html"},
                _text(markup.line(said)),
                tag("answer", _text(options[letter])),
            )
            for said, letter in pairs
        ),
    )
