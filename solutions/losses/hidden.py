"""The hidden part of `losses`: other and larger cases, of every shape at once."""

import numpy as np

from grader.authoring import Draw, case, graded

from .inputs import ORACLES, binary, logits, multiclass, regression

SHAPES = (1, 6, (1, 3), (2, 5), 13, (4, 3), (3, 3), (5, 11))
CLASS_SHAPES = ((3, 1), (2, 4), (4, 2), (4, 4), (3, 9), (7, 5))


def hidden_regression(draw: Draw):
    for shape in SHAPES:
        yield case(*regression(draw, shape))
    y, y_hat = regression(draw, 9)
    yield case(20 * y, 20 * y_hat)


def hidden_binary(draw: Draw):
    yield case(np.array([1.0, 1, 1]), np.array([0.25, 0.6, 0.85]))
    yield case(np.array([0.0, 0]), np.array([0.35, 0.7]))
    for shape in SHAPES:
        yield case(*binary(draw, shape))


def hidden_classes(draw: Draw):
    for k, n in CLASS_SHAPES:
        yield case(*multiclass(draw, k, n))


def confident_predictions(draw: Draw):
    """Down to 0.0005 from 0 and 1: a gradient clipped well inside (0, 1) shows here."""
    for least in (0.05, 0.005, 0.0005):
        p = np.array([least, 1 - least, least, 1 - least, 0.5])
        yield case(np.array([1.0, 0, 0, 1, 1]), p)


def confident_classes(draw: Draw):
    for least in (0.05, 0.005, 0.0005):
        y = np.array([[1.0, 0], [0, 1], [0, 0]])
        yield case(y, np.array([[least, 0.5 - least], [0.6, least], [0.4 - least, 0.5]]))


def hidden_logits(draw: Draw):
    for k, n in CLASS_SHAPES:
        yield case(*logits(draw, k, n))


CASES = {
    "mse": hidden_regression,
    "mae": hidden_regression,
    "bce": hidden_binary,
    "cross_entropy": hidden_classes,
    "d_mse": hidden_regression,
    "d_mae": hidden_regression,
    "d_bce": hidden_binary,
    "d_cross_entropy": hidden_classes,
    "d_softmax_cross_entropy": hidden_logits,
}

CONFIDENT = {
    "bce": confident_predictions,
    "d_bce": confident_predictions,
    "cross_entropy": confident_classes,
    "d_cross_entropy": confident_classes,
}


@graded(
    "hidden",
    hidden=True,
    needs=("values", "shapes"),
    mse=2,
    mae=2,
    bce=2,
    cross_entropy=2,
    d_mse=2,
    d_mae=2,
    d_bce=3,
    d_cross_entropy=2,
    d_softmax_cross_entropy=2,
    zh="其他資料也正確",
    en="right on other data too",
)
def test_hidden(function, student):
    student.matches(function, CASES[function], oracle=ORACLES.get(function))
    if function in CONFIDENT:
        # wide enough for 1e-7 added to a prediction of 0.0005 or to its ŷ(1 − ŷ)
        student.matches(function, CONFIDENT[function], rtol=1e-3, oracle=ORACLES.get(function))
