"""Graded pages: statement and inputs, and nothing from which a key could be told.

Whatever is on these pages comes from `statement.statement_data`; this module reads no value, no
mistake, no hint and no solution of a variant.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from grader.language.text import NO_TEXT, Text
from grader.quiz.page.page_frame import (
    READING,
    framed,
    language,
    packed,
    said,
    scripts,
)
from grader.quiz.page.page_words import word
from grader.quiz.page.prose import block, drawing, line, merged
from grader.quiz.question.records import Mode, Variant
from grader.quiz.question.statement import ANSWERS, statement_data
from grader.render.html_page import environment, in_languages, json_for_script

SAID = (
    "keep_local", "keep_not", "keep_done", "keep_restored", "keep_opened", "keep_blank",
    "bad_file", "other_student", "other_statement", "copied", "select", "no_fit", "unknown",
    "attempt", "old_browser",
)  # fmt: skip


OWN = ("student", "attempt", "fingerprint")
"""What tells one student's answers file from another's."""


def answers_name(quiz: str) -> str:
    """What the answers file of a quiz is called."""
    return f"{quiz}.answers.json"


def graded_page(variant: Variant, lang: str = "zh-TW", *, note: Text = NO_TEXT) -> str:
    """The page on which a student answers a graded variant: one HTML file, for `file://` as well.

    It saves what `entries.attempt_from_json` reads. `note` is the instructor's (a deadline, how
    to hand in). `lang` is the language it opens in.

    Raises:
        ValueError: the variant is one for practice.
    """
    with in_languages(variant.quiz.languages):
        return _graded_page(variant, lang, note)


def _graded_page(variant: Variant, lang: str, note: Text) -> str:
    shown = statements(variant)
    first = next(iter(shown.values()))
    return framed(
        "graded",
        lang,
        title=variant.quiz.title,
        script=scripts((*READING, "form", "graded")),
        quiz=variant.quiz,
        student=variant.student or "",
        attempt=word("attempt", n=variant.number + 1),
        note=note,
        file=answers_name(variant.quiz.id),
        asking=False,
        practice=False,
        questions=merged(shown)["questions"],
        drawing=drawing,
        cell=_cell(shown[language(lang)]),
        said=json_for_script(said(*SAID)),
        meta=json_for_script(_head(first)),
    )


def asking_page(variants: Sequence[Variant], lang: str = "zh-TW", *, note: Text = NO_TEXT) -> str:
    """One page for a whole class: it asks for the student id and shows that student's statement.

    `variants` are those of all students, of one quiz. Ids are on the page only as digests, by
    which statements are found. That hides the list, not the statements: whoever knows a
    classmate's id sees the classmate's numbers, as on the classmate's own page. There is no key.

    Raises:
        ValueError: there is none, one is for practice, has no student, or is of another quiz, or
            two are of one student.
    """
    if not variants or len({v.quiz.id for v in variants}) != 1:
        raise ValueError("the variants of one quiz are due")
    with in_languages(variants[0].quiz.languages):
        return _asking_page(variants, lang, note)


def _asking_page(variants: Sequence[Variant], lang: str, note: Text) -> str:
    quiz = variants[0].quiz
    students: dict[str, list[Any]] = {}
    sheets: dict[str, dict[str, int]] = {question.id: {} for question in quiz.questions}
    cells: dict[str, int] = {}
    for variant in variants:
        name = _digest(variant)
        if name in students:
            raise ValueError(f"{variant.student} is there twice")
        shown = statements(variant)
        mine = []
        for question in merged(shown)["questions"]:
            known = sheets[question["id"]["en"]]
            mine.append(known.setdefault(sheet(question, lang), len(known)))
        head = _head(shown[language(lang)])
        cell = cells.setdefault(_cell(shown[language(lang)], named=False), len(cells))
        students[name] = [head["attempt"], head["fingerprint"], cell, mine]
    shown = statements(variants[0])
    return framed(
        "graded",
        lang,
        title=quiz.title,
        script=scripts((*READING, "form", "graded", "asking")),
        quiz=quiz,
        student="",
        attempt=None,
        note=note,
        file=answers_name(quiz.id),
        asking=True,
        practice=False,
        questions=merged(shown)["questions"],
        drawing=drawing,
        cell="",
        said=json_for_script(said(*SAID)),
        meta=json_for_script(
            {n: v for n, v in _head(shown[language(lang)]).items() if n not in OWN}
        ),
        stock=packed(
            {
                # In the order of the digests: the order of the roster is nobody's business.
                "students": dict(sorted(students.items())),
                "sheets": {id: list(known) for id, known in sheets.items()},
                "cells": list(cells),
            }
        ),
    )


def _digest(variant: Variant) -> str:
    if not variant.student:
        raise ValueError("a variant has no student")
    name = unicodedata.normalize("NFC", variant.student).strip()
    return hashlib.sha256(f"{variant.quiz.id}\n{name}".encode()).hexdigest()[:32]


def sheet(question: dict[str, Any], lang: str, *, practice: bool = False) -> str:
    """HTML of one question, its texts merged: its statement and its inputs."""
    html = (
        environment()
        .get_template("quiz/sheet.html.j2")
        .render(
            q=question, lang=language(lang), practice=practice, word=word, line=line, block=block,
            drawing=drawing,
        )
    )  # fmt: skip
    return re.sub(r"\n\s*", "\n", html)


def statements(variant: Variant) -> dict[str, dict[str, Any]]:
    """The statement by language.

    Raises:
        ValueError: the variant is one for practice.
    """
    if variant.mode is not Mode.GRADED:
        raise ValueError("a graded page is for a graded variant")
    return {tag: statement_data(variant, tag) for tag in variant.quiz.languages}


def _head(statement: dict[str, Any]) -> dict[str, Any]:
    """What an answers file says besides the answers."""
    names = ("quiz", "mode", *OWN)
    return {"schema": ANSWERS, **{name: statement[name] for name in names}}


def answers_cell(variant: Variant, lang: str = "zh-TW") -> str:
    """Python code that writes the same answers file as the page, once its quotes are filled."""
    tags = variant.quiz.languages
    return _cell(statement_data(variant, lang if lang in tags else tags[0]))


def _cell(statement: dict[str, Any], *, named: bool = True) -> str:
    """`named` False leaves `@student@`, `@attempt@` and `@fingerprint@` in place of theirs."""
    lines = ["import json", "", "answers = {"]
    for question in statement["questions"]:
        lines.append(f"    # {question['title']}")
        lines += [f"    {_literal(p['id'])}: {_literal(_blank(p))}," for p in question["parts"]]
    lines += ["}", "data = {"]
    for name, value in _head(statement).items():
        shown = _literal(value) if named or name not in OWN else f"@{name}@"
        lines.append(f"    {_literal(name)}: {shown},")
    name = _literal(answers_name(statement["quiz"]))
    lines += [
        '    "answers": answers,',
        "}",
        f'with open({name}, "w", encoding="utf-8", newline="\\n") as file:',
        '    file.write(json.dumps(data, ensure_ascii=False, indent=1) + "\\n")',
    ]
    return "\n".join(lines)


def _literal(value: Any) -> str:
    return "None" if value is None else json.dumps(value, ensure_ascii=False)


def _blank(part: dict[str, Any]) -> Any:
    """An empty entry in the form of a part's."""
    kind = part["kind"]
    if kind == "vector":
        return [""] * (part["rows"] * part["columns"])
    if kind == "matrix":
        return [[""] * part["columns"] for _ in range(part["rows"])]
    if kind == "matching":
        return [""] * len(part["items"])
    if kind == "ordering":
        return [""] * len(part["options"])
    return [] if kind == "choices" else ""
