"""Inputs of the public checks of `mlp_backward`, and independent answers. Stays with the
instructor.

The oracles differentiate forward passes written out here, by the complex step: they share no
formula with the reference, and the kinks of ReLU have the slope the contract gives them.
"""

import numpy as np

from grader.authoring import Callback, Draw, Fn, case, complex_step

from .checks import ATOL, RTOL, cubic, exponential, quartic, step_function, weighted

# --------------------------------------------------------------------------- derivatives


def slope_of(f):
    """The derivative of elementwise `f` by the complex step, exact to rounding."""

    def slope(z, *args, **kwargs):
        return np.imag(f(z + 1e-30j, *args, **kwargs)) / 1e-30

    return slope


def linear(z):
    return z


def sigmoid(z):
    return (1 + np.tanh(z / 2)) / 2


def relu(z):
    return np.where(z.real > 0, z, 0 * z)


def leaky_relu(z, a=0.01):
    return np.where(z.real > 0, z, a * z)


def softplus(z, beta=1.0):
    size = beta * np.where(z.real > 0, z, -z)
    return relu(z) + np.log(1 + np.exp(-size)) / beta


ORACLES = {
    "d_linear": slope_of(linear),
    "d_sigmoid": slope_of(sigmoid),
    "d_tanh": slope_of(np.tanh),
    "d_relu": slope_of(relu),
    "d_leaky_relu": slope_of(leaky_relu),
    "d_softplus": slope_of(softplus),
}


def smooth_cases(draw: Draw):
    yield case(np.array([0.5]))
    yield case(np.array([-2.0]))
    yield case(np.array([0.0, 1.5]))
    yield case(np.array([[-0.6], [0.5], [-1.4]]), slide=True)
    for shape in (3, 5, (1, 3), (2, 2), (4, 1), (2, 3), (3, 4)):
        yield case(draw.array(shape))


def with_zero(draw, shape):
    """Random values, one of them exactly 0 and both signs among the rest."""
    z = draw.array(shape)
    spots = [draw.integer(0, z.size - 1)]
    while len(spots) < 3:
        spot = draw.integer(0, z.size - 1)
        if spot not in spots:
            spots.append(spot)
    flat = z.reshape(-1)
    zero, plus, minus = spots
    flat[zero] = 0.0
    flat[plus], flat[minus] = abs(flat[plus]), -abs(flat[minus])
    return z


def kinked_cases(draw: Draw):
    yield case(np.array([2.5]))
    yield case(np.array([-1.5]))
    yield case(np.array([0.0]))
    yield case(np.array([[-0.6], [0.5], [-1.4]]), slide=True)
    for shape in (3, 5, (1, 4), (2, 2), (4, 1), (2, 3), (3, 4)):
        yield case(with_zero(draw, shape))


VALUES = {
    "d_linear": kinked_cases,
    "d_sigmoid": smooth_cases,
    "d_tanh": smooth_cases,
    "d_relu": kinked_cases,
    "d_leaky_relu": kinked_cases,
    "d_softplus": smooth_cases,
}


def leaky_keywords(draw: Draw):
    yield case(np.array([-2.0]), a=0.2)
    yield case(np.array([-2.0, 0.0, 3.0]), 0.3)
    for shape in (3, (2, 3)):
        yield case(with_zero(draw, shape), a=draw.number(0.05, 0.9, 2))
        yield case(with_zero(draw, shape), draw.number(0.05, 0.9, 2))
    yield case(with_zero(draw, 4), a=1.0)
    yield case(with_zero(draw, 4), 0.0)


def softplus_keywords(draw: Draw):
    yield case(np.array([0.5]), beta=2.0)
    yield case(np.array([-1.0]), 0.5)
    yield case(np.array([0.0, -0.7, 1.2]), beta=3.0)
    for shape in (3, (2, 3)):
        yield case(draw.array(shape), beta=draw.number(1.2, 4.0))
        yield case(draw.array(shape), draw.number(0.2, 0.8))


KEYWORDS = {"d_leaky_relu": leaky_keywords, "d_softplus": softplus_keywords}


def large_cases(draw: Draw):
    yield case(np.array([1000.0]))
    yield case(np.array([-1000.0]))
    yield case(np.array([0.5, 800.0, -800.0]))
    yield case(np.array([[720.0, -20.0, 60.0], [-720.0, 20.0, -60.0]]))
    for _ in range(2):
        yield case(draw.array((2, 3), -1000.0, 1000.0, 0))


def integer_cases(draw: Draw):
    yield case(np.array([2]))
    yield case(np.array([-1]))
    yield case(np.array([1, -2, 0]))
    yield case(draw.integers((2, 3)))


def leaky_integers(draw: Draw):
    """With a slope of 1 a truncated `a` is not the same as none."""
    yield from integer_cases(draw)
    yield case(np.array([-3, 0, 2]), 1.0)


INTEGERS = {
    "d_sigmoid": integer_cases,
    "d_tanh": integer_cases,
    "d_relu": integer_cases,
    "d_leaky_relu": leaky_integers,
    "d_softplus": integer_cases,
}

# --------------------------------------------------------------------------- one layer


ANTIDERIVATIVES = (
    (np.cos, np.sin),
    (lambda z: 2 * z, np.square),
    (lambda z: 1 - np.tanh(z) ** 2, np.tanh),
    (np.exp, np.exp),
    (np.cosh, np.sinh),
    (lambda z: z + 1, lambda z: z**2 / 2 + z),
    (lambda z: z / 2, lambda z: z**2 / 4),
    (np.square, lambda z: z**3 / 3),
    (np.ones_like, linear),
    (np.sign, lambda z: np.where(z.real > 0, z, -z)),
    (lambda z: np.where(z > 0, 1.0, 0.0), relu),
)


def antiderivative(d_f):
    """The activation whose derivative is `d_f`, known by its values."""
    probe = np.array([-1.3, 0.4, 2.1])
    for slope, f in ANTIDERIVATIVES:
        if np.allclose(d_f(probe), slope(probe), rtol=1e-9, atol=1e-12):
            return f
    raise LookupError("no antiderivative is listed for this d_f")


def layer_oracle(dA, Z, X, W, d_f):
    """Gradients of L = Σ dA ⊙ f(WᵀX + b), with the b (one for each sample) that gives this Z."""
    f = antiderivative(d_f)
    b = Z - W.T @ X
    nothing = np.zeros((len(Z), 1))

    def loss(X, W, more):
        return np.sum(dA * f(W.T @ X + b + more))

    return (
        complex_step(lambda x: loss(x, W, nothing), np.asarray(X, dtype=np.float64)),
        complex_step(lambda w: loss(X, w, nothing), np.asarray(W, dtype=np.float64)),
        complex_step(lambda more: loss(X, W, more), nothing),
    )


def layer_case(draw, n_in, n_out, n, d_f):
    """A consistent layer: Z = WᵀX + b, never 0 and not above 3.5."""
    while True:
        X = draw.array((n_in, n), -2.0, 2.0)
        W = draw.array((n_in, n_out), -1.0, 1.0)
        b = draw.array((n_out, 1), -1.0, 1.0) + 0.005
        Z = np.round(W.T @ X + b, 3)
        if np.abs(Z).max() <= 3.5:
            return case(draw.array((n_out, n), -2.0, 2.0), Z, X, W, d_f)


def quiz_layer():
    return case(
        np.array([[-0.3], [-0.45], [-0.6]]),
        np.array([[-0.6], [0.5], [-1.4]]),
        np.array([[1.0], [2.0]]),
        np.array([[-0.1, 0.2, -0.9], [0.3, 0.1, -0.4]]),
        Callback(step_function, name="d_relu"),
        slide=True,
    )


def layer_cases(draw: Draw):
    yield layer_case(draw, 1, 1, 1, Fn("double"))
    yield quiz_layer()
    yield layer_case(draw, 2, 2, 2, Fn("double"))
    yield layer_case(draw, 2, 2, 2, Fn("cos"))
    yield layer_case(draw, 3, 2, 1, Fn("sech2"))
    yield layer_case(draw, 2, 3, 4, Fn("cos"))
    yield layer_case(draw, 4, 2, 3, Fn("sech2"))
    yield layer_case(draw, 1, 3, 2, Fn("exp"))
    yield layer_case(draw, 3, 1, 2, Fn("double"))
    yield layer_case(draw, 2, 4, 3, Fn("shift"))


def layer_integers(draw: Draw):
    for n_in, n_out, n in ((2, 2, 2), (2, 3, 4), (3, 2, 5)):
        yield case(
            draw.integers((n_out, n), 1, 4),
            draw.integers((n_out, n)) * 2 + 1,
            draw.integers((n_in, n)),
            draw.integers((n_in, n_out)),
            Fn("halve"),
        )


# --------------------------------------------------------------------------- the network


HIDDEN = {"relu": relu, "tanh": np.tanh, "sigmoid": sigmoid}
COMBINATIONS = [(h, t) for t in ("regression", "binary", "multiclass") for h in HIDDEN]


def softmax(z):
    e = np.exp(z - z.real.max(axis=0))
    return e / e.sum(axis=0)


def forward(X, W1, b1, W2, b2, hidden, task):
    output = {"regression": linear, "binary": sigmoid, "multiclass": softmax}[task]
    return output(W2.T @ HIDDEN[hidden](W1.T @ X + b1) + b2)


def loss_of(y, y_hat, task):
    if task == "regression":
        return np.mean((y - y_hat) ** 2)
    if task == "binary":
        return -np.mean(y * np.log(y_hat) + (1 - y) * np.log(1 - y_hat))
    return -np.sum(y * np.log(y_hat)) / y.shape[1]


def mlp_oracle(X, y, W1, b1, W2, b2, hidden, task):
    """Each parameter's gradient by the complex step through the forward pass and the loss."""
    parameters = [np.asarray(p, dtype=np.float64) for p in (W1, b1, W2, b2)]

    def gradient(which):
        def loss(value):
            moved = [value if i == which else p for i, p in enumerate(parameters)]
            return loss_of(y, forward(X, *moved, hidden, task), task)

        return complex_step(loss, parameters[which])

    return tuple(gradient(which) for which in range(4))


def labels_for(draw, task, k, n):
    if task == "regression":
        return draw.array((k, n), -2.0, 2.0)
    return draw.one_hot(k, n) if task == "multiclass" else draw.labels((k, n))


def fair(X, W1, b1, W2, b2, hidden, task):
    """Neither saturated nor all on one side: every gradient is of a size worth comparing."""
    Z1 = W1.T @ X + b1
    if np.abs(Z1).max() > 3.5 or np.abs(Z1).min() < 1e-3:
        return False
    if not (Z1 > 0).any() or (Z1.size > 1 and (Z1 > 0).all()):
        return False
    y_hat = forward(X, W1, b1, W2, b2, hidden, task)
    return np.abs(y_hat).max() < 6 if task == "regression" else 0.01 < y_hat.min() < 0.99


def mlp_case(draw, hidden, task, n_in, n_hidden, n_out, n):
    """X and W1 are tenths, b1 ends in 5 thousandths: no part of it lies on ReLU's kink."""
    while True:
        X = draw.array((n_in, n), -2.0, 2.0)
        W1 = draw.array((n_in, n_hidden), -1.0, 1.0)
        b1 = draw.array((n_hidden, 1), -1.0, 1.0) + 0.005
        W2 = draw.array((n_hidden, n_out), -1.5, 1.5)
        b2 = draw.array((n_out, 1), -1.0, 1.0)
        if fair(X, W1, b1, W2, b2, hidden, task):
            y = labels_for(draw, task, n_out, n)
            return case(X, y, W1, b1, W2, b2, hidden, task)


def quiz_network():
    return case(
        np.array([[1.0], [2.0]]),
        np.array([[1.0]]),
        np.array([[-0.1, 0.2, -0.9], [0.3, 0.1, -0.4]]),
        np.array([[-1.1], [0.1], [0.3]]),
        np.array([[0.2], [0.3], [0.4]]),
        np.array([[0.1]]),
        "relu",
        "regression",
        slide=True,
    )


def mlp_cases(draw: Draw):
    yield mlp_case(draw, "tanh", "regression", 1, 1, 1, 1)
    yield quiz_network()
    for hidden in HIDDEN:
        yield mlp_case(draw, hidden, "regression", 2, 2, 2, 2)
    yield mlp_case(draw, "sigmoid", "binary", 2, 2, 1, 2)
    yield mlp_case(draw, "tanh", "multiclass", 2, 2, 2, 2)
    sizes = {"regression": (3, 4, 2, 5), "binary": (2, 3, 1, 4), "multiclass": (2, 4, 3, 5)}
    for hidden, task in COMBINATIONS:
        yield mlp_case(draw, hidden, task, *sizes[task])
    yield mlp_case(draw, "sigmoid", "multiclass", 4, 2, 3, 1)
    yield mlp_case(draw, "tanh", "regression", 3, 2, 1, 4)
    yield mlp_case(draw, "tanh", "binary", 2, 2, 2, 2)
    yield mlp_case(draw, "sigmoid", "binary", 2, 3, 3, 4)


def mlp_integers(draw: Draw):
    """Odd pre-activations: even weights and an odd bias, never on the kink."""
    for hidden, task, n_out in (
        ("sigmoid", "regression", 1),
        ("relu", "binary", 1),
        ("tanh", "multiclass", 3),
    ):
        while True:
            X = draw.integers((2, 4), -1, 1)
            W1 = 2 * draw.integers((2, 3), -1, 1)
            b1 = 2 * draw.integers((3, 1), -1, 0) + 1
            W2 = draw.integers((3, n_out), -1, 1)
            b2 = draw.integers((n_out, 1), -1, 1)
            if W2.all() and fair(X, W1, b1, W2, b2, hidden, task):
                break
        y = np.rint(labels_for(draw, task, n_out, 4)).astype(np.int64)
        yield case(X, y, W1, b1, W2, b2, hidden, task)


def mlp_errors(draw: Draw):
    """A wrong `hidden` with every task and a wrong `task` with every hidden layer."""
    sizes = {"regression": (2, 3, 1, 4), "binary": (2, 3, 1, 4), "multiclass": (2, 3, 3, 4)}
    for wrong, task in (("linear", "regression"), ("swish", "binary"), ("softmax", "multiclass")):
        good = mlp_case(draw, "tanh", task, *sizes[task]).args
        yield case(*good[:6], wrong, task)
    for hidden, wrong in (("relu", "classification"), ("tanh", "clustering"), ("sigmoid", "mse")):
        good = mlp_case(draw, hidden, "binary", *sizes["binary"]).args
        yield case(*good[:6], hidden, wrong)


def five_points(loss, theta, eps=1e-6):
    """The true gradient to about 1e-10: fourth-order differences, a step of their own."""
    out, h = np.zeros(theta.shape), 1e-3
    for index in np.ndindex(theta.shape):

        def along(step, index=index):
            moved = theta.astype(np.float64)
            moved[index] += step
            return float(loss(moved))

        near, far = along(h) - along(-h), along(2 * h) - along(-2 * h)
        out[index] = (8 * near - far) / (12 * h)
    return out


def gradient_case(draw, make, shape, eps=None, *, by_name=True):
    """A θ where central differences of this `eps` are far inside the tolerance and one-sided
    ones far outside (with the default `eps` they are not, so nothing is asked there). Of
    `exponential` the third derivative is sixteen times the first; for `weighted` any step is as
    good as another."""
    while True:
        loss = make(draw, shape)
        theta = draw.array(shape, -1.2, 1.2)
        truth = five_points(loss, theta)
        if np.abs(truth).min() < 0.2 or np.abs(truth).max() > 60:
            continue
        shown = Callback(loss, name=make.__name__)
        if eps is None:
            return case(shown, theta)
        slack = ATOL + RTOL * np.abs(truth)
        worst = []
        for step in (1, -1, 0):
            errors = []
            for index in np.ndindex(theta.shape):
                up, down = theta.copy(), theta.copy()
                up[index] += eps if step >= 0 else 0
                down[index] -= eps if step <= 0 else 0
                width = 2 * eps if step == 0 else eps
                errors.append(abs((loss(up) - loss(down)) / width - truth[index]) / slack[index])
            worst.append(max(errors))
        if worst[0] > 3 and worst[1] > 3 and worst[2] < 0.15:
            return case(shown, theta, eps=eps) if by_name else case(shown, theta, eps)


def gradient_cases(draw: Draw):
    yield case(Fn("sum_squares"), np.array([3.0]))
    yield case(Fn("sum_squares"), np.array([3.0, -1.0]))
    loss = Callback(weighted(draw, (2,)), name="weighted")
    yield case(loss, draw.array(2), eps=0.1)
    yield gradient_case(draw, cubic, (2,))
    yield gradient_case(draw, exponential, (2,))
    yield gradient_case(draw, quartic, (3,))
    yield gradient_case(draw, cubic, (5,))
    yield case(Fn("sum_squares"), np.array([0.0, 2.5, -0.4, 1.7]))


def central_cases(draw: Draw):
    yield gradient_case(draw, cubic, (1,), 1e-3)
    yield gradient_case(draw, cubic, (2,), 1e-3, by_name=False)
    yield gradient_case(draw, quartic, (3,), 1e-3)
    yield gradient_case(draw, exponential, (2,), 5e-4)
    yield case(Fn("sum_squares"), np.array([0.7, -1.3, 2.2]), eps=0.01)


def gradient_shapes(draw: Draw):
    yield gradient_case(draw, cubic, ())
    yield case(Fn("sum_squares"), np.array([[1.5, -0.5]]))
    yield gradient_case(draw, quartic, (2, 2))
    yield gradient_case(draw, cubic, (2, 3))
    yield gradient_case(draw, quartic, (3, 1))
    yield gradient_case(draw, cubic, (2, 1, 3))


def restored_cases(draw: Draw):
    """With steps that stand out from the tolerance, so that what is left behind has one cause."""
    yield case(Fn("sum_squares"), np.array([1.5]), 1e-3)
    yield gradient_case(draw, cubic, (3,), 1e-3)
    yield gradient_case(draw, quartic, (2, 3), 1e-3)


# --------------------------------------------------------------------------- unchanged


def layer_untouched(draw: Draw):
    """Square, so that a forgotten transpose is left to `values`."""
    yield layer_case(draw, 2, 2, 2, Fn("cos"))
    yield layer_case(draw, 3, 3, 3, Fn("sech2"))


def mlp_untouched(draw: Draw):
    sizes = {"regression": (2, 2, 2, 2), "binary": (2, 1, 1, 3), "multiclass": (2, 2, 2, 2)}
    for hidden, task in COMBINATIONS:
        yield mlp_case(draw, hidden, task, *sizes[task])


UNCHANGED = {**VALUES, "layer_backward": layer_untouched, "mlp_backward": mlp_untouched}
