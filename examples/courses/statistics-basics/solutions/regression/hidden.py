"""The hidden checks of `regression`: larger data, whose inputs no report shows."""

import numpy as np

from grader.authoring import Draw, case, graded

from .inputs import ORACLES, independent


def large_x(draw: Draw):
    for n in (9, 30):
        yield case(draw.array(n, -50.0, 50.0))


def large_predictions(draw: Draw):
    for n, p in ((12, 4), (4, 6), (6, 6)):
        yield case(draw.array((n, p), -20.0, 20.0), draw.array(p))


def noisy_lines(draw: Draw):
    """A known line, plus noise: many samples, two weights or three."""
    for n, p in ((20, 2), (25, 3), (9, 2)):
        X = independent(draw, n, p) / np.array([1.0, 4.0, 16.0])[:p]
        yield case(X, np.round(X @ draw.array(p) + draw.array(n, -0.3, 0.3, 2), 2))


def large_gradients(draw: Draw):
    for n, p in ((12, 4), (4, 6), (6, 6)):
        yield case(draw.array((n, p)), draw.array(n), draw.array(p))


def long_descents(draw: Draw):
    for n, steps in ((8, 7), (10, 25)):
        X = np.stack([np.ones(n), np.round(np.linspace(-1, 1, n), 2)], axis=1)
        yield case(X, draw.array(n), draw.array(2), 0.3, steps)


HIDDEN = {
    "design_matrix": large_x,
    "predict": large_predictions,
    "normal_equations": noisy_lines,
    "mse_gradient": large_gradients,
    "gradient_descent": long_descents,
}


@graded(
    "hidden",
    needs="values",
    hidden=True,
    design_matrix=2,
    predict=2,
    normal_equations=4,
    mse_gradient=4,
    gradient_descent=4,
    zh="其他更大的資料",
    en="other and larger data",
)
def test_hidden(function, student):
    student.matches(function, HIDDEN[function], oracle=ORACLES[function])
