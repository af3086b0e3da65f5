"""Which mistake gives the steps and predictions seen (instructor only: it knows the gradient).

The hidden activation is found first: the one with which the student's parameters and steps, or
outputs, agree. Only where the evidence leaves a single name is it given.
"""

import numpy as np


def sigmoid(z):
    return 0.5 * (1 + np.tanh(z / 2))


def softmax(z):
    e = np.exp(z - z.max(axis=0))
    return e / e.sum(axis=0)


# activation, derivative at z, derivative written in terms of a
ACTIVATIONS = {
    "tanh": (np.tanh, lambda z: 1 - np.tanh(z) ** 2, lambda a: 1 - a**2),
    "sigmoid": (sigmoid, lambda z: sigmoid(z) * (1 - sigmoid(z)), lambda a: a * (1 - a)),
    "relu": (lambda z: np.maximum(z, 0), lambda z: (z > 0) * 1.0, None),
    "leaky": (lambda z: np.where(z > 0, z, 0.01 * z), lambda z: np.where(z > 0, 1, 0.01), None),
}
HEADS = {"regression": lambda z: z, "binary": sigmoid, "multiclass": softmax}


# what is after the space only tells variants of one mistake apart
SCALED = {  # {block: power of N}
    "bias-gradient-summed": {1: 1, 3: 1},
    "bias-gradient-summed b1": {1: 1},
    "bias-gradient-summed b2": {3: 1},
    "bias-gradient-averaged-twice": {1: -1, 3: -1},
    "bias-gradient-averaged-twice b1": {1: -1},
    "bias-gradient-averaged-twice b2": {3: -1},
    "weight-gradient-summed": {0: 1, 2: 1},
    "weight-gradient-summed W1": {0: 1},
    "weight-gradient-summed W2": {2: 1},
    "hidden-gradient-averaged-twice": {0: -1, 1: -1},
}
ONE_NUMBER = {
    "bias-gradient-no-axis": (1, 3),
    "bias-gradient-no-axis b1": (1,),
    "bias-gradient-no-axis b2": (3,),
}


def output(params, X, f):
    W1, b1, W2, b2 = params
    return W2.T @ f(W1.T @ X + b1) + b2


def backward(params, X, y, task, activation, lr, change=""):
    """The four gradients, with one mistake called `change`."""
    W1, b1, W2, b2 = params
    f, d_f, d_of_a = ACTIVATIONS[activation]
    N = X.shape[1]
    Z1 = W1.T @ X + b1
    A1 = f(Z1)
    Y = HEADS[task](W2.T @ A1 + b2)
    dZ2 = (2 if task == "regression" else 1) * (Y - y) / N
    if change == "output-derivative-twice" and task != "regression":
        dZ2 = dZ2 * Y * (1 - Y)
    if change == "mse-for-binary" and task == "binary":
        dZ2 = 2 * dZ2 * Y * (1 - Y)
    dW2, db2 = A1 @ dZ2.T, dZ2.sum(axis=1, keepdims=True)
    W2_used = W2 - lr * dW2 if change == "w2-updated-first" else W2
    dA1 = W2_used @ dZ2
    slope = {
        "hidden-derivative-missing": lambda: np.ones_like(Z1),
        "derivative-at-activation": lambda: d_f(A1),
        "derivative-formula-on-z": lambda: d_of_a(Z1) if d_of_a else np.full_like(Z1, np.nan),
    }.get(change, lambda: d_f(Z1))()
    dZ1 = dA1 * slope
    dW1, db1 = X @ dZ1.T, dZ1.sum(axis=1, keepdims=True)
    grads = [dW1, db1, dW2, db2]
    for i, factor in SCALED.get(change, {}).items():
        grads[i] = grads[i] * float(N) ** factor
    if change in ONE_NUMBER:
        sums = {1: dZ1.sum(), 3: dZ2.sum()}
        for i in ONE_NUMBER[change]:
            grads[i] = np.full_like(grads[i], sums[i])
    return grads


def sample_by_sample(params, X, y, task, activation, lr):
    """The mean step of an epoch that updates after every sample."""
    now = list(params)
    for i in range(X.shape[1]):
        grads = backward(now, X[:, [i]], y[:, [i]], task, activation, lr)
        now = [p - lr * g for p, g in zip(now, grads, strict=True)]
    return [(p - q) / lr for p, q in zip(params, now, strict=True)]


CHANGES = (
    "output-derivative-twice",
    "mse-for-binary",
    "w2-updated-first",
    "hidden-derivative-missing",
    "derivative-at-activation",
    "derivative-formula-on-z",
    *SCALED,
    *ONE_NUMBER,
)


def near(one, other):
    size = np.sqrt(sum(float(np.sum(g * g)) for g in other))
    return bool(np.isfinite(size)) and all(
        np.allclose(g, h, rtol=1e-6, atol=1e-6 * size) for g, h in zip(one, other, strict=True)
    )


@np.errstate(all="ignore")
def gradient(descents, lrs):
    """The one mistake, under one activation, that gives every step of every descent."""

    def explains(step):
        return all(
            near(given, step(d, lr))
            for d in descents
            for given, lr in zip(d.gradients, lrs, strict=True)
        )

    found = set()
    for activation in ACTIVATIONS:
        first = [backward(d.start, d.X, d.y, d.task, activation, 0.0) for d in descents]
        right = [near(d.gradients[0], g) for d, g in zip(descents, first, strict=True)]
        if all(right) and _bias_unused(descents, first):
            found.add("bias-not-in-forward")
        if any(right):
            continue
        for change in CHANGES:
            if explains(
                lambda d, lr, a=activation, c=change: backward(d.start, d.X, d.y, d.task, a, lr, c)
            ):
                found.add(change.split()[0])
        if explains(lambda d, lr, a=activation: sample_by_sample(d.start, d.X, d.y, d.task, a, lr)):
            found.add("sample-by-sample")
    return f"train.{found.pop()}" if len(found) == 1 else None


def _bias_unused(descents, grads):
    """The loss falls as if moving some of the biases did nothing, by the same ones everywhere."""

    def share(g, i):
        return float(np.sum(g[i] ** 2)) / sum(float(np.sum(part**2)) for part in g)

    return any(
        all(
            abs(d.ratio - (1 - sum(share(g, i) for i in unused))) < 1e-3
            for d, g in zip(descents, grads, strict=True)
        )
        for unused in ((1,), (3,), (1, 3))
    )


def _activation(params, X, out):
    fitting = [
        name
        for name, (f, _, _) in ACTIVATIONS.items()
        if np.allclose(output(params, X, f)[0], out, rtol=1e-4, atol=1e-6)
    ]
    return fitting[0] if len(fitting) == 1 else None


@np.errstate(all="ignore")
def prediction(params, X, out, got):
    """A regression's prediction `got` where the network gives `out`."""
    name = _activation(params, X, out)
    if name is None:
        return None
    if np.allclose(got, output(params, X, lambda z: z)[0], rtol=1e-5, atol=1e-8):
        return "predict.no-hidden-activation"
    for other, (f, _, _) in ACTIVATIONS.items():
        if other != name and np.allclose(got, output(params, X, f)[0], rtol=1e-5, atol=1e-8):
            return "predict.other-activation"
    return None


@np.errstate(all="ignore")
def trained_prediction(params, X, y, loss, got):
    """A trained regression whose prediction `got` does not have the loss `loss`."""
    W1, b1, W2, b2 = params
    for f, _, _ in ACTIVATIONS.values():
        mse = float(np.mean((output(params, X, f) - y) ** 2))
        if not any(np.isclose(loss, mse * c, rtol=1e-4) for c in (1.0, 0.5)):
            continue
        for name, changed in (
            ("no-biases", (W1, 0 * b1, W2, 0 * b2)),
            ("no-hidden-bias", (W1, 0 * b1, W2, b2)),
            ("no-output-bias", (W1, b1, W2, 0 * b2)),
        ):
            if np.allclose(got, output(changed, X, f)[0], rtol=1e-5, atol=1e-8):
                return f"predict.{name}"
    return None
