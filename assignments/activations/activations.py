# %% [markdown]
# # 3 激勵函數 Activation functions
#
# 沒有激勵函數，再多層的網路也只是一條直線（一個平面）；激勵函數把非線性帶進來。
# 前十一個函數逐元素計算：輸入是什麼形狀，輸出就是什麼形狀，NumPy 純量也可以。第十二個是 `softmax`，
# 它沿著類別（軸 0）計算。
#
# 例子裡寫成 `[…]` 的都是 NumPy 陣列。請不要更動引數；輸入在 ±1000 之間都要算得出正確的值（不是
# nan，也不是 inf）。
#
# Without an activation function a network of any depth is still one straight line (one plane); the
# activation brings in what is not linear. The first eleven functions work elementwise: the output
# has the shape of the input, NumPy scalars included. The twelfth, `softmax`, runs over the classes
# (axis 0).
#
# What the examples write as `[…]` is a NumPy array. Leave the arguments unchanged, and give the
# right value (not nan, not inf) for inputs up to ±1000.

# %%
import numpy as np

# %% [markdown]
# ## `linear(z)`：線性 Linear
#
# $$f(z) = z$$
#
# 輸出就是輸入，迴歸問題的輸出層用它。形狀與 `z` 相同，`z` 到 ±1000 都要正確。
#
# 例：投影片上的隱藏層用線性函數，`z = [-0.4, 4.3, -0.3]` 得到 `[-0.4, 4.3, -0.3]`。
#
# The output is the input; it is the output activation for regression. Same shape as `z`, right for
# `z` up to ±1000.
#
# Example: the hidden layer on the slides is linear, and `z = [-0.4, 4.3, -0.3]` gives
# `[-0.4, 4.3, -0.3]`.


# %%
def linear(z):
    """線性激勵函數 / Linear activation, f(z) = z.

    Args: z: 任意形狀的陣列或 NumPy 純量 / an array of any shape, or a NumPy scalar.
    Returns: 與 z 同形狀 / the same shape as z.
    """
    raise NotImplementedError


# %% [markdown]
# ## `sigmoid(z)`：Sigmoid 函數 Sigmoid
#
# $$\sigma(z) = \frac{1}{1 + e^{-z}}$$
#
# 把任何數壓到 0 與 1 之間，二元分類的輸出層用它。逐元素計算，形狀與 `z` 相同，
# `z` 到 ±1000 都要正確。
#
# 例：`z = [0, 2, -3]` 約為 `[0.5, 0.880797, 0.047426]`；`-1000` 得到 `0`，`1000` 得到 `1`。
#
# Squeezes any number into the range from 0 to 1; it is the output activation for binary
# classification. Elementwise, same shape as `z`, right for `z` up to ±1000.
#
# Example: `z = [0, 2, -3]` gives about `[0.5, 0.880797, 0.047426]`; `-1000` gives `0` and `1000`
# gives `1`.


# %%
def sigmoid(z):
    """Sigmoid 激勵函數 / Sigmoid activation, 1 / (1 + e^(-z)).

    Args: z: 任意形狀的陣列或 NumPy 純量 / an array of any shape, or a NumPy scalar.
    Returns: 與 z 同形狀，值介於 0 與 1 / the same shape as z, values from 0 to 1.
    """
    raise NotImplementedError


# %% [markdown]
# ## `tanh(z)`：雙曲正切 Hyperbolic tangent
#
# $$\tanh(z) = \frac{e^{z} - e^{-z}}{e^{z} + e^{-z}}$$
#
# 把任何數壓到 −1 與 1 之間，以 0 為中心。逐元素計算，形狀與 `z` 相同，`z` 到 ±1000 都要正確。
#
# 例：`z = [0, 1, -2]` 約為 `[0, 0.761594, -0.964028]`；`-1000` 得到 `-1`。
#
# Squeezes any number into the range from −1 to 1, centred on 0. Elementwise, same shape as `z`,
# right for `z` up to ±1000.
#
# Example: `z = [0, 1, -2]` gives about `[0, 0.761594, -0.964028]`; `-1000` gives `-1`.


# %%
def tanh(z):
    """Tanh 激勵函數 / Tanh activation, (e^z - e^(-z)) / (e^z + e^(-z)).

    Args: z: 任意形狀的陣列或 NumPy 純量 / an array of any shape, or a NumPy scalar.
    Returns: 與 z 同形狀，值介於 -1 與 1 / the same shape as z, values from -1 to 1.
    """
    raise NotImplementedError


# %% [markdown]
# ## `softsign(z)`：Softsign 函數 Softsign
#
# $$f(z) = \frac{z}{1 + |z|}$$
#
# 形狀像 tanh，也介於 −1 與 1 之間，但不需要指數。逐元素計算，形狀與 `z` 相同，
# `z` 到 ±1000 都要正確。
#
# 例：`z = [0, 1, -3]` 得到 `[0, 0.5, -0.75]`。
#
# Its curve is like that of tanh, also from −1 to 1, but needs no exponential. Elementwise, same
# shape as `z`, right for `z` up to ±1000.
#
# Example: `z = [0, 1, -3]` gives `[0, 0.5, -0.75]`.


# %%
def softsign(z):
    """Softsign 激勵函數 / Softsign activation, z / (1 + |z|).

    Args: z: 任意形狀的陣列或 NumPy 純量 / an array of any shape, or a NumPy scalar.
    Returns: 與 z 同形狀 / the same shape as z.
    """
    raise NotImplementedError


# %% [markdown]
# ## `relu(z)`：ReLU 函數 ReLU
#
# $$f(z) = \max(0, z)$$
#
# 負的變成 0，正的不變。逐元素計算，形狀與 `z` 相同，`z` 到 ±1000 都要正確。
#
# 例：投影片 Quiz 1 的 `z = [-0.6, 0.5, -1.4]` 得到 `[0, 0.5, 0]`。
#
# Negative values become 0, positive ones stay. Elementwise, same shape as `z`, right for `z` up to
# ±1000.
#
# Example: Quiz 1 on the slides, where `z = [-0.6, 0.5, -1.4]` gives `[0, 0.5, 0]`.


# %%
def relu(z):
    """ReLU 激勵函數 / ReLU activation, max(0, z).

    Args: z: 任意形狀的陣列或 NumPy 純量 / an array of any shape, or a NumPy scalar.
    Returns: 與 z 同形狀 / the same shape as z.
    """
    raise NotImplementedError


# %% [markdown]
# ## `leaky_relu(z, a=0.01)`：Leaky ReLU 函數 Leaky ReLU
#
# $$f(z) = \max(az, z)$$
#
# 正側不變；負側不是 0，而是斜率為 `a` 的直線（`a` 從 0 到 1，兩端都包含）。逐元素計算，
# 形狀與 `z` 相同，`z` 到 ±1000 都要正確。
#
# 例：`z = [-2, 3]` 得到 `[-0.02, 3]`；`a=0.5` 時得到 `[-1, 3]`。
#
# The positive side stays; the negative side is a line of slope `a` instead of 0 (`a` from 0 to 1,
# both included). Elementwise, same shape as `z`, right for `z` up to ±1000.
#
# Example: `z = [-2, 3]` gives `[-0.02, 3]`; with `a=0.5` it gives `[-1, 3]`.


# %%
def leaky_relu(z, a=0.01):
    """Leaky ReLU 激勵函數 / Leaky ReLU activation, max(a z, z).

    Args: z: 任意形狀的陣列或 NumPy 純量 / an array of any shape, or a NumPy scalar.
        a: 負側的斜率，0 到 1 / slope of the negative side, from 0 to 1.
    Returns: 與 z 同形狀 / the same shape as z.
    """
    raise NotImplementedError


# %% [markdown]
# ## `softplus(z, beta=1.0)`：Softplus 函數 Softplus
#
# $$f(z) = \frac{1}{\beta}\log\bigl(1 + e^{\beta z}\bigr)$$
#
# 圓滑的 ReLU；`beta`（大於 0）愈大，愈接近 ReLU。`log` 是自然對數。逐元素計算，形狀與 `z` 相同，
# `z` 到 ±1000 都要正確。
#
# 例：`z = 0` 約為 `0.693147`（也就是 log 2），`beta=2` 時約為 `0.346574`；`z = 1000` 得到 `1000`。
#
# A smooth ReLU; the larger `beta` (greater than 0), the closer to ReLU. `log` is the natural
# logarithm. Elementwise, same shape as `z`, right for `z` up to ±1000.
#
# Example: `z = 0` gives about `0.693147` (that is log 2), and about `0.346574` with `beta=2`;
# `z = 1000` gives `1000`.


# %%
def softplus(z, beta=1.0):
    """Softplus 激勵函數 / Softplus activation, log(1 + e^(beta z)) / beta.

    Args: z: 任意形狀的陣列或 NumPy 純量 / an array of any shape, or a NumPy scalar.
        beta: 大於 0 / greater than 0.
    Returns: 與 z 同形狀 / the same shape as z.
    """
    raise NotImplementedError


# %% [markdown]
# ## `elu(z, alpha=1.0)`：ELU 函數 ELU
#
# $$f(z) = \begin{cases} z & z \geq 0 \\ \alpha(e^{z} - 1) & z < 0 \end{cases}$$
#
# 正側是直線，負側平滑地趨近 −α（`alpha` 大於 0）。逐元素計算，形狀與 `z` 相同，
# `z` 到 ±1000 都要正確。
#
# 例：`z = [2, -1]` 約為 `[2, -0.632121]`；`alpha=0.5` 時約為 `[2, -0.316060]`。
#
# A straight line on the positive side; on the negative side it bends smoothly towards −α (`alpha`
# is greater than 0). Elementwise, same shape as `z`, right for `z` up to ±1000.
#
# Example: `z = [2, -1]` gives about `[2, -0.632121]`; with `alpha=0.5` about `[2, -0.316060]`.


# %%
def elu(z, alpha=1.0):
    """ELU 激勵函數 / ELU activation: z for z >= 0, alpha (e^z - 1) for z < 0.

    Args: z: 任意形狀的陣列或 NumPy 純量 / an array of any shape, or a NumPy scalar.
        alpha: 大於 0 / greater than 0.
    Returns: 與 z 同形狀 / the same shape as z.
    """
    raise NotImplementedError


# %% [markdown]
# ## `selu(z, lam=1.0507009873554805, alpha=1.6732632423543772)`：SELU 函數 SELU
#
# $$f(z) = \begin{cases} \lambda z & z \geq 0 \\ \lambda\alpha(e^{z} - 1) & z < 0 \end{cases}$$
#
# ELU 再乘上 λ，兩側都要乘；`lambda` 是 Python 的保留字，所以參數叫 `lam`。逐元素計算，
# 形狀與 `z` 相同，`z` 到 ±1000 都要正確。
#
# 例：`z = [1, -1]` 約為 `[1.050701, -1.111331]`。
#
# ELU times λ, on both sides; `lambda` is a Python keyword, hence the name `lam`. Elementwise, same
# shape as `z`, right for `z` up to ±1000.
#
# Example: `z = [1, -1]` gives about `[1.050701, -1.111331]`.


# %%
def selu(z, lam=1.0507009873554805, alpha=1.6732632423543772):
    """SELU 激勵函數 / SELU activation: lam z for z >= 0, lam alpha (e^z - 1) for z < 0.

    Args: z: 任意形狀的陣列或 NumPy 純量 / an array of any shape, or a NumPy scalar.
        lam: 兩側共同的倍數 λ / the factor λ of both sides.
        alpha: 負側的 α，大於 0 / the α of the negative side, greater than 0.
    Returns: 與 z 同形狀 / the same shape as z.
    """
    raise NotImplementedError


# %% [markdown]
# ## `swish(z)`：Swish 函數 Swish
#
# $$f(z) = \frac{z}{1 + e^{-z}}$$
#
# 就是 `z` 乘上 `z` 的 sigmoid。逐元素計算，形狀與 `z` 相同，`z` 到 ±1000 都要正確。
#
# 例：`z = [0, 1, -1]` 約為 `[0, 0.731059, -0.268941]`；`-1000` 得到 `0`。
#
# It is `z` times the sigmoid of `z`. Elementwise, same shape as `z`, right for `z` up to ±1000.
#
# Example: `z = [0, 1, -1]` gives about `[0, 0.731059, -0.268941]`; `-1000` gives `0`.


# %%
def swish(z):
    """Swish 激勵函數 / Swish activation, z / (1 + e^(-z)).

    Args: z: 任意形狀的陣列或 NumPy 純量 / an array of any shape, or a NumPy scalar.
    Returns: 與 z 同形狀 / the same shape as z.
    """
    raise NotImplementedError


# %% [markdown]
# ## `mish(z)`：Mish 函數 Mish
#
# $$f(z) = z \cdot \tanh(\text{softplus}(z)), \qquad \text{softplus}(z) = \log(1 + e^{z})$$
#
# 由內而外：先 softplus（`beta` 為 1），再 tanh，最後乘上 `z`。逐元素計算，形狀與 `z` 相同，
# `z` 到 ±1000 都要正確。
#
# 例：`z = [0, 1, -1]` 約為 `[0, 0.865098, -0.303401]`；`1000` 得到 `1000`。
#
# From the inside out: softplus (with `beta` 1), then tanh, then times `z`. Elementwise, same shape
# as `z`, right for `z` up to ±1000.
#
# Example: `z = [0, 1, -1]` gives about `[0, 0.865098, -0.303401]`; `1000` gives `1000`.


# %%
def mish(z):
    """Mish 激勵函數 / Mish activation, z tanh(softplus(z)).

    Args: z: 任意形狀的陣列或 NumPy 純量 / an array of any shape, or a NumPy scalar.
    Returns: 與 z 同形狀 / the same shape as z.
    """
    raise NotImplementedError


# %% [markdown]
# ## `softmax(z)`：Softmax 函數 Softmax
#
# $$\text{softmax}(z)_i = \frac{e^{z_i}}{\sum_{j=1}^{k} e^{z_j}}$$
#
# 把 k 個類別的分數換算成可以當作機率的數：每個都在 0 與 1 之間，合起來是 1。`z` 的形狀是 `(k,)`，
# 或 `(k, N)`：一筆樣本一行（column），所以加總沿著軸 0，每筆樣本各自合起來是 1。
# 結果的形狀與 `z` 相同，`z` 到 ±1000 都要正確。
#
# 例：`z = [-1, 2]` 約為 `[0.0474, 0.9526]`。同一筆樣本的每個分數都減去同一個數，結果不變。
#
# Turns the scores of k classes into numbers that can serve as probabilities: each lies between 0
# and 1, and together they make 1. `z` is `(k,)`, or `(k, N)` with one sample a column, so the sum
# runs along axis 0 and each sample makes 1 by itself. The result has the shape of `z` and is right
# for `z` up to ±1000.
#
# Example: `z = [-1, 2]` gives about `[0.0474, 0.9526]`. Subtracting one number from all the scores
# of a sample leaves the result as it is.


# %%
def softmax(z):
    """Softmax：沿著類別 (軸 0) / Softmax over the classes, which are axis 0.

    Args: z: 分數，(k,) 或 (k, N) / scores (logits), shape (k,) or (k, N).
    Returns: 與 z 同形狀，每個樣本加總為 1 / the same shape as z, each sample adds up to 1.
    """
    raise NotImplementedError
