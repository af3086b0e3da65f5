# %% [markdown]
# # 7 訓練與預測 Training and prediction
# 這是投影片最後的「實作時間」：用 NumPy 從頭到尾寫出一個多層感知器。先準備參數，
# 再用梯度下降訓練，最後拿訓練好的參數做預測。一個樣本是一欄：`X` 是 `(n_in, N)`，
# `W1` 是 `(n_in, n_hidden)`，`b1` 是 `(n_hidden, 1)`。請不要改動傳進來的陣列。
#
# This is the hands-on part that closes the slides: a multilayer perceptron in NumPy, end to end.
# Prepare the parameters, train them by gradient descent, and predict with what was learned. One
# sample is one column: `X` is `(n_in, N)`, `W1` is `(n_in, n_hidden)`, `b1` is `(n_hidden, 1)`.
# Leave the arrays you are given untouched.

# %%
import numpy as np

# %% [markdown]
# ## `init_params(n_in, n_hidden, n_out, rng)`: 參數初始化 Initial parameters
# 回傳 `(W1, b1, W2, b2)`，形狀依序是 `(n_in, n_hidden)`、`(n_hidden, 1)`、
# `(n_hidden, n_out)`、`(n_out, 1)`。偏差全部是 0；權重是從 `rng`
# (一個 `numpy.random.Generator`) 抽出的隨機數，不能全部相同，否則每個隱藏神經元
# 永遠學到一樣的東西。同樣狀態的 `rng` 要給出同樣的值。大小由你決定：
# Xavier、He 或 N(0, 0.5²) 都可以。
#
# Returns `(W1, b1, W2, b2)` of shapes `(n_in, n_hidden)`, `(n_hidden, 1)`, `(n_hidden, n_out)`,
# `(n_out, 1)`. The biases are all 0. The weights are random numbers drawn from `rng` (a
# `numpy.random.Generator`) and not all equal, or every hidden neuron would learn the same thing
# for ever. The same state of `rng` gives the same values. The scale is yours to choose: Xavier,
# He or N(0, 0.5²) will all do.
#
# $$W_{ij}\sim\mathcal{N}(0,\sigma^2),\qquad b_j=0$$


# %%
def init_params(n_in, n_hidden, n_out, rng):
    """隨機權重與全為 0 的偏差 / Random weights and zero biases.

    Args:
        n_in, n_hidden, n_out: 各層的神經元數 / neurons of each layer, ints.
        rng: 亂數產生器 / a `numpy.random.Generator`.
    Returns: (W1, b1, W2, b2), shapes (n_in, n_hidden), (n_hidden, 1), (n_hidden, n_out),
        (n_out, 1).
    """
    # Xavier
    def w(a, b):
        return rng.normal(scale=np.sqrt(2 / (a + b)), size=(a, b))
    return w(n_in, n_hidden), np.zeros((n_hidden, 1)), w(n_hidden, n_out), np.zeros((n_out, 1))


# %% [markdown]
# ## `sgd_step(params, grads, lr)`: 走一步梯度下降 One step of gradient descent
# 每個參數都減去「學習率 × 它的梯度」，回傳新的參數 (同樣的順序)。梯度指向損失上升
# 最快的方向，所以是減。傳進來的 `params` 不能改動。例：參數 1.0、梯度 0.5、`lr=0.1`，
# 新的值是 0.95。
#
# Every parameter moves by minus the learning rate times its gradient; return the new ones in the
# same order. The gradient points where the loss climbs fastest, hence the minus. The `params` you
# are given must stay as they are. Example: parameter 1.0, gradient 0.5, `lr=0.1` give 0.95.
#
# $$p\leftarrow p-\eta\,\frac{\partial L}{\partial p}$$


# %%
def sgd_step(params, grads, lr):
    """梯度下降一步，回傳新的參數 / One gradient-descent step; returns new parameters.

    Args:
        params: (W1, b1, W2, b2).
        grads: (dW1, db1, dW2, db2)，形狀與 params 相同 / same shapes as params.
        lr: 學習率 / learning rate, float.
    Returns: (W1, b1, W2, b2), new arrays.
    """
    return tuple(p - lr * g for p, g in zip(params, grads, strict=True))


# %% [markdown]
# ## `train(X, y, task, n_hidden=8, lr=0.1, epochs=1000, rng=None)`: 訓練 Training
# 用全部樣本做梯度下降 (full batch)，每個 epoch 更新一次。`task` 決定輸出層與損失：
#
# - `'regression'`：linear 輸出、MSE，`y` 是 `(1, N)`；
# - `'binary'`：sigmoid 輸出、BCE，`y` 是 0/1，`(1, N)`；
# - `'multiclass'`：softmax 輸出、CE，`y` 是 one-hot，`(k, N)`。
#
# 每個 epoch：前向傳播、算損失 (對樣本平均)、反向傳播、更新 `W1, b1, W2, b2`。
# 回傳 `(params, history)`：`params` 是 `(W1, b1, W2, b2)`，`history` 是每個 epoch 的損失
# (浮點數)，長度等於 `epochs`；在更新之前或之後計算都可以。隱藏層的激勵函數和初始大小
# 由你決定，隨機數都來自 `rng`；`rng=None` 時自己建立一個。同樣狀態的 `rng` 要得到同樣的
# 結果，`lr=0` 時什麼都不變。
#
# Full-batch gradient descent: every epoch uses all samples and makes one update. `task` decides
# the output layer and the loss: `'regression'` a linear output with MSE, `y` of shape `(1, N)`;
# `'binary'` a sigmoid output with BCE, `y` 0/1 of shape `(1, N)`; `'multiclass'` a softmax output
# with CE, `y` one-hot of shape `(k, N)`.
#
# Each epoch: forward pass, loss (mean over the samples), backward pass, update of
# `W1, b1, W2, b2`. Returns `(params, history)`: `params` is `(W1, b1, W2, b2)`, `history` holds the
# loss of each epoch as floats and is `epochs` long; taking it before or after the update are both
# fine. The hidden activation and the initial scale are yours to choose. All randomness comes from
# `rng`; make one yourself when it is `None`. The same state of `rng` gives the same result, and
# `lr=0` changes nothing.
#
# $$\theta_{t+1}=\theta_t-\eta\,\nabla_\theta L(\theta_t),\qquad\theta=(W_1,b_1,W_2,b_2)$$


# %%
class MLP:
    """一個隱藏層 (tanh) 的網路"""

    def __init__(self, params, task):
        self.W1, self.b1, self.W2, self.b2 = params
        self.task = task

    def __call__(self, X):
        self.X = X
        self.A = np.tanh(self.W1.T @ X + self.b1)
        z = self.W2.T @ self.A + self.b2
        if self.task == "binary":
            return 1 / (1 + np.exp(-z))
        if self.task == "multiclass":
            e = np.exp(z - z.max(axis=0))
            return e / e.sum(axis=0)
        return z

    def loss(self, y, p):
        if self.task == "regression":
            return float(np.mean((y - p) ** 2))
        p = np.clip(p, 1e-12, 1 - 1e-12)
        if self.task == "binary":
            return float(np.mean(-y * np.log(p) - (1 - y) * np.log(1 - p)))
        return float(-np.sum(y * np.log(p)) / y.shape[1])

    def grads(self, y, p):
        d2 = (p - y) / y.shape[1] * (2 if self.task == "regression" else 1)
        d1 = self.W2 @ d2 * (1 - self.A ** 2)
        return self.X @ d1.T, d1.sum(1, keepdims=True), self.A @ d2.T, d2.sum(1, keepdims=True)


def train(X, y, task, n_hidden=8, lr=0.1, epochs=1000, rng=None):
    """用全批次梯度下降訓練一個隱藏層的 MLP / Train a one-hidden-layer MLP, full batch.

    Args:
        X: 輸入 / inputs, shape (n_in, N).
        y: 標籤 / labels, (1, N) for 'regression' and 'binary', one-hot (k, N) for 'multiclass'.
        task: 'regression', 'binary' or 'multiclass'.
        n_hidden: 隱藏神經元數 / number of hidden neurons.
        lr: 學習率 / learning rate.
        epochs: 更新幾次 / number of updates.
        rng: 亂數產生器或 None / a `numpy.random.Generator`, or None.
    Returns: (params, history): (W1, b1, W2, b2) and the loss of each epoch.
    """
    rng = np.random.default_rng(0) if rng is None else rng
    params = init_params(len(X), n_hidden, len(y), rng)
    history = []
    for _ in range(epochs):
        net = MLP(params, task)
        p = net(X)
        history.append(net.loss(y, p))
        params = sgd_step(params, net.grads(y, p), lr)
    return params, history


# %% [markdown]
# ## `predict(params, X, task)`: 預測 Prediction
# 用 `train` 回傳的參數對新的 `X` 做前向傳播 (隱藏層要用和訓練時同一個激勵函數)，再變成答案：
# `'regression'` 直接回傳輸出，形狀 `(1, N)`；`'binary'` 回傳 0/1，形狀 `(1, N)`，機率 ≥ 0.5 為 1；
# `'multiclass'` 回傳類別編號 (從 0 開始)，形狀 `(N,)`。
#
# A forward pass of new `X` with the params that your `train` returned (and the same hidden
# activation as in training), turned into an answer: `'regression'` returns the output as it is,
# shape `(1, N)`; `'binary'` returns 0/1 of shape `(1, N)`, 1 where the probability is at least
# 0.5; `'multiclass'` returns the class index (from 0), shape `(N,)`.
#
# $$\hat y=f_2(W_2^T f_1(W_1^T X+b_1)+b_2)$$


# %%
def predict(params, X, task):
    """用訓練好的參數預測 / Predict with trained parameters.

    Args:
        params: (W1, b1, W2, b2)，由 train 回傳 / as returned by train.
        X: 輸入 / inputs, shape (n_in, N).
        task: 'regression', 'binary' or 'multiclass'.
    Returns: values (1, N), 0/1 (1, N) or class index (N,).
    """
    p = MLP(params, task)(X)
    return {"regression": p, "binary": (p >= 0.5) * 1, "multiclass": p.argmax(0)}[task]
