"""What a quiz's own files import.

A question is solved in named steps, written in order; a mistake is another way to take one of
them. From these the engine has the key of every part, what each mistake gives in every part after
it, pairs of mistakes, and what is right given a student's own earlier values:

    recipe = Recipe()

    @recipe.step
    def z(v):
        return add(matvec(transpose(v.W1), v.x), v.b1)

    @recipe.mistake("mlp.no-bias", step="z", zh="…", en="…")
    def _(v):
        return matvec(transpose(v.W1), v.x)

`v` holds the parameters and the steps so far. Numbers stay exact as long as steps use the
helpers here. In texts, `⟨z⟩` stands for the LaTeX of a value: see `grader.quiz.question.wording`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TypeVar

from grader.language.text import NO_TEXT, Authored, Text, authored
from grader.quiz.exact.numbers import (
    add,
    dot,
    each,
    in_parentheses,
    latex,
    matvec,
    mean,
    products,
    reshape,
    sub,
    tenths,
    transpose,
    vecmat,
    written,
)
from grader.quiz.exact.stream import Stream, exact
from grader.quiz.question.records import (
    Item,
    Kind,
    Layout,
    Mistake,
    Option,
    Params,
    Part,
    Plot,
    Question,
    Quiz,
    Step,
    Table,
    Values,
    Worked,
)

__all__ = [
    "NO_TEXT",
    "Item",
    "Kind",
    "Layout",
    "Option",
    "Params",
    "Part",
    "Plot",
    "Question",
    "Quiz",
    "Recipe",
    "Stream",
    "Table",
    "Text",
    "Values",
    "Worked",
    "add",
    "curve",
    "dot",
    "each",
    "exact",
    "in_parentheses",
    "latex",
    "matvec",
    "mean",
    "products",
    "reshape",
    "same",
    "sub",
    "table",
    "tenths",
    "transpose",
    "vecmat",
    "written",
]

Taken = TypeVar("Taken", bound=Callable[[Values], object])


class Recipe:
    """The steps of a question's solution in order, and the mistakes made in them."""

    def __init__(self) -> None:
        self._steps: list[Step] = []
        self._mistakes: list[Mistake] = []

    def step(self, function: Taken) -> Taken:
        """Enter `function` as the step of its name.

        Raises:
            ValueError: there is a step of that name.
        """
        if any(s.name == function.__name__ for s in self._steps):
            raise ValueError(f"two steps are called {function.__name__}")
        self._steps.append(Step(function.__name__, function))
        return function

    def mistake(
        self,
        id: str,
        *,
        step: str,
        text: Authored = None,
        zh: str | None = None,
        en: str | None = None,
        twin: str = "",
    ) -> Callable[[Taken], Taken]:
        """Enter the decorated function as a wrong way to take `step`.

        `zh` and `en`, or `text`, say what the student's value is equal to, and what is right.
        `twin` names an earlier mistake with the same result: see `records.Mistake`.

        Raises:
            ValueError: there is no such step yet.
        """
        if all(s.name != step for s in self._steps):
            raise ValueError(f"{id}: there is no step called {step}")

        said = authored(text, zh, en)

        def enter(function: Taken) -> Taken:
            self._mistakes.append(Mistake(id, step, said, function, twin))
            return function

        return enter

    @property
    def steps(self) -> tuple[Step, ...]:
        return tuple(self._steps)

    @property
    def mistakes(self) -> tuple[Mistake, ...]:
        return tuple(self._mistakes)


def same(text: str) -> Text:
    """A text that reads the same in every language: a formula, a name."""
    return Text(text)


def table(head: Sequence[Text], rows: Sequence[Sequence[object]], caption: Text = NO_TEXT) -> Table:
    """A table whose cells are texts, or numbers shown as math."""

    def cell(value: object) -> Text:
        if isinstance(value, Text):
            return value
        return same(value if isinstance(value, str) else f"${latex(value)}$")

    return Table(tuple(head), tuple(tuple(cell(v) for v in row) for row in rows), caption)


def curve(
    function: Callable[[float], float], low: float, high: float, points: int = 121
) -> tuple[tuple[float, float], ...]:
    """`points` points of a graph, evenly spaced over [low, high]."""
    width = (high - low) / (points - 1)
    xs = (low + i * width for i in range(points))
    return tuple((round(x, 4), round(y, 4)) for x in xs if math.isfinite(y := function(x)))
