"""The key and the worked solution of one student's quiz, as a page to read or to print."""

from __future__ import annotations

from typing import Any

from grader.language.text import NO_TEXT, Text, tr
from grader.quiz.marking.keys import key_data
from grader.quiz.page.page_frame import framed, scripts
from grader.quiz.page.page_words import word
from grader.quiz.page.prose import drawing, merged
from grader.quiz.question.records import Variant
from grader.quiz.question.statement import statement_data
from grader.render.html_page import in_languages, languages

SAID: dict[str, Text] = {
    "key": tr("Key and worked solution"),
    "answer": tr("Answer"),
    "worked": tr("Step by step"),
    "secret": tr("This is the key: keep it from those who may still answer."),
    "statement": tr("Statement"),
}


def key_page(variant: Variant, lang: str = "zh-TW") -> str:
    """One HTML file with every question as the student has it, each part's key below it, and the
    solution step by step in the student's numbers, in every language of the quiz."""
    with in_languages(variant.quiz.languages):
        return _key_page(variant, lang)


def _key_page(variant: Variant, lang: str) -> str:
    data: Any = merged({one: statement_data(variant, one) for one in languages()})
    keys: Any = merged({one: key_data(variant, one) for one in languages()})
    return framed(
        "key",
        lang,
        title=variant.quiz.title,
        script=scripts(()),
        quiz=variant.quiz,
        student=variant.student or "",
        attempt=word("attempt", n=variant.number + 1) if variant.student else NO_TEXT,
        fingerprint=data["fingerprint"]["en"],
        questions=data["questions"],
        keys=keys["parts"],
        worked=keys["worked"],
        drawing=drawing,
        texts=SAID,
        practice=False,
    )
