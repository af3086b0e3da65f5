"""What a student is shown, as plain data: statement and inputs, and nothing that tells the key.

Options appear under letters in the order shown, never under their own ids, and nothing here is
computed from the key but the size of a grid.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from grader.language.text import Text
from grader.quiz.exact.numbers import shape
from grader.quiz.question.plots import svg
from grader.quiz.question.records import Kind, Part, PosedQuestion, Table, Variant
from grader.quiz.question.wording import filled, items_shown, options_shown

SCHEMA = "quiz-statement/1"
ANSWERS = "quiz-answers/1"
"""The schema of what a page saves: see `entries.attempt_from_json`."""


def statement_data(variant: Variant, lang: str) -> dict[str, Any]:
    """The statement of a variant in one language, ready for JSON. No key is in it.

    Texts are plain text with LaTeX between `$`. A question has `id`, `title`, `statement`,
    `tables` (`caption`, `head`, `rows`), `plot` (SVG or null), `points` and `parts`; a part has
    `id` (`question.part`), `kind`, `title`, `prompt`, `unit`, `points`, `decimals`; in addition
    `rows` and `columns` for a vector or matrix, `labels` of its entries, `options` (`id` a
    letter, `text`, `svg`) and `items` for what is chosen.
    """
    return {
        "schema": SCHEMA,
        "quiz": variant.quiz.id,
        "mode": str(variant.mode),
        "student": variant.student,
        "attempt": variant.number,
        "title": variant.quiz.title[lang],
        "summary": variant.quiz.summary[lang],
        "language": lang,
        "fingerprint": fingerprint(variant),
        "questions": [_question(asked, lang) for asked in variant.asked],
    }


def fingerprint(variant: Variant) -> str:
    """Sixteen hex digits of what is shown, in every language: has it been changed since?"""
    if _LAST and _LAST[0][0] is variant:
        return _LAST[0][1]
    shown = [[_question(asked, lang) for asked in variant.asked] for lang in variant.quiz.languages]
    text = json.dumps([variant.quiz.id, shown], ensure_ascii=True, sort_keys=True)
    found = hashlib.sha256(text.encode()).hexdigest()[:16]
    _LAST[:] = [(variant, found)]
    return found


_LAST: list[tuple[Variant, str]] = []
"""The variant asked for last, and its fingerprint: a page needs it in each language."""


def _question(asked: PosedQuestion, lang: str) -> dict[str, Any]:
    question = asked.question
    return {
        "id": question.id,
        "title": question.title[lang],
        "source": question.source[lang],
        "statement": filled(asked, question.statement)[lang],
        "tables": [_table(t, lang) for t in (question.tables or _none)(asked.values)],
        "plot": svg(question.plot(asked.values), lang) if question.plot else None,
        "points": sum(p.points for p in question.parts),
        "parts": [_part(asked, part, lang) for part in question.parts],
    }


def _none(_: object) -> tuple[Table, ...]:
    return ()


def _table(table: Table, lang: str) -> dict[str, Any]:
    return {
        "caption": table.caption[lang],
        "head": [cell[lang] for cell in table.head],
        "rows": [[cell[lang] for cell in row] for row in table.rows],
    }


def _part(asked: PosedQuestion, part: Part, lang: str) -> dict[str, Any]:
    data: dict[str, Any] = {
        "id": f"{asked.question.id}.{part.step}",
        "kind": str(part.kind),
        "title": filled(asked, part.title)[lang],
        "symbol": part.name[lang],
        "prompt": filled(asked, part.prompt)[lang],
        "unit": part.unit[lang],
        "points": part.points,
    }
    if part.kind.numeric:
        data["decimals"] = part.decimals
    if part.kind in (Kind.VECTOR, Kind.MATRIX):
        data |= _grid(asked, part, lang)
    if part.kind.chosen:
        data["options"] = [
            {
                "id": letter,
                "text": filled(asked, option.text)[lang],
                "svg": svg(option.plot, lang) if option.plot else None,
            }
            for letter, option in options_shown(asked, part)
        ]
    if part.kind is Kind.MATCHING:
        data["items"] = [filled(asked, item.text)[lang] for item in items_shown(asked, part)]
    return data


def _grid(asked: PosedQuestion, part: Part, lang: str) -> dict[str, Any]:
    size = shape(asked.key(part))
    rows, columns = size if len(size) == 2 else (size[0], 1)
    if len(size) == 1 and part.layout == "row":
        rows, columns = 1, size[0]
    labels: tuple[Text, ...] = part.labels(asked.values) if part.labels else ()
    return {
        "rows": rows,
        "columns": columns,
        "labels": [filled(asked, label)[lang] for label in labels],
    }
