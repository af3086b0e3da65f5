"""A quiz question with a matrix, a vector and a number: what the marking has to tell apart."""

from __future__ import annotations

from fractions import Fraction

from grader.quiz.authoring import Kind, Layout, Part, Question, Recipe, matvec, same, transpose

TENTH = Fraction(1, 10)

recipe = Recipe()


@recipe.step
def y(v):
    return tuple(tuple(a + v.c for a in row) for row in transpose(v.A))


@recipe.step
def s(v):
    return matvec(v.y, v.x)


@recipe.step
def t(v):
    total = 0
    for i, a in enumerate(v.s):
        if i % 2 == 0 and a != 0:
            total += a // 1
        else:
            total = total - a
    return total


@recipe.mistake("m.turned", step="y", zh="沒轉", en="not turned")
def _(v):
    return tuple(tuple(a + v.c for a in row) for row in v.A) if len(v.A) == len(v.A[0]) else None


@recipe.mistake("m.no-c", step="y", zh="沒加 c", en="without c")
def _(v):
    return transpose(v.A)


@recipe.mistake("m.backwards", step="s", zh="倒過來", en="backwards")
def _(v):
    return tuple(reversed(matvec(v.y, v.x)))


def shown(step: str, kind: Kind, **more) -> Part:
    """A part that asks for `step` to one decimal, for ten points."""
    return Part(step=step, kind=kind, title=same(step), prompt=same("?"), symbol=same(step),
                points=10, decimals=1, **more)  # fmt: skip


def grid_question(layout: Layout) -> Question:
    """y = Aᵀ + c, s = y x (half the points where it follows from a wrong y), t from s."""
    return Question(
        id="q", title=same("q"), statement=same("$⟨A⟩$"),
        parts=(shown("y", Kind.MATRIX), shown("s", Kind.VECTOR, layout=layout, carry=0.5),
               shown("t", Kind.NUMBER, also=lambda v: (v.t + 1,))),
        generate=lambda stream: {},
        slide={"A": ((1, -2), (Fraction(1, 2), 3)), "x": (2, -TENTH), "c": TENTH},
        steps=recipe.steps, mistakes=recipe.mistakes,
    )  # fmt: skip
