"""Inputs of the public checks of `matmul`, and independent answers. Stays with the instructor."""

import numpy as np

from grader.authoring import Draw, case

# The trusted side may multiply as it likes: NumPy's own products, independent of the reference.
ORACLES = {
    "dot": lambda u, v: float(np.dot(u, v)),
    "matvec": lambda A, x: np.asarray(A) @ np.asarray(x),
    "matmul": lambda A, B: np.asarray(A) @ np.asarray(B),
    "affine": lambda x, W, b: np.asarray(x) @ np.asarray(W) + np.asarray(b),
}


# Values: no axis of size 1 (those are in `shapes`), so that broadcasting hides nothing; square
# cases give a wrong transpose a value, the others give it away.
def dot_cases(draw: Draw):
    yield case(np.array([5.0, 2, 1]), np.array([-1.0, 3, 3]), slide=True)
    # Whole numbers again: what cuts fractions off is not right on the slide's example alone.
    yield case(np.array([2.0, -3]), np.array([4.0, 5]))
    for n in (1, 2, 3, 5, 2, 4):
        yield case(draw.array(n), draw.array(n))
    yield case(draw.array(3), draw.array(3, decimals=3))


def matvec_cases(draw: Draw):
    yield case(np.arange(1.0, 10).reshape(3, 3), np.array([1.0, 2, 3]), slide=True)
    yield case(np.array([[2.0, -1], [3, 4]]), np.array([-2.0, 5]))
    for m, n in ((2, 2), (2, 3), (3, 2), (3, 3), (2, 4), (5, 3)):
        yield case(draw.array((m, n)), draw.array(n))
    yield case(draw.array((2, 3)), draw.array(3, decimals=3))


def matmul_cases(draw: Draw):
    yield case(np.array([[1.0, 2], [3, 4]]), np.array([[5.0, 6], [7, 8]]))
    for m, n, p in ((2, 2, 2), (2, 2, 3), (3, 2, 2), (2, 3, 2), (3, 3, 3), (2, 3, 4), (4, 3, 2)):
        yield case(draw.array((m, n)), draw.array((n, p)))
    yield case(draw.array((3, 2)), draw.array((2, 4), decimals=3))


def affine_cases(draw: Draw):
    yield case(
        np.array([5.0, 2]),
        np.array([[-0.5, 0.2, -0.1], [0.5, 0.4, -0.2]]),
        np.array([-1.5, 0.2, 0.8]),
        slide=True,
    )
    for n, m in ((2, 2), (2, 3), (3, 2), (3, 3), (4, 2), (3, 5)):
        yield case(draw.array(n), draw.array((n, m)), draw.array(m))
    yield case(draw.array(2), draw.array((2, 4), decimals=3), draw.array(4))


CASES = {
    "dot": dot_cases,
    "matvec": matvec_cases,
    "matmul": matmul_cases,
    "affine": affine_cases,
}


# Shapes: one row, one column, one entry.
def matvec_shapes(draw: Draw):
    for m, n in ((1, 1), (1, 3), (3, 1), (1, 2), (2, 1)):
        yield case(draw.array((m, n)), draw.array(n))


def matmul_shapes(draw: Draw):
    for m, n, p in ((1, 1, 1), (1, 2, 1), (2, 1, 2), (1, 2, 3), (3, 2, 1), (2, 1, 3), (1, 1, 3)):
        yield case(draw.array((m, n)), draw.array((n, p)))


def affine_shapes(draw: Draw):
    for n, m in ((1, 1), (1, 3), (3, 1), (2, 1), (1, 2)):
        yield case(draw.array(n), draw.array((n, m)), draw.array(m))


SHAPES = {"matvec": matvec_shapes, "matmul": matmul_shapes, "affine": affine_shapes}


# Integers and lists. Where one argument is of ints, another has fractions: a result that takes
# over an integer dtype loses them.
def dot_integers(draw: Draw):
    yield case(draw.integers(3), draw.integers(3))
    yield case(draw.integers(3), draw.array(3))
    yield case(draw.array(3), draw.integers(3))
    yield case([5, 2, 1], [-1, 3, 3])
    yield case(draw.array(4).tolist(), draw.array(4).tolist())
    yield case(draw.integers(2).tolist(), draw.array(2))
    yield case(draw.array(2), draw.array(2).tolist())


def matvec_integers(draw: Draw):
    yield case(draw.integers((2, 3)), draw.integers(3))
    yield case(draw.integers((2, 3)), draw.array(3))
    yield case(draw.integers((3, 4)), draw.array(4))
    yield case(draw.array((2, 3)), draw.integers(3))
    yield case([[1, 2, 3], [4, 5, 6], [7, 8, 9]], [1, 2, 3])
    yield case(draw.array((3, 2)).tolist(), draw.array(2).tolist())
    yield case(draw.integers((2, 2)).tolist(), draw.array(2).tolist())
    yield case(draw.array((2, 3)), draw.array(3).tolist())


def matmul_integers(draw: Draw):
    yield case(draw.integers((2, 3)), draw.integers((3, 2)))
    yield case(draw.integers((2, 3)), draw.array((3, 2)))
    yield case(draw.array((2, 2)), draw.integers((2, 3)))
    yield case([[1, 2], [3, 4]], [[5, 6], [7, 8]])
    yield case(draw.array((2, 3)).tolist(), draw.array((3, 4)).tolist())
    yield case(draw.integers((3, 2)).tolist(), draw.array((2, 2)).tolist())
    yield case(draw.array((2, 3)).tolist(), draw.array((3, 2)))


def affine_integers(draw: Draw):
    yield case(draw.integers(2), draw.integers((2, 3)), draw.integers(3))
    yield case(draw.integers(2), draw.array((2, 3)), draw.array(3))
    yield case(draw.array(3), draw.integers((3, 2)), draw.array(2))
    yield case(draw.array(4), draw.array((4, 3)), draw.integers(3))
    yield case([5, 2], [[1, 2, 3], [4, 5, 6]], [-1, 0, 2])
    yield case(draw.array(2).tolist(), draw.array((2, 2)).tolist(), draw.array(2).tolist())
    yield case(draw.integers(3).tolist(), draw.array((3, 2)), draw.array(2).tolist())


INTEGERS = {
    "dot": dot_integers,
    "matvec": matvec_integers,
    "matmul": matmul_integers,
    "affine": affine_integers,
}


# For `unchanged` sizes are all alike: a wrong transpose must not raise there, it has been charged.
def dot_square(draw: Draw):
    for n in (2, 3):
        yield case(draw.array(n), draw.array(n))


def matvec_square(draw: Draw):
    for n in (2, 3):
        yield case(draw.array((n, n)), draw.array(n))


def matmul_square(draw: Draw):
    for n in (2, 3):
        yield case(draw.array((n, n)), draw.array((n, n)))


def affine_square(draw: Draw):
    for n in (2, 3):
        yield case(draw.array(n), draw.array((n, n)), draw.array(n))


SQUARE = {
    "dot": dot_square,
    "matvec": matvec_square,
    "matmul": matmul_square,
    "affine": affine_square,
}
