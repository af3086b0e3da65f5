# %% [markdown]
# # 7 訓練與預測 Training and prediction
#
# 這是投影片最後的「實作時間」：用 NumPy 從頭到尾寫出一個多層感知器。先準備參數，再用梯度下降訓練，
# 最後拿訓練好的參數做預測。一筆樣本是一行（column，也稱「欄」）：`X` 是 `(n_in, N)`，
# `W1` 是 `(n_in, n_hidden)`，`b1` 是 `(n_hidden, 1)`。輸入與迴歸的標籤都已經標準化。
# 請不要更動引數。
#
# This is the hands-on part that closes the slides: a multilayer perceptron in NumPy, end to end.
# Prepare the parameters, train them by gradient descent, and predict with what was learned. One
# sample is one column: `X` is `(n_in, N)`, `W1` is `(n_in, n_hidden)`, `b1` is `(n_hidden, 1)`.
# Inputs and regression labels come standardised. Leave the arguments unchanged.

# %%
import numpy as np

# %% [markdown]
# ## `init_params(n_in, n_hidden, n_out, rng)`：參數初始化 Initial parameters
#
# $$W_{ij}\sim\mathcal{N}(0,\sigma^2),\qquad b_j=0$$
#
# 回傳 `(W1, b1, W2, b2)`，形狀依序是 `(n_in, n_hidden)`、`(n_hidden, 1)`、`(n_hidden, n_out)`、
# `(n_out, 1)`。偏差全部是 0。權重是從 `rng`（一個 `numpy.random.Generator`）抽出的隨機數，
# 不能全部相同，否則每個隱藏神經元永遠學到一樣的東西。同樣狀態的 `rng` 要給出同樣的值。
# 大小由你決定：Xavier、He 或 N(0, 0.5²) 都可以。
#
# 例：投影片的 2-3-1 網路是 `init_params(2, 3, 1, rng)`，四個形狀是 `(2, 3)`、`(3, 1)`、`(3, 1)`、
# `(1, 1)`。
#
# Return `(W1, b1, W2, b2)` of shapes `(n_in, n_hidden)`, `(n_hidden, 1)`, `(n_hidden, n_out)`,
# `(n_out, 1)`. The biases are all 0. The weights are random numbers drawn from `rng` (a
# `numpy.random.Generator`) and not all equal, or every hidden neuron would learn the same thing for
# ever. The same state of `rng` gives the same values. The scale is yours to choose: Xavier, He or
# N(0, 0.5²) will all do.
#
# Example: the slides' 2-3-1 network is `init_params(2, 3, 1, rng)`, and the four shapes are
# `(2, 3)`, `(3, 1)`, `(3, 1)`, `(1, 1)`.


# %%
def init_params(n_in, n_hidden, n_out, rng):
    """隨機權重與全為 0 的偏差 / Random weights and zero biases.

    Args:
        n_in, n_hidden, n_out: 各層的神經元數 / neurons of each layer, ints.
        rng: 亂數產生器 / a `numpy.random.Generator`.
    Returns: (W1, b1, W2, b2)，形狀 / shapes (n_in, n_hidden), (n_hidden, 1), (n_hidden, n_out),
        (n_out, 1).
    """
    raise NotImplementedError


# %% [markdown]
# ## `sgd_step(params, grads, lr)`：走一步梯度下降 One step of gradient descent
#
# $$p\leftarrow p-\eta\,\frac{\partial L}{\partial p}$$
#
# 每個參數都減去「學習率 `lr` × 自己的梯度」。梯度指向損失上升最快的方向，所以是減。
# `params` 是 `(W1, b1, W2, b2)`，`grads` 依同樣的順序與形狀；回傳新的參數，
# 傳進來的 `params` 要保持原樣。
#
# 例：參數 1.0，梯度 0.5，`lr=0.1`，新的值是 1.0 − 0.1 × 0.5 = 0.95。
#
# Every parameter moves by minus the learning rate `lr` times its own gradient. The gradient points
# where the loss climbs fastest, hence the minus. `params` is `(W1, b1, W2, b2)`, and `grads` has
# the same order and shapes; return new parameters, and leave the `params` you are given as they
# are.
#
# Example: parameter 1.0, gradient 0.5 and `lr=0.1` give 1.0 − 0.1 × 0.5 = 0.95.


# %%
def sgd_step(params, grads, lr):
    """梯度下降一步，回傳新的參數 / One gradient-descent step; returns new parameters.

    Args:
        params: 參數，保持原樣 / parameters, left as they are: (W1, b1, W2, b2).
        grads: (dW1, db1, dW2, db2)，形狀與 params 相同 / same shapes as params.
        lr: 學習率 / learning rate, float.
    Returns: 新的陣列 / new arrays, (W1, b1, W2, b2).
    """
    raise NotImplementedError


# %% [markdown]
# ## `train(X, y, task, n_hidden=8, lr=0.1, epochs=1000, rng=None)`：訓練 Training
#
# $$\theta_{t+1}=\theta_t-\eta\,\nabla_\theta L(\theta_t),\qquad\theta=(W_1,b_1,W_2,b_2)$$
#
# 每個 epoch 用全部樣本（full batch）做一次更新：前向傳播、算損失、反向傳播，再更新 `W1`、`b1`、
# `W2`、`b2` 全部四個。`X` 是 `(n_in, N)`；`task` 決定輸出層與損失：
#
# - `'regression'`：線性輸出，MSE，`y` 是 `(1, N)`；
# - `'binary'`：sigmoid 輸出，BCE，`y` 是 0/1，形狀 `(1, N)`；
# - `'multiclass'`：softmax 輸出，CE，`y` 是 one-hot，形狀 `(k, N)`。
#
# 回傳 `(params, history)`：`params` 是 `(W1, b1, W2, b2)`，`W1` 有 `n_hidden` 行（columns）；
# `history` 是每個 epoch 的損失（float，對樣本平均），長度等於 `epochs`，
# 在更新之前或之後計算都可以。
#
# 隱藏層的激勵函數與初始大小由你決定。隨機數都來自 `rng`，它是 `None` 時自己建立一個；
# 同樣狀態的 `rng` 要得到同樣的結果。`lr=0` 時參數不變，也不可以更動 `X` 與 `y`。
#
# 例（XOR）：`X = [[0, 0, 1, 1], [0, 1, 0, 1]]`、`y = [[0, 1, 1, 0]]`、`task='binary'`、
# `epochs=2000`，`history` 有 2000 個數，整體愈來愈小。少數種子會卡住，這很正常；
# 評分看的是多數種子。
#
# Every epoch uses all samples (full batch) and makes one update: forward pass, loss, backward pass,
# then the update of all four of `W1`, `b1`, `W2`, `b2`. `X` is `(n_in, N)`; `task` decides the
# output layer and the loss:
#
# - `'regression'`: linear output, MSE, `y` of shape `(1, N)`;
# - `'binary'`: sigmoid output, BCE, `y` 0/1 of shape `(1, N)`;
# - `'multiclass'`: softmax output, CE, `y` one-hot of shape `(k, N)`.
#
# Return `(params, history)`: `params` is `(W1, b1, W2, b2)`, where `W1` has `n_hidden` columns;
# `history` holds the loss of each epoch (a float, mean over the samples) and is `epochs` long.
# Taking it before or after the update are both fine.
#
# The hidden activation and the initial scale are yours to choose. All randomness comes from `rng`;
# make one yourself when it is `None`. The same state of `rng` gives the same result. With `lr=0`
# the parameters stay as they were, and `X` and `y` must never change.
#
# Example (XOR): `X = [[0, 0, 1, 1], [0, 1, 0, 1]]`, `y = [[0, 1, 1, 0]]`, `task='binary'` and
# `epochs=2000` give a `history` of 2000 numbers that get smaller on the whole. A few seeds get
# stuck, which is normal: the grade goes by the majority of seeds.


# %%
def train(X, y, task, n_hidden=8, lr=0.1, epochs=1000, rng=None):
    """用全批次梯度下降訓練一個隱藏層的 MLP / Train a one-hidden-layer MLP, full batch.

    Args:
        X: 輸入 / inputs, shape (n_in, N).
        y: 標籤 / labels, (1, N) for 'regression' and 'binary', one-hot (k, N) for 'multiclass'.
        task: 任務 / 'regression', 'binary' or 'multiclass'.
        n_hidden: 隱藏神經元數 / number of hidden neurons.
        lr: 學習率 / learning rate.
        epochs: 更新次數 / number of updates.
        rng: 亂數產生器或 None / a `numpy.random.Generator`, or None.
    Returns: (params, history)：參數與每個 epoch 的損失 / parameters and the loss of each epoch.
    """
    raise NotImplementedError


# %% [markdown]
# ## `predict(params, X, task)`：預測 Prediction
#
# $$\hat y=f_2(W_2^T f_1(W_1^T X+b_1)+b_2)$$
#
# 用 `train` 回傳的參數對新的 `X`（形狀 `(n_in, N)`）做前向傳播，隱藏層要用與訓練時相同的激勵函數，
# 再把輸出變成答案：
#
# - `'regression'`：直接回傳輸出，形狀 `(1, N)`；
# - `'binary'`：回傳 0/1，形狀 `(1, N)`，機率 ≥ 0.5 為 1；
# - `'multiclass'`：回傳類別編號（從 0 開始），形狀 `(N,)`。
#
# 例：若隱藏層用 ReLU，Quiz 1 與 2 的參數和 `X = [1, 2]ᵀ` 的輸出是 0.25。迴歸回傳 `[[0.25]]`；
# 二元分類的機率是 0.25 的 sigmoid，約 0.562，所以回傳 `[[1]]`。
#
# A forward pass of new `X` (shape `(n_in, N)`) with the params that your `train` returned and the
# same hidden activation as in training, turned into an answer:
#
# - `'regression'`: the output as it is, shape `(1, N)`;
# - `'binary'`: 0/1 of shape `(1, N)`, 1 where the probability is at least 0.5;
# - `'multiclass'`: the class index (from 0), shape `(N,)`.
#
# Example: with a ReLU hidden layer, the parameters of Quiz 1 and 2 and `X = [1, 2]ᵀ` have the
# output 0.25. Regression returns `[[0.25]]`; in binary classification the probability is the
# sigmoid of 0.25, about 0.562, so it returns `[[1]]`.


# %%
def predict(params, X, task):
    """用訓練好的參數預測 / Predict with trained parameters.

    Args:
        params: (W1, b1, W2, b2)，由 train 回傳 / as returned by train.
        X: 輸入 / inputs, shape (n_in, N).
        task: 任務 / 'regression', 'binary' or 'multiclass'.
    Returns: 數值、0/1 或類別編號 / values (1, N), 0/1 (1, N) or class index (N,).
    """
    raise NotImplementedError
