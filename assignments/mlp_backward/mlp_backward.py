# %% [markdown]
# # 6 反向傳播 Backpropagation
#
# 前向傳播得到預測值，損失函數算出誤差；接著反向傳播用連鎖律把誤差一層一層往回傳，
# 求出每個權重與偏差的梯度。這份作業從激勵函數的導數開始，接著是一層，再來是整個網路，
# 最後用數值微分檢查答案。一筆樣本是一行（column，也稱「欄」）：`X` 的形狀是 `(n_in, N)`。
# 例子裡寫成 `[…]` 的都是 NumPy 陣列。請不要更動引數。
#
# The forward pass gives the predictions and the loss their error; backpropagation then carries the
# error back layer by layer with the chain rule and gives the gradient of every weight and bias. You
# start with the derivatives of the activations, go on to one layer, then the whole network, and end
# with a numerical check. One sample is one column: `X` has shape `(n_in, N)`. What the examples
# write as `[…]` is a NumPy array. Leave the arguments unchanged.

# %%
import numpy as np

# %% [markdown]
# ## `d_linear(z)`：線性函數的導數 Derivative of the linear activation
#
# $$f(z) = z,\qquad f'(z) = 1$$
#
# 直線的斜率處處相同：每個位置都是 1，形狀與 `z` 相同，`z` 到 ±1000 都要正確。
#
# 例：`z = [-2, 0, 3]` 得到 `[1, 1, 1]`。
#
# A straight line has the same slope everywhere: 1 in every place, same shape as `z`, right for `z`
# up to ±1000.
#
# Example: `z = [-2, 0, 3]` gives `[1, 1, 1]`.


# %%
def d_linear(z):
    """線性函數在 z 的導數，逐元素 / Derivative of the linear activation at z, elementwise.

    Args: z: 激勵前的值，陣列 / pre-activation, array.
    Returns: 與 z 同形狀 / the shape of z.
    """
    raise NotImplementedError


# %% [markdown]
# ## `d_sigmoid(z)`：Sigmoid 的導數 Derivative of the sigmoid
#
# $$\sigma(z) = \frac{1}{1+e^{-z}},\qquad \sigma'(z) = \sigma(z)\bigl(1-\sigma(z)\bigr)$$
#
# `z` 是激勵之前的值，不是 sigmoid 的輸出。逐元素計算，形狀與 `z` 相同，`z` 到 ±1000 都要正確。
#
# 例：`z = [0, 2]` 約為 `[0.25, 0.104994]`；`1000` 與 `-1000` 都得到 `0`。
#
# `z` is the value before the activation, not the sigmoid's output. Elementwise, same shape as `z`,
# right for `z` up to ±1000.
#
# Example: `z = [0, 2]` gives about `[0.25, 0.104994]`; `1000` and `-1000` both give `0`.


# %%
def d_sigmoid(z):
    """Sigmoid 在 z 的導數，逐元素 / Derivative of the sigmoid at z, elementwise.

    Args: z: 激勵前的值，陣列 / pre-activation, array.
    Returns: 與 z 同形狀 / the shape of z.
    """
    raise NotImplementedError


# %% [markdown]
# ## `d_tanh(z)`：tanh 的導數 Derivative of tanh
#
# $$\tanh'(z) = 1 - \tanh^2(z)$$
#
# `z` 是激勵之前的值，不是 tanh 的輸出。逐元素計算，形狀與 `z` 相同，`z` 到 ±1000 都要正確。
#
# 例：`z = [0, 1]` 約為 `[1, 0.419974]`；`1000` 與 `-1000` 都得到 `0`。
#
# `z` is the value before the activation, not the output of tanh. Elementwise, same shape as `z`,
# right for `z` up to ±1000.
#
# Example: `z = [0, 1]` gives about `[1, 0.419974]`; `1000` and `-1000` both give `0`.


# %%
def d_tanh(z):
    """Tanh 在 z 的導數，逐元素 / Derivative of tanh at z, elementwise.

    Args: z: 激勵前的值，陣列 / pre-activation, array.
    Returns: 與 z 同形狀 / the shape of z.
    """
    raise NotImplementedError


# %% [markdown]
# ## `d_relu(z)`：ReLU 的導數 Derivative of ReLU
#
# $$\mathrm{ReLU}'(z) = \begin{cases}1 & z > 0\\ 0 & z \le 0\end{cases}$$
#
# 正側的斜率是 1，負側是 0；在 0 的地方沒有唯一的斜率，這裡約定為 0。逐元素計算，形狀與 `z` 相同，
# `z` 到 ±1000 都要正確。
#
# 例：Quiz 1 的 `z = [-0.6, 0.5, -1.4]` 得到 `[0, 1, 0]`；`z = 0` 得到 `0`。
#
# The slope is 1 on the positive side and 0 on the negative one; at 0 there is no single slope, and
# we agree on 0. Elementwise, same shape as `z`, right for `z` up to ±1000.
#
# Example: Quiz 1's `z = [-0.6, 0.5, -1.4]` gives `[0, 1, 0]`; `z = 0` gives `0`.


# %%
def d_relu(z):
    """ReLU 在 z 的導數，在 0 為 0 / Derivative of ReLU at z, 0 at 0; elementwise.

    Args: z: 激勵前的值，陣列 / pre-activation, array.
    Returns: 與 z 同形狀 / the shape of z.
    """
    raise NotImplementedError


# %% [markdown]
# ## `d_leaky_relu(z, a=0.01)`：Leaky ReLU 的導數 Derivative of leaky ReLU
#
# $$f(z) = \max(az, z),\qquad f'(z) = \begin{cases}1 & z > 0\\ a & z \le 0\end{cases}$$
#
# 正側的斜率是 1，負側是 `a`；在 0 的地方約定為 `a`。逐元素計算，形狀與 `z` 相同，
# `z` 到 ±1000 都要正確。
#
# 例：`z = [-2, 0, 3]` 得到 `[0.01, 0.01, 1]`；`a=0.2` 時得到 `[0.2, 0.2, 1]`。
#
# The slope is 1 on the positive side and `a` on the negative one; at 0 we agree on `a`.
# Elementwise, same shape as `z`, right for `z` up to ±1000.
#
# Example: `z = [-2, 0, 3]` gives `[0.01, 0.01, 1]`; with `a=0.2` it gives `[0.2, 0.2, 1]`.


# %%
def d_leaky_relu(z, a=0.01):
    """Leaky ReLU 在 z 的導數，在 0 為 a / Derivative of leaky ReLU at z, a at 0; elementwise.

    Args: z: 激勵前的值，陣列 / pre-activation, array. a: 負側斜率 / slope below 0, in [0, 1].
    Returns: 與 z 同形狀 / the shape of z.
    """
    raise NotImplementedError


# %% [markdown]
# ## `d_softplus(z, beta=1.0)`：Softplus 的導數 Derivative of softplus
#
# $$f(z) = \frac{1}{\beta}\log\bigl(1+e^{\beta z}\bigr),\qquad f'(z) = \frac{1}{1+e^{-\beta z}}$$
#
# 從 0 平滑地升到 1；`beta`（大於 0）愈大，升得愈陡。逐元素計算，形狀與 `z` 相同，
# `z` 到 ±1000 都要正確。
#
# 例：`z = [0, 1]` 約為 `[0.5, 0.731059]`；`beta=2` 時約為 `[0.5, 0.880797]`。
#
# It rises smoothly from 0 to 1; the larger `beta` (greater than 0), the steeper. Elementwise, same
# shape as `z`, right for `z` up to ±1000.
#
# Example: `z = [0, 1]` gives about `[0.5, 0.731059]`; with `beta=2` about `[0.5, 0.880797]`.


# %%
def d_softplus(z, beta=1.0):
    """Softplus 在 z 的導數，逐元素 / Derivative of softplus at z, elementwise.

    Args: z: 激勵前的值，陣列 / pre-activation, array. beta: 大於 0 / greater than 0.
    Returns: 與 z 同形狀 / the shape of z.
    """
    raise NotImplementedError


# %% [markdown]
# ## `layer_backward(dA, Z, X, W, d_f)`：一層的反向傳播 Backward pass of one layer
#
# $$Z = W^TX + b,\quad A = f(Z),\quad dZ = dA \odot f'(Z)$$
#
# $$dX = W\,dZ,\quad dW = X\,dZ^T,\quad db = \sum_{i=1}^{N} dZ_{:,i}$$
#
# `dA` 是損失對這一層輸出 `A` 的梯度，形狀 `(n_out, N)`；`Z` 是激勵之前的值，`X` 是這一層的輸入，
# `d_f` 是激勵函數的導數，代入的是 `Z`。回傳 `(dX, dW, db)`，形狀各自與 `X`、`W`、`b` 相同：
# `(n_in, N)`、`(n_in, n_out)`、`(n_out, 1)`。
#
# `b` 由所有樣本共用，所以 `db` 要對樣本加總。平均的 1/N 已經在 `dA` 裡，這裡不再除。
#
# 例（Quiz 1，ReLU）：`X = [[1], [2]]`、`Z = [[-0.6], [0.5], [-1.4]]`、
# `W = [[-0.1, 0.2, -0.9], [0.3, 0.1, -0.4]]`、`dA = [[-0.3], [-0.45], [-0.6]]`。
# 先得到 `dZ = [[0], [-0.45], [0]]`，再得到 `dX = [[-0.09], [-0.045]]`、
# `dW = [[0, -0.45, 0], [0, -0.9, 0]]`、`db = [[0], [-0.45], [0]]`。
#
# `dA` is the gradient of the loss with respect to this layer's output `A`, of shape `(n_out, N)`;
# `Z` is the value before the activation, `X` the layer's input, and `d_f` the derivative of the
# activation, which takes `Z`. Return `(dX, dW, db)` in the shapes of `X`, `W` and `b`: `(n_in, N)`,
# `(n_in, n_out)`, `(n_out, 1)`.
#
# All samples share `b`, so `db` sums over the samples. The mean's 1/N is already in `dA`; do not
# divide again.
#
# Example (Quiz 1, ReLU): `X = [[1], [2]]`, `Z = [[-0.6], [0.5], [-1.4]]`,
# `W = [[-0.1, 0.2, -0.9], [0.3, 0.1, -0.4]]` and `dA = [[-0.3], [-0.45], [-0.6]]` give
# `dZ = [[0], [-0.45], [0]]`, and from it `dX = [[-0.09], [-0.045]]`,
# `dW = [[0, -0.45, 0], [0, -0.9, 0]]`, `db = [[0], [-0.45], [0]]`.


# %%
def layer_backward(dA, Z, X, W, d_f):
    """一層的反向傳播 / Backward pass of one layer.

    Args:
        dA: 損失對輸出的梯度 / ∂L/∂A, (n_out, N). Z: 激勵前的值 / pre-activation, (n_out, N).
        X: 這一層的輸入 / the layer's input, (n_in, N). W: 權重 / weights, (n_in, n_out).
        d_f: 激勵函數的導數，逐元素 / derivative of the activation, elementwise.
    Returns: (dX, dW, db)，形狀 / shapes (n_in, N), (n_in, n_out), (n_out, 1).
    """
    raise NotImplementedError


# %% [markdown]
# ## `mlp_backward(X, y, W1, b1, W2, b2, hidden, task)`：整個網路的反向傳播 The whole network
#
# $$A_1 = f_1(W_1^TX+b_1),\qquad \hat Y = f_2(W_2^TA_1+b_2)$$
#
# 回傳損失對四個參數的梯度 `(dW1, db1, dW2, db2)`，形狀各自與參數相同。`X` 是 `(n_in, N)`，
# 標籤 `y` 是 `(n_out, N)`。`hidden` 是隱藏層的激勵函數：`'relu'`、`'tanh'` 或 `'sigmoid'`。
# `task` 決定輸出層與損失：
#
# - `'regression'`：線性輸出，MSE，對每個元素取平均；
# - `'binary'`：sigmoid 輸出，BCE，對每個元素取平均；
# - `'multiclass'`：softmax 輸出，CE，`y` 是 one-hot，除以樣本數 `N`。
#
# `hidden` 或 `task` 是其他名稱時，請丟出 `ValueError`。
#
# 例：Quiz 1 與 2 的網路，`X = [1, 2]ᵀ`、`W1ᵀ = [[-0.1, 0.3], [0.2, 0.1], [-0.9, -0.4]]`、
# `b1 = [-1.1, 0.1, 0.3]ᵀ`、`W2 = [0.2, 0.3, 0.4]ᵀ`、`b2 = 0.1`，隱藏層 ReLU，迴歸，預測值 0.25。
# 若標籤是 1，則 `dW1 = [[0, -0.45, 0], [0, -0.9, 0]]`、`db1 = [[0], [-0.45], [0]]`、
# `dW2 = [[0], [-0.75], [0]]`、`db2 = [[-1.5]]`。
#
# Return the gradients of the loss with respect to the four parameters, `(dW1, db1, dW2, db2)`, each
# in the shape of its parameter. `X` is `(n_in, N)`, the labels `y` are `(n_out, N)`. `hidden` names
# the hidden activation: `'relu'`, `'tanh'` or `'sigmoid'`. `task` decides the output layer and the
# loss:
#
# - `'regression'`: linear output, MSE, mean over every element;
# - `'binary'`: sigmoid output, BCE, mean over every element;
# - `'multiclass'`: softmax output, CE, `y` one-hot, divided by the number of samples `N`.
#
# Any other name for `hidden` or `task`: raise `ValueError`.
#
# Example: the network of Quiz 1 and 2, `X = [1, 2]ᵀ`,
# `W1ᵀ = [[-0.1, 0.3], [0.2, 0.1], [-0.9, -0.4]]`, `b1 = [-1.1, 0.1, 0.3]ᵀ`,
# `W2 = [0.2, 0.3, 0.4]ᵀ`, `b2 = 0.1`, a ReLU hidden layer, regression, prediction 0.25. If the
# label is 1, then `dW1 = [[0, -0.45, 0], [0, -0.9, 0]]`, `db1 = [[0], [-0.45], [0]]`,
# `dW2 = [[0], [-0.75], [0]]`, `db2 = [[-1.5]]`.


# %%
def mlp_backward(X, y, W1, b1, W2, b2, hidden, task):
    """兩層網路的梯度 / Gradients of a network with one hidden layer.

    Args:
        X: 輸入 / inputs, (n_in, N). y: 標籤 / labels, (n_out, N); one-hot for 'multiclass'.
        W1: (n_in, n_hidden). b1: (n_hidden, 1). W2: (n_hidden, n_out). b2: (n_out, 1).
        hidden: 'relu', 'tanh' or 'sigmoid'. task: 'regression', 'binary' or 'multiclass'.
    Returns: (dW1, db1, dW2, db2), 形狀同參數 / in the shapes of the parameters.
    Raises: ValueError: hidden 或 task 是別的名稱 / any other hidden or task.
    """
    raise NotImplementedError


# %% [markdown]
# ## `numerical_gradient(loss, theta, eps=1e-6)`：數值梯度 Numerical gradient
#
# $$\frac{\partial L}{\partial\theta_i} \approx
# \frac{L(\theta+\varepsilon e_i) - L(\theta-\varepsilon e_i)}{2\varepsilon}$$
#
# 一次只動一個參數，往兩側各走一小步 `eps`，用兩邊損失的差除以 `2·eps`。`loss(theta)` 回傳一個數；
# `theta` 是 float 陣列，可以有任意多個軸，交給 `loss` 的陣列也要是同樣的形狀。
# 結果的形狀與 `theta` 相同，與真正的梯度相差要在萬分之一以內。步長一定要用 `eps`；
# 結束時 `theta` 必須和原來一樣。
#
# 例：損失是 `theta` 各元素的平方和，`theta = [3, -1]` 得到約 `[6, -2]`。
#
# Move one parameter at a time, a small step `eps` to either side, and divide the difference of the
# two losses by `2·eps`. `loss(theta)` returns a number; `theta` is a float array with any number of
# axes, and what you hand to `loss` must have that same shape. The result has the shape of `theta`
# and agrees with the true gradient to one part in ten thousand. Do use `eps` as the step;
# afterwards `theta` must be what it was.
#
# Example: with the sum of the squares of `theta` as the loss, `theta = [3, -1]` gives about
# `[6, -2]`.


# %%
def numerical_gradient(loss, theta, eps=1e-6):
    """中央差分的梯度 / Gradient of loss at theta by central differences.

    Args:
        loss: 損失 / loss(theta) -> float. theta: float 陣列 / float array, any number of axes.
        eps: 兩側各走的步長 / the step to either side.
    Returns: 與 theta 同形狀 / the shape of theta.
    """
    raise NotImplementedError
