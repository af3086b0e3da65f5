"""The key and the worked solution, as plain data: for the instructor."""

from __future__ import annotations

from typing import Any

from grader.quiz.question.records import Asked, Kind, Part, Value, Variant
from grader.quiz.question.wording import answer_text, filled, letters

KEY = "quiz-key/1"


def key_data(variant: Variant, lang: str) -> dict[str, Any]:
    """Key and worked solution of a variant. `parts` maps `question.part` to `value` (numbers,
    nested as entered; letters for what is chosen) and `shown`; `worked` lists by question the
    steps in order, each with the `step` whose value it ends in and its `text`.
    """
    return {
        "schema": KEY,
        "quiz": variant.quiz.id,
        "student": variant.student,
        "attempt": variant.number,
        "language": lang,
        "parts": {
            f"{asked.question.id}.{part.step}": {
                "value": _value(asked, part, asked.key(part)),
                "shown": answer_text(asked, part, asked.key(part)),
            }
            for asked in variant.asked
            for part in asked.question.parts
        },
        "worked": {
            asked.question.id: [
                {"step": one.step, "text": filled(asked, one.text)[lang]}
                for one in asked.question.worked
            ]
            for asked in variant.asked
        },
    }


def _value(asked: Asked, part: Part, value: Value) -> Any:
    if part.kind.chosen:
        chosen = letters(asked, part, value)
        return chosen[0] if part.kind in (Kind.CHOICE, Kind.PLOT) else list(chosen)
    if part.kind is Kind.SHAPE:
        return list(value)
    return _floats(value)


def _floats(value: Value) -> Any:
    if isinstance(value, tuple):
        return [_floats(v) for v in value]
    return float(value) if not isinstance(value, int) else value
