"""Inputs of the public checks of `losses`, and independent answers. Stays with the instructor.

Ordinary predictions stay in [0.15, 0.9], so that any guard of at most 1e-7, clipped or added,
agrees within the tolerance. The gradients have oracles that know nothing of the reference:
the forward formulas, written out below, differentiated by complex step (by exact central
difference for |x|, which is piecewise linear).
"""

import numpy as np

from grader.authoring import Draw, case, central_difference, complex_step


def regression(draw: Draw, shape):
    """Labels and predictions with one decimal that differ everywhere by at least 0.1."""
    y = draw.array(shape)
    return y, np.round(y + draw.array(shape), 1)


def binary(draw: Draw, shape):
    """0/1 labels and ordinary predictions."""
    return draw.labels(shape), draw.array(shape, 0.15, 0.85, 2)


def probabilities(draw: Draw, y):
    """Columns that sum to 1, positive throughout, 0.15 to 0.8 at the right class."""
    p = np.empty(y.shape)
    for column in range(y.shape[1]):
        right = draw.integer(15, 80)
        others = np.array([draw.integer(1, 9) for _ in range(len(y) - 1)])
        parts = np.maximum(1, (100 - right) * others // others.sum())
        parts[np.argmax(parts)] += 100 - right - parts.sum()
        p[:, column] = np.insert(parts, np.argmax(y[:, column]), right)
    return p / 100


def multiclass(draw: Draw, k, n):
    """One-hot labels and probabilities, both `(k, n)`."""
    y = draw.one_hot(k, n)
    return y, probabilities(draw, y)


def logits(draw: Draw, k, n):
    """One-hot labels and logits, both `(k, n)`."""
    return draw.one_hot(k, n), draw.array((k, n))


SLIDE_REGRESSION = (np.array([30.0, 50, 100]), np.array([29.0, 53, 98]))
SLIDE_BINARY = (np.array([0.0, 1, 0]), np.array([0.2, 0.9, 0.3]))
SLIDE_CLASSES = (
    np.array([[0.0, 1, 0], [1, 0, 0], [0, 0, 1]]),
    np.array([[0.3, 0.8, 0.2], [0.6, 0.1, 0.3], [0.1, 0.1, 0.5]]),
)
SLIDE_LOGITS = (np.array([[0.0], [1.0]]), np.array([[-1.0], [2.0]]))

# --------------------------------------------------------------------------- cases


def regression_cases(draw: Draw):
    yield case(*SLIDE_REGRESSION, slide=True)
    yield case(np.array([1.5]), np.array([-0.5]))
    yield case(np.array([-1.0, 2.0]), np.array([0.5, 1.5]))
    for n in (2, 3, 4, 7):
        yield case(*regression(draw, n))


def binary_cases(draw: Draw):
    yield case(*SLIDE_BINARY, slide=True)
    yield case(np.array([1.0]), np.array([0.8]))
    yield case(np.array([0.0]), np.array([0.4]))
    yield case(np.array([1.0, 1, 0]), np.array([0.3, 0.6, 0.7]))
    for n in (2, 4, 5, 7):
        yield case(*binary(draw, n))


def binary_gradient_cases(draw: Draw):
    """The slide's labels with 0.8 for 0.9, where even 1e-7 added to ŷ(1 − ŷ) is too much."""
    yield case(np.array([0.0, 1, 0]), np.array([0.2, 0.8, 0.3]))
    yield from list(binary_cases(draw))[1:]


def class_cases(draw: Draw):
    yield case(*SLIDE_CLASSES, slide=True)
    yield case(np.array([[0.0], [1.0], [0.0]]), np.array([[0.3], [0.2], [0.5]]))
    yield case(np.array([[1.0, 0], [0, 1]]), np.array([[0.3, 0.4], [0.7, 0.6]]))
    for k, n in ((2, 2), (3, 2), (3, 4), (4, 7), (3, 3)):
        yield case(*multiclass(draw, k, n))


def logit_cases(draw: Draw):
    yield case(*SLIDE_LOGITS, slide=True)
    yield case(np.array([[1.0, 0], [0, 1]]), np.array([[0.5, 2.0], [-1.0, 1.0]]))
    for k, n in ((2, 2), (3, 1), (3, 2), (3, 4), (4, 7), (3, 3)):
        yield case(*logits(draw, k, n))


def regression_shape_cases(draw: Draw):
    for shape in ((1, 1), (1, 2), (2, 2), (2, 3), (1, 4), (3, 2), (3, 5)):
        yield case(*regression(draw, shape))


def binary_shape_cases(draw: Draw):
    for shape in ((1, 1), (1, 2), (2, 2), (2, 3), (1, 4), (3, 2), (3, 5)):
        yield case(*binary(draw, shape))


CLASS_SHAPES = ((2, 1), (5, 1), (2, 5), (5, 2), (6, 4))


def class_shape_cases(draw: Draw):
    for k, n in CLASS_SHAPES:
        yield case(*multiclass(draw, k, n))


def logit_shape_cases(draw: Draw):
    for k, n in CLASS_SHAPES:
        yield case(*logits(draw, k, n))


def regression_integer_cases(draw: Draw):
    yield case(np.array([3]), np.array([1]))
    yield case(np.array([1, -2, 4]), np.array([2, 2, -1]))
    for n in (3, 4, 7):
        y = draw.integers(n)
        yield case(y, y + draw.integers(n, 1, 4) * np.array([1, -1] * n)[:n])


def binary_integer_cases(draw: Draw):
    yield case(np.array([1]), np.array([0.4]))
    for n in (2, 3, 5):
        y, p = binary(draw, n)
        yield case(y.astype(np.int64), p)


def class_integer_cases(draw: Draw):
    for k, n in ((2, 1), (2, 3), (3, 2), (3, 4)):
        y, p = multiclass(draw, k, n)
        yield case(y.astype(np.int64), p)


def logit_integer_cases(draw: Draw):
    for k, n in ((2, 1), (2, 3), (3, 2), (3, 4)):
        yield case(draw.one_hot(k, n).astype(np.int64), draw.integers((k, n)))


def equal_cases(draw: Draw):
    yield case(np.array([2.0]), np.array([2.0]))
    yield case(np.array([1.0, -0.5, 3.0]), np.array([1.0, 2.0, 1.0]))
    for n in (4, 6):
        y, y_hat = regression(draw, n)
        at = draw.integer(0, n - 1)
        y_hat[at] = y[at]
        yield case(y, y_hat)


def large_logit_cases(draw: Draw):
    yield case(np.array([[1.0], [0.0]]), np.array([[1000.0], [998.5]]))
    yield case(np.array([[1.0], [0.0]]), np.array([[-1000.0], [-999.0]]))
    yield case(np.array([[0.0, 1], [1, 0]]), np.array([[1000.0, -999], [999, -1000]]))
    yield case(np.array([[0.0, 1], [1, 0], [0, 0]]), np.array([[1000.0, 0], [-1000, 1], [0, -1]]))
    for k, n in ((3, 2), (3, 4)):
        y, z = logits(draw, k, n)
        levels = np.array([996.0, -996.0, 400.0, -996.0])[:n]
        yield case(y, z + levels)


def binary_untouched_cases(draw: Draw):
    """With predictions of exactly 0 and 1: clipping in place shows nowhere else."""
    yield case(np.array([1.0, 0, 1]), np.array([0.0, 1.0, 0.7]))
    yield case(*binary(draw, (2, 3)))


def class_untouched_cases(draw: Draw):
    yield case(np.array([[0.0, 1], [1, 0]]), np.array([[1.0, 0.4], [0.0, 0.6]]))
    yield case(*multiclass(draw, 3, 4))


CASES = {
    "mse": regression_cases,
    "mae": regression_cases,
    "bce": binary_cases,
    "cross_entropy": class_cases,
    "d_mse": regression_cases,
    "d_mae": regression_cases,
    "d_bce": binary_gradient_cases,
    "d_cross_entropy": class_cases,
    "d_softmax_cross_entropy": logit_cases,
}
SHAPES = {
    "mse": regression_shape_cases,
    "mae": regression_shape_cases,
    "bce": binary_shape_cases,
    "cross_entropy": class_shape_cases,
    "d_mse": regression_shape_cases,
    "d_mae": regression_shape_cases,
    "d_bce": binary_shape_cases,
    "d_cross_entropy": class_shape_cases,
    "d_softmax_cross_entropy": logit_shape_cases,
}
INTEGERS = {
    "mse": regression_integer_cases,
    "mae": regression_integer_cases,
    "bce": binary_integer_cases,
    "cross_entropy": class_integer_cases,
    "d_mse": regression_integer_cases,
    "d_mae": regression_integer_cases,
    "d_bce": binary_integer_cases,
    "d_cross_entropy": class_integer_cases,
    "d_softmax_cross_entropy": logit_integer_cases,
}
UNTOUCHED = CASES | {"bce": binary_untouched_cases, "cross_entropy": class_untouched_cases}


# --------------------------------------------------------------------------- oracles


def _column_cross_entropy(y, z):
    """cross_entropy(y, softmax(z)) by log-sum-exp; analytic, so `z` may be complex."""
    top = z.real.max(axis=0)
    log_sum = np.log(np.exp(z - top).sum(axis=0)) + top
    return (log_sum - (y * z).sum(axis=0)).sum() / y.shape[1]


ORACLES = {
    "d_mse": lambda y, p: complex_step(lambda q: ((q - y) * (q - y)).sum() / y.size, p),
    # 1/128 is less than any difference but 0, so this is exact, and 0 at the kink
    "d_mae": lambda y, p: central_difference(lambda q: np.abs(q - y).sum() / y.size, p, 1 / 128),
    "d_bce": lambda y, p: complex_step(
        lambda q: -np.log(np.where(y == 1, q, 1 - q)).sum() / y.size, p
    ),
    "d_cross_entropy": lambda y, p: complex_step(
        lambda q: -np.log(q[y == 1]).sum() / y.shape[1], p
    ),
    "d_softmax_cross_entropy": lambda y, z: complex_step(lambda q: _column_cross_entropy(y, q), z),
}
