# %% [markdown]
# # 4 前向傳播 Forward propagation
#
# 一筆樣本是 `X` 的一行（column，也稱「欄」）：`X` 的形狀是 `(n_in, N)`，`W` 是 `(n_in, n_out)`，
# `b` 是 `(n_out, 1)`。一層算的是 `f(WᵀX + b)`；把前一層的輸出當作下一層的輸入，就是前向傳播。
# 激勵函數 `f` 是可以作用在整個陣列上的 Python 函式。請不要更動引數。
#
# One sample is one column of `X`: `X` has shape `(n_in, N)`, `W` `(n_in, n_out)`, `b` `(n_out, 1)`.
# A layer computes `f(WᵀX + b)`; feeding each layer's output to the next is forward propagation. An
# activation `f` is a Python callable that works on whole arrays. Leave the arguments unchanged.

# %%
import numpy as np

# %% [markdown]
# ## `layer_forward(X, W, b, f)`：一層 One layer
#
# $$A = f(W^\top X + b)$$
#
# 先轉置 `W`，乘上 `X`，加上偏差 `b`，最後才通過激勵函數 `f`。`X` 是 `(n_in, N)`，
# `W` 是 `(n_in, n_out)`，`b` 是 `(n_out, 1)`，結果是 `(n_out, N)`。
#
# 例：投影片的 2-3-1 網路，`X = [7, 2]ᵀ`、`Wᵀ = [[0.1, 0.2], [0.7, -0.4], [-0.1, -0.2]]`、
# `b = [-1.5, 0.2, 0.8]ᵀ`、線性，隱藏層輸出是 `[-0.4, 4.3, -0.3]ᵀ`。
#
# Quiz 1 的例子：`X = [1, 2]ᵀ`、`Wᵀ = [[-0.1, 0.3], [0.2, 0.1], [-0.9, -0.4]]`、
# `b = [-1.1, 0.1, 0.3]ᵀ`、ReLU，得到 `[0, 0.5, 0]ᵀ`。
#
# Transpose `W`, multiply by `X`, add the bias `b`, and only then apply the activation `f`. `X` is
# `(n_in, N)`, `W` is `(n_in, n_out)`, `b` is `(n_out, 1)`, and the result is `(n_out, N)`.
#
# Example: in the slides' 2-3-1 network, `X = [7, 2]ᵀ`,
# `Wᵀ = [[0.1, 0.2], [0.7, -0.4], [-0.1, -0.2]]` and `b = [-1.5, 0.2, 0.8]ᵀ`, all linear, give the
# hidden layer `[-0.4, 4.3, -0.3]ᵀ`.
#
# Example of Quiz 1: `X = [1, 2]ᵀ`, `Wᵀ = [[-0.1, 0.3], [0.2, 0.1], [-0.9, -0.4]]`,
# `b = [-1.1, 0.1, 0.3]ᵀ` and ReLU give `[0, 0.5, 0]ᵀ`.


# %%
def layer_forward(X, W, b, f):
    """一層的前向傳播 / Forward pass of one layer: f(WᵀX + b).

    Args:
        X: 輸入，一行一筆樣本 / input, one sample a column, shape (n_in, N).
        W: 權重 / weights, shape (n_in, n_out).
        b: 偏差 / biases, shape (n_out, 1).
        f: 激勵函數，逐元素作用 / activation, works elementwise on arrays.

    Returns:
        輸出 / output, shape (n_out, N).
    """
    raise NotImplementedError


# %% [markdown]
# ## `mlp_forward(X, W1, b1, W2, b2, f1, f2)`：兩層的 MLP A two-layer MLP
#
# $$\hat{y} = f_2\bigl(W_2^\top f_1(W_1^\top X + b_1) + b_2\bigr)$$
#
# 隱藏層用 `W1`、`b1`、`f1`，它的輸出就是輸出層的輸入；輸出層用 `W2`、`b2`、`f2`。
# `W1` 是 `(n_in, n_hidden)`，`W2` 是 `(n_hidden, n_out)`，結果是 `(n_out, N)`。
#
# 例：投影片的 2-3-1 網路，全部線性，`X = [7, 2]ᵀ`；隱藏層是 `[-0.4, 4.3, -0.3]ᵀ`，
# 接著 `W2 = [0.2, 0.3, 0.4]ᵀ`、`b2 = 0.1`，得到 `1.19`。
#
# Quiz 2 的例子：從 Quiz 1 的隱藏層 `[0, 0.5, 0]ᵀ` 開始，`W2 = [0.2, 0.3, 0.4]ᵀ`、`b2 = 0.1`、線性，
# 得到 `0.25`。
#
# The hidden layer uses `W1`, `b1`, `f1`, and its output is the input of the output layer, which
# uses `W2`, `b2`, `f2`. `W1` is `(n_in, n_hidden)`, `W2` is `(n_hidden, n_out)`, and the result is
# `(n_out, N)`.
#
# Example: the slides' 2-3-1 network, all linear, with `X = [7, 2]ᵀ`; the hidden layer is
# `[-0.4, 4.3, -0.3]ᵀ`, and `W2 = [0.2, 0.3, 0.4]ᵀ`, `b2 = 0.1` then give `1.19`.
#
# Example of Quiz 2: from Quiz 1's hidden layer `[0, 0.5, 0]ᵀ`, `W2 = [0.2, 0.3, 0.4]ᵀ`, `b2 = 0.1`
# and a linear output give `0.25`.


# %%
def mlp_forward(X, W1, b1, W2, b2, f1, f2):
    """兩層 MLP 的前向傳播 / Forward pass of a two-layer MLP: f2(W2ᵀ f1(W1ᵀX + b1) + b2).

    Args:
        X: 輸入 / input, shape (n_in, N).
        W1, b1: 隱藏層的權重與偏差 / hidden layer, shapes (n_in, n_hidden), (n_hidden, 1).
        W2, b2: 輸出層的權重與偏差 / output layer, shapes (n_hidden, n_out), (n_out, 1).
        f1, f2: 隱藏層與輸出層的激勵函數 / activations of the hidden and the output layer.

    Returns:
        預測值 / predictions, shape (n_out, N).
    """
    raise NotImplementedError


# %% [markdown]
# ## `deep_forward(X, layers)`：任意深度 Any depth
#
# $$A_0 = X,\qquad A_\ell = f_\ell(W_\ell^\top A_{\ell-1} + b_\ell)$$
#
# `layers` 是由 `(W, b, f)` 組成的 list，從第一層排到最後一層，幾層都可以；空的 list 回傳 `X` 本身。
# `X` 是 `(n_in, N)`，結果是 `(n_out, N)`，`n_out` 是最後一層的神經元數。請不要更動 `layers`。
#
# 例：投影片的 2-3-1 網路寫成 `[(W1, b1, f1), (W2, b2, f2)]`，全部線性，
# `X = [7, 2]ᵀ` 同樣得到 `1.19`；`deep_forward(X, [])` 就是 `X`。
#
# `layers` is a list of `(W, b, f)`, first layer first, any number of them; an empty list returns
# `X` itself. `X` is `(n_in, N)` and the result `(n_out, N)`, where `n_out` is the number of neurons
# of the last layer. Leave `layers` as it is.
#
# Example: the slides' 2-3-1 network written as `[(W1, b1, f1), (W2, b2, f2)]`, all linear, gives
# `1.19` again for `X = [7, 2]ᵀ`; `deep_forward(X, [])` is `X`.


# %%
def deep_forward(X, layers):
    """任意層數的前向傳播 / Forward pass through any number of layers.

    Args:
        X: 輸入 / input, shape (n_in, N).
        layers: (W, b, f) 的 list，可以是空的 / list of (W, b, f), first layer first; may be empty.

    Returns:
        最後一層的輸出，空的 list 則是 X / output of the last layer, shape (n_out, N); X itself if
        `layers` is empty.
    """
    raise NotImplementedError


# %% [markdown]
# ## `predict_class(Y_hat)`：預測類別 Predicted class
#
# $$c_i = \arg\max_{c}\ \hat{y}_{c,i}$$
#
# `Y_hat` 的形狀是 `(k, N)`：一列（row）一個類別，一行（column）一筆樣本。
# 回傳每筆樣本數值最大的類別編號（從 0 開始），形狀是 `(N,)`，型別是整數；同分時取編號最小的。
#
# 例：投影片交叉熵表格的三筆輸出 `(0.3, 0.6, 0.1)`、`(0.8, 0.1, 0.1)`、`(0.2, 0.3, 0.5)` 各成一行，
# 預測類別是 `[1, 0, 2]`。
#
# `Y_hat` has shape `(k, N)`: one class a row, one sample a column. Return for each sample the index
# (from 0) of its largest value, shape `(N,)`, integer dtype; ties go to the lowest index.
#
# Example: the three outputs of the slides' cross-entropy table, `(0.3, 0.6, 0.1)`,
# `(0.8, 0.1, 0.1)` and `(0.2, 0.3, 0.5)`, each one column, give the classes `[1, 0, 2]`.


# %%
def predict_class(Y_hat):
    """每筆樣本的預測類別 / Predicted class of each sample: the index of the largest value.

    Args:
        Y_hat: 輸出，一行一筆樣本 / outputs, one sample a column, shape (k, N).

    Returns:
        類別編號，整數，同分取最小 / class indices, integers, shape (N,); ties: lowest index.
    """
    raise NotImplementedError


# %% [markdown]
# ## `xor_network()`：一個神經元做不到的事 What one neuron cannot do
#
# $$\text{XOR}(x_1, x_2) = \begin{cases} 1 & x_1 \ne x_2 \\ 0 & x_1 = x_2 \end{cases}$$
#
# XOR 線性不可分：沒有一條直線能把它的 0 和 1 分開，所以一個神經元做不到。
# 請選一組 2-2-1 網路的參數，隱藏層用 ReLU，輸出層用線性，輸出 ≥ 0.5 判為 1，< 0.5 判為 0，
# 使輸入 `(0, 0)`、`(0, 1)`、`(1, 0)`、`(1, 1)` 依序得到 `0`、`1`、`1`、`0`。
#
# 回傳 `(W1, b1, W2, b2)`，形狀依序是 `(2, 2)`、`(2, 1)`、`(2, 1)`、`(1, 1)`。任何正確的參數都可以。
#
# XOR is not linearly separable: no straight line parts its 0s from its 1s, so one neuron cannot do
# it. Choose the parameters of a 2-2-1 network with a ReLU hidden layer and a linear output, where
# an output ≥ 0.5 counts as 1 and < 0.5 as 0, such that the inputs `(0, 0)`, `(0, 1)`, `(1, 0)`,
# `(1, 1)` give `0`, `1`, `1`, `0` in this order.
#
# Return `(W1, b1, W2, b2)` of shapes `(2, 2)`, `(2, 1)`, `(2, 1)`, `(1, 1)`. Any right choice
# counts.


# %%
def xor_network():
    """解出 XOR 的 2-2-1 網路參數 / Parameters of a 2-2-1 network that computes XOR.

    Returns:
        (W1, b1, W2, b2)，形狀 / shapes (2, 2), (2, 1), (2, 1), (1, 1). 隱藏層 ReLU，輸出層線性，
        閾值 0.5 / ReLU hidden layer, linear output, threshold 0.5.
    """
    raise NotImplementedError
