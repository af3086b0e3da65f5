"""What learners get wrong in `train`: the gradient and the update."""

# ruff: noqa: RUF059

import numpy as np

from grader.authoring import misconception

from .training import init_params, sgd_step


@misconception(
    "train.nothing-trained",
    zh=(
        "參數完全沒有動：更新的結果沒有接回來 (例如呼叫 sgd_step 卻沒用它的回"
        "傳值)。見投影片「一個類神經網路訓練及預測的流程」。"
    ),
    en=(
        "No parameter ever moves: the result of the update is thrown away (sgd_step "
        "called, its result not used, say). See the slide on the training and prediction "
        "flow."
    ),
)
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
        sgd_step(params, (X @ dZ1.T, db1, A1 @ dZ2.T, db2), lr)
        history.append(float(loss))
    return params, history


@misconception(
    "train.mse-for-binary",
    zh=(
        "二元分類的梯度是 MSE 的 2(ŷ − y)ŷ(1 − ŷ)。損失是二元交叉熵，對輸出層 z 的梯度"
        "是 (ŷ − y)/N。見投影片「損失函數 （分類問題）」。"
    ),
    en=(
        "For the binary task your gradient is that of MSE, 2(ŷ − y)ŷ(1 − ŷ). The loss is binary "
        "cross-entropy, whose gradient at the output's z is (ŷ − y)/N. See the slide “Loss "
        "functions (classification)”."
    ),
)
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
        if task == "binary":
            dZ2 = 2 * dZ2 * Y * (1 - Y)
        dZ1 = (W2 @ dZ2) * (1 - A1**2)
        db1, db2 = dZ1.sum(axis=1, keepdims=True), dZ2.sum(axis=1, keepdims=True)
        params = sgd_step(params, (X @ dZ1.T, db1, A1 @ dZ2.T, db2), lr)
        history.append(float(loss))
    return params, history


@misconception(
    "train.hidden-not-trained",
    zh=(
        "隱藏層 W1、b1 沒有被訓練，只更新了輸出層。反向傳播要一路傳回 W1 和 b"
        "1。見投影片「一個類神經網路訓練及預測的流程」。"
    ),
    en=(
        "The hidden layer W1, b1 is never trained, only the output layer. Propagate back "
        "to W1 and b1. See the slide on the training and prediction flow."
    ),
)
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
        db1, db2 = 0 * b1, dZ2.sum(axis=1, keepdims=True)
        params = sgd_step(params, (0 * W1, db1, A1 @ dZ2.T, db2), lr)
        history.append(float(loss))
    return params, history


@misconception(
    "train.output-not-trained",
    zh=("輸出層 W2、b2 沒有被訓練，只更新了隱藏層。見投影片「一個類神經網路訓練及預測的流程」。"),
    en=(
        "The output layer W2, b2 is never trained, only the hidden layer. See the slide "
        "on the training and prediction flow."
    ),
)
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
        db1, db2 = dZ1.sum(axis=1, keepdims=True), 0 * b2
        params = sgd_step(params, (X @ dZ1.T, db1, 0 * W2, db2), lr)
        history.append(float(loss))
    return params, history


@misconception(
    "train.biases-not-trained",
    zh=(
        "偏差 b1、b2 沒有被訓練，一直是 0。它們也是參數，也要更新。見投影片「一個"
        "類神經網路訓練及預測的流程」。"
    ),
    en=(
        "The biases b1 and b2 are never trained and stay 0. They are parameters too: "
        "update them. See the slide on the training and prediction flow."
    ),
)
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
        db1, db2 = 0 * b1, 0 * b2
        params = sgd_step(params, (X @ dZ1.T, db1, A1 @ dZ2.T, db2), lr)
        history.append(float(loss))
    return params, history


@misconception(
    "train.w1-not-trained",
    zh=(
        "W1 沒有被訓練，和一開始完全一樣。W1、b1、W2、b2 都要更新。見投影片「"
        "一個類神經網路訓練及預測的流程」。"
    ),
    en=(
        "W1 is never trained: it is what it was at the start. W1, b1, W2 and b2 are all "
        "updated. See the slide on the training and prediction flow."
    ),
)
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
        params = sgd_step(params, (0 * W1, db1, A1 @ dZ2.T, db2), lr)
        history.append(float(loss))
    return params, history


@misconception(
    "train.b1-not-trained",
    zh=(
        "b1 沒有被訓練，和一開始完全一樣。W1、b1、W2、b2 都要更新。見投影片「"
        "一個類神經網路訓練及預測的流程」。"
    ),
    en=(
        "b1 is never trained: it is what it was at the start. W1, b1, W2 and b2 are all "
        "updated. See the slide on the training and prediction flow."
    ),
)
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
        db1, db2 = 0 * b1, dZ2.sum(axis=1, keepdims=True)
        params = sgd_step(params, (X @ dZ1.T, db1, A1 @ dZ2.T, db2), lr)
        history.append(float(loss))
    return params, history


@misconception(
    "train.w2-not-trained",
    zh=(
        "W2 沒有被訓練，和一開始完全一樣。W1、b1、W2、b2 都要更新。見投影片「"
        "一個類神經網路訓練及預測的流程」。"
    ),
    en=(
        "W2 is never trained: it is what it was at the start. W1, b1, W2 and b2 are all "
        "updated. See the slide on the training and prediction flow."
    ),
)
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
        params = sgd_step(params, (X @ dZ1.T, db1, 0 * W2, db2), lr)
        history.append(float(loss))
    return params, history


@misconception(
    "train.b2-not-trained",
    zh=(
        "b2 沒有被訓練，和一開始完全一樣。W1、b1、W2、b2 都要更新。見投影片「"
        "一個類神經網路訓練及預測的流程」。"
    ),
    en=(
        "b2 is never trained: it is what it was at the start. W1, b1, W2 and b2 are all "
        "updated. See the slide on the training and prediction flow."
    ),
)
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
        db1, db2 = dZ1.sum(axis=1, keepdims=True), 0 * b2
        params = sgd_step(params, (X @ dZ1.T, db1, A1 @ dZ2.T, db2), lr)
        history.append(float(loss))
    return params, history


@misconception(
    "train.gradient-ascent",
    zh=(
        "你沿著梯度往上走：損失越來越大。更新是減：p − lr·g (或誤差的方向是 ŷ"
        " − y)。見投影片「一個類神經網路訓練及預測的流程」。"
    ),
    en=(
        "You climb along the gradient, and the loss grows. An update subtracts: p − lr·g "
        "(and the error is ŷ − y, not y − ŷ). See the slide on the training and "
        "prediction flow."
    ),
)
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
        params = sgd_step(params, (X @ dZ1.T, db1, A1 @ dZ2.T, db2), -lr)
        history.append(float(loss))
    return params, history


@misconception(
    "train.gradient-summed",
    zh=(
        "梯度少除了樣本數 N：損失是平均，梯度也要平均。樣本一多，步伐就會太大。見投影片"
        "「一個類神經網路訓練及預測的流程」。"
    ),
    en=(
        "The gradient is not divided by the number of samples N: the loss is a mean, so "
        "its gradient is one too. With many samples the steps become too large. See the "
        "slide on the training and prediction flow."
    ),
)
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
        dZ2 = dZ2 * N
        dZ1 = (W2 @ dZ2) * (1 - A1**2)
        db1, db2 = dZ1.sum(axis=1, keepdims=True), dZ2.sum(axis=1, keepdims=True)
        params = sgd_step(params, (X @ dZ1.T, db1, A1 @ dZ2.T, db2), lr)
        history.append(float(loss))
    return params, history


@misconception(
    "train.gradient-averaged-twice",
    zh=(
        "梯度除了兩次樣本數 N （ŷ − y 已經除以 N，後面又取平均）。除一次就好。"
        "見投影片「一個類神經網路訓練及預測的流程」。"
    ),
    en=(
        "The gradient is divided by the number of samples N twice (once in (ŷ − y)/N, "
        "once in a later mean). Once is enough. See the slide on the training and "
        "prediction flow."
    ),
)
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
        dZ2 = dZ2 / N
        dZ1 = (W2 @ dZ2) * (1 - A1**2)
        db1, db2 = dZ1.sum(axis=1, keepdims=True), dZ2.sum(axis=1, keepdims=True)
        params = sgd_step(params, (X @ dZ1.T, db1, A1 @ dZ2.T, db2), lr)
        history.append(float(loss))
    return params, history


@misconception(
    "train.gradient-over-kn",
    zh=("多元分類的梯度除以了 k·N；交叉熵只除以樣本數 N。見投影片「損失函數 （分類問題）」。"),
    en=(
        "The multi-class gradient is divided by k·N; the cross-entropy is divided by N "
        "only. See the slide “Loss functions (classification)”."
    ),
)
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
        dZ2 = (2 if task == "regression" else 1) * (Y - y) / y.size
        dZ1 = (W2 @ dZ2) * (1 - A1**2)
        db1, db2 = dZ1.sum(axis=1, keepdims=True), dZ2.sum(axis=1, keepdims=True)
        params = sgd_step(params, (X @ dZ1.T, db1, A1 @ dZ2.T, db2), lr)
        history.append(float(loss))
    return params, history


@misconception(
    "train.forward-outside-loop",
    zh=(
        "梯度只在迴圈前算了一次，每個 epoch 都用同一個。前向與反向傳播都要在迴圈裡"
        "用新的參數重算。見投影片「一個類神經網路訓練及預測的流程」。"
    ),
    en=(
        "The gradient is found once and used again in every epoch. Forward and backward "
        "pass belong inside the loop, with the new parameters. See the slide on the "
        "training and prediction flow."
    ),
)
def train(X, y, task, n_hidden=8, lr=0.1, epochs=1000, rng=None):
    if rng is None:
        rng = np.random.default_rng()
    params = init_params(X.shape[0], n_hidden, y.shape[0], rng)
    N, history = X.shape[1], []
    start = params
    for _ in range(epochs):
        W1, b1, W2, b2 = start
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


@misconception(
    "train.gradient-accumulated",
    zh=(
        "你把前面 epoch 的梯度也加進來了。每個 epoch 的梯度要重新從 0 算"
        "起。見投影片「一個類神經網路訓練及預測的流程」。"
    ),
    en=(
        "The gradients of earlier epochs are added in. Each epoch starts its gradients "
        "afresh. See the slide on the training and prediction flow."
    ),
)
def train(X, y, task, n_hidden=8, lr=0.1, epochs=1000, rng=None):
    if rng is None:
        rng = np.random.default_rng()
    params = init_params(X.shape[0], n_hidden, y.shape[0], rng)
    N, history = X.shape[1], []
    total = tuple(0 * p for p in params)
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
        grads = (X @ dZ1.T, db1, A1 @ dZ2.T, db2)
        total = tuple(t + g for t, g in zip(total, grads, strict=True))
        params = sgd_step(params, total, lr)
        history.append(float(loss))
    return params, history


@misconception(
    "train.output-derivative-twice",
    zh=(
        "sigmoid/softmax 的微分乘了兩次：(ŷ − y)/N 已經是損失對"
        " z 的梯度，不要再乘 ŷ(1 − ŷ)。見投影片「損失函數 （分類問題）」。"
    ),
    en=(
        "The derivative of the sigmoid (or softmax) is in there twice: (ŷ − y)/N already "
        "is the gradient at z, so do not multiply by ŷ(1 − ŷ). See the slide “Loss "
        "functions (classification)”."
    ),
)
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
        if task != "regression":
            dZ2 = dZ2 * Y * (1 - Y)
        dZ1 = (W2 @ dZ2) * (1 - A1**2)
        db1, db2 = dZ1.sum(axis=1, keepdims=True), dZ2.sum(axis=1, keepdims=True)
        params = sgd_step(params, (X @ dZ1.T, db1, A1 @ dZ2.T, db2), lr)
        history.append(float(loss))
    return params, history


@misconception(
    "train.hidden-derivative-missing",
    zh=(
        "反向傳播少乘了隱藏層激勵函數的微分：dZ1 = (W2 dZ2) ⊙ f′(Z1"
        ")。見投影片「一個類神經網路訓練及預測的流程」。"
    ),
    en=(
        "The backward pass lacks the derivative of the hidden activation: dZ1 = (W2 dZ2) "
        "⊙ f′(Z1). See the slide on the training and prediction flow."
    ),
)
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
        dZ1 = W2 @ dZ2
        db1, db2 = dZ1.sum(axis=1, keepdims=True), dZ2.sum(axis=1, keepdims=True)
        params = sgd_step(params, (X @ dZ1.T, db1, A1 @ dZ2.T, db2), lr)
        history.append(float(loss))
    return params, history


@misconception(
    "train.derivative-at-activation",
    zh=(
        "激勵函數的微分代錯了地方：你代入了 A1 = f(Z1)，應該代入 Z1。見投影"
        "片「一個類神經網路訓練及預測的流程」。"
    ),
    en=(
        "The derivative of the hidden activation is taken at A1 = f(Z1); it is due at "
        "Z1. See the slide on the training and prediction flow."
    ),
)
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
        dZ1 = (W2 @ dZ2) * (1 - np.tanh(A1) ** 2)
        db1, db2 = dZ1.sum(axis=1, keepdims=True), dZ2.sum(axis=1, keepdims=True)
        params = sgd_step(params, (X @ dZ1.T, db1, A1 @ dZ2.T, db2), lr)
        history.append(float(loss))
    return params, history


@misconception(
    "train.derivative-formula-on-z",
    zh=(
        "1 − a² (或 a(1 − a)) 是用激勵後的 a 寫的公式，你卻代入了 "
        "Z1。見投影片「一個類神經網路訓練及預測的流程」。"
    ),
    en=(
        "1 − a² (or a(1 − a)) is written in terms of the activation a, but you put Z1 "
        "in. See the slide on the training and prediction flow."
    ),
)
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
        dZ1 = (W2 @ dZ2) * (1 - (W1.T @ X + b1) ** 2)
        db1, db2 = dZ1.sum(axis=1, keepdims=True), dZ2.sum(axis=1, keepdims=True)
        params = sgd_step(params, (X @ dZ1.T, db1, A1 @ dZ2.T, db2), lr)
        history.append(float(loss))
    return params, history


@misconception(
    "train.w2-updated-first",
    zh=(
        "你先更新了 W2，再用新的 W2 算隱藏層的梯度。四個梯度都要用舊的參數算完，再"
        "一起更新。見投影片「一個類神經網路訓練及預測的流程」。"
    ),
    en=(
        "W2 is updated first, and the new W2 is used for the hidden layer’s gradient. "
        "Find all four gradients with the old parameters, then update. See the slide on "
        "the training and prediction flow."
    ),
)
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
        dZ1 = ((W2 - lr * A1 @ dZ2.T) @ dZ2) * (1 - A1**2)
        db1, db2 = dZ1.sum(axis=1, keepdims=True), dZ2.sum(axis=1, keepdims=True)
        params = sgd_step(params, (X @ dZ1.T, db1, A1 @ dZ2.T, db2), lr)
        history.append(float(loss))
    return params, history


@misconception(
    "train.bias-not-in-forward",
    zh=(
        "前向傳播沒有加上偏差 （b1 或 b2），雖然它們有更新。Z = Wᵀ·輸入 +"
        " b，兩層都要。見投影片「一個類神經網路訓練及預測的流程」。"
    ),
    en=(
        "The forward pass leaves out a bias (b1 or b2), though it is updated. Z is Wᵀ "
        "times the input, plus b, in both layers. See the slide on the training and "
        "prediction flow."
    ),
)
def train(X, y, task, n_hidden=8, lr=0.1, epochs=1000, rng=None):
    if rng is None:
        rng = np.random.default_rng()
    params = init_params(X.shape[0], n_hidden, y.shape[0], rng)
    N, history = X.shape[1], []
    for _ in range(epochs):
        W1, b1, W2, b2 = params
        A1 = np.tanh(W1.T @ X)
        Z2 = W2.T @ A1
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


@misconception(
    "train.bias-gradient-summed",
    zh=(
        "權重的梯度對樣本平均了，偏差的梯度卻是總和：db 大了 N 倍。見投影片「一個類"
        "神經網路訓練及預測的流程」。"
    ),
    en=(
        "The gradients of the weights are averaged over the samples, those of the biases "
        "only summed: db is N times too large. See the slide on the training and "
        "prediction flow."
    ),
)
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
        db1, db2 = dZ1.sum(axis=1, keepdims=True) * N, dZ2.sum(axis=1, keepdims=True) * N
        params = sgd_step(params, (X @ dZ1.T, db1, A1 @ dZ2.T, db2), lr)
        history.append(float(loss))
    return params, history


@misconception(
    "train.bias-gradient-averaged-twice",
    zh=(
        "偏差的梯度多除了一次 N （dZ 已經除過，又用了 mean）。見投影片「一個類"
        "神經網路訓練及預測的流程」。"
    ),
    en=(
        "The gradients of the biases are divided by N once more (dZ was divided already, "
        "then mean instead of sum). See the slide on the training and prediction flow."
    ),
)
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
        db1, db2 = dZ1.mean(axis=1, keepdims=True), dZ2.mean(axis=1, keepdims=True)
        params = sgd_step(params, (X @ dZ1.T, db1, A1 @ dZ2.T, db2), lr)
        history.append(float(loss))
    return params, history


@misconception(
    "train.weight-gradient-summed",
    zh=(
        "偏差的梯度對樣本平均了，權重的梯度卻是總和：dW 大了 N 倍。見投影片「一個類"
        "神經網路訓練及預測的流程」。"
    ),
    en=(
        "The gradients of the biases are averaged over the samples, those of the weights "
        "only summed: dW is N times too large. See the slide on the training and "
        "prediction flow."
    ),
)
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
        params = sgd_step(params, (N * X @ dZ1.T, db1, N * A1 @ dZ2.T, db2), lr)
        history.append(float(loss))
    return params, history


@misconception(
    "train.hidden-gradient-averaged-twice",
    zh=(
        "隱藏層的梯度多除了一次 N:dZ2 已經除過，傳到 dZ1 就不用再除。見投影片"
        "「一個類神經網路訓練及預測的流程」。"
    ),
    en=(
        "The hidden layer’s gradients are divided by N once more: dZ2 was divided "
        "already, and dZ1 comes from it. See the slide on the training and prediction "
        "flow."
    ),
)
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
        dZ1 = (W2 @ dZ2) * (1 - A1**2) / N
        db1, db2 = dZ1.sum(axis=1, keepdims=True), dZ2.sum(axis=1, keepdims=True)
        params = sgd_step(params, (X @ dZ1.T, db1, A1 @ dZ2.T, db2), lr)
        history.append(float(loss))
    return params, history


@misconception(
    "train.bias-gradient-no-axis",
    zh=(
        "偏差的梯度把所有元素都加成一個數字。要沿樣本 (axis=1) 加總，每個神經元"
        "一個值。見投影片「一個類神經網路訓練及預測的流程」。"
    ),
    en=(
        "The gradients of the biases add up every element to one number. Sum along the "
        "samples (axis=1): one value for each neuron. See the slide on the training and "
        "prediction flow."
    ),
)
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
        db1, db2 = dZ1.sum(), dZ2.sum()
        params = sgd_step(params, (X @ dZ1.T, db1, A1 @ dZ2.T, db2), lr)
        history.append(float(loss))
    return params, history


@misconception(
    "train.sample-by-sample",
    zh=(
        "你每看一個樣本就更新一次。這裡要的是 full batch：用全部樣本的平均梯度"
        "，每個 epoch 更新一次。見投影片「一個類神經網路訓練及預測的流程」。"
    ),
    en=(
        "You update after every sample. Full batch is due: the mean gradient of all "
        "samples, one update for each epoch. See the slide on the training and "
        "prediction flow."
    ),
)
def train(X, y, task, n_hidden=8, lr=0.1, epochs=1000, rng=None):
    if rng is None:
        rng = np.random.default_rng()
    params = init_params(X.shape[0], n_hidden, y.shape[0], rng)
    history = []
    every_X, every_y, N = X, y, 1
    for i in range(epochs * y.shape[1]):
        X, y = every_X[:, [i % every_X.shape[1]]], every_y[:, [i % every_X.shape[1]]]
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
    N = every_X.shape[1]
    return params, [float(np.mean(history[i * N : (i + 1) * N])) for i in range(epochs)]


@misconception(
    "train.regression-output-squashed",
    zh=(
        "迴歸的輸出層又套了激勵函數 （例如 ReLU 或 sigmoid），負數或大的目"
        "標值到不了。迴歸的輸出是 linear。見投影片「迴歸問題」。"
    ),
    en=(
        "The regression output passes through an activation (ReLU or sigmoid, say), and "
        "negative or large targets are out of reach. A regression output is linear. See "
        "the slide “Regression”."
    ),
)
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
            Y = 1 / (1 + np.exp(-Z2))
            loss = np.mean((Y - y) ** 2)
        elif task == "binary":
            Y = 1 / (1 + np.exp(-Z2))
            loss = -np.mean(y * np.log(Y) + (1 - y) * np.log(1 - Y))
        else:
            Y = np.exp(Z2) / np.exp(Z2).sum(axis=0)
            loss = -np.sum(y * np.log(Y)) / N
        dZ2 = (2 if task == "regression" else 1) * (Y - y) / N
        if task == "regression":
            dZ2 = dZ2 * Y * (1 - Y)
        dZ1 = (W2 @ dZ2) * (1 - A1**2)
        db1, db2 = dZ1.sum(axis=1, keepdims=True), dZ2.sum(axis=1, keepdims=True)
        params = sgd_step(params, (X @ dZ1.T, db1, A1 @ dZ2.T, db2), lr)
        history.append(float(loss))
    return params, history


@misconception(
    "train.standardises-in-place",
    zh=(
        "你在原地改了 X (例如 X -= X.mean(…))，呼叫者的資料也跟著變了"
        "。輸入已經標準化；需要時請先複製。見投影片「一個類神經網路訓練及預測的流程」。"
    ),
    en=(
        "You change X in place (X -= X.mean(…), say), and with it the caller’s data. The "
        "inputs come standardised; copy them if you must. See the slide on the training "
        "and prediction flow."
    ),
)
def train(X, y, task, n_hidden=8, lr=0.1, epochs=1000, rng=None):
    X -= X.mean(axis=1, keepdims=True)
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
