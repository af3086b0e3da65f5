# %% [markdown]
# # 2 神經元 The neuron
#
# 神經元是神經網路的最小運算單位：把輸入乘上權重、加總、加上偏差，再通過激勵函數。
# 在這份作業裡你會寫出一個神經元，用閾值（threshold）把它的輸出變成類別，
# 再替它挑選權重，讓它成為 AND 與 OR。
#
# The neuron is the smallest unit of a neural network: multiply the inputs by weights, add up, add
# a bias, and apply an activation function. Here you write one, turn its output into a class with
# a threshold, and choose weights that make it an AND and an OR.

# %%
import numpy as np

# %% [markdown]
# ## `weighted_sum(x, w, b)`：加權總和 Weighted sum
#
# 每個輸入乘上自己的權重，全部相加，最後加一次偏差，結果是一個數：
#
# $$z = w^{T}x + b = \sum_{i} w_i x_i + b$$
#
# 例：$x=[7,\ 2]$、$w=[0.1,\ 0.2]$、$b=-1.5$ 時，$z = 0.7+0.4-1.5 = -0.4$。
# `x`、`w` 可能是陣列，也可能是 list；`b` 是一個普通的數。
#
# Multiply each input by its weight, add up, and add the bias once; the result is one number. The
# example above gives `-0.4`. `x` and `w` are arrays or lists, `b` is a plain number.


# %%
def weighted_sum(x, w, b):
    """加權總和 wᵀx + b / The weighted sum wᵀx + b.

    Args:
        x: 輸入 / inputs, shape (n,); array or list.
        w: 權重 / weights, shape (n,); array or list.
        b: 偏差 / bias, a number.

    Returns:
        float.
    """
    x = np.array(x)
    w = np.array(w)
    return np.sum(x * w + b)


# %% [markdown]
# ## `neuron(x, w, b, f)`：神經元 Neuron
#
# 加權總和再通過激勵函數 $f$：
#
# $$\hat y = f(w^{T}x + b)$$
#
# `f` 是一個函式，例如 `np.tanh`；它可以用在一個數，也可以用在陣列上。
# 例：$x=[1,\ 2]$、$w=[-0.1,\ 0.3]$、$b=-1.1$ 時 $z=-0.6$，所以 ReLU 給 $0$，線性函數給 $-0.6$。
#
# The weighted sum, passed through the activation function $f$. `f` is a function such as
# `np.tanh`, which takes a number or an array. In the example above $z=-0.6$, so ReLU gives $0$
# and the linear function $-0.6$.


# %%
def neuron(x, w, b, f):
    """一個神經元 f(wᵀx + b) / One neuron, f(wᵀx + b).

    Args:
        x: 輸入 / inputs, shape (n,); array or list.
        w: 權重 / weights, shape (n,); array or list.
        b: 偏差 / bias, a number.
        f: 激勵函數 / activation function, a callable.

    Returns:
        float.
    """
    x = np.array(x)
    w = np.array(w)
    y = np.dot(w, x) + b
    return y


# %% [markdown]
# ## `classify(y_hat, threshold=0.5)`：用閾值分類 Classify by a threshold
#
# 逐元素判斷，形狀與 `y_hat` 相同：
#
# $$\text{classify}(\hat y)=\begin{cases}0 & \hat y < \text{threshold}\\
# 1 & \hat y \ge \text{threshold}\end{cases}$$
#
# 剛好等於閾值時是 $1$。例：$\hat y = 0.25$ 在預設閾值 $0.5$ 之下，類別是 $0$；
# `classify(np.array([0.2, 0.5, 0.9]))` 是 `[0, 1, 1]`。`y_hat` 可以是任何形狀，純量也可以。
#
# Element by element, in the shape of `y_hat`; a value equal to the threshold is class $1$. With
# the default threshold $\hat y = 0.25$ is class $0$, and `[0.2, 0.5, 0.9]` gives `[0, 1, 1]`.
# `y_hat` may have any shape, a scalar's included.


# %%
def classify(y_hat, threshold=0.5):
    """低於閾值是 0，大於或等於閾值是 1 / 0 below the threshold, 1 at it or above.

    Args:
        y_hat: 預測值 / predictions, any shape.
        threshold: 閾值 / the threshold, a number.

    Returns:
        0 與 1，形狀與 y_hat 相同 / zeros and ones in the shape of y_hat.
    """
    # 大於 threshold 就是 1
    return np.where(np.array(y_hat) > threshold, 1, 0)


# %% [markdown]
# ## `and_gate()`：AND 閘 AND gate
#
# 為一個有兩個輸入的神經元挑選權重與偏差，使 `classify(weighted_sum(x, w, b), 0)` 就是 AND：
#
# | $x_0$ | $x_1$ | AND |
# |---|---|---|
# | 0 | 0 | 0 |
# | 0 | 1 | 0 |
# | 1 | 0 | 0 |
# | 1 | 1 | 1 |
#
# 請注意這裡的閾值是 $0$，而剛好等於 $0$ 算 $1$。符合真值表的答案很多，任何一組都對。
#
# Choose weights and a bias for a neuron of two inputs so that
# `classify(weighted_sum(x, w, b), 0)` is AND. Mind that the threshold is $0$ here, and that
# exactly $0$ counts as $1$. Many answers fit the truth table; any of them is right.


# %%
def and_gate():
    """AND 閘的權重與偏差 / Weights and bias of an AND gate.

    Returns:
        (w, b): `w` shape (2,), `b` 一個數 / a number.
    """
    w = np.array([1, 1])
    b = -1.5
    return (w, b)


# %% [markdown]
# ## `or_gate()`：OR 閘 OR gate
#
# 同樣的神經元，這次使 `classify(weighted_sum(x, w, b), 0)` 成為 OR：
#
# | $x_0$ | $x_1$ | OR |
# |---|---|---|
# | 0 | 0 | 0 |
# | 0 | 1 | 1 |
# | 1 | 0 | 1 |
# | 1 | 1 | 1 |
#
# The same neuron; this time `classify(weighted_sum(x, w, b), 0)` is to be OR. Again any right
# pair counts.


# %%
def or_gate():
    """OR 閘的權重與偏差 / Weights and bias of an OR gate.

    Returns:
        (w, b): `w` shape (2,), `b` 一個數 / a number.
    """
    w = np.array([1, 1])
    b = 0.5
    return (w, b)
