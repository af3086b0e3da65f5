"""Ways to write a shape or a number, for systems that compare texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from grader.bridges.exports.items import PartItem
from grader.bridges.exports.number_cells import decimal
from grader.quiz.exact.numbers import round_half
from grader.quiz.question.records import Value

_SIGNS = "x×*"


def written_shapes(shape: tuple[int, ...]) -> tuple[str, ...]:
    """How people write `shape`, the house's own way first."""
    if len(shape) == 1:
        n = shape[0]
        return (f"({n},)", f"({n}, )", f"（{n},）", f"（{n}，）", f"[{n}]", f"({n})", f"{n},")
    lists = [sep.join(map(str, shape)) for sep in (", ", ",", " , ", "，")]
    bracketed = [f"{a}{inner}{b}" for a, b in ("()", "（）", "[]") for inner in lists]
    products = [sep.join(map(str, shape)) for sep in ("x", " x ", "×", " × ")]
    return tuple(dict.fromkeys([*bracketed, *lists, *products]))


def shape_pattern(shape: tuple[int, ...]) -> str:
    """A regular expression of XML Schema for the same, with any spaces."""
    opening, closing = r"\s*[\(（\[]\s*", r"\s*[\)）\]]\s*"
    if len(shape) == 1:
        return rf"{opening}{shape[0]}\s*[,，]?{closing}|\s*{shape[0]}\s*[,，]\s*"
    inner = r"\s*[,，]\s*".join(map(str, shape))
    product = rf"\s*[{re.escape(_SIGNS)}X]\s*".replace("\\*", "*").join(map(str, shape))
    return rf"{opening}{inner}{closing}|\s*{inner}\s*|\s*{product}\s*"


def most_decimals(part: PartItem) -> int:
    """How many places a number may be written with."""
    return part.part.decimals + 1 if part.part.decimals else 2


def written_numbers(number: Value, part: PartItem) -> Iterator[str]:
    """Every decimal of a few places within the part's tolerance of `number`, as people write it:
    the nearest first, with and without the zero in front, with zeros behind, with either minus."""
    most = most_decimals(part)
    exact, slack = Fraction(decimal(number)), part.part.slack
    unit = Fraction(1, 10**most)
    centre = round_half(exact, most)
    reach = int(slack / unit) + 1
    steps = sorted(range(-reach, reach + 1), key=abs)
    for near in (exact, *(centre + step * unit for step in steps)):
        if abs(near - exact) <= slack and near * 10**most == int(near * 10**most):
            yield from _forms(near, most)
    if exact.denominator > 1 and exact.denominator < 1000:
        yield f"{exact.numerator}/{exact.denominator}"


def _forms(number: Fraction, most: int) -> Iterator[str]:
    shortest = decimal(number)
    bare = shortest.lstrip("-")
    whole, _, digits = bare.partition(".")
    bodies = [bare]
    for places in range(max(1, len(digits) + 1), most + 1):
        bodies.append(f"{whole}.{digits:0<{places}}")
    if whole == "0" and digits:
        bodies += [body[1:] for body in bodies]
    for body in bodies:
        if number < 0:
            yield f"-{body}"
            yield f"−{body}"
        else:
            yield body
