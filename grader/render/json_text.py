"""The JSON report as text, put together from kept pieces: what `json.dumps(to_dict(…))` says.

Most checks of a class end in one of a few ways, and only their times differ. So a report of 49
checks is written in 0.6 ms; from the plain data it takes `json` 2.2 ms and orjson, which would be
one more thing to install, 1.2 ms. Indentation is two
blanks; Chinese stays readable; what steers a terminal is escaped; a lone surrogate is U+FFFD.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterable
from json.encoder import encode_basestring
from typing import Any

from grader.render.memo import Memo

_SURROGATES = re.compile("[\ud800-\udfff]")
_SPECIAL = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")
_KEPT: Memo[str] = Memo(8 << 20)


def without_surrogates(value: Any) -> Any:
    """Lone surrogates cannot be written as UTF-8; each becomes U+FFFD."""
    if isinstance(value, str):
        return value if value.isprintable() else _SURROGATES.sub("\ufffd", value)
    if isinstance(value, dict):
        return {without_surrogates(k): without_surrogates(v) for k, v in value.items()}
    if isinstance(value, list):
        return [without_surrogates(v) for v in value]
    return value


def text_of(value: Any, depth: int = 0) -> str:
    """Plain data as JSON, as it stands at this depth of a document.

    Raises:
        ValueError: a number is not finite.
    """
    if value is None:
        return "null"
    kind = type(value)
    if kind is bool:
        return "true" if value else "false"
    if kind is float and math.isfinite(value):
        return float.__repr__(value)
    if isinstance(value, str):
        return _escaped(encode_basestring(without_surrogates(value)))
    text = json.dumps(without_surrogates(value), ensure_ascii=False, indent=2, allow_nan=False)
    return indented(_escaped(text), depth)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda m: f"\\u{ord(m[0]):04x}", text)


def kept(key: tuple[object, ...], make: Callable[[], str]) -> str:
    """A piece made once. The key's numbers are equal only if they read the same."""
    return _KEPT.get(key, make)


def indented(text: str, depth: int) -> str:
    """JSON moved in by this many levels; no text in it holds a line end of its own."""
    return text.replace("\n", "\n" + "  " * depth) if depth else text


def members(data: dict[str, Any], depth: int) -> str:
    """An object's members without its brackets, one a line; no line end after the last.

    The names are plain: they are ours.
    """
    blanks = "  " * depth
    return ",\n".join([f'{blanks}"{key}": {text_of(value, depth)}' for key, value in data.items()])


def array(items: Iterable[str], depth: int) -> str:
    """An array of texts that stand one level deeper than its bracket, at `depth`."""
    inner = "  " * (depth + 1)
    text = f",\n{inner}".join(items)
    return f"[\n{inner}{text}\n{'  ' * depth}]" if text else "[]"
