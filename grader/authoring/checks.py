"""What a course's own files import: cases, marks for checks, derivatives for oracles.

A check is an ordinary pytest function. `graded` is sugar over the marks `points`, `title`,
`hidden`, `needs` and `limit`; a check may also carry them one by one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

import numpy as np
import pytest
from numpy.typing import NDArray

from grader.authoring.draw import Draw
from grader.language.text import Authored, Text, authored
from grader.model.submission import Callback, Fn, Seeded

__all__ = [
    "Callback",
    "Case",
    "Draw",
    "Fn",
    "Generator",
    "Seeded",
    "Text",
    "case",
    "central_difference",
    "complex_step",
    "graded",
]

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Case:
    """One input: positional `args`, keyword arguments, and whether it is the slide's own.

    `key` is the engine's name for it within an assignment and seed: what answers are kept under.
    `shrunk`: it was cut out of another because of what one submission did.
    """

    args: tuple[Any, ...]
    kwargs: dict[str, Any] = field(default_factory=dict)
    slide: bool = False
    key: str = ""
    shrunk: bool = False


Generator = Callable[[Draw], Iterable[Case]]
"""Yields cases, smallest first, from one stream. Called again with other streams for more."""


def case(*args: Any, slide: bool = False, **kwargs: Any) -> Case:
    """A case: `case(y, y_hat)`, `case(z, a=0.2)`, `case(u, v, slide=True)`."""
    return Case(args, kwargs, slide)


def graded(
    kind: str,
    *,
    title: Authored = None,
    zh: str | None = None,
    en: str | None = None,
    hidden: bool = False,
    needs: str | Sequence[str] = (),
    limit: float | None = None,
    **points: float,
) -> Callable[[F], F]:
    """Run the decorated check once for each function in `points`, as `<function>.<kind>`.

    What the student reads is `zh` and `en`, or `title`: a text by language tag, or one alone.

    `needs` names checks that must have passed first: `"values"` is the same function's own,
    `"train.loss"` that of another. `limit` is the seconds one call may take.
    """
    said = authored(title, zh, en)
    needed = (needs,) if isinstance(needs, str) else tuple(needs)
    params = []
    for function, worth in points.items():
        marks = [pytest.mark.points(worth), pytest.mark.title(said)]
        if hidden:
            marks.append(pytest.mark.hidden)
        if needed:
            full = [n if "." in n else f"{function}.{n}" for n in needed]
            marks.append(pytest.mark.needs(*full))
        if limit is not None:
            marks.append(pytest.mark.limit(limit))
        params.append(pytest.param(function, id=f"{function}.{kind}", marks=marks))
    return pytest.mark.parametrize("function", params)


def complex_step(
    loss: Callable[[NDArray[np.complex128]], Any], at: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Gradient of a real-analytic scalar `loss` at `at`, exact to rounding, by the complex step
    Im f(x + ih) / h (Squire and Trapp 1998). `loss` must accept complex arrays."""
    out = np.empty(at.shape)
    for index in np.ndindex(at.shape):
        z = at.astype(np.complex128)
        z[index] += 1e-30j
        out[index] = np.imag(loss(z)) / 1e-30
    return out


def central_difference(
    loss: Callable[[NDArray[np.float64]], Any], at: NDArray[np.float64], eps: float = 1e-6
) -> NDArray[np.float64]:
    """Gradient of scalar `loss` at `at` by (f(x+ε) − f(x−ε)) / 2ε, good to about 1e-9."""
    out = np.empty(at.shape)
    for index in np.ndindex(at.shape):
        up, down = at.astype(np.float64), at.astype(np.float64)
        up[index] += eps
        down[index] -= eps
        out[index] = (float(loss(up)) - float(loss(down))) / (2 * eps)
    return out
