"""Inputs of the public checks of `mlp_forward`. Stays with the instructor."""

import numpy as np

from grader.authoring import Callback, Draw, Fn, case

from .checks import class_cases, columns, relu

SMOOTH = ("sin", "square", "arctan", "cos", "tanh")
"""No two layers of a case share an activation, and `f`, `f∘f`, `f + b` and no `f` all differ.
`cbrt` and `sign` are left out: near 0 they turn a rounding error into a wrong value."""

RELU = Callback(relu, name="relu")
LINEAR = Fn("identity")

# the slides' 2-3-1 network and its quiz
SLIDE_X = np.array([[7.0], [2.0]])
SLIDE_W1 = np.array([[0.1, 0.7, -0.1], [0.2, -0.4, -0.2]])
SLIDE_B1 = np.array([[-1.5], [0.2], [0.8]])
SLIDE_W2 = np.array([[0.2], [0.3], [0.4]])
SLIDE_B2 = np.array([[0.1]])
QUIZ_X = np.array([[1.0], [2.0]])
QUIZ_W1 = np.array([[-0.1, 0.2, -0.9], [0.3, 0.1, -0.4]])
QUIZ_B1 = np.array([[-1.1], [0.1], [0.3]])


def activations(draw: Draw, count):
    """`count` different activations."""
    start = draw.integer(0, len(SMOOTH) - 1)
    return [Fn(SMOOTH[(start + i) % len(SMOOTH)]) for i in range(count)]


def weights(draw: Draw, n_in, n_out):
    """Weights in [-1, 1], never symmetric when square."""
    while True:
        W = draw.array((n_in, n_out), -1, 1)
        if n_in == 1 or n_in != n_out or not np.array_equal(W, W.T):
            return W


def biases(draw: Draw, n):
    """Biases in [-2, 2], non-zero and all different."""
    while True:
        b = draw.array((n, 1), -2, 2)
        if len(set(b.ravel())) == n:
            return b


def network(draw: Draw, *sizes):
    """`[(W, b, f), …]` for the layer sizes, each layer with its own activation."""
    functions = activations(draw, len(sizes) - 1)
    return [
        (weights(draw, n_in, n_out), biases(draw, n_out), f)
        for n_in, n_out, f in zip(sizes, sizes[1:], functions, strict=False)
    ]


def samples(draw: Draw, n, N):
    return draw.array((n, N), -2, 2)


def layer_case(draw: Draw, n_in, n_out, N):
    ((W, b, f),) = network(draw, n_in, n_out)
    return case(samples(draw, n_in, N), W, b, f)


def mlp_case(draw: Draw, n_in, n_hidden, n_out, N):
    (W1, b1, f1), (W2, b2, f2) = network(draw, n_in, n_hidden, n_out)
    return case(samples(draw, n_in, N), W1, b1, W2, b2, f1, f2)


def deep_case(draw: Draw, *sizes, N):
    return case(samples(draw, sizes[0], N), network(draw, *sizes))


def tied(draw: Draw, k, N):
    """`(k, N)` where the largest value of every column occurs twice."""
    out = columns(draw, k, N)
    for i in range(N):
        first = draw.integer(0, k - 2)
        second = draw.integer(first + 1, k - 1)
        out[[first, second], i] = out[:, i].max() + draw.number(0.1, 1.0)
    return out


def layer_cases(draw: Draw):
    # No n_out = 1 beside n_in > 1 here: einsum would spread the 1 where `@` raises, and the same
    # wrong transpose would look like two different mistakes.
    yield case(SLIDE_X, SLIDE_W1, SLIDE_B1, LINEAR, slide=True)
    yield case(QUIZ_X, QUIZ_W1, QUIZ_B1, RELU, slide=True)
    yield layer_case(draw, 1, 1, 1)
    yield layer_case(draw, 2, 2, 1)
    yield layer_case(draw, 2, 2, 2)
    yield layer_case(draw, 2, 3, 1)
    yield layer_case(draw, 3, 2, 3)
    yield layer_case(draw, 3, 3, 3)
    yield layer_case(draw, 2, 4, 3)
    yield layer_case(draw, 4, 3, 5)


def mlp_cases(draw: Draw):
    yield case(SLIDE_X, SLIDE_W1, SLIDE_B1, SLIDE_W2, SLIDE_B2, LINEAR, LINEAR, slide=True)
    yield case(QUIZ_X, QUIZ_W1, QUIZ_B1, SLIDE_W2, SLIDE_B2, RELU, LINEAR, slide=True)
    yield mlp_case(draw, 1, 1, 1, 1)
    yield mlp_case(draw, 2, 2, 1, 1)
    yield mlp_case(draw, 2, 2, 2, 1)
    yield mlp_case(draw, 2, 2, 2, 2)
    yield mlp_case(draw, 2, 3, 1, 4)
    yield mlp_case(draw, 2, 2, 3, 4)
    yield mlp_case(draw, 3, 2, 2, 4)
    yield mlp_case(draw, 3, 3, 3, 3)
    yield mlp_case(draw, 2, 4, 3, 1)
    yield mlp_case(draw, 3, 4, 2, 5)


def deep_cases(draw: Draw):
    yield deep_case(draw, 1, 1, N=1)
    yield deep_case(draw, 2, 2, N=2)
    yield deep_case(draw, 3, 2, N=4)
    yield deep_case(draw, 1, 1, 1, N=1)
    yield case(
        SLIDE_X,
        [(SLIDE_W1, SLIDE_B1, LINEAR), (SLIDE_W2, SLIDE_B2, LINEAR)],
        slide=True,
    )
    yield deep_case(draw, 2, 2, 2, N=2)
    yield deep_case(draw, 2, 3, 1, N=4)
    yield deep_case(draw, 2, 2, 2, 2, N=3)
    yield deep_case(draw, 3, 2, 4, 2, N=5)
    yield deep_case(draw, 2, 2, 2, 2, 2, N=2)
    yield deep_case(draw, 2, 3, 4, 2, 3, N=1)


CASES = {
    "layer_forward": layer_cases,
    "mlp_forward": mlp_cases,
    "deep_forward": deep_cases,
    "predict_class": class_cases,
}


def empty_cases(draw: Draw):
    """With no layer and, to tell the mistakes apart, with some."""
    yield case(samples(draw, 1, 1), [])
    yield case(samples(draw, 3, 2), [])
    yield deep_case(draw, 2, 2, N=3)
    yield deep_case(draw, 2, 2, 2, N=3)


def tie_cases(draw: Draw):
    yield case(np.array([[0.5], [0.5]]))
    for k, N in ((2, 2), (3, 1), (3, 4), (4, 3), (5, 6)):
        yield case(tied(draw, k, N))
    yield case(np.full((3, 2), draw.number()))


def integer_layers(draw: Draw, sizes, mixed):
    """Integer weights; integer biases too, unless `mixed`."""
    return [
        (
            draw.integers((n_in, n_out), -3, 3),
            biases(draw, n_out) if mixed else draw.integers((n_out, 1), 1, 3),
            f,
        )
        for n_in, n_out, f in zip(sizes, sizes[1:], activations(draw, len(sizes) - 1), strict=False)
    ]


def integer_pairs(draw: Draw, *shapes):
    for sizes in shapes:
        for N, mixed in ((2, False), (3, True)):
            yield draw.integers((sizes[0], N), -3, 3), integer_layers(draw, sizes, mixed)


def layer_integers(draw: Draw):
    for X, layers in integer_pairs(draw, (2, 2), (2, 3), (3, 1)):
        yield case(X, *layers[0])


def mlp_integers(draw: Draw):
    for X, ((W1, b1, f1), (W2, b2, f2)) in integer_pairs(draw, (2, 2, 1), (2, 3, 2)):
        yield case(X, W1, b1, W2, b2, f1, f2)


def deep_integers(draw: Draw):
    for X, layers in integer_pairs(draw, (2, 2), (2, 3, 1), (3, 2, 2, 2)):
        yield case(X, layers)


def class_integers(draw: Draw):
    for k, N in ((2, 1), (3, 4), (4, 2)):
        yield case(columns(draw, k, N, -9, 9, 0).astype(np.int64))


INTEGERS = {
    "layer_forward": layer_integers,
    "mlp_forward": mlp_integers,
    "deep_forward": deep_integers,
    "predict_class": class_integers,
}


# Square throughout: a wrong transpose runs here too, so it is not charged a second time, and
# `X[:] = …` fits.
def layer_untouched(draw: Draw):
    for n in (1, 2, 3):
        yield layer_case(draw, n, n, n)


def mlp_untouched(draw: Draw):
    for n in (1, 2, 3):
        yield mlp_case(draw, n, n, n, n)


def deep_untouched(draw: Draw):
    yield deep_case(draw, 1, 1, N=1)
    yield deep_case(draw, 2, 2, 2, N=2)
    yield deep_case(draw, 3, 3, 3, 3, N=3)


def class_untouched(draw: Draw):
    yield case(columns(draw, 3, 2))
    yield case(tied(draw, 3, 4))


UNTOUCHED = {
    "layer_forward": layer_untouched,
    "mlp_forward": mlp_untouched,
    "deep_forward": deep_untouched,
    "predict_class": class_untouched,
}
