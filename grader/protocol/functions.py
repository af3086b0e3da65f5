"""Named callables that may be handed to a student's function as an argument.

Both sides load this table: the trusted side to apply `Fn("tanh")` to the reference, the worker to
make the same callable out of the name. Nothing here belongs to a course. Every one takes a float,
a list, a 0-d or an n-d array, and gives what a NumPy ufunc would.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

_float = np.float64
_asarray = np.asarray
_multiply = np.multiply
_add = np.add
_divide = np.divide
_tanh = np.tanh
_subtract = np.subtract
_square = np.square


def identity(z: Any) -> Any:
    """z itself, as an array or scalar of its own (never the same object)."""
    return _add(z, 0)


def double(z: Any) -> Any:
    """2z."""
    return _multiply(z, 2)


def shift(z: Any) -> Any:
    """z + 1."""
    return _add(z, 1)


def halve(z: Any) -> Any:
    """z / 2."""
    return _divide(z, 2)


def ones(z: Any) -> Any:
    """1.0 wherever z is."""
    return _add(_multiply(_asarray(z), 0.0), 1.0)


def sech2(z: Any) -> Any:
    """1 − tanh²(z)."""
    return _subtract(1.0, _square(_tanh(z)))


def sum_squares(theta: Any) -> float:
    """Σθ² as a Python float."""
    return float(_add.reduce(_square(_asarray(theta, dtype=_float)), axis=None))


def _plain(ufunc: Callable[..., Any], name: str) -> Callable[[Any], Any]:
    """`ufunc` as an ordinary one-argument function: keywords such as `out` are not offered."""

    def function(z: Any) -> Any:
        return ufunc(z)

    function.__name__ = function.__qualname__ = name
    function.__doc__ = f"{name}(z), elementwise."
    return function


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "identity": identity,
    "tanh": _plain(np.tanh, "tanh"),
    "sin": _plain(np.sin, "sin"),
    "cos": _plain(np.cos, "cos"),
    "exp": _plain(np.exp, "exp"),
    "square": _plain(np.square, "square"),
    "abs": _plain(np.abs, "abs"),
    "negative": _plain(np.negative, "negative"),
    "cbrt": _plain(np.cbrt, "cbrt"),
    "arctan": _plain(np.arctan, "arctan"),
    "expm1": _plain(np.expm1, "expm1"),
    "cosh": _plain(np.cosh, "cosh"),
    "sign": _plain(np.sign, "sign"),
    "double": double,
    "shift": shift,
    "halve": halve,
    "ones": ones,
    "sech2": sech2,
    "sum_squares": sum_squares,
}
