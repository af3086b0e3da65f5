"""Hidden checks of metrics: more samples, other balances."""

import numpy as np

from grader.authoring import Draw, case, graded

from .inputs import counts, nearby, table, uneven


def table_cases(draw: Draw):
    yield case(*table(draw, 2, 1, 3, 1))
    yield case(*table(draw, 1, 3, 2, 9))
    yield case(*table(draw, 9, 2, 1, 3))
    for high in (6, 9, 12):
        yield case(*table(draw, *counts(draw, high)))


def accuracy_cases(draw: Draw):
    yield case(np.array([0.0, 1.0]), np.array([1.0, 0.0]))
    yield from table_cases(draw)


def r2_cases(draw: Draw):
    y = uneven(draw, 4)
    yield case(y, y.copy())
    yield case(y, np.full(4, y.mean()))
    for N in (3, 6, 12):
        y = uneven(draw, N, 10.0, 30.0)
        yield case(y, nearby(draw, y))
        yield case(y, uneven(draw, N, 5.0, 40.0))


CASES = {
    "accuracy": accuracy_cases,
    "precision": table_cases,
    "recall": table_cases,
    "f1_score": table_cases,
    "r2_score": r2_cases,
}


@graded(
    "hidden",
    accuracy=3,
    precision=4,
    recall=4,
    f1_score=4,
    r2_score=4,
    hidden=True,
    needs="values",
    zh="其他資料也正確",
    en="right on other data too",
)
def test_hidden(function, student, rng):
    student.matches(function, CASES[function])
