"""Exact arithmetic on tuples, and numbers as a reader sees them."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Any

from grader.quiz.exact.stream import Exact, exact

Number = int | Fraction | float
Vector = tuple[Any, ...]
Matrix = tuple[Vector, ...]


def tenths(*numbers: float | str) -> tuple[Exact, ...]:
    """Exact numbers from decimals as written: `tenths(-0.1, 0.3)`."""
    return tuple(exact(Fraction(str(n))) for n in numbers)


def dot(u: Vector, v: Vector) -> Any:
    """Σ uᵢvᵢ. The lengths must agree."""
    return sum(a * b for a, b in zip(u, v, strict=True))


def matvec(a: Matrix, x: Vector) -> Vector:
    """`(m, n)` times `(n,)`: `(m,)`."""
    return tuple(dot(row, x) for row in a)


def vecmat(x: Vector, a: Matrix) -> Vector:
    """`(m,)` times `(m, n)`: `(n,)`."""
    return matvec(transpose(a), x)


def transpose(a: Matrix) -> Matrix:
    return tuple(zip(*a, strict=True))


def reshape(a: Matrix, rows: int) -> Matrix:
    """The entries of `a`, read row by row, in `rows` rows."""
    flat = [x for row in a for x in row]
    width = len(flat) // rows
    return tuple(tuple(flat[i * width : (i + 1) * width]) for i in range(rows))


def add(u: Vector, v: Vector) -> Vector:
    return tuple(a + b for a, b in zip(u, v, strict=True))


def sub(u: Vector, v: Vector) -> Vector:
    return tuple(a - b for a, b in zip(u, v, strict=True))


def each(function: Callable[[Any], Any], u: Vector) -> Vector:
    return tuple(function(a) for a in u)


def mean(u: Sequence[Any]) -> Any:
    """The mean, exact for exact numbers, and the same float on every version of Python."""
    if any(isinstance(x, float) for x in u):
        return math.fsum(u) / len(u)
    return Fraction(sum(u)) / len(u)


def flat(value: Any) -> Iterator[Any]:
    """The entries of a number, vector or matrix, row by row."""
    if isinstance(value, tuple):
        for entry in value:
            yield from flat(entry)
    else:
        yield value


def shape(value: Any) -> tuple[int, ...]:
    """`()` for a number, `(n,)` for a vector, `(m, n)` for a matrix."""
    if not isinstance(value, tuple):
        return ()
    return (len(value), *(shape(value[0]) if value else ()))


def plain(value: Any) -> Any:
    """`value` with whole fractions as integers."""
    if isinstance(value, tuple):
        return tuple(plain(v) for v in value)
    return exact(value) if isinstance(value, Fraction) else value


def is_decimal(number: Exact, decimals: int) -> bool:
    """Does the number have at most `decimals` decimals?"""
    scaled = number * 10**decimals
    return bool(scaled == int(scaled))


def round_half(number: Number, decimals: int) -> Fraction:
    """Rounded as in school: halves away from zero. A float is taken at its exact value."""
    scaled = abs(Fraction(number)) * 10**decimals + Fraction(1, 2)
    size = Fraction(scaled.numerator // scaled.denominator, 10**decimals)
    return -size if number < 0 else size


def written(number: Number, decimals: int | None = None, limit: int = 12) -> str:
    """The number in decimals: exact where it has few, else rounded to `decimals`.

    `decimals` None asks for the exact decimals; a number that has none is cut at `limit`.
    """
    places = limit if decimals is None else decimals
    if not isinstance(number, float):
        places = next((d for d in range(places) if is_decimal(number, d)), places)
    rounded = round_half(number, places)
    sign = "-" if rounded < 0 else ""
    digits = f"{abs(rounded.numerator) * 10**places // rounded.denominator:0{places + 1}d}"
    return sign + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)


def bracketed(value: Any, decimals: int | None = None) -> str:
    """A value as one would type it: `[[1, 0.5], [2, 3]]`."""
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return "[" + ", ".join(bracketed(v, decimals) for v in value) + "]"
    return written(value, decimals)


def latex(value: Any, decimals: int | None = None, lying: bool = False) -> str:
    """A value in LaTeX; a vector stands as a column unless `lying`."""
    if isinstance(value, str):
        return value
    if not isinstance(value, tuple):
        return written(value, decimals)
    rows: Iterable[Vector] = value
    if not value or not isinstance(value[0], tuple):
        rows = (value,) if lying else tuple((v,) for v in value)
    lines = ("&".join(latex(v, decimals) for v in row) for row in rows)
    return r"\begin{bmatrix}" + r"\\".join(lines) + r"\end{bmatrix}"


def in_parentheses(number: Number, decimals: int | None = None) -> str:
    """The number, in parentheses where it is negative, for use after an operator."""
    text = written(number, decimals)
    return f"({text})" if text.startswith("-") else text


def products(u: Vector, v: Vector, decimals: int | None = None) -> str:
    r"""LaTeX of Σ uᵢvᵢ written out: `5 \times (-1) + 2 \times 3`."""
    terms = (
        rf"{in_parentheses(a, decimals)} \times {in_parentheses(b, decimals)}"
        for a, b in zip(u, v, strict=True)
    )
    return " + ".join(terms)
