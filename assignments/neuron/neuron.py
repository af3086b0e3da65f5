# %% [markdown]
# # 2 神經元 The neuron
#
# 神經網路由許多神經元組成，每個神經元做的事都一樣：把輸入乘上權重，加總，加上偏差，再通過激勵函數。
# 在這份作業裡你會寫出一個神經元，用閾值（threshold）把它的輸出變成類別，再替它挑選權重，
# 讓它成為 AND 與 OR。請不要更動引數。
#
# A neural network is made of many neurons, and each does the same: multiply the inputs by weights,
# add up, add a bias, and apply an activation function. Here you write one, turn its output into a
# class with a threshold, and choose weights that make it an AND and an OR. Leave the arguments
# unchanged.

# %%
import numpy as np

# %% [markdown]
# ## `weighted_sum(x, w, b)`：加權總和 Weighted sum
#
# $$z = w^{T}x + b = \sum_{i} w_i x_i + b$$
#
# 每個輸入乘上自己的權重，全部相加，最後加一次偏差，結果是一個數（float）。
# `x` 與 `w` 的形狀都是 `(n,)`，可以是陣列，也可以是 list；`b` 是一個普通的數。
#
# 例：`x = [7, 2]`、`w = [0.1, 0.2]`、`b = -1.5` 時，`z = 0.7 + 0.4 - 1.5 = -0.4`。
#
# Multiply each input by its own weight, add everything up, and add the bias once at the end; the
# result is one number (a float). `x` and `w` both have shape `(n,)` and may be arrays or lists; `b`
# is a plain number.
#
# Example: `x = [7, 2]`, `w = [0.1, 0.2]` and `b = -1.5` give `z = 0.7 + 0.4 - 1.5 = -0.4`.


# %%
def weighted_sum(x, w, b):
    """加權總和 wᵀx + b / The weighted sum wᵀx + b.

    Args:
        x: 輸入，陣列或 list / inputs, shape (n,); array or list.
        w: 權重，陣列或 list / weights, shape (n,); array or list.
        b: 偏差，一個數 / bias, a number.

    Returns:
        一個數 / float.
    """
    raise NotImplementedError


# %% [markdown]
# ## `neuron(x, w, b, f)`：神經元 Neuron
#
# $$\hat y = f(w^{T}x + b)$$
#
# 先算加權總和 `z`，再通過激勵函數 `f`，回傳一個數。`x` 與 `w` 的形狀都是 `(n,)`，
# 可以是陣列或 list；`b` 是一個數；`f` 是一個 Python 函式，例如 `np.tanh`，可以用在一個數，
# 也可以用在陣列上。
#
# 例：`x = [1, 2]`、`w = [-0.1, 0.3]`、`b = -1.1` 時 `z = -0.6`；`f` 是 ReLU 就得到 `0`，
# 是線性函數就得到 `-0.6`。
#
# Compute the weighted sum `z` first, then pass it through the activation function `f`; return one
# number. `x` and `w` both have shape `(n,)` and may be arrays or lists, `b` is a number, and `f` is
# a Python callable such as `np.tanh`, which takes a number or an array.
#
# Example: `x = [1, 2]`, `w = [-0.1, 0.3]` and `b = -1.1` give `z = -0.6`; with ReLU for `f` the
# neuron gives `0`, with the linear function `-0.6`.


# %%
def neuron(x, w, b, f):
    """一個神經元 f(wᵀx + b) / One neuron, f(wᵀx + b).

    Args:
        x: 輸入，陣列或 list / inputs, shape (n,); array or list.
        w: 權重，陣列或 list / weights, shape (n,); array or list.
        b: 偏差，一個數 / bias, a number.
        f: 激勵函數，逐元素作用 / activation function, an elementwise callable.

    Returns:
        一個數 / float.
    """
    raise NotImplementedError


# %% [markdown]
# ## `classify(y_hat, threshold=0.5)`：用閾值分類 Classify by a threshold
#
# $$\text{classify}(\hat y)=\begin{cases}0 & \hat y < \text{threshold}\\
# 1 & \hat y \ge \text{threshold}\end{cases}$$
#
# 逐元素判斷：低於閾值是 0，大於閾值是 1，剛好等於閾值也是 1。`y_hat` 可以是任何形狀，純量也可以；
# 結果的形狀與它相同。
#
# 例：預測值 `0.25` 低於預設閾值 `0.5`，類別是 `0`；`y_hat = [0.2, 0.5, 0.9]` 得到 `[0, 1, 1]`。
# 閾值改成 `0.2` 時，`0.25` 的類別是 `1`。
#
# Judge every element by itself: 0 below the threshold, 1 above it, and 1 where it is equal. `y_hat`
# may have any shape, a scalar's included; the result has the same shape.
#
# Example: the prediction `0.25` is below the default threshold `0.5`, so its class is `0`;
# `y_hat = [0.2, 0.5, 0.9]` gives `[0, 1, 1]`. With the threshold `0.2`, `0.25` is class `1`.


# %%
def classify(y_hat, threshold=0.5):
    """低於閾值是 0，大於或等於閾值是 1 / 0 below the threshold, 1 at it or above.

    Args:
        y_hat: 預測值，任何形狀 / predictions, any shape, scalars included.
        threshold: 閾值，一個數 / the threshold, a number.

    Returns:
        0 與 1，形狀與 y_hat 相同 / zeros and ones in the shape of y_hat.
    """
    raise NotImplementedError


# %% [markdown]
# ## `and_gate()`：AND 閘 AND gate
#
# $$w_0x_0 + w_1x_1 + b \ge 0 \iff x_0 = x_1 = 1$$
#
# 為一個有兩個輸入的神經元挑選權重與偏差，使 `classify(weighted_sum(x, w, b), 0)` 就是 AND：
# 輸入 `(0, 0)`、`(0, 1)`、`(1, 0)`、`(1, 1)` 依序得到 `0`、`0`、`0`、`1`。
#
# 回傳 `(w, b)`：`w` 的形狀是 `(2,)`，`b` 是一個數。請注意這裡的閾值是 0，
# 而總和剛好是 0 時類別為 1。符合真值表的答案很多，任何一組都對。
#
# Choose weights and a bias for a neuron with two inputs so that
# `classify(weighted_sum(x, w, b), 0)` is AND: the inputs `(0, 0)`, `(0, 1)`, `(1, 0)`, `(1, 1)`
# give `0`, `0`, `0`, `1` in this order.
#
# Return `(w, b)`, with `w` of shape `(2,)` and `b` a number. Mind that the threshold is 0 here, and
# that a sum of exactly 0 is class 1. Many answers fit the truth table; any of them is right.


# %%
def and_gate():
    """AND 閘的權重與偏差 / Weights and bias of an AND gate.

    Returns:
        (w, b)：`w` 權重 / weights, shape (2,); `b` 偏差，一個數 / bias, a number.
    """
    raise NotImplementedError


# %% [markdown]
# ## `or_gate()`：OR 閘 OR gate
#
# $$w_0x_0 + w_1x_1 + b \ge 0 \iff x_0 = 1 \text{ or } x_1 = 1$$
#
# 同樣的神經元，這次使 `classify(weighted_sum(x, w, b), 0)` 成為 OR：輸入 `(0, 0)`、`(0, 1)`、
# `(1, 0)`、`(1, 1)` 依序得到 `0`、`1`、`1`、`1`。
#
# 回傳 `(w, b)`：`w` 的形狀是 `(2,)`，`b` 是一個數。閾值同樣是 0，總和剛好是 0 時類別為 1；
# 任何一組正確的答案都可以。
#
# The same neuron; this time `classify(weighted_sum(x, w, b), 0)` is to be OR: the inputs `(0, 0)`,
# `(0, 1)`, `(1, 0)`, `(1, 1)` give `0`, `1`, `1`, `1` in this order.
#
# Return `(w, b)`, with `w` of shape `(2,)` and `b` a number. The threshold is 0 again, and a sum of
# exactly 0 is class 1; any right pair counts.


# %%
def or_gate():
    """OR 閘的權重與偏差 / Weights and bias of an OR gate.

    Returns:
        (w, b)：`w` 權重 / weights, shape (2,); `b` 偏差，一個數 / bias, a number.
    """
    raise NotImplementedError
