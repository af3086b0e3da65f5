# %% [markdown]
# # 4 前向傳播 Forward propagation
# 一筆樣本是 `X` 的一欄 (column)：`X` 的形狀是 `(n_in, N)`，`W` 是 `(n_in, n_out)`，
# `b` 是 `(n_out, 1)`。一層算的是 `f(WᵀX + b)`，把前一層的輸出當作下一層的輸入，就是前向傳播。
# 激勵函數 `f` 是可以作用在整個陣列上的 Python 函數。
#
# One sample is one column of `X`: `X` has shape `(n_in, N)`, `W` `(n_in, n_out)`,
# `b` `(n_out, 1)`. A layer computes `f(WᵀX + b)`; feeding each layer's output to the next is
# forward propagation. An activation `f` is a Python callable that works on whole arrays.

# %%
import numpy as np

# %% [markdown]
# ## `layer_forward(X, W, b, f)`: 一層 One layer
# $$A = f(W^\top X + b)$$
# 先轉置 `W`，乘上 `X`，加上偏差 `b`，最後才經過激勵函數。輸出的形狀是 `(n_out, N)`。
#
# 投影片的例子：`X = [7, 2]ᵀ`、線性激勵函數，隱藏層輸出是 `[-0.4, 4.3, -0.3]ᵀ`。
# Quiz 1：`X = [1, 2]ᵀ`、`W₁ᵀ = [[-0.1, 0.3], [0.2, 0.1], [-0.9, -0.4]]`、
# `b₁ = [-1.1, 0.1, 0.3]ᵀ`、ReLU，答案是 `[0, 0.5, 0]ᵀ`。
#
# Transpose `W`, multiply by `X`, add the bias `b`, and only then apply the activation. The
# result has shape `(n_out, N)`.
#
# The slides: with `X = [7, 2]ᵀ` and the linear activation the hidden layer gives
# `[-0.4, 4.3, -0.3]ᵀ`; Quiz 1 with ReLU gives `[0, 0.5, 0]ᵀ`.


# %%
def layer_forward(X, W, b, f):
    A = f(np.dot(W.T, X)) + b
    return A


# %% [markdown]
# ## `mlp_forward(X, W1, b1, W2, b2, f1, f2)`: 兩層的 MLP A two-layer MLP
# $$\hat{y} = f_2\bigl(W_2^\top f_1(W_1^\top X + b_1) + b_2\bigr)$$
# 隱藏層用 `W1, b1, f1`，輸出層用 `W2, b2, f2`。輸出的形狀是 `(n_out, N)`。
#
# 投影片的 2-3-1 網路，全部線性：`X = [7, 2]ᵀ` 得到 `1.19`。
# Quiz 2：接著 Quiz 1 的 `[0, 0.5, 0]ᵀ`，`W₂ = [0.2, 0.3, 0.4]ᵀ`、`b₂ = 0.1`、線性，得到 `0.25`。
#
# The hidden layer uses `W1, b1, f1`, the output layer `W2, b2, f2`. The result has shape
# `(n_out, N)`.
#
# The slides' 2-3-1 network, all linear: `X = [7, 2]ᵀ` gives `1.19`. Quiz 2 goes on from
# Quiz 1's `[0, 0.5, 0]ᵀ` with a linear output and gives `0.25`.


# %%
def mlp_forward(X, W1, b1, W2, b2, f1, f2):
    h = f1(np.dot(W1.T, X) + b1)
    y = f1(np.dot(W2.T, h) + b2)
    return y


# %% [markdown]
# ## `deep_forward(X, layers)`: 任意深度 Any depth
# $$A_0 = X,\qquad A_\ell = f_\ell(W_\ell^\top A_{\ell-1} + b_\ell)$$
# `layers` 是由 `(W, b, f)` 組成的串列，依序從第一層排到最後一層，幾層都可以；
# 空串列直接回傳 `X`。請不要改動 `layers`。
#
# 把投影片的 2-3-1 網路寫成 `[(W1, b1, f1), (W2, b2, f2)]`，答案一樣是 `1.19`。
#
# `layers` is a list of `(W, b, f)`, first layer first, any number of them; an empty list
# returns `X`. Leave `layers` as it is.
#
# The slides' 2-3-1 network written as `[(W1, b1, f1), (W2, b2, f2)]` gives `1.19` again.


# %%
def deep_forward(X, layers):
    for layer in layers:
        W, b, f = layer
        X = f(np.dot(W.T, X))
    return X


# %% [markdown]
# ## `predict_class(Y_hat)`: 預測類別 Predicted class
# $$c_i = \arg\max_{c}\ \hat{y}_{c,i}$$
# `Y_hat` 的形狀是 `(k, N)`：一列 (row) 一個類別，一欄一筆樣本。
# 回傳每筆樣本數值最大的類別索引，形狀 `(N,)`，整數型別；同分時取索引最小的。
#
# 投影片交叉熵例題的三筆輸出 `(0.3, 0.6, 0.1)`、`(0.8, 0.1, 0.1)`、`(0.2, 0.3, 0.5)`，
# 預測類別是 `[1, 0, 2]`。
#
# `Y_hat` has shape `(k, N)`: one class a row, one sample a column. Return for each sample the
# index of its largest value, shape `(N,)`, integer dtype; ties go to the lowest index.
#
# The three outputs of the slides' cross-entropy table give the classes `[1, 0, 2]`.


# %%
def predict_class(Y_hat):
    return np.argmax(Y_hat, axis=1)


# %% [markdown]
# ## `xor_network()`: 一個神經元做不到的事 What one neuron cannot do
# $$\text{XOR}(x_1, x_2) = \begin{cases} 1 & x_1 \ne x_2 \\ 0 & x_1 = x_2 \end{cases}$$
# XOR 線性不可分：沒有一條直線能把它的 0 和 1 分開。請自己選一組 2-2-1 網路的參數，
# 隱藏層用 ReLU、輸出層用線性，輸出 `≥ 0.5` 判為 1、`< 0.5` 判為 0，
# 使得 `(0,0), (0,1), (1,0), (1,1)` 的結果是 `0, 1, 1, 0`。任何正確的參數都可以。
#
# XOR is not linearly separable: no straight line parts its 0s from its 1s. Choose the
# parameters of a 2-2-1 network with a ReLU hidden layer and a linear output, where an output
# `≥ 0.5` counts as 1 and `< 0.5` as 0, such that `(0,0), (0,1), (1,0), (1,1)` give
# `0, 1, 1, 0`. Any right choice counts.


# %%
def xor_network():
    W1 = np.array([[1.0, 0.0],
                   [0.0, 1.0]])
    b1 = np.array([[0.0], [0.0]])
    W2 = np.array([[1.0], [1.0]])
    b2 = np.array([[0.0]])
    return W1, b1, W2, b2
