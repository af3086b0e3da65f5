import numpy as np

from solutions.training.training import init_params, sgd_step


def train(X, y, task, n_hidden=8, lr=0.1, epochs=1000, rng=None):
    if rng is None:
        rng = np.random.default_rng()
    params = init_params(X.shape[0], n_hidden, y.shape[0], rng)
    N, history = X.shape[1], []
    for _ in range(epochs):
        W1, b1, W2, b2 = params
        A1 = np.tanh(W1.T @ X + b1)
        Z2 = W2.T @ A1 + b2
        if task == "regression":
            Y, loss = Z2, np.mean((Z2 - y) ** 2)
        elif task == "binary":
            Y = 1 / (1 + np.exp(-Z2))
            loss = -np.mean(y * np.log(Y) + (1 - y) * np.log(1 - Y))
        else:
            Y = np.exp(Z2) / np.exp(Z2).sum(axis=0)
            loss = -np.sum(y * np.log(Y)) / N
        dZ2 = (2 if task == "regression" else 1) * (Y - y) / N
        dZ1 = (W2 @ dZ2) * (1 - A1**2)
        db1, db2 = dZ1.sum(axis=1, keepdims=True), dZ2.sum(axis=1, keepdims=True)
        params = sgd_step(params, (X @ dZ1.T, db1, A1 @ dZ2.T, db2), lr)
        history.append(float(loss))
    return params, history
