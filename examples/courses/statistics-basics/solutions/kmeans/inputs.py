"""Inputs of the public checks of `kmeans`, and independent answers. Stays with the instructor."""

import numpy as np

from grader.authoring import Draw, case

POINTS = np.array([[0.0, 0], [3, 4]])
CENTRES = np.array([[0.0, 0], [3, 0]])
SIZES = ((2, 2, 2), (3, 2, 2), (4, 3, 2), (3, 3, 3), (5, 2, 3), (6, 4, 2), (4, 2, 1))


def pair_cases(draw: Draw):
    """X and C. The second tells Manhattan from Euclidean, the third one coordinate from both."""
    yield case(POINTS, CENTRES, slide=True)
    yield case(np.array([[0.0, 0]]), np.array([[3.0, 3], [0, 5]]))
    yield case(np.array([[1.0, 0], [-2, 1]]), np.array([[1.5, 4], [-1, 0.5], [0.5, -3]]))
    for n, k, d in SIZES:
        yield case(draw.array((n, d)), draw.array((k, d)))


def everyone(draw: Draw, n, k):
    """`n` labels, none of the `k` groups empty, in no order; n >= k."""
    labels = np.array([i % k for i in range(n)])
    for i in range(n - 1, 0, -1):
        j = draw.integer(0, i)
        labels[[i, j]] = labels[[j, i]]
    return labels


def update_cases(draw: Draw):
    yield case(np.array([[1.0, 2], [4, -2], [3, 6]]), np.array([1, 0, 1]), CENTRES)
    for n, k, d in ((3, 2, 2), (5, 2, 2), (7, 3, 2), (6, 2, 3), (8, 3, 1)):
        yield case(draw.array((n, d)), everyone(draw, n, k), draw.array((k, d)))


def empty_cases(draw: Draw):
    yield case(np.array([[0.0, 0], [2, 4]]), np.array([0, 0]), np.array([[5.0, 5], [7, 7]]))
    yield case(np.array([[1.0, 2]]), np.array([1]), np.array([[3.0, -1], [0, 4], [-2, 2]]))
    for n, k in ((3, 3), (5, 4)):
        labels = everyone(draw, n, k - 1) + 1
        yield case(draw.array((n, 2)), labels, draw.array((k, 2)))


def whole_centre_cases(draw: Draw):
    """Whole numbers for centres and points: a buffer made like either cuts the means off."""
    yield case(np.array([[1, 2], [2, 5]]), np.array([0, 0]), np.array([[4, 4]]))
    for n, k in ((5, 2), (7, 3)):
        yield case(draw.integers((n, 2)), everyone(draw, n, k), draw.integers((k, 2)))
    yield case(draw.array((5, 2)), everyone(draw, 5, 2), draw.integers((2, 2)))


def inertia_cases(draw: Draw):
    """The first point of the slide's case belongs to the farther centre."""
    yield case(POINTS, np.array([0, 0]), CENTRES, slide=True)
    yield case(np.array([[1.0, 2]]), np.array([1]), np.array([[1.0, 1], [3, 0]]))
    for n, k, d in SIZES[1:]:
        yield case(draw.array((n, d)), everyone(draw, max(n, k), k)[:n], draw.array((k, d)))


CASES = {
    "squared_distances": pair_cases,
    "assign": pair_cases,
    "update": update_cases,
    "inertia": inertia_cases,
}


def whole_cases(draw: Draw):
    yield case(np.array([[0, 0], [3, 4]]), np.array([[0, 1], [3, 0]]))
    yield case(draw.integers((4, 2)), draw.array((3, 2)))
    yield case(draw.array((3, 2)), draw.integers((2, 2)))


def whole_inertia_cases(draw: Draw):
    yield case(np.array([[0, 0], [3, 4]]), np.array([0, 1]), np.array([[0, 1], [3, 0]]))
    yield case(draw.integers((4, 2)), everyone(draw, 4, 2), draw.array((2, 2)))


WHOLE = {
    "squared_distances": whole_cases,
    "assign": whole_cases,
    "update": whole_centre_cases,
    "inertia": whole_inertia_cases,
}

# --------------------------------------------------------------------------- oracles


def expanded(X, C):
    """|x|² − 2 x·c + |c|²."""
    X, C = np.asarray(X, float), np.asarray(C, float)
    return (X**2).sum(1)[:, None] - 2 * X @ C.T + (C**2).sum(1)


def one_by_one(X, C):
    """The nearest centre of each point by `np.linalg.norm`, in loops."""
    return np.array([min(range(len(C)), key=lambda j: np.linalg.norm(x - C[j])) for x in X])


def by_membership(X, labels, C):
    """The means as one product with the (k, N) matrix of who belongs where."""
    member = np.equal.outer(np.arange(len(C)), labels)
    count = member.sum(1, keepdims=True)
    return np.where(count > 0, member @ np.asarray(X, float) / np.maximum(count, 1), C)


def by_trace(X, labels, C):
    """The sum of the entries of the distance table that belong to the labels."""
    return float(expanded(X, C)[np.arange(len(X)), labels].sum())


ORACLES = {
    "squared_distances": expanded,
    "assign": one_by_one,
    "update": by_membership,
    "inertia": by_trace,
}
