"""What learners get wrong in `train`: what comes back, the loss, rng and lr."""

import numpy as np

from grader.authoring import misconception

from .training import init_params, sgd_step


@misconception(
    "train.history-missing",
    zh=(
        "你只回傳了參數，少了 history。應該回傳 (params, history"
        ")。見投影片「一個類神經網路訓練及預測的流程」。"
    ),
    en=(
        "You return the parameters alone; history is missing. (params, history) is due. "
        "See the slide on the training and prediction flow."
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
        params = sgd_step(params, (X @ dZ1.T, db1, A1 @ dZ2.T, db2), lr)
        history.append(float(loss))
    return params


@misconception(
    "train.returned-in-other-order",
    zh=(
        "你回傳的是 (history, params)；順序應該是 (params, h"
        "istory)。見投影片「一個類神經網路訓練及預測的流程」。"
    ),
    en=(
        "You return (history, params); the order is (params, history). See the slide on "
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
        dZ1 = (W2 @ dZ2) * (1 - A1**2)
        db1, db2 = dZ1.sum(axis=1, keepdims=True), dZ2.sum(axis=1, keepdims=True)
        params = sgd_step(params, (X @ dZ1.T, db1, A1 @ dZ2.T, db2), lr)
        history.append(float(loss))
    return history, params


@misconception(
    "train.history-only-last",
    zh=(
        "你的 history 只有最後一個損失。每個 epoch 都要 append 一"
        "個，長度等於 epochs。見投影片「一個類神經網路訓練及預測的流程」。"
    ),
    en=(
        "Your history is only the last loss. Append one for each epoch, so that it is "
        "epochs long. See the slide on the training and prediction flow."
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
        params = sgd_step(params, (X @ dZ1.T, db1, A1 @ dZ2.T, db2), lr)
        history.append(float(loss))
    return params, history[-1]


@misconception(
    "train.history-too-long",
    zh=(
        "history 多了一項：迴圈前 （或迴圈後） 又記了一次損失。每個 epoch"
        " 記一次就好。見投影片「一個類神經網路訓練及預測的流程」。"
    ),
    en=(
        "history has one entry too many: the loss is recorded once more before or after "
        "the loop. Once for each epoch is due. See the slide on the training and "
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
        params = sgd_step(params, (X @ dZ1.T, db1, A1 @ dZ2.T, db2), lr)
        history.append(float(loss))
    history.append(float(loss))
    return params, history


@misconception(
    "train.history-too-short",
    zh=(
        "history 少了一項：迴圈是不是從 1 開始，少跑了一個 epoch？見投影"
        "片「一個類神經網路訓練及預測的流程」。"
    ),
    en=(
        "history has one entry too few: does the loop start at 1 and run one epoch less? "
        "See the slide on the training and prediction flow."
    ),
)
def train(X, y, task, n_hidden=8, lr=0.1, epochs=1000, rng=None):
    if rng is None:
        rng = np.random.default_rng()
    params = init_params(X.shape[0], n_hidden, y.shape[0], rng)
    N, history = X.shape[1], []
    for _ in range(1, epochs):
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


@misconception(
    "train.epochs-ignored",
    zh=(
        "不管 epochs 是多少，你都跑 1000 次。迴圈要用引數 epochs。見"
        "投影片「一個類神經網路訓練及預測的流程」。"
    ),
    en=(
        "You run 1000 epochs whatever epochs says. Let the loop use the argument. See "
        "the slide on the training and prediction flow."
    ),
)
def train(X, y, task, n_hidden=8, lr=0.1, epochs=1000, rng=None):
    if rng is None:
        rng = np.random.default_rng()
    params = init_params(X.shape[0], n_hidden, y.shape[0], rng)
    N, history = X.shape[1], []
    for _ in range(1000):
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


@misconception(
    "train.n-hidden-ignored",
    zh=(
        "不管 n_hidden 是多少，你都用 8 個隱藏神經元。請用引數 n_hidd"
        "en。見投影片「一個類神經網路訓練及預測的流程」。"
    ),
    en=(
        "You use 8 hidden neurons whatever n_hidden says. Use the argument. See the "
        "slide on the training and prediction flow."
    ),
)
def train(X, y, task, n_hidden=8, lr=0.1, epochs=1000, rng=None):
    if rng is None:
        rng = np.random.default_rng()
    params = init_params(X.shape[0], 8, y.shape[0], rng)
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


@misconception(
    "train.history-arrays",
    zh=(
        "你的 history 裡放的是每個樣本的損失 （陣列）。先對樣本取平均，每個 e"
        "poch 記一個數字。見投影片「損失函數 （迴歸問題）」。"
    ),
    en=(
        "Your history holds arrays, a loss for each sample. Take the mean first: one "
        "number for each epoch. See the slide “Loss functions (regression)”."
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
            Y, loss = Z2, (Z2 - y) ** 2
        elif task == "binary":
            Y = 1 / (1 + np.exp(-Z2))
            loss = -(y * np.log(Y) + (1 - y) * np.log(1 - Y))
        else:
            Y = np.exp(Z2) / np.exp(Z2).sum(axis=0)
            loss = -(y * np.log(Y))
        dZ2 = (2 if task == "regression" else 1) * (Y - y) / N
        dZ1 = (W2 @ dZ2) * (1 - A1**2)
        db1, db2 = dZ1.sum(axis=1, keepdims=True), dZ2.sum(axis=1, keepdims=True)
        params = sgd_step(params, (X @ dZ1.T, db1, A1 @ dZ2.T, db2), lr)
        history.append(loss)
    return params, history


@misconception(
    "train.bias-per-sample",
    zh=(
        "偏差的梯度沒有對樣本加總，所以 b 變成每個樣本一個值。db 是 dZ 沿 ax"
        "is=1 的總和，shape (n, 1)。見投影片「一個類神經網路訓練及預測的"
        "流程」。"
    ),
    en=(
        "The gradient of the biases is not summed over the samples, so b grew a value "
        "for each sample. db is the sum of dZ along axis=1, shape (n, 1). See the slide "
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
        db1, db2 = dZ1, dZ2
        params = sgd_step(params, (X @ dZ1.T, db1, A1 @ dZ2.T, db2), lr)
        history.append(float(loss))
    return params, history


@misconception(
    "train.history-summed",
    zh="你記錄的是損失的總和，沒有除以樣本數 N。見投影片「損失函數 （分類問題）」。",
    en=(
        "You record the sum of the losses; divide by the number of samples N. See the "
        "slide “Loss functions (classification)”."
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
        params = sgd_step(params, (X @ dZ1.T, db1, A1 @ dZ2.T, db2), lr)
        history.append(float(loss * N))
    return params, history


@misconception(
    "train.history-sign",
    zh=(
        "交叉熵少了最前面的負號，所以損失是負的，而且越練越大。見投影片「損失函數 （分類問題）」。"
    ),
    en=(
        "The cross-entropy lacks its minus sign, so the loss is negative and grows while "
        "training. See the slide “Loss functions (classification)”."
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
        params = sgd_step(params, (X @ dZ1.T, db1, A1 @ dZ2.T, db2), lr)
        history.append(float(loss if task == "regression" else -loss))
    return params, history


@misconception(
    "train.history-log10",
    zh=("交叉熵用了 log10；應該用自然對數 np.log。見投影片「損失函數 （分類問題）」。"),
    en=(
        "The cross-entropy uses log10; the natural logarithm np.log is due. See the "
        "slide “Loss functions (classification)”."
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
        params = sgd_step(params, (X @ dZ1.T, db1, A1 @ dZ2.T, db2), lr)
        history.append(float(loss if task == "regression" else loss / np.log(10)))
    return params, history


@misconception(
    "train.history-log2",
    zh=("交叉熵用了 log2；應該用自然對數 np.log。見投影片「損失函數 （分類問題）」。"),
    en=(
        "The cross-entropy uses log2; the natural logarithm np.log is due. See the slide "
        "“Loss functions (classification)”."
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
        params = sgd_step(params, (X @ dZ1.T, db1, A1 @ dZ2.T, db2), lr)
        history.append(float(loss if task == "regression" else loss / np.log(2)))
    return params, history


@misconception(
    "train.history-over-kn",
    zh=(
        "多元分類的交叉熵除以了 k·N （np.mean 對所有元素平均）。只除以樣本數"
        " N。見投影片「損失函數 （分類問題）」。"
    ),
    en=(
        "The multi-class cross-entropy is divided by k·N (np.mean over every element). "
        "Divide by the number of samples N only. See the slide “Loss functions "
        "(classification)”."
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
            loss = -np.mean(y * np.log(Y))
        dZ2 = (2 if task == "regression" else 1) * (Y - y) / N
        dZ1 = (W2 @ dZ2) * (1 - A1**2)
        db1, db2 = dZ1.sum(axis=1, keepdims=True), dZ2.sum(axis=1, keepdims=True)
        params = sgd_step(params, (X @ dZ1.T, db1, A1 @ dZ2.T, db2), lr)
        history.append(float(loss))
    return params, history


@misconception(
    "train.history-positive-term-only",
    zh=(
        "BCE 只算了 y·log ŷ 這一項，標籤為 0 的樣本沒有損失。還要 (1−"
        "y)·log(1−ŷ)。見投影片「損失函數 （分類問題）」。"
    ),
    en=(
        "The BCE has only the y·log ŷ term, so samples of label 0 cost nothing. Add "
        "(1−y)·log(1−ŷ). See the slide “Loss functions (classification)”."
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
            loss = -np.mean(y * np.log(Y))
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
    "train.history-mse-for-binary",
    zh=("二元分類你用了 MSE；這個任務的損失是 BCE。見投影片「損失函數 （分類問題）」。"),
    en=(
        "You use the MSE for the binary task; its loss is the BCE. See the slide “Loss "
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
            loss = np.mean((Y - y) ** 2)
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
    "train.history-rmse",
    zh=("迴歸的損失你多開了根號 (RMSE);MSE 不開根號。見投影片「損失函數 （迴歸問題）」。"),
    en=(
        "You took the root of the regression loss (RMSE); the MSE has none. See the "
        "slide “Loss functions (regression)”."
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
            Y, loss = Z2, np.sqrt(np.mean((Z2 - y) ** 2))
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
    "train.history-mae",
    zh=("迴歸的損失你用了絕對值 (MAE)；這裡要的是 MSE。見投影片「損失函數 （迴歸問題）」。"),
    en=(
        "You use absolute values for the regression loss (MAE); the MSE is due. See the "
        "slide “Loss functions (regression)”."
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
            Y, loss = Z2, np.mean(np.abs(Z2 - y))
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
    "train.softmax-over-samples",
    zh=("softmax 的方向錯了：你對樣本 (axis=1) 正規化，應該對類別 (axis=0)。見投影片「Softmax」。"),
    en=(
        "The softmax runs along the wrong axis: over the samples (axis=1), not over the "
        "classes (axis=0). See the slide “Softmax”."
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
            Y = np.exp(Z2) / np.exp(Z2).sum(axis=1, keepdims=True)
            loss = -np.sum(y * np.log(Y)) / N
        dZ2 = (2 if task == "regression" else 1) * (Y - y) / N
        dZ1 = (W2 @ dZ2) * (1 - A1**2)
        db1, db2 = dZ1.sum(axis=1, keepdims=True), dZ2.sum(axis=1, keepdims=True)
        params = sgd_step(params, (X @ dZ1.T, db1, A1 @ dZ2.T, db2), lr)
        history.append(float(loss))
    return params, history


@misconception(
    "train.softmax-no-axis",
    zh=(
        "softmax 的分母把所有樣本都加在一起了。每個樣本 （一行） 要各自加總成 "
        "1:axis=0。見投影片「Softmax」。"
    ),
    en=(
        "The denominator of the softmax adds up all samples together. Each sample (a "
        "column) has its own sum of 1: axis=0. See the slide “Softmax”."
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
            Y = np.exp(Z2) / np.exp(Z2).sum()
            loss = -np.sum(y * np.log(Y)) / N
        dZ2 = (2 if task == "regression" else 1) * (Y - y) / N
        dZ1 = (W2 @ dZ2) * (1 - A1**2)
        db1, db2 = dZ1.sum(axis=1, keepdims=True), dZ2.sum(axis=1, keepdims=True)
        params = sgd_step(params, (X @ dZ1.T, db1, A1 @ dZ2.T, db2), lr)
        history.append(float(loss))
    return params, history


@misconception(
    "train.rng-ignored",
    zh=(
        "你沒有用傳進來的 rng （而是新建產生器或用 np.random），所以同樣的"
        " rng 每次訓練結果都不同。只有 rng 是 None 時才自己建立。見投影片"
        "「一個類神經網路訓練及預測的流程」。"
    ),
    en=(
        "The rng you are given is not used (but a new generator, or np.random), so the "
        "same rng gives another result every time. Make your own only when rng is None. "
        "See the slide on the training and prediction flow."
    ),
)
def train(X, y, task, n_hidden=8, lr=0.1, epochs=1000, rng=None):
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


@misconception(
    "train.fixed-seed",
    zh=(
        "你用了自己固定的種子，沒有用到 rng：換了種子，初始權重還是一樣。見投影片「一"
        "個類神經網路訓練及預測的流程」。"
    ),
    en=(
        "You use a fixed seed of your own and never rng: another seed gives the same "
        "initial weights. See the slide on the training and prediction flow."
    ),
)
def train(X, y, task, n_hidden=8, lr=0.1, epochs=1000, rng=None):
    rng = np.random.default_rng(0)
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


@misconception(
    "train.equal-weights",
    zh=(
        "你從全部相同的權重 （例如 0 或 1） 開始訓練，隱藏神經元會永遠一樣。用隨機"
        "的 W 開始。見投影片「一個類神經網路訓練及預測的流程」。"
    ),
    en=(
        "You start from weights that are all equal (0 or 1, say), and the hidden neurons "
        "stay alike for ever. Start from random W. See the slide on the training and "
        "prediction flow."
    ),
)
def train(X, y, task, n_hidden=8, lr=0.1, epochs=1000, rng=None):
    if rng is None:
        rng = np.random.default_rng()
    params = init_params(X.shape[0], n_hidden, y.shape[0], rng)
    params = tuple(0 * p for p in params)
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


@misconception(
    "train.lr-ignored",
    zh=(
        "不管 lr 是多少，你都用固定的學習率。請用引數 lr。見投影片「一個類神經網路"
        "訓練及預測的流程」。"
    ),
    en=(
        "You use a learning rate of your own whatever lr says. Use the argument. See the "
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
        dZ1 = (W2 @ dZ2) * (1 - A1**2)
        db1, db2 = dZ1.sum(axis=1, keepdims=True), dZ2.sum(axis=1, keepdims=True)
        params = sgd_step(params, (X @ dZ1.T, db1, A1 @ dZ2.T, db2), 0.1)
        history.append(float(loss))
    return params, history


@misconception(
    "train.reinitialised",
    zh=(
        "你在迴圈裡重新初始化參數，每個 epoch 都從頭開始。初始化只在迴圈之前做一次"
        "。見投影片「一個類神經網路訓練及預測的流程」。"
    ),
    en=(
        "You initialise the parameters inside the loop, so that every epoch starts from "
        "scratch. Do it once, before the loop. See the slide on the training and "
        "prediction flow."
    ),
)
def train(X, y, task, n_hidden=8, lr=0.1, epochs=1000, rng=None):
    if rng is None:
        rng = np.random.default_rng()
    N, history = X.shape[1], []
    for _ in range(epochs):
        params = init_params(X.shape[0], n_hidden, y.shape[0], rng)
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
