"""Hidden checks of the activations: other values, larger arrays, other keywords."""

import numpy as np

from grader.authoring import Draw, case, graded

from .checks import DIMS


def larger_cases(draw: Draw):
    """Two decimals, 1-D to 3-D, a NumPy scalar, and values that no public case plants."""
    yield case(np.array([0.05, -0.05, 0.0]))
    yield case(np.array([4.99, -4.99, 2.71, -3.14]))
    yield case(np.float64(draw.number(-5, 5, 2)))
    yield case(draw.array(30, -5, 5, 2))
    yield case(draw.array((7, 11), -5, 5, 2))
    yield case(draw.array((3, 2, 5), -5, 5, 2))


def larger_softmax_cases(draw: Draw):
    yield case(np.array([0.25, 0.25, -0.75, 2.5]))
    yield case(draw.array(10, -3, 3, 2))
    yield case(draw.array((6, 6), -3, 3, 2))
    yield case(draw.array((10, 25), -3, 3, 2))
    yield case(draw.array((12, 1), -3, 3, 2))


def leaky_relu_cases(draw: Draw):
    yield case(np.array([-3.0, 0.05, 4.0]), a=0.1)
    yield case(np.array([-3.0, 0.05, 4.0]), 0)
    yield case(draw.array(12, -5, 5, 2), draw.integer(1, 99) / 100)
    yield case(draw.array(12, -5, 5, 2), a=draw.integer(1, 99) / 100)


def softplus_cases(draw: Draw):
    yield case(np.array([-0.5, 0.0, 0.25]), beta=8)
    yield case(draw.array(12, -4, 4, 2), draw.integer(2, 9) / 10)
    yield case(draw.array(12, -4, 4, 2), beta=draw.integer(11, 20) / 10)


def elu_cases(draw: Draw):
    yield case(np.array([-0.5, 0.0, 0.25]), alpha=4)
    yield case(draw.array(12, -5, 5, 2), draw.integer(2, 9) / 10)
    yield case(draw.array(12, -5, 5, 2), alpha=draw.integer(11, 30) / 10)


def selu_cases(draw: Draw):
    yield case(np.array([-0.5, 0.0, 0.25]), lam=4, alpha=3)
    yield case(draw.array(12, -5, 5, 2), draw.integer(2, 9) / 10, draw.integer(11, 20) / 10)
    yield case(draw.array(12, -5, 5, 2), draw.integer(11, 20) / 10)
    yield case(draw.array(12, -5, 5, 2), alpha=draw.integer(2, 9) / 10)


KEYWORDS = {
    "leaky_relu": leaky_relu_cases,
    "softplus": softplus_cases,
    "elu": elu_cases,
    "selu": selu_cases,
}


@graded(
    "hidden",
    linear=1,
    sigmoid=1,
    tanh=1,
    softsign=1,
    relu=1,
    leaky_relu=1,
    softplus=1,
    elu=1,
    selu=1,
    swish=1,
    mish=1,
    softmax=2,
    hidden=True,
    needs=("values", "shapes"),
    zh="其他數值與更大的陣列",
    en="other values and larger arrays",
)
def test_hidden(function, student, rng):
    cases = larger_softmax_cases if function == "softmax" else larger_cases
    student.matches(function, cases, dims=DIMS.get(function))


@graded(
    "hidden_keywords",
    leaky_relu=1,
    softplus=1,
    elu=1,
    selu=1,
    hidden=True,
    needs=("values", "keywords"),
    zh="其他的參數值",
    en="other values of the keywords",
)
def test_hidden_keywords(function, student, rng):
    student.matches(function, KEYWORDS[function], dims=DIMS[function])
