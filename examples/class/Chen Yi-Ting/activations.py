# %% [markdown]
# # 3 激勵函數 Activation functions
# 沒有激勵函數，再多層的網路也只是一條直線 (一個平面)；激勵函數把非線性帶進來。
# 以下十一個函數逐元素作用：輸入是什麼形狀，輸出就是什麼形狀，NumPy 純量也可以。
# 第十二個是 `softmax`，它沿著類別 (軸 0) 計算。
# 參數 (argument) 不可被更改；輸入在 ±1000 之間都要算得出正確的值 (不是 nan，也不是 inf)。
#
# Without an activation function a network of any depth is still one straight line (one plane);
# the activation brings in what is not linear. The first eleven functions below work elementwise:
# the output has the shape of the input, NumPy scalars included. The twelfth, `softmax`, runs over
# the classes (axis 0). Leave the arguments unchanged, and give the right value (not nan, not inf)
# for inputs up to ±1000.

# %%
import numpy as np

# %% [markdown]
# ## `linear(z)`: 線性 Linear
# $$f(z) = z$$
# 輸出等於輸入。例：投影片上的隱藏層全用 Linear，`linear([-0.4, 4.3, -0.3])` 就是
# `[-0.4, 4.3, -0.3]`。迴歸問題的輸出層用它。
#
# The output is the input. The hidden layer on the slides is all linear:
# `linear([-0.4, 4.3, -0.3])` is `[-0.4, 4.3, -0.3]`. It is the output activation for regression.


# %%
def linear(z):
    """線性激勵函數 / Linear activation, f(z) = z.

    Args: z: 任意形狀的陣列或 NumPy 純量 / an array of any shape, or a NumPy scalar.
    Returns: 與 z 同形狀 / the same shape as z.
    """
    return z


# %% [markdown]
# ## `sigmoid(z)`: Sigmoid
# $$\sigma(z) = \frac{1}{1 + e^{-z}}$$
# 把任何數壓到 0 與 1 之間。例：`sigmoid(0) = 0.5`，`sigmoid(2) ≈ 0.880797`，
# `sigmoid(-1000)` 是 0，`sigmoid(1000)` 是 1。
#
# Squeezes any number into the range from 0 to 1. For example `sigmoid(0) = 0.5`,
# `sigmoid(2) ≈ 0.880797`, `sigmoid(-1000)` is 0 and `sigmoid(1000)` is 1.


# %%
def sigmoid(z):
    """Sigmoid 激勵函數 / Sigmoid activation, 1 / (1 + e^(-z)).

    Args: z: 任意形狀的陣列或 NumPy 純量 / an array of any shape, or a NumPy scalar.
    Returns: 與 z 同形狀，值介於 0 與 1 / the same shape as z, values from 0 to 1.
    """
    return 0.5 * (1 + np.tanh(z / 2))


# %% [markdown]
# ## `tanh(z)`: 雙曲正切 Hyperbolic tangent
# $$\tanh(z) = \frac{e^{z} - e^{-z}}{e^{z} + e^{-z}}$$
# 壓到 −1 與 1 之間，以 0 為中心。例：`tanh(0) = 0`，`tanh(1) ≈ 0.761594`，
# `tanh(-1000)` 是 −1。
#
# Squeezes into the range from −1 to 1, centred on 0. For example `tanh(0) = 0`,
# `tanh(1) ≈ 0.761594`, and `tanh(-1000)` is −1.


# %%
def tanh(z):
    """Tanh 激勵函數 / Tanh activation, (e^z - e^(-z)) / (e^z + e^(-z)).

    Args: z: 任意形狀的陣列或 NumPy 純量 / an array of any shape, or a NumPy scalar.
    Returns: 與 z 同形狀，值介於 -1 與 1 / the same shape as z, values from -1 to 1.
    """
    return np.tanh(z)


# %% [markdown]
# ## `softsign(z)`: Softsign
# $$f(z) = \frac{z}{1 + |z|}$$
# 形狀像 tanh，但不需要指數。例：`softsign(1) = 0.5`，`softsign(-3) = -0.75`。
#
# Shaped like tanh, without an exponential. For example `softsign(1) = 0.5`,
# `softsign(-3) = -0.75`.


# %%
def softsign(z):
    """Softsign 激勵函數 / Softsign activation, z / (1 + |z|).

    Args: z: 任意形狀的陣列或 NumPy 純量 / an array of any shape, or a NumPy scalar.
    Returns: 與 z 同形狀 / the same shape as z.
    """
    return z / (1 + np.abs(z))


# %% [markdown]
# ## `relu(z)`: ReLU
# $$f(z) = \max(0, z)$$
# 負的變 0，正的不變。例：投影片 Quiz 1，`relu([-0.6, 0.5, -1.4]) = [0, 0.5, 0]`。
#
# Negative values become 0, positive ones stay. For example Quiz 1 on the slides:
# `relu([-0.6, 0.5, -1.4]) = [0, 0.5, 0]`.


# %%
def relu(z):
    """ReLU 激勵函數 / ReLU activation, max(0, z).

    Args: z: 任意形狀的陣列或 NumPy 純量 / an array of any shape, or a NumPy scalar.
    Returns: 與 z 同形狀 / the same shape as z.
    """
    return np.maximum(0, z)


# %% [markdown]
# ## `leaky_relu(z, a=0.01)`: Leaky ReLU
# $$f(z) = \max(az, z)$$
# 負的那一側不是 0，而是斜率 `a` 的直線 (`a` 在 0 與 1 之間，包含 0 與 1)。
# 例：`leaky_relu(-2) = -0.02`，`leaky_relu(-2, a=0.5) = -1`，`leaky_relu(3) = 3`。
#
# The negative side is a line of slope `a` instead of 0 (`a` from 0 to 1, both included).
# For example `leaky_relu(-2) = -0.02`, `leaky_relu(-2, a=0.5) = -1`, `leaky_relu(3) = 3`.


# %%
def leaky_relu(z, a=0.01):
    """Leaky ReLU 激勵函數 / Leaky ReLU activation, max(a z, z).

    Args: z: 任意形狀的陣列或 NumPy 純量 / an array of any shape, or a NumPy scalar.
        a: 負側的斜率，0 到 1 / slope of the negative side, from 0 to 1.
    Returns: 與 z 同形狀 / the same shape as z.
    """
    return np.where(z > 0, z, a * z)


# %% [markdown]
# ## `softplus(z, beta=1.0)`: Softplus
# $$f(z) = \frac{1}{\beta}\log\bigl(1 + e^{\beta z}\bigr)$$
# 圓滑的 ReLU；`beta` 愈大愈接近 ReLU，`log` 是自然對數。
# 例：`softplus(0) ≈ 0.693147` (log 2)，`softplus(0, beta=2) ≈ 0.346574`，
# `softplus(1000)` 是 1000。
#
# A smooth ReLU; the larger `beta`, the closer to ReLU. `log` is the natural logarithm.
# For example `softplus(0) ≈ 0.693147` (log 2), `softplus(0, beta=2) ≈ 0.346574`, and
# `softplus(1000)` is 1000.


# %%
def softplus(z, beta=1.0):
    """Softplus 激勵函數 / Softplus activation, log(1 + e^(beta z)) / beta.

    Args: z: 任意形狀的陣列或 NumPy 純量 / an array of any shape, or a NumPy scalar.
        beta: 大於 0 / greater than 0.
    Returns: 與 z 同形狀 / the same shape as z.
    """
    return np.log(1 + np.exp(beta * z)) / beta


# %% [markdown]
# ## `elu(z, alpha=1.0)`: ELU
# $$f(z) = \begin{cases} z & z \geq 0 \\ \alpha(e^{z} - 1) & z < 0 \end{cases}$$
# 正側是直線，負側平滑地趨近 −α。例：`elu(2) = 2`，`elu(-1) ≈ -0.632121`，
# `elu(-1, alpha=0.5) ≈ -0.316060`。
#
# A straight line above 0; below 0 it bends smoothly towards −α. For example `elu(2) = 2`,
# `elu(-1) ≈ -0.632121`, `elu(-1, alpha=0.5) ≈ -0.316060`.


# %%
def elu(z, alpha=1.0):
    """ELU 激勵函數 / ELU activation: z for z >= 0, alpha (e^z - 1) for z < 0.

    Args: z: 任意形狀的陣列或 NumPy 純量 / an array of any shape, or a NumPy scalar.
        alpha: 大於 0 / greater than 0.
    Returns: 與 z 同形狀 / the same shape as z.
    """
    return np.where(z > 0, z, alpha * (np.exp(z) - 1))


# %% [markdown]
# ## `selu(z, lam=1.0507009873554805, alpha=1.6732632423543772)`: SELU
# $$f(z) = \begin{cases} \lambda z & z \geq 0 \\ \lambda\alpha(e^{z} - 1) & z < 0 \end{cases}$$
# ELU 再乘上 λ，兩側都要乘。(`lambda` 是 Python 的保留字，所以參數叫 `lam`。)
# 例：`selu(1) ≈ 1.050701`，`selu(-1) ≈ -1.111331`。
#
# ELU times λ, on both sides. (`lambda` is a Python keyword, hence the name `lam`.)
# For example `selu(1) ≈ 1.050701`, `selu(-1) ≈ -1.111331`.


# %%
def selu(z, lam=1.0507009873554805, alpha=1.6732632423543772):
    """SELU 激勵函數 / SELU activation: lam z for z >= 0, lam alpha (e^z - 1) for z < 0.

    Args: z: 任意形狀的陣列或 NumPy 純量 / an array of any shape, or a NumPy scalar.
        lam: 兩側共同的倍數 λ / the factor λ of both sides.
        alpha: 負側的 α，大於 0 / the α of the negative side, greater than 0.
    Returns: 與 z 同形狀 / the same shape as z.
    """
    return np.where(z > 0, lam * z, alpha * (np.exp(z) - 1))


# %% [markdown]
# ## `swish(z)`: Swish
# $$f(z) = \frac{z}{1 + e^{-z}}$$
# 就是 `z` 乘上 sigmoid。例：`swish(0) = 0`，`swish(1) ≈ 0.731059`，
# `swish(-1) ≈ -0.268941`。
#
# It is `z` times its sigmoid. For example `swish(0) = 0`, `swish(1) ≈ 0.731059`,
# `swish(-1) ≈ -0.268941`.


# %%
def swish(z):
    """Swish 激勵函數 / Swish activation, z / (1 + e^(-z)).

    Args: z: 任意形狀的陣列或 NumPy 純量 / an array of any shape, or a NumPy scalar.
    Returns: 與 z 同形狀 / the same shape as z.
    """
    return z * sigmoid(z)


# %% [markdown]
# ## `mish(z)`: Mish
# $$f(z) = z \cdot \tanh(\text{softplus}(z)), \qquad \text{softplus}(z) = \log(1 + e^{z})$$
# 由內而外：先 softplus，再 tanh，最後乘上 `z`。例：`mish(0) = 0`，`mish(1) ≈ 0.865098`，
# `mish(-1) ≈ -0.303401`。
#
# From the inside out: softplus, then tanh, then times `z`. For example `mish(0) = 0`,
# `mish(1) ≈ 0.865098`, `mish(-1) ≈ -0.303401`.


# %%
def mish(z):
    """Mish 激勵函數 / Mish activation, z tanh(softplus(z)).

    Args: z: 任意形狀的陣列或 NumPy 純量 / an array of any shape, or a NumPy scalar.
    Returns: 與 z 同形狀 / the same shape as z.
    """
    return z * np.tanh(np.logaddexp(0, z))


# %% [markdown]
# ## `softmax(z)`: Softmax
# $$\text{softmax}(z)_i = \frac{e^{z_i}}{\sum_{j=1}^{k} e^{z_j}}$$
# 把 k 個類別的分數變成類似機率的數值：介於 0 與 1，加總為 1。
# `z` 是 `(k,)`，或 `(k, N)`：一個樣本一行 (column)，所以加總沿著軸 0，每個樣本各自加總為 1。
# 例：`softmax([-1, 2]) = [0.0474, 0.9526]`。每個分數同減一個數，結果不變。
#
# Turns the scores of k classes into values like probabilities: from 0 to 1, and adding up to 1.
# `z` is `(k,)`, or `(k, N)` with one sample a column: the sum runs along axis 0, and each sample
# adds up to 1 by itself. For example `softmax([-1, 2]) = [0.0474, 0.9526]`. Subtracting one
# number from all the scores of a sample leaves the result as it is.


# %%
def softmax(z):
    """Softmax：沿著類別 (軸 0) / Softmax over the classes, which are axis 0.

    Args: z: 分數，(k,) 或 (k, N) / scores (logits), shape (k,) or (k, N).
    Returns: 與 z 同形狀，每個樣本加總為 1 / the same shape as z, each sample adds up to 1.
    """
    z = z - z.max(axis=0)
    return np.exp(z) / np.exp(z).sum(axis=0)
