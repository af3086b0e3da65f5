# %% [markdown]
# # 6 反向傳播 Backpropagation
# 前向傳播得到預測值、損失函數算出誤差之後，反向傳播用連鎖律把誤差一層一層往回傳，
# 求出每個權重與偏差的梯度。這裡從激勵函數的導數開始，接著是一層、整個網路，
# 最後用數值微分檢查答案。一個樣本是一行 (column):`X` 的形狀是 `(n_in, N)`。
#
# After the forward pass and the loss, backpropagation carries the error back layer by layer with
# the chain rule and gives the gradient of every weight and bias. You start with the derivatives of
# the activations, then one layer, then the whole network, and end with a numerical check.
# One sample is one column: `X` has shape `(n_in, N)`.

# %%
import numpy as np

# %% [markdown]
# ## `d_linear(z)`: 線性函數的導數 Derivative of the linear activation
# $$f(z) = z,\qquad f'(z) = 1$$
# 每個位置都是 1，形狀與 `z` 相同。例：`d_linear([-2, 0, 3])` 是 `[1, 1, 1]`。
#
# 1 everywhere, in the shape of `z`. Example: `d_linear([-2, 0, 3])` is `[1, 1, 1]`.


# %%
def d_linear(z):
    """線性函數在 z 的導數，逐元素 / Derivative of the linear activation at z, elementwise.

    Args: z: 陣列 / array.
    Returns: 與 z 同形狀 / the shape of z.
    """
    return z * 0 + 1.0


# %% [markdown]
# ## `d_sigmoid(z)`: Sigmoid 的導數 Derivative of the sigmoid
# $$\sigma(z) = \frac{1}{1+e^{-z}},\qquad \sigma'(z) = \sigma(z)\bigl(1-\sigma(z)\bigr)$$
# `z` 是激勵函數**之前**的值。例：`d_sigmoid([0])` 是 `[0.25]`。`z` 到 ±1000 都要正確。
#
# `z` is the value **before** the activation. Example: `d_sigmoid([0])` is `[0.25]`.
# It must be right for `z` up to ±1000.


# %%
def d_sigmoid(z):
    """Sigmoid 在 z 的導數，逐元素 / Derivative of the sigmoid at z, elementwise.

    Args: z: 激勵前的值，陣列 / pre-activation, array.
    Returns: 與 z 同形狀 / the shape of z.
    """
    sig = 1 / (1 + np.exp(-z))
    return sig * (1 - sig)


# %% [markdown]
# ## `d_tanh(z)`: tanh 的導數 Derivative of tanh
# $$\tanh'(z) = 1 - \tanh^2(z)$$
# 例：`d_tanh([0])` 是 `[1]`，`d_tanh([1])` 約為 `[0.419974]`。`z` 到 ±1000 都要正確。
#
# Example: `d_tanh([0])` is `[1]`, `d_tanh([1])` is about `[0.419974]`.
# It must be right for `z` up to ±1000.


# %%
def d_tanh(z):
    """Tanh 在 z 的導數，逐元素 / Derivative of tanh at z, elementwise.

    Args: z: 激勵前的值，陣列 / pre-activation, array.
    Returns: 與 z 同形狀 / the shape of z.
    """
    t = np.tanh(z)
    return 1 - t * t


# %% [markdown]
# ## `d_relu(z)`: ReLU 的導數 Derivative of ReLU
# $$\mathrm{ReLU}'(z) = \begin{cases}1 & z > 0\\ 0 & z \le 0\end{cases}$$
# 在 0 的地方沒有唯一的斜率，這裡約定為 **0**。
# 例：Quiz 1 的 `[-0.6, 0.5, -1.4]` 得到 `[0, 1, 0]`。
#
# At 0 there is no single slope; we agree on **0**.
# Example: Quiz 1's `[-0.6, 0.5, -1.4]` gives `[0, 1, 0]`.


# %%
def d_relu(z):
    """ReLU 在 z 的導數，在 0 為 0 / Derivative of ReLU at z, 0 at 0; elementwise.

    Args: z: 激勵前的值，陣列 / pre-activation, array.
    Returns: 與 z 同形狀 / the shape of z.
    """
    return np.where(z > 0, 1.0, 0.0)


# %% [markdown]
# ## `d_leaky_relu(z, a=0.01)`: Leaky ReLU 的導數 Derivative of leaky ReLU
# $$f(z) = \max(az, z),\qquad f'(z) = \begin{cases}1 & z > 0\\ a & z \le 0\end{cases}$$
# 在 0 的地方約定為 **a**。例：`d_leaky_relu([-2, 0, 3], a=0.2)` 是 `[0.2, 0.2, 1]`。
#
# At 0 we agree on **a**. Example: `d_leaky_relu([-2, 0, 3], a=0.2)` is `[0.2, 0.2, 1]`.


# %%
def d_leaky_relu(z, a=0.01):
    """Leaky ReLU 在 z 的導數，在 0 為 a / Derivative of leaky ReLU at z, a at 0; elementwise.

    Args: z: 激勵前的值，陣列 / pre-activation, array. a: 負側斜率 / slope below 0, in [0, 1].
    Returns: 與 z 同形狀 / the shape of z.
    """
    return np.where(z <= 0, a, 1.0)


# %% [markdown]
# ## `d_softplus(z, beta=1.0)`: Softplus 的導數 Derivative of softplus
# $$f(z) = \frac{1}{\beta}\log\bigl(1+e^{\beta z}\bigr),\qquad f'(z) = \frac{1}{1+e^{-\beta z}}$$
# 例：`d_softplus([0], beta=2)` 是 `[0.5]`。`z` 到 ±1000 都要正確。
#
# Example: `d_softplus([0], beta=2)` is `[0.5]`. It must be right for `z` up to ±1000.


# %%
def d_softplus(z, beta=1.0):
    """Softplus 在 z 的導數，逐元素 / Derivative of softplus at z, elementwise.

    Args: z: 激勵前的值，陣列 / pre-activation, array. beta: 大於 0 / greater than 0.
    Returns: 與 z 同形狀 / the shape of z.
    """
    return 1 / (1 + np.exp(-beta * z))


# %% [markdown]
# ## `layer_backward(dA, Z, X, W, d_f)`: 一層的反向傳播 Backward pass of one layer
# 前向是 $Z = W^TX + b$、$A = f(Z)$。已知 $\partial L/\partial A$ (`dA`)，求損失對這一層的輸入、
# 權重與偏差的梯度：
# $$dZ = dA \odot f'(Z),\quad dX = W\,dZ,\quad dW = X\,dZ^T,\quad db = \sum_{i=1}^{N} dZ_{:,i}$$
# `d_f` 是 $f'$，代入的是激勵前的 `Z`。平均的 1/N 已經在 `dA` 裡，這裡不再除。
# `b` 被每個樣本共用，所以 `db` 是對樣本加總，形狀 `(n_out, 1)`。
# 例 (Quiz 1，ReLU)：`dA=[[-0.3],[-0.45],[-0.6]]`、`Z=[[-0.6],[0.5],[-1.4]]`、`X=[[1],[2]]`，
# 得到 `dX=[[-0.09],[-0.045]]`、`dW=[[0,-0.45,0],[0,-0.9,0]]`、`db=[[0],[-0.45],[0]]`。
#
# Forward was $Z = W^TX + b$, $A = f(Z)$. Given $\partial L/\partial A$ (`dA`), return the gradients
# with respect to the layer's input, weights and bias by the formulas above. `d_f` is $f'$ and
# takes the pre-activation `Z`. The mean's 1/N is already in `dA`; do not divide again. All
# samples share `b`, so `db` sums over the samples and has shape `(n_out, 1)`. The example is
# Quiz 1's layer.


# %%
def layer_backward(dA, Z, X, W, d_f):
    """一層的反向傳播 / Backward pass of one layer.

    Args:
        dA: ∂L/∂A, (n_out, N). Z: 激勵前的值 / pre-activation, (n_out, N).
        X: 這一層的輸入 / the layer's input, (n_in, N). W: (n_in, n_out).
        d_f: 激勵函數的導數，逐元素 / derivative of the activation, elementwise.
    Returns: (dX, dW, db): (n_in, N), (n_in, n_out), (n_out, 1).
    """
    dZ = np.multiply(dA, d_f(Z))
    dX = np.dot(W, dZ)
    dW = np.dot(X, dZ.T)
    db = np.sum(dZ, axis=1, keepdims=True)
    return dX, dW, db


# %% [markdown]
# ## `mlp_backward(X, y, W1, b1, W2, b2, hidden, task)`: 整個網路的反向傳播 The whole network
# $$A_1 = f_1(W_1^TX+b_1),\qquad \hat Y = f_2(W_2^TA_1+b_2)$$
# `hidden` 是隱藏層的激勵函數：`'relu'`、`'tanh'` 或 `'sigmoid'`。`task` 決定輸出層與損失：
#
# | `task` | $f_2$ | 損失 loss |
# |---|---|---|
# | `'regression'` | linear | MSE，對每個元素平均 mean over every element |
# | `'binary'` | sigmoid | BCE，對每個元素平均 mean over every element |
# | `'multiclass'` | softmax | CE，除以 N divided by N |
#
# 其他名稱一律 `ValueError`。回傳損失對四個參數的梯度 `(dW1, db1, dW2, db2)`。
# 例 (Quiz 1 與 2 的網路、ReLU、迴歸，標籤 1，預測值 0.25)：
# `db2=[[-1.5]]`、`dW2=[[0],[-0.75],[0]]`、`db1=[[0],[-0.45],[0]]`、`dW1=[[0,-0.45,0],[0,-0.9,0]]`。
#
# `hidden` names the hidden activation, `task` the output layer and the loss as in the table; any
# other name is a `ValueError`. Return the gradients of the loss `(dW1, db1, dW2, db2)`.
# The example is the network of Quiz 1 and 2 with ReLU, regression, label 1, prediction 0.25.


# %%
def mlp_backward(X, y, W1, b1, W2, b2, hidden, task):
    """兩層網路的梯度 / Gradients of a network with one hidden layer.

    Args:
        X: (n_in, N). y: 標籤 / labels, (n_out, N); one-hot for 'multiclass'.
        W1: (n_in, n_hidden). b1: (n_hidden, 1). W2: (n_hidden, n_out). b2: (n_out, 1).
        hidden: 'relu', 'tanh' or 'sigmoid'. task: 'regression', 'binary' or 'multiclass'.
    Returns: (dW1, db1, dW2, db2), 形狀同參數 / in the shapes of the parameters.
    Raises: ValueError: hidden 或 task 是別的名稱 / any other hidden or task.
    """
    # forward
    z1 = np.dot(W1.T, X) + b1
    if hidden == 'relu':
        a1 = np.maximum(z1, 0)
        g1 = d_relu(z1)
    elif hidden == 'tanh':
        a1 = np.tanh(z1)
        g1 = d_tanh(z1)
    else:  # sigmoid
        a1 = 1 / (1 + np.exp(-z1))
        g1 = d_sigmoid(z1)
    z2 = np.dot(W2.T, a1) + b2

    # backward
    n = X.shape[1]
    if task == 'regression':
        dz2 = 2 * (z2 - y) / y.size
    elif task == 'binary':
        dz2 = (1 / (1 + np.exp(-z2)) - y) / y.size
    else:  # multiclass
        p = np.exp(z2) / np.sum(np.exp(z2), axis=0)
        dz2 = (p - y) / n
    dW2 = np.dot(a1, dz2.T)
    db2 = np.sum(dz2, axis=1, keepdims=True)
    dz1 = np.dot(W2, dz2) * g1
    dW1 = np.dot(X, dz1.T)
    db1 = np.sum(dz1, axis=1, keepdims=True)
    return dW1, db1, dW2, db2


# %% [markdown]
# ## `numerical_gradient(loss, theta, eps=1e-6)`: 數值梯度 Numerical gradient
# 一次只動一個參數，往兩側各走一小步：
# $$\frac{\partial L}{\partial\theta_i} \approx
# \frac{L(\theta+\varepsilon e_i) - L(\theta-\varepsilon e_i)}{2\varepsilon}$$
# `loss(theta)` 回傳一個數；`theta` 是 float 陣列，可以是任何維度，傳給 `loss` 的要是同樣的形狀。
# 步長要用 `eps`。結束時 `theta` 必須和原來一樣。
# 例：$L=\sum\theta^2$、`theta=[3, -1]`，得到 `[6, -2]`。
#
# Move one parameter at a time, a small step to either side. `loss(theta)` returns a number;
# `theta` is a float array with any number of axes, and `loss` wants that same shape. The step is
# `eps`. Afterwards `theta` must be what it was. Example: $L=\sum\theta^2$ at `[3, -1]` gives
# `[6, -2]`.


# %%
def numerical_gradient(loss, theta, eps=1e-6):
    """中央差分的梯度 / Gradient of loss at theta by central differences.

    Args:
        loss: loss(theta) -> float. theta: float 陣列 / float array, any number of axes.
        eps: 步長 / the step.
    Returns: 與 theta 同形狀 / the shape of theta.
    """
    grad = np.zeros(theta.shape)
    flat = theta.reshape(-1)
    i = 0
    while i < flat.size:
        old = flat[i]
        flat[i] = old + eps
        up = loss(theta)
        flat[i] = old - eps
        down = loss(theta)
        flat[i] = old
        grad.reshape(-1)[i] = (up - down) / (2 * eps)
    return grad
