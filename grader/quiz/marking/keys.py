"""The key and the worked solution, as plain data: for the instructor, and for practice."""

from __future__ import annotations

from typing import Any

from grader.quiz.marking.naming import EVIDENCE
from grader.quiz.question.records import Asked, Kind, Mode, Part, Value, Variant
from grader.quiz.question.solving import predicted, upto
from grader.quiz.question.statement import statement_data
from grader.quiz.question.wording import answer_text, filled, items_shown, letters, options_shown

KEY = "quiz-key/1"
PRACTICE = "quiz-practice/1"


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


def practice_data(variant: Variant, lang: str) -> dict[str, Any]:
    """What a practice page needs to mark by itself: statement, key, worked solution, hints, and for
    each part `tolerance`, `layout`, other right answers (`also`), and `mistakes`: the values that
    known mistakes give there, each with `id`, `step` and `text`; for what is chosen, the `why` of
    each option, of each item, and of each confusion of two options.

    Raises:
        ValueError: the variant is a graded one.
    """
    if variant.mode is not Mode.PRACTICE:
        raise ValueError("a graded variant's key does not go to a page")
    parts = {
        f"{asked.question.id}.{part.step}": _marking(asked, part, lang)
        for asked in variant.asked
        for part in asked.question.parts
    }
    return {
        "schema": PRACTICE,
        "statement": statement_data(variant, lang),
        "key": key_data(variant, lang),
        "marking": parts,
        "hints": {a.question.id: [h[lang] for h in a.question.hints] for a in variant.asked},
        "evidence": EVIDENCE,
    }


def _marking(asked: Asked, part: Part, lang: str) -> dict[str, Any]:
    data: dict[str, Any] = {"kind": str(part.kind)}
    if part.kind.numeric:
        data |= {"tolerance": float(part.slack), "layout": str(part.layout)}
    if part.also is not None:
        data["also"] = [_value(asked, part, v) for v in part.also(asked.values)]
    if part.kind.chosen and part.kind is not Kind.ORDERING:
        return data | _chosen(asked, part, lang)
    mistakes = []
    for one in upto(asked.question, part):
        wrong = predicted(asked.question, asked.params, part, [one])
        if wrong is not None and wrong != asked.key(part):
            value = _value(asked, part, wrong)
            mistakes.append(
                {"id": one.id, "step": one.step, "text": one.text[lang], "value": value}
            )
    return data | {"mistakes": mistakes}


def _chosen(asked: Asked, part: Part, lang: str) -> dict[str, Any]:
    shown = options_shown(asked, part)
    letter = {option.id: name for name, option in shown}
    data: dict[str, Any] = {"why": {name: option.why[lang] for name, option in shown}}
    if part.kind is Kind.MATCHING:
        data["items"] = [item.why[lang] for item in items_shown(asked, part)]
        data["confusions"] = [
            {"due": letter[due], "given": letter[given], "id": id, "text": text[lang]}
            for (due, given), (id, text) in part.confusions.items()
            if due in letter and given in letter
        ]
    return data


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
