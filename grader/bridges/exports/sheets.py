"""A quiz on A4: the questions with room to answer, and the key with the worked solutions.

Pages that a browser prints; nothing is loaded from anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from grader.bridges.exports.items import PartItem, QuizItem
from grader.language.text import tr, tr_in
from grader.quiz.markup.xhtml import Markup as Texts
from grader.quiz.markup.xhtml import mathml, plain
from grader.quiz.markup.xml import Xml
from grader.quiz.question.records import Kind, Quiz
from grader.quiz.question.wording import answer_text
from grader.render.html_page import templates_folder
from grader.render.views import number

_WORDS = {
    "version": tr("Version"),
    "name": tr("Name"),
    "id": tr("Student id"),
    "date": tr("Date"),
    "score": tr("Score"),
    "points": tr_in("a unit", "points"),
    "key": tr("Key"),
}
_LONG = 24
"""Characters of an option (Chinese ones count twice) that still go into half a line."""

_BRACKETS = re.compile(
    r"<mrow><mo[^>]*>\[</mo><mtable((?:(?!</mtable>).)*</mtable>)<mo[^>]*>\]</mo></mrow>", re.DOTALL
)
_BRACE = re.compile(
    r"<mrow><mo[^>]*>\{</mo><mtable((?:(?!</mtable>).)*</mtable>)<mo[^>]*>\u2063?</mo></mrow>",
    re.DOTALL,
)


def question_sheet(quiz: Quiz, questions: Sequence[Sequence[QuizItem]], lang: str) -> str:
    """The questions: sheet k has variant k of each. `questions` holds the variants of each."""
    return _page("questions", quiz, questions, lang)


def answer_sheet(quiz: Quiz, questions: Sequence[Sequence[QuizItem]], lang: str) -> str:
    """Key and worked solutions of the same sheets."""
    return _page("key", quiz, questions, lang)


def printed_math(latex: str, display: bool) -> Xml:
    """MathML whose matrices and cases have drawn brackets: see the style sheet."""
    made = _BRACKETS.sub(_classed("bracket"), mathml(latex, display))
    return Xml(_BRACE.sub(_classed("brace"), made))


def _classed(name: str) -> str:
    return rf'<mtable class="{name}"\1'


def _page(name: str, quiz: Quiz, questions: Sequence[Sequence[QuizItem]], lang: str) -> str:
    texts = Texts(printed_math, inline_svg=True)
    sheets = [
        {"number": at + 1, "questions": [_question(v[at], texts) for v in questions]}
        for at in range(min(map(len, questions), default=0))
    ]
    title = plain(quiz.title[lang])
    words = {key: text[lang] for key, text in _WORDS.items()}
    return (
        _environment()
        .get_template(f"print/{name}.html.j2")
        .render(
            lang=lang,
            heading=title if name == "questions" else f"{title} · {words['key']}",
            title=title,
            summary=_safe(texts.line(quiz.summary[lang])),
            say=words,
            sheets=sheets,
        )
    )


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(templates_folder()),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


def _safe(html: str) -> Markup:
    """Markup made by `exports.xml`, which escapes what is text."""
    return Markup(html)  # noqa: S704


def _question(item: QuizItem, texts: Texts) -> dict[str, Any]:
    return {
        "title": plain(item.title),
        "points": number(item.points),
        "statement": _safe(texts.statement(item.data)),
        "parts": [_part(part, texts) for part in item.parts],
        "worked": [_safe(texts.line(step)) for step in item.worked],
    }


def _part(part: PartItem, texts: Texts) -> dict[str, Any]:
    data = part.data
    shown: dict[str, Any] = {
        "kind": data["kind"],
        "title": _safe(texts.line(data["title"])),
        "prompt": _safe(texts.line(data["prompt"])),
        "points": number(part.part.points),
        "answer": _answer(part),
    }
    if part.part.kind in (Kind.VECTOR, Kind.MATRIX):
        rows, columns = part.grid
        # A column of boxes lies down on paper, where its order is plain from the labels.
        shown["across"] = rows if columns == 1 else columns
        shown["labels"] = [_safe(texts.line(label)) for label in part.labels]
    if part.part.kind.chosen:
        shown["options"] = [
            {
                "id": o["id"],
                "body": _safe(texts.plot(o["svg"]) if o["svg"] else texts.line(o["text"])),
            }
            for o in data["options"]
        ]
        shown["long"] = any(_width(o["text"]) > _LONG for o in data["options"])
        shown["told"] = [_safe(texts.line(said)) for said in data.get("items", ())]
    return shown


def _answer(part: PartItem) -> str:
    """The key as one would write it; of one choice, its text as well."""
    said = answer_text(part.asked, part.part, part.key)
    if part.part.kind is Kind.CHOICE:
        texts = [plain(o["text"]) for o in part.data["options"] if o["id"] == said]
        return f"{said}. {texts[0]}"
    if part.part.kind is Kind.MATCHING:
        return ", ".join(f"{i}{letter}" for i, letter in enumerate(said.split(", "), 1))
    return said


def _width(source: str) -> int:
    return sum(2 if ord(c) > 0x2E7F else 1 for c in plain(source))
