import numpy as np


def mlp_backward(X, y, W1, b1, W2, b2, hidden, task):
    if hidden not in ("relu", "tanh", "sigmoid"):
        raise ValueError(hidden)
    if task not in ("regression", "binary", "multiclass"):
        raise ValueError(task)
    Z1 = W1.T @ X + b1
    A1 = {"relu": np.maximum(0, Z1), "tanh": np.tanh(Z1), "sigmoid": 1 / (1 + np.exp(-Z1))}[hidden]
    slope = {"relu": Z1 > 0, "tanh": 1 - A1**2, "sigmoid": A1 * (1 - A1)}[hidden]
    Z2 = W2.T @ A1 + b2
    S, E = 1 / (1 + np.exp(-Z2)), np.exp(Z2 - Z2.max(axis=0))
    Y_hat = {"regression": Z2, "binary": S, "multiclass": E / E.sum(axis=0)}[task]
    scale = {"regression": 2 / y.size, "binary": 1 / y.size, "multiclass": 1 / y.shape[1]}[task]
    dZ2 = scale * (Y_hat - y)
    dZ1 = W2 @ dZ2 * slope
    dW1, db1 = X @ dZ1.T, dZ1.sum(axis=1, keepdims=True)
    dW2, db2 = A1 @ dZ2.T, dZ2.sum(axis=1, keepdims=True)
    return dW1, db1, dW2, db2
