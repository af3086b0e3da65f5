"""Inputs of the public checks of the activations. Stays with the instructor.

Apart from `shapes`, elementwise functions see 1-D arrays only, so that code which knows nothing
but 1-D is charged once. Plain cases stay within |z| <= 5 (|beta z| <= 8): there every formula of
the slides, however naive, is right to 1e-6; what overflows is the business of `stable`.
"""

import numpy as np

from grader.authoring import Draw, case


def plain_cases(draw: Draw):
    """For formulas with an exponential: 0, both signs, a negative value first and last."""
    yield case(np.array([0.0]))
    yield case(np.array([1.0]))
    yield case(np.array([-2.0]))
    yield case(np.array([-0.5, 3.0]))
    yield case(np.array([-5.0, -1.0, 0.0, 0.4, 1.0, 5.0, -0.1]))
    for n in (1, 2, 5, 8):
        yield case(draw.array(n, -5, 5))


def straight_cases(draw: Draw):
    """For formulas without one: larger values too."""
    yield from plain_cases(draw)
    yield case(np.array([-12.5, 7.5, 20.0]))
    yield case(draw.array(6, -20, 20))


def kinked_cases(draw: Draw):
    """For formulas with two sides, which meet at 0: 0 itself is left to the other checks, so that a
    mistake on one side has one name, whichever side 0 is counted to."""
    for given in (*plain_cases(draw), case(draw.array(6, -5, 5))):
        if np.all(given.args[0]):
            yield given
    yield case(np.array([-5.0, -1.0, 0.004, 0.4, 1.0, 5.0, -0.1]))


def linear_cases(draw: Draw):
    yield case(np.array([-0.4, 4.3, -0.3]), slide=True)
    yield from straight_cases(draw)


def relu_cases(draw: Draw):
    yield case(np.array([-0.6, 0.5, -1.4]), slide=True)
    yield from kinked_cases(draw)
    yield case(np.array([-12.5, 7.5, 20.0]))
    yield case(draw.array(6, -20, 20))


def softmax_cases(draw: Draw):
    """`(k,)` and `(k, N)`, N = 1, square and not. Every column has another sum."""
    yield case(np.array([-1.0, 2.0]), slide=True)
    yield case(np.array([1.0, 2.0, -0.5]))
    yield case(np.array([[-1.0, 0.5], [2.0, 1.0]]))
    yield case(np.array([[0.3], [-2.0], [1.1]]))
    yield case(draw.array(3))
    yield case(draw.array((2, 2)))
    yield case(draw.array((3, 3)))
    yield case(draw.array((3, 4)))
    yield case(draw.array((4, 2)))
    yield case(draw.array(6))


def leaky_relu_cases(draw: Draw):
    """0.004, between 0 and the slope 0.01, tells max(a, z) from a constant below 0."""
    yield from kinked_cases(draw)
    yield case(np.array([-12.5, 7.5, 20.0]))
    yield case(draw.array(6, -20, 20))


CASES = {
    "linear": linear_cases,
    "sigmoid": plain_cases,
    "tanh": plain_cases,
    "softsign": straight_cases,
    "relu": relu_cases,
    "leaky_relu": leaky_relu_cases,
    "softplus": plain_cases,
    "elu": kinked_cases,
    "selu": kinked_cases,
    "swish": plain_cases,
    "mish": plain_cases,
    "softmax": softmax_cases,
}
ELEMENTWISE = tuple(name for name in CASES if name != "softmax")


def any_shape_cases(draw: Draw):
    """A NumPy scalar, 0-d, then up to three axes. (Plain Python numbers are not graded.)"""
    yield case(np.float64(draw.number(0.1, 4)))
    yield case(np.float64(draw.number(-4, -0.1)))
    yield case(np.array(draw.number(0.1, 4)))
    yield case(np.array(draw.number(-4, -0.1)))
    yield case(np.array([[0.0, -0.5], [2.0, 0.4]]))
    for shape in ((1,), (1, 1), (2, 3), (4, 1), (3, 3), (1, 5), (2, 3, 4)):
        yield case(draw.array(shape, -4, 4))


def softmax_shape_cases(draw: Draw):
    """One class, one sample, square, more samples than classes and fewer."""
    for shape in ((1,), (1, 1), (2, 1), (1, 3), (2, 2), (4, 4), (2, 5), (5, 2), (7,)):
        yield case(draw.array(shape))


SHAPES = dict.fromkeys(ELEMENTWISE, any_shape_cases) | {"softmax": softmax_shape_cases}


def integer_cases(draw: Draw):
    """First entry positive, negative and 0: what np.vectorize takes its dtype from.

    The case of floats is there to tell a mistake with integers from any other.
    """
    yield case(np.array([2]))
    yield case(np.array([-1]))
    yield case(np.array([2.0, -1.0, 0.5]))
    yield case(np.array([2, -1]))
    yield case(np.array([-3, 1, 0]))
    yield case(np.array([0, 3, -2, 1]))
    yield case(draw.integers(6))


def leaky_relu_integer_cases(draw: Draw):
    """-2.5 and -1.2 are not cut to 0, as 0.01 times the others is."""
    yield from integer_cases(draw)
    yield case(np.array([4, -250, -120]))


def softmax_integer_cases(draw: Draw):
    yield case(np.array([-1, 2]))
    yield case(np.array([[2, -1, 0], [1, 3, -2]]))
    yield case(np.array([[0.5, -1.0], [1.0, 2.0]]))
    yield case(draw.integers(5, -3, 3))
    yield case(draw.integers((3, 2), -3, 3))


INTEGERS = dict.fromkeys(ELEMENTWISE, integer_cases) | {
    "leaky_relu": leaky_relu_integer_cases,
    "softmax": softmax_integer_cases,
}


def leaky_relu_keyword_cases(draw: Draw):
    """Both ends of [0, 1]; values between 0 and a; by name and by position."""
    yield case(np.array([-2.0]), a=0.5)
    yield case(np.array([-2.0, 0.3, 3.0]), 0.5)
    yield case(np.array([-1.5, 0.4, 2.0]), a=0.0)
    yield case(np.array([-1.5, 0.4, 2.0]), a=1.0)
    yield case(np.array([-2.5, 0.1, 0.2]), a=1)
    yield case(draw.array(5), 0.2)
    yield case(draw.array(6), a=draw.integer(2, 9) / 10)


def softplus_keyword_cases(draw: Draw):
    yield case(np.array([0.0]), beta=2.0)
    yield case(np.array([-1.5, 2.0]), 0.5)
    yield case(np.array([-2.0, 0.0, 1.0]), beta=3)
    yield case(draw.array(5), 2.0)
    yield case(draw.array(6), beta=draw.choice((0.2, 0.4, 1.5, 2.5)))


def elu_keyword_cases(draw: Draw):
    yield case(np.array([-1.0]), alpha=0.5)
    yield case(np.array([-2.0, 1.5]), 2.0)
    yield case(np.array([-0.3, 0.2, 2.5]), alpha=3)
    yield case(draw.array(5), 0.3)
    yield case(draw.array(6), alpha=draw.choice((0.4, 0.7, 1.4, 2.2)))


def selu_keyword_cases(draw: Draw):
    """Each keyword alone, both by position, both by name in the other order."""
    yield case(np.array([-1.0, 2.0]), lam=1.5)
    yield case(np.array([-1.0, 2.0]), alpha=0.8)
    yield case(np.array([-2.0, 0.2, 1.5]), 2.0, 0.5)
    yield case(np.array([-0.7, 0.4]), 3, 2)
    yield case(draw.array(5), alpha=0.6, lam=1.3)
    yield case(draw.array(6), draw.choice((0.8, 1.2, 1.7)), draw.choice((0.4, 1.4, 2.2)))


KEYWORDS = {
    "leaky_relu": leaky_relu_keyword_cases,
    "softplus": softplus_keyword_cases,
    "elu": elu_keyword_cases,
    "selu": selu_keyword_cases,
}


def extreme_cases(draw: Draw):
    """Past where e^2z, e^z and e^-z leave float64 (355, 710, 745), and on the way there."""
    yield case(np.array([1000.0]))
    yield case(np.array([-1000.0]))
    yield case(np.array([-1000.0, 1000.0]))
    yield case(np.array([-800.0, -400.0, -40.0, 0.0, 40.0, 400.0, 800.0]))
    yield case(np.array([-100.0, -30.0, -15.0, -3.0, 0.5, 1.5, 15.0, 30.0, 100.0]))
    yield case(draw.array(6, -1000, 1000, 0))


def softmax_extreme_cases(draw: Draw):
    """Close together and far apart, high and low, and columns of very different heights."""
    yield case(np.array([1000.0, 999.0]))
    yield case(np.array([-1000.0, -999.0]))
    yield case(np.array([1000.0, -1000.0, 998.0]))
    yield case(np.array([-1000.0, -1000.0, 1000.0, -1000.0]))
    yield case(np.array([[1000.0, -1000.0], [998.0, -1001.0]]))
    yield case(np.array([[600.0, -1000.0, 0.0], [600.5, -998.0, 1.0]]))
    yield case(draw.array((4, 3), -1000, 1000, 0))


STABLE = dict.fromkeys(ELEMENTWISE, extreme_cases) | {"softmax": softmax_extreme_cases}


def softplus_extreme_beta_cases(draw: Draw):
    """beta z far out, and z far out while beta z is not."""
    yield case(np.array([1000.0]), beta=2.0)
    yield case(np.array([-1000.0]), beta=2.0)
    yield case(np.array([25.0]), beta=0.1)
    yield case(np.array([-1000.0, -35.0, 0.0, 35.0, 1000.0]), beta=0.1)
    yield case(np.array([-3.0, 400.0, 0.0, -400.0, 3.0]), beta=5.0)
    yield case(draw.array(5, -1000, 1000, 0), 1.5)


def unchanged_cases(draw: Draw):
    """Both signs and, for code that clips, both ends."""
    yield case(np.array([-1.5, 0.5]))
    yield case(np.array([-1000.0, -2.0, 3.0, 1000.0]))
    yield case(draw.array(6))


def softplus_unchanged_cases(draw: Draw):
    """With beta = 1, `z *= beta` would go unseen."""
    yield from unchanged_cases(draw)
    yield case(np.array([-1.5, 0.5]), beta=2.0)


def softmax_unchanged_cases(draw: Draw):
    yield case(np.array([-1.0, 2.0]))
    yield case(draw.array((3, 2)))
    yield case(np.array([-1000.0, 999.0, 1000.0]))


UNCHANGED = dict.fromkeys(ELEMENTWISE, unchanged_cases) | {
    "softplus": softplus_unchanged_cases,
    "softmax": softmax_unchanged_cases,
}
