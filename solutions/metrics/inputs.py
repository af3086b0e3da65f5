"""Inputs of the public checks of `metrics`. Stays with the instructor."""

import numpy as np

from grader.authoring import Draw, case

# One example for all four: TP 3, FP 1, FN 2, TN 4.
EXAMPLE_Y = np.array([1.0, 1, 1, 1, 1, 0, 0, 0, 0, 0])
EXAMPLE_PRED = np.array([1.0, 1, 1, 0, 0, 1, 0, 0, 0, 0])


def table(draw: Draw, tp, fp, fn, tn):
    """Labels and predictions with these counts, in random order."""
    pairs = [(1.0, 1.0)] * tp + [(0.0, 1.0)] * fp + [(1.0, 0.0)] * fn + [(0.0, 0.0)] * tn
    mixed = [pairs.pop(draw.integer(0, len(pairs) - 1)) for _ in range(len(pairs))]
    y, y_pred = np.array(mixed).T
    return y.copy(), y_pred.copy()


def counts(draw: Draw, high):
    """TP, FP, FN, TN: four different numbers from 1 to `high`, so that no two metrics agree by
    accident and no denominator is 0."""
    while True:
        found = [draw.integer(1, high) for _ in range(4)]
        if len(set(found)) == 4:
            return found


def table_cases(draw: Draw):
    yield case(*table(draw, 1, 1, 2, 1))
    yield case(*table(draw, 1, 2, 1, 1))
    yield case(EXAMPLE_Y, EXAMPLE_PRED)
    for high in (4, 4, 5, 6, 7):
        yield case(*table(draw, *counts(draw, high)))
    # A single 1 predicted, and right; a single label 1, and found: the metric is 1.
    yield case(*table(draw, 1, 0, 2, 3))
    yield case(*table(draw, 1, 2, 0, 3))
    # Nothing but 1 among the labels, among the predictions, and both.
    yield case(*table(draw, 2, 0, 1, 0))
    yield case(*table(draw, 2, 1, 0, 0))
    yield case(*table(draw, 2, 0, 0, 0))


def accuracy_cases(draw: Draw):
    yield case(np.array([1.0]), np.array([1.0]))
    yield case(np.array([1.0, 0.0, 0.0]), np.array([1.0, 0.0, 0.0]))
    yield from table_cases(draw)


def uneven(draw: Draw, N, low=-3.0, high=3.0):
    """`(N,)` values that are not all equal."""
    while True:
        values = draw.array(N, low, high)
        if len(set(values)) > 1:
            return values


def nearby(draw: Draw, y):
    """Predictions not far from `y`, off by a bias and by noise."""
    while True:
        y_hat = np.round(y + draw.number(-0.4, 0.4) + draw.array(y.shape, -0.6, 0.6), 1)
        if len(set(y_hat)) > 1 and np.any(y_hat != y):
            return y_hat


def r2_cases(draw: Draw):
    yield case(np.array([30.0, 50.0, 100.0]), np.array([29.0, 53.0, 98.0]), slide=True)
    yield case(np.array([1.0, 2.0]), np.array([1.5, 2.0]))
    y = uneven(draw, 3)
    yield case(y, nearby(draw, y))
    yield case(uneven(draw, 3), uneven(draw, 3))
    y = uneven(draw, 4, 1.0, 9.0)
    yield case(y, nearby(draw, y))
    yield case(uneven(draw, 5), uneven(draw, 5, 2.0, 6.0))
    y = uneven(draw, 7, -2.0, 8.0)
    yield case(y, nearby(draw, y))


CASES = {
    "accuracy": accuracy_cases,
    "precision": table_cases,
    "recall": table_cases,
    "f1_score": table_cases,
    "r2_score": r2_cases,
}


def precision_zeros(draw: Draw):
    """Nothing is predicted 1."""
    yield case(np.array([1.0]), np.array([0.0]))
    yield case(np.zeros(2), np.zeros(2))
    yield case(*table(draw, 0, 0, 2, 3))


def recall_zeros(draw: Draw):
    """No label is 1."""
    yield case(np.array([0.0]), np.array([1.0]))
    yield case(np.zeros(2), np.zeros(2))
    yield case(*table(draw, 0, 2, 0, 3))


def f1_zeros(draw: Draw):
    """Precision, recall or both are 0 or undefined."""
    yield case(np.array([0.0]), np.array([0.0]))
    yield case(np.array([1.0]), np.array([0.0]))
    yield case(np.array([0.0]), np.array([1.0]))
    yield case(*table(draw, 0, 1, 2, 3))


ZEROS = {"precision": precision_zeros, "recall": recall_zeros, "f1_score": f1_zeros}


def integer_tables(draw: Draw):
    """Integer labels and predictions, then integers against floats."""
    for high in (4, 5):
        y, y_pred = table(draw, *counts(draw, high))
        yield case(y.astype(np.int64), y_pred.astype(np.int64))
        yield case(y.astype(np.int64), y_pred)
        yield case(y, y_pred.astype(np.int64))


def integer_r2(draw: Draw):
    yield case(np.array([1, 2, 4]), np.array([1, 3, 3]))
    for N in (4, 6):
        y = uneven(draw, N, -5, 5).round().astype(np.int64)
        y[0], y[1] = 4, -3
        yield case(y, draw.integers(N))
        yield case(y, uneven(draw, N))


INTEGERS = {
    "accuracy": integer_tables,
    "precision": integer_tables,
    "recall": integer_tables,
    "f1_score": integer_tables,
    "r2_score": integer_r2,
}
