"""Inputs of the public checks of `regression`, and independent answers. Stays with the
instructor.

Every X has independent columns, and its values are small, so that `inv` and `solve` agree far
within the tolerance. Oracles: `lstsq`, the loss differentiated by complex step, and the closed form
of gradient descent on a quadratic.
"""

import numpy as np

from grader.authoring import Draw, case, complex_step


def spread_out(draw: Draw, n):
    """`n` numbers, no two of them closer than 0.5, in no order."""
    steps = draw.array(n, 0.5, 1.5)
    x = np.round(np.cumsum(steps) - 0.6 * n, 1)
    return np.roll(x, draw.integer(0, n - 1))


def independent(draw: Draw, n, p):
    """(n, p) with independent columns: 1, x, x² … up to p; n > p."""
    x = spread_out(draw, n)
    return np.round(np.stack([(x / 2) ** i for i in range(p)], axis=1), 3)


SIZES = ((3, 2), (4, 2), (5, 2), (4, 1), (5, 3), (7, 3))


def x_cases(draw: Draw):
    yield case(np.array([2.0, 5]), slide=True)
    yield case(np.array([-1.5]))
    for n in (2, 3, 4, 6):
        yield case(draw.array(n))


def predict_cases(draw: Draw):
    yield case(np.array([[1.0, 2], [1, 5]]), np.array([3.0, -1]), slide=True)
    for n, p in ((2, 2), (3, 2), (2, 3), (3, 3), (5, 2), (4, 3)):
        yield case(draw.array((n, p)), draw.array(p))


def fit_cases(draw: Draw):
    yield case(np.array([[1.0, 0], [1, 1], [1, 2]]), np.array([1.0, 3, 5]), slide=True)
    yield case(np.array([[1.0, -1], [1, 0], [1, 3]]), np.array([2.0, -1, 1]))
    for n, p in SIZES:
        yield case(independent(draw, n, p), draw.array(n))


def gradient_cases(draw: Draw):
    yield case(np.array([[1.0, 0], [1, 2]]), np.array([1.0, 1]), np.array([0.0, 1]), slide=True)
    yield case(np.array([[1.0, 2]]), np.array([3.0]), np.array([-1.0, 1.5]))
    for n, p in ((3, 2), (2, 3), (3, 3), (5, 2), (4, 3)):
        yield case(draw.array((n, p)), draw.array(n), draw.array(p))


def descent_cases(draw: Draw):
    yield case(
        np.array([[1.0, 0], [1, 2]]),
        np.array([1.0, 1]),
        np.array([0.0, 1]),
        0.25,
        1,
        slide=True,
    )
    yield case(np.array([[1.0, 2], [1, -1]]), np.array([3.0, 1]), np.array([0.5, -0.5]), 0.1, 2)
    for (n, p), steps in zip(SIZES, (1, 2, 3, 5, 4, 8), strict=True):
        lr = draw.number(0.05, 0.2, decimals=2)
        yield case(independent(draw, n, p), draw.array(n), draw.array(p), lr, steps)


def no_step_cases(draw: Draw):
    for n, p in ((2, 1), (3, 2)):
        yield case(draw.array((n, p)), draw.array(n), draw.array(p), 0.1, 0)


def many_step_cases(draw: Draw):
    """Long enough to arrive: lr is below 1 over the largest eigenvalue of XᵀX/N."""
    yield case(np.array([[1.0, -1], [1, 1]]), np.array([1.0, 3]), np.zeros(2), 0.4, 60)
    for n in (4, 5):
        x = np.linspace(-1, 1, n)
        X = np.stack([np.ones(n), x], axis=1)
        yield case(X, draw.array(n), draw.array(2), 0.5, 100)


CASES = {
    "design_matrix": x_cases,
    "predict": predict_cases,
    "normal_equations": fit_cases,
    "mse_gradient": gradient_cases,
    "gradient_descent": descent_cases,
}


def x_integer_cases(draw: Draw):
    yield case(np.array([2, 5, -1]))
    yield case([3, 1])
    yield case(draw.array(3).tolist())


def fit_integer_cases(draw: Draw):
    yield case(np.array([[1, 0], [1, 1], [1, 3]]), np.array([1, 2, 2]))
    yield case(np.array([[1, -1], [1, 2], [1, 4]]), draw.array(3))


def gradient_integer_cases(draw: Draw):
    yield case(np.array([[1, 0], [1, 3], [1, 1]]), np.array([1, 2, 2]), np.array([1, -1]))
    yield case(draw.integers((3, 2)), draw.integers(3), draw.array(2))


def descent_integer_cases(draw: Draw):
    yield case(np.array([[1, 0], [1, 3]]), np.array([1, 2]), np.array([1, -1]), 0.1, 2)
    yield case(np.array([[1, 2], [1, -1]]), draw.integers(2), np.array([0, 0]), 0.05, 3)


INTEGERS = {
    "design_matrix": x_integer_cases,
    "normal_equations": fit_integer_cases,
    "mse_gradient": gradient_integer_cases,
    "gradient_descent": descent_integer_cases,
}

# --------------------------------------------------------------------------- oracles


def by_step(X, y, w):
    """The loss written out as a sum of squares, differentiated by complex step."""
    X, y = np.asarray(X, float), np.asarray(y, float)

    def loss(v):
        return sum((row @ v - t) ** 2 for row, t in zip(X, y, strict=True)) / y.size

    return complex_step(loss, np.asarray(w, float))


def closed_form(X, y, w, lr, steps):
    """The error is multiplied by the same matrix at every step."""
    n, p = np.shape(X)
    best = np.linalg.lstsq(X, np.asarray(y, float), rcond=None)[0]
    shrink = np.eye(p) - 2 * lr / n * np.transpose(X) @ X
    return best + np.linalg.matrix_power(shrink, steps) @ (w - best)


ORACLES = {
    "design_matrix": lambda x: np.vander(np.asarray(x, float), 2, increasing=True),
    "predict": lambda X, w: np.array([np.dot(row, w) for row in X]),
    "normal_equations": lambda X, y: np.linalg.lstsq(X, y, rcond=None)[0],
    "mse_gradient": by_step,
    "gradient_descent": closed_form,
}
