"""Values and calls as a reader sees them: short, exact, pasteable into Python."""

from __future__ import annotations

from typing import Any

import numpy as np

from grader.model.outcome import Opaque
from grader.model.submission import Callback, Fn, Seeded

_FUNCTIONS = {
    "identity": "lambda z: z",
    "double": "lambda z: 2 * z",
    "halve": "lambda z: z / 2",
    "shift": "lambda z: z + 1",
    "ones": "np.ones_like",
    "sech2": "lambda z: 1 - np.tanh(z) ** 2",
    "sum_squares": "lambda theta: np.sum(theta**2)",
}
_LONG = 40
_DIGITS = (6, 9, 12, 17)


def number(value: Any, digits: int = 6) -> str:
    """One number with at most `digits` significant digits; integral floats keep their point."""
    if isinstance(value, bool | np.bool_):
        return str(bool(value))
    if isinstance(value, int | np.integer):
        return str(int(value))
    if isinstance(value, complex | np.complexfloating):
        return f"{value:.{digits}g}"
    text = f"{float(value) or 0.0:.{digits}g}"  # a negative zero is a zero
    plain = text.lstrip("-").isdigit()
    return text + ".0" if plain else text


def value(given: Any, digits: int = 6, limit: int = 400) -> str:
    """A returned value: arrays as nested lists, long ones cut with `...`."""
    if isinstance(given, np.ndarray):
        return _array(given, digits)
    if isinstance(given, bool | int | float | complex | np.generic):
        return number(given, digits)
    if isinstance(given, Opaque):
        return given.shown or f"<{given.type_name}>"
    if isinstance(given, list | tuple):
        inner = ", ".join(value(v, digits, limit) for v in given[:8])
        more = ", ..." if len(given) > 8 else ""
        comma = "," if isinstance(given, tuple) and len(given) == 1 else ""
        text = f"({inner}{comma}{more})" if isinstance(given, tuple) else f"[{inner}{more}]"
        return cut(text, limit)
    return cut(repr(given), limit)


def pair(expected: Any, given: Any) -> tuple[str, str]:
    """`expected` and `given` with as few digits as tell them apart."""
    left, right = "", ""
    for digits in _DIGITS:
        left, right = value(expected, digits), value(given, digits)
        if left != right:
            break
    return left, right


def call(function: str, args: tuple[Any, ...], kwargs: dict[str, Any] | None = None) -> str:
    """The call, as one would type it."""
    parts = [argument(a) for a in args]
    parts += [f"{name}={argument(a)}" for name, a in (kwargs or {}).items()]
    return f"{function}({', '.join(parts)})"


def argument(given: Any) -> str:
    if isinstance(given, np.ndarray):
        return (
            f"np.array({_array(given, 8)})" if given.ndim else f"np.array({number(given[()], 8)})"
        )
    if isinstance(given, Fn):
        return _FUNCTIONS.get(given.name, f"np.{given.name}")
    if isinstance(given, Callback):
        return given.name
    if isinstance(given, Seeded):
        return f"np.random.default_rng({given.seed})"
    if isinstance(given, tuple):
        inner = ", ".join(argument(a) for a in given)
        return f"({inner},)" if len(given) == 1 else f"({inner})"
    if isinstance(given, list):
        return f"[{', '.join(argument(a) for a in given)}]"
    if isinstance(given, np.generic):
        return f"np.{type(given).__name__}({number(given, 8)})"
    if isinstance(given, float):
        return number(given, 8)
    return cut(repr(given), 200)


def cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 3] + "..."


def _array(array: np.ndarray[Any, Any], digits: int) -> str:
    if array.ndim == 0:
        return number(array[()], digits)
    if array.size == 0:
        return f"[] (shape {array.shape})"
    text = np.array2string(
        array,
        separator=", ",
        threshold=_LONG,
        edgeitems=3,
        max_line_width=10**6,
        formatter={"all": lambda v: number(v, digits)},
    )
    flat = " ".join(text.split())
    return flat.replace("[ ", "[")
