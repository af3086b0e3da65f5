"""Inputs of the public checks of `neuron`, and independent answers. Stays with the instructor."""

import numpy as np

from grader.authoring import Draw, Fn, case

from .checks import RELU


def classify_one_by_one(y_hat, threshold=0.5):
    flat = [1 if value >= threshold else 0 for value in np.ravel(y_hat)]
    return np.reshape(flat, np.shape(y_hat))


ORACLES = {
    "weighted_sum": lambda x, w, b: float(np.dot(w, x)) + b,
    "neuron": lambda x, w, b, f: f(float(np.dot(w, x)) + b),
    "classify": classify_one_by_one,
}


# The slides' own neurons: one of the hidden layer and the output of 多層感知器運作方式, Quiz 1.
def weighted_sum_cases(draw: Draw):
    yield case(np.array([7.0, 2]), np.array([0.1, 0.2]), -1.5, slide=True)
    yield case(np.array([-0.4, 4.3, -0.3]), np.array([0.2, 0.3, 0.4]), 0.1, slide=True)
    for n in (1, 2, 3, 5, 2, 4):
        yield case(draw.array(n), draw.array(n), draw.number())
    yield case(draw.array(3), draw.array(3, decimals=3), draw.number())


def neuron_cases(draw: Draw):
    yield case(np.array([7.0, 2]), np.array([0.7, -0.4]), 0.2, Fn("identity"), slide=True)
    yield case(np.array([1.0, 2]), np.array([-0.1, 0.3]), -1.1, RELU, slide=True)
    for n, f in (
        (1, "square"),
        (2, "sin"),
        (3, "square"),
        (2, "arctan"),
        (4, "cos"),
        (3, "cbrt"),
        (5, "arctan"),
    ):
        yield case(draw.array(n), draw.array(n), draw.number(), Fn(f))
    yield case(draw.array(2, -0.9, 0.9), draw.array(2, -0.9, 0.9), draw.number(-1, 1), Fn("tanh"))
    yield case(draw.array(3, -0.9, 0.9), draw.array(3, -0.9, 0.9), draw.number(-1, 1), Fn("expm1"))


def classify_cases(draw: Draw):
    yield case(np.array([0.25]), slide=True)
    yield case(np.array([0.2, 0.5, 0.9]))
    # 0.5 given by hand tells a wrong default from a wrong comparison; -0.3 and 0.1 tell apart what
    # compares with -0.5, 0 and 0.5.
    yield case(np.array([-0.8, -0.3, 0.1, 0.7]))
    yield case(np.array([-0.8, -0.3, 0.1, 0.7]), 0.5)
    yield case(np.array([0.4, 0.49, 0.5, 0.505, 0.6]))
    for n in (1, 2, 5):
        yield case(draw.probabilities(n))
    yield case(np.concatenate([draw.array(4), [0.5], draw.probabilities(3)]))
    yield case(draw.array(6))


CASES = {
    "weighted_sum": weighted_sum_cases,
    "neuron": neuron_cases,
    "classify": classify_cases,
}


def weighted_sum_integers(draw: Draw):
    yield case(draw.integers(3), draw.integers(3), draw.integer(1, 4))
    yield case(draw.integers(3), draw.array(3), draw.number())
    yield case(draw.array(3), draw.integers(3), draw.number())
    yield case([7, 2], [1, -3], 4)
    yield case(draw.array(3).tolist(), draw.array(3).tolist(), draw.number())
    yield case(draw.integers(2).tolist(), draw.array(2), draw.number())
    yield case(draw.array(4), draw.array(4).tolist(), draw.integer(-4, -1))


def neuron_integers(draw: Draw):
    yield case(draw.integers(3), draw.integers(3), draw.integer(1, 4), Fn("square"))
    yield case(draw.integers(3), draw.array(3), draw.number(), Fn("arctan"))
    yield case(draw.array(3), draw.integers(3), draw.number(), Fn("sin"))
    yield case([7, 2], [1, -3], 4, Fn("square"))
    yield case(draw.array(3).tolist(), draw.array(3).tolist(), draw.number(), Fn("cos"))
    yield case(draw.array(4), draw.array(4).tolist(), draw.integer(-4, -1), Fn("arctan"))


def classify_integers(draw: Draw):
    yield case(np.array([0, 1]))
    yield case(np.array([-1, 0, 1, 2]), threshold=1)
    yield case(draw.integers(5), threshold=0)
    yield case(draw.integers(6), threshold=-1.5)


INTEGERS = {
    "weighted_sum": weighted_sum_integers,
    "neuron": neuron_integers,
    "classify": classify_integers,
}


# Thresholds above 1 and at or below 0 too: zeros and ones written into the array that is still
# being compared change sides there. Each case holds the threshold itself.
def classify_keywords(draw: Draw):
    yield case(np.array([-0.4, 0.0, 0.3]), threshold=0.0)
    yield case(np.array([0.1, 0.3, 0.4, 0.8]), 0.3)
    for low, high in ((0.55, 0.95), (-2.5, -0.5), (1.5, 2.5), (0.05, 0.4)):
        threshold = draw.number(low, high, 2)
        values = np.concatenate([draw.array(5), [threshold], draw.probabilities(2)])
        yield case(values, threshold=threshold)
        yield case(draw.array(6), threshold)


def classify_shapes(draw: Draw):
    yield case(np.float64(0.7))
    yield case(np.float64(0.5))
    yield case(np.array(0.2))
    for shape in ((1, 1), (1, 4), (3, 1), (2, 3), (2, 3, 2)):
        yield case(draw.probabilities(shape))
    yield case(draw.array((3, 2)), 0.5)


# One entry at a time: code that cannot take longer arrays has been charged for that in `values`.
def classify_entries(draw: Draw):
    for value in (0.7, 0.2, draw.number()):
        yield case(np.array([value]))


UNCHANGED = {**CASES, "classify": classify_entries}
