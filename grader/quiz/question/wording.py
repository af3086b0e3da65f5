"""Texts with a variant's numbers in them, and answers as a reader sees them.

In a template `⟨x⟩` is the LaTeX of the value `x`, to stand between `$`; a vector is a column.
`⟨x.1⟩` is its entry 1 (from 0), and after a colon comes how: `row` lays a vector down, `T`
transposes a matrix, `p` puts a negative number in parentheses, a digit rounds to that many
decimals, `eq` puts = or ≈ before it, `text` writes it as one would type it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from grader.language.text import LANGUAGES, Text
from grader.quiz.exact.numbers import bracketed, in_parentheses, is_decimal, latex, transpose
from grader.quiz.question.records import Item, Kind, Option, Part, PosedQuestion, Value, Values

_HOLE = re.compile(r"⟨(\w+)((?:\.\d+)*)(?::([\w,]+))?⟩")


def fill(template: Text, values: Values, extras: Mapping[str, Text | str] | None = None) -> Text:
    """The template with every hole filled.

    Raises:
        KeyError: a hole names no value.
    """
    extras = extras or {}

    def one(text: str, lang: str) -> str:
        def put(hole: re.Match[str]) -> str:
            name, path, how = hole[1], hole[2], hole[3] or ""
            if name in extras:
                extra = extras[name]
                return extra[lang] if isinstance(extra, Text) else extra
            value = values[name]
            for place in path.split(".")[1:]:
                value = value[int(place)]
            return _shown(value, how)

        return _HOLE.sub(put, text)

    return Text({tag: one(template[tag], tag) for tag in template.tags or LANGUAGES})


def _shown(value: Any, how: str) -> str:
    decimals: int | None = None
    lying = parentheses = text = relation = False
    for word in filter(None, how.split(",")):
        if word.isdigit():
            decimals = int(word)
        elif word == "T":
            value = transpose(value)
        elif word == "row":
            lying = True
        elif word == "p":
            parentheses = True
        elif word == "text":
            text = True
        elif word == "eq":
            relation = True
        else:
            raise KeyError(f"⟨…:{word}⟩")
    if text:
        return bracketed(value, decimals)
    if parentheses:
        return in_parentheses(value, decimals)
    sign = _relation(value, decimals) if relation else ""
    return sign + latex(value, decimals, lying)


def _relation(value: Any, decimals: int | None) -> str:
    """`= ` where the number stands there exactly, else `\\approx `."""
    whole = not isinstance(value, float) and is_decimal(value, 12 if decimals is None else decimals)
    return "= " if whole else r"\approx "


def filled(asked: PosedQuestion, template: Text) -> Text:
    """A template of a question's with the numbers of a variant."""
    if not any("⟨" in template[tag] for tag in template.tags or LANGUAGES):
        return template
    extras = asked.question.extras
    return fill(template, asked.values, extras(asked.values) if extras else None)


# --------------------------------------------------------------------------- what is to choose

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def options_shown(asked: PosedQuestion, part: Part) -> tuple[tuple[str, Option], ...]:
    """The options in the order shown, each with its letter."""
    known = {o.id: o for o in (part.options(asked.values) if part.options else ())}
    return tuple((_LETTERS[i], known[id]) for i, id in enumerate(asked.orders.get(part.step, ())))


def items_shown(asked: PosedQuestion, part: Part) -> tuple[Item, ...]:
    """The items to match, in the order shown."""
    known = {i.id: i for i in (part.items(asked.values) if part.items else ())}
    return tuple(known[id] for id in asked.lined_up.get(part.step, ()))


def letters(asked: PosedQuestion, part: Part, value: Value) -> tuple[str, ...]:
    """A chosen value in the letters of this variant: for matching, in the items' shown order."""
    letter = {option.id: name for name, option in options_shown(asked, part)}
    if part.kind is Kind.MATCHING:
        items = part.items(asked.values) if part.items else ()
        expected = {item.id: id for item, id in zip(items, value, strict=True)}
        return tuple(letter[expected[item.id]] for item in items_shown(asked, part))
    if part.kind is Kind.ORDERING:
        return tuple(letter[id] for id in value)
    chosen = value if isinstance(value, tuple) else (value,)
    return tuple(sorted(letter[id] for id in chosen))


def answer_text(asked: PosedQuestion, part: Part, value: Value) -> str:
    """An answer as one would type it: `[0, 0.5, 0]`, `(2, 3)`, `B`, `A, C`."""
    if part.kind.chosen:
        return ", ".join(letters(asked, part, value))
    if part.kind is Kind.SHAPE:
        inner = ", ".join(str(n) for n in value)
        return f"({inner},)" if len(value) == 1 else f"({inner})"
    return bracketed(value, part.decimals)
