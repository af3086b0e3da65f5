# %% loop
def deep_forward(X, layers):
    for W, b, f in layers:
        X = f(W.T @ X + b)
    return X

# %% reduce
from functools import reduce
def deep_forward(X, layers):
    return reduce(lambda A, l: l[2](l[0].T @ A + l[1]), layers, X)

# %% recursion from the front
def deep_forward(X, layers):
    if not layers:
        return X
    (W, b, f), *rest = layers
    return deep_forward(f(np.dot(W.T, X) + b), rest)

# %% recursion from the back
def deep_forward(X, layers):
    if len(layers) == 0:
        return X
    W, b, f = layers[-1]
    return f(W.T @ deep_forward(X, layers[:-1]) + b)

# %% index loop and list of activations
def deep_forward(X, layers):
    activations = [X]
    for l in range(len(layers)):
        W = layers[l][0]
        b = layers[l][1]
        f = layers[l][2]
        activations.append(f(W.T.dot(activations[l]) + b))
    return activations[-1]

# %% iterator and while
def deep_forward(X, layers):
    it = iter(layers)
    A = np.array(X, dtype=float, copy=True)
    while (layer := next(it, None)) is not None:
        W, b, f = layer
        A = f(np.einsum("ij,in->jn", W, A) + b)
    return A

# %% pops from a copy
def deep_forward(X, layers):
    todo = list(layers)
    while todo:
        W, b, f = todo.pop(0)
        X = f(W.T @ X + b)
    return X

# %% match
def deep_forward(X, layers):
    match list(layers):
        case []:
            return X
        case [(W, b, f), *rest]:
            return deep_forward(f(W.T @ X + b), rest)

# %% dataclass objects
from dataclasses import dataclass
from typing import Any
@dataclass
class Dense:
    W: Any
    b: Any
    f: Any
    def __call__(self, X):
        return self.f(self.W.T @ X + self.b)
def deep_forward(X, layers):
    for d in [Dense(*l) for l in layers]:
        X = d(X)
    return X

# %% composed functions, last first
def deep_forward(X, layers):
    g = lambda A: A
    for W, b, f in reversed(layers):
        def g(A, W=W, b=b, f=f, nxt=g):
            return nxt(f(W.T @ A + b))
    return g(X)
