"""The hidden part of `neuron`: longer inputs, other functions, other thresholds."""

import numpy as np

from grader.authoring import Draw, Fn, case, graded

from .checks import DIMS, RELU
from .inputs import ORACLES


def weighted_sum_cases(draw: Draw):
    yield case(np.array([0.0, 0.5, 0]), np.array([0.2, 0.3, 0.4]), 0.1)
    yield case(np.zeros(2), draw.array(2), draw.number())
    for n in (1, 6, 9, 17):
        yield case(draw.array(n), draw.array(n, -20, 20, 2), draw.number(-9, 9, 2))
    yield case(draw.array(4, -4000, 4000, 0), draw.array(4, -0.09, 0.09, 3), draw.number())


def neuron_cases(draw: Draw):
    yield case(np.array([0.0, 0.5, 0]), np.array([0.2, 0.3, 0.4]), 0.1, Fn("double"))
    for n, f in ((1, "cosh"), (2, "sech2"), (6, "sin"), (7, "cbrt"), (4, "square"), (9, "shift")):
        low = 0.5 if f in ("cosh", "sech2") else 3.0
        yield case(draw.array(n, -low, low), draw.array(n, -low, low), draw.number(), Fn(f))
    yield case(draw.array(3), draw.array(3), draw.number(), RELU)


def classify_cases(draw: Draw):
    yield case(np.array([[0.5, 0.49, 0.51]]))
    yield case(draw.probabilities((3, 4)))
    for low, high in ((0.1, 0.9), (-3.0, -1.0), (2.0, 3.0)):
        threshold = draw.number(low, high, 1)
        values = draw.array((4, 5))
        values[1, 2] = values[3, 0] = threshold
        yield case(values, threshold=threshold)
    yield case(np.float64(-1.5), -1.5)


CASES = {
    "weighted_sum": weighted_sum_cases,
    "neuron": neuron_cases,
    "classify": classify_cases,
}


@graded(
    "hidden",
    hidden=True,
    needs="values",
    weighted_sum=6,
    neuron=6,
    zh="其他大小與數值",
    en="other sizes and numbers",
)
def test_hidden(function, student, rng):
    student.matches(function, CASES[function], dims=DIMS[function], oracle=ORACLES[function])


@graded(
    "hidden",
    hidden=True,
    needs=("values", "keywords", "shapes"),
    classify=4,
    zh="其他大小與閾值",
    en="other sizes and thresholds",
)
def test_hidden_classes(function, student, rng):
    student.matches(function, CASES[function], dims=DIMS[function], oracle=ORACLES[function])
