"""Whether two pieces of code compute the same, whatever their variables are called."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterator

GRAM = 16
"""Tokens in a row that make two pieces of code the same."""
TELLING = 3
"""How many of them have to be arithmetic or methods: `for a, b in zip(c, d, strict=True):` is
everybody's."""
_OPERATORS = frozenset({"+", "-", "*", "/", "@", "**", "+=", "-=", "*=", "/=", "<=", ">="})
_KEYWORDS = "|".join([*keyword.kwlist, "np"])
_FREE = re.compile(rf"(?<![.\w])(?!(?:{_KEYWORDS})\b)[^\W\d]\w*")
_TOKEN = re.compile(r"[^\W\d]\w*|\d+(?:\.\d*)?(?:e[+-]?\d+)?|\*\*|[-+*/@<>=!]=|\S")
_COMMENT = re.compile(r"(^|\s)#.*")

Run = tuple[str, ...]


def runs(text: str) -> Iterator[Run]:
    """Every run of tokens, variables made alike; methods, numbers and operators as they are."""
    tokens = _TOKEN.findall(_FREE.sub("?", text))
    return zip(*(tokens[i:] for i in range(GRAM)), strict=False)


def grams(source: str) -> set[Run]:
    """The runs of a piece of code that tell what it computes."""
    return {run for run in runs(_bare(source)) if sum(map(_telling, run, ("", *run))) >= TELLING}


def copied(source: str, solution: str, given: str) -> int | None:
    """The first line of `source` that computes as `solution` does, and not as `given`, which
    everybody has; None where there is none."""
    kept = grams(solution) - set(runs(_bare(given)))
    code = _FREE.sub("?", _bare(source))
    for at, run in zip(_TOKEN.finditer(code), runs(_bare(source)), strict=False):
        if run in kept:
            return code.count("\n", 0, at.start()) + 1
    return None


def _bare(source: str) -> str:
    """`source` without comments, line by line."""
    return "\n".join(_COMMENT.sub("", line) for line in source.splitlines())


def _telling(token: str, before: str) -> bool:
    """It says what is computed: an operator or a method."""
    return token in _OPERATORS or (before == "." and token != "append")
