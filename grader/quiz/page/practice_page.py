"""The practice page: every practice variant of a quiz, marked where the learner sits."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from grader.quiz.page.graded_page import sheet
from grader.quiz.page.page_data import question_data, variant_data
from grader.quiz.page.page_frame import (
    ENGINE,
    framed,
    language,
    packed,
    said,
    scripts,
)
from grader.quiz.page.prose import formula, line, merged
from grader.quiz.port.javascript import Ported, ported
from grader.quiz.port.numpy_code import numpy_cell
from grader.quiz.question.records import Quiz, Variant
from grader.quiz.question.statement import statement_data
from grader.quiz.question.wording import filled
from grader.quiz.variants.drawing import practice_variant
from grader.quiz.variants.pool import Pool
from grader.render.html_page import in_languages, json_for_script, languages

SAID = (
    "points", "right", "partly", "wrong", "named", "named_two", "why", "diverges", "yours", "due",
    "due_given", "again", "again_like", "solved", "progress", "progress_none", "progress_open",
    "forgotten", "blank", "old_browser", "variant", "slide_numbers", "copied", "select", "no_fit",
)  # fmt: skip

_MATH = re.compile(r"\$([^$]+)\$")


def practice_page(quiz: Quiz, pool: Pool, lang: str = "zh-TW", *, variants: int = 100) -> str:
    """The page on which a quiz is practised: one HTML file, for `file://` as well.

    It marks by itself, exactly as `marking.marks` does, with the question's own steps and mistakes
    (see `port.javascript`). `variants` is how many of the practice pool it holds, the slide's own
    first; graded variants are not on it. `lang` is the language it opens in.

    Raises:
        NotPortableError: a step of a question cannot be carried over to the browser.
    """
    with in_languages(quiz.languages):
        return _practice_page(quiz, pool, language(lang), variants)


def _practice_page(quiz: Quiz, pool: Pool, lang: str, variants: int) -> str:
    count = max(1, min([variants, *(len(pool[q.id].practice) for q in quiz.questions)]))
    functions = {q.id: ported(q) for q in quiz.questions}
    drawn = [practice_variant(quiz, pool, number) for number in range(count)]
    held = [_held(variant, functions, lang) for variant in drawn]
    questions = [question_data(q) for q in quiz.questions]
    shown = {tag: statement_data(drawn[0], tag) for tag in languages()}
    code = ",\n".join(f"{json.dumps(id)}: {found.script}" for id, found in functions.items())
    return framed(
        "practice",
        lang,
        title=quiz.title,
        script=scripts((*ENGINE, "form", "again", "practice"), f"const ported = {{\n{code}\n}};\n"),
        style="practice",
        quiz=quiz,
        questions=merged(shown)["questions"],
        hints={q.id: q.hints for q in quiz.questions},
        first={id: _markup(one) for id, one in held[0].items()},
        count=count,
        said=json_for_script(said(*SAID)),
        meta=json_for_script(
            {
                "quiz": quiz.id,
                "questions": questions,
                "first": held[0],
                "count": count,
                "math": _formulas([questions, held]),
            }
        ),
        # Question by question: what repeats from variant to variant is then near enough to pack.
        stock=packed({q.id: [one[q.id] for one in held[1:]] for q in quiz.questions}),
    )


def _held(variant: Variant, functions: dict[str, Ported], lang: str) -> dict[str, dict[str, Any]]:
    """What the page holds of one variant, by question: data, and HTML of what is shown."""
    shown = merged({tag: statement_data(variant, tag) for tag in languages()})["questions"]
    out = {}
    for asked, statement in zip(variant.asked, shown, strict=True):
        out[asked.question.id] = {
            **variant_data(asked, functions[asked.question.id]),
            "html": sheet(statement, lang, practice=True),
            "worked": [
                [one.step, str(line(filled(asked, one.text)))] for one in asked.question.worked
            ],
            "cell": numpy_cell(asked),
        }
    return out


def _markup(held: dict[str, Any]) -> dict[str, Any]:
    """The HTML of the first variant, to stand on the page as it opens."""
    return {"html": Markup(held["html"]), "cell": held["cell"]}  # noqa: S704 - ours


def _formulas(data: Any) -> dict[str, str]:
    """MathML of every formula in explanations, by its LaTeX: the page cannot convert it."""
    return {latex: str(formula(latex)) for text in _texts(data) for latex in _MATH.findall(text)}


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        for name, value in data.items():
            if name not in ("html", "worked", "cell", "params"):
                yield from _texts(value)
    elif isinstance(data, list):
        for value in data:
            yield from _texts(value)
    elif isinstance(data, str):
        yield data
