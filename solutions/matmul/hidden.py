"""The hidden part of `matmul`: larger sizes, other magnitudes, special matrices."""

import numpy as np

from grader.authoring import Draw, case, graded

from .checks import DIMS
from .inputs import ORACLES


def dot_cases(draw: Draw):
    yield case(np.array([3.0, -4]), np.array([4.0, 3]))
    for n in (1, 6, 9, 17):
        yield case(draw.array(n), draw.array(n, -20, 20, 2))
    yield case(draw.array(5, -4000, 4000, 0), draw.array(5, -0.09, 0.09, 3))


def matvec_cases(draw: Draw):
    yield case(np.eye(3), draw.array(3))
    for m, n in ((4, 7), (7, 4), (1, 6), (6, 1), (5, 5)):
        yield case(draw.array((m, n)), draw.array(n, -20, 20, 2))
    yield case(draw.array((3, 4), -4000, 4000, 0), draw.array(4, -0.09, 0.09, 3))


def matmul_cases(draw: Draw):
    yield case(np.array([[0.0, 1], [1, 0]]), draw.array((2, 3)))
    for m, n, p in ((4, 4, 4), (5, 2, 6), (2, 6, 5), (6, 5, 2), (1, 5, 4), (4, 1, 5), (5, 4, 1)):
        yield case(draw.array((m, n)), draw.array((n, p), -20, 20, 2))
    yield case(draw.array((3, 4), -4000, 4000, 0), draw.array((4, 2), -0.09, 0.09, 3))


def affine_cases(draw: Draw):
    yield case(draw.array(2), np.eye(2), draw.array(2))
    for n, m in ((4, 4), (6, 3), (3, 7), (1, 5), (5, 1)):
        yield case(draw.array(n), draw.array((n, m), -20, 20, 2), draw.array(m))
    yield case(draw.array(4, -4000, 4000, 0), draw.array((4, 3), -0.09, 0.09, 3), draw.array(3))


CASES = {
    "dot": dot_cases,
    "matvec": matvec_cases,
    "matmul": matmul_cases,
    "affine": affine_cases,
}


@graded(
    "hidden", hidden=True, needs="values", dot=4, zh="其他大小與數值", en="other sizes and numbers"
)
def test_hidden_vectors(function, student, rng):
    student.matches(function, CASES[function], dims=DIMS[function], oracle=ORACLES[function])


@graded(
    "hidden",
    hidden=True,
    needs=("values", "shapes"),
    matvec=5,
    matmul=6,
    affine=5,
    zh="其他大小與數值",
    en="other sizes and numbers",
)
def test_hidden(function, student, rng):
    student.matches(function, CASES[function], dims=DIMS[function], oracle=ORACLES[function])
