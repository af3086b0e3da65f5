# %% [markdown]
# # 線性迴歸 Linear regression
# 用一條直線描述資料：先用正規方程式一次解出權重，再用梯度下降一步一步走到同一個地方。
# 資料有 `N` 筆；`X` 的形狀是 `(N, p)`，一列一筆；`y` 的形狀是 `(N,)`；權重 `w` 的形狀是 `(p,)`。
# 下面寫成 `[…]` 的都是 NumPy 陣列。不要改動引數。`np.linalg.solve` 可以用；
# `np.linalg.lstsq`、`np.linalg.pinv`、`np.polyfit` 這類直接做完迴歸的不行。
#
# A straight line through data: first the weights in one go from the normal equations, then the
# same place step by step with gradient descent. There are `N` samples; `X` has shape `(N, p)`, a
# row a sample, `y` has shape `(N,)`, the weights `w` have shape `(p,)`. What is written as `[…]`
# below is a NumPy array. Leave the arguments unchanged. `np.linalg.solve` is allowed; what does
# the whole regression, such as `np.linalg.lstsq`, `np.linalg.pinv` and `np.polyfit`, is not.

# %%
import numpy as np

# %% [markdown]
# ## `design_matrix(x)`: 設計矩陣 Design matrix
# 由 `x`（形狀 `(N,)`）做出 `(N, 2)` 的矩陣：第 0 行全是 1，給截距用；第 1 行是 `x`。
# 例如 `[2, 5]` 變成 `[[1, 2], [1, 5]]`。
#
# Makes of `x`, shape `(N,)`, the matrix of shape `(N, 2)` whose column 0 is all 1, for the
# intercept, and whose column 1 is `x`: `[2, 5]` becomes `[[1, 2], [1, 5]]`.
#
# $$X=\begin{pmatrix}1&x_1\\\vdots&\vdots\\1&x_N\end{pmatrix}$$


# %%
def design_matrix(x):
    """設計矩陣 / Design matrix.

    Args:
        x: 資料 / data, array of shape (N,).
    Returns: array of shape (N, 2).
    """
    ### BEGIN SOLUTION
    return np.column_stack([np.ones(len(x)), x])
    ### END SOLUTION


# %% [markdown]
# ## `predict(X, w)`: 預測 Prediction
# 每一列和 `w` 的內積，形狀 `(N,)`。例如 `X = [[1, 2], [1, 5]]`、`w = [3, -1]` 的答案是 `[1, -2]`。
#
# The product of each row with `w`, shape `(N,)`. For `X = [[1, 2], [1, 5]]` and `w = [3, -1]` it
# is `[1, -2]`.
#
# $$\hat y=Xw$$


# %%
def predict(X, w):
    """預測 / Prediction.

    Args:
        X: 設計矩陣 / design matrix, array of shape (N, p).
        w: 權重 / weights, array of shape (p,).
    Returns: array of shape (N,).
    """
    ### BEGIN SOLUTION
    return X @ w
    ### END SOLUTION


# %% [markdown]
# ## `normal_equations(X, y)`: 正規方程式 Normal equations
# 讓平方誤差總和最小的 `w`，形狀 `(p,)`。`X` 的各行線性獨立。
# 例如點 (0, 1)、(1, 3)、(2, 5) 都在 1 + 2x 上，答案是 `[1, 2]`。
#
# The `w`, shape `(p,)`, for which the sum of the squared errors is least. The columns of `X` are
# independent. The points (0, 1), (1, 3), (2, 5) all lie on 1 + 2x, so for them it is `[1, 2]`.
#
# $$X^\top X\,w=X^\top y$$


# %%
def normal_equations(X, y):
    """正規方程式 / Normal equations.

    Args:
        X: 設計矩陣 / design matrix, array of shape (N, p).
        y: 標籤 / labels, array of shape (N,).
    Returns: array of shape (p,).
    """
    ### BEGIN SOLUTION
    return np.linalg.solve(X.T @ X, X.T @ y)
    ### END SOLUTION


# %% [markdown]
# ## `mse_gradient(X, y, w)`: 均方誤差的梯度 Gradient of the mean squared error
# 均方誤差 (1/N) Σ (ŷ − y)² 對每個權重的偏微分，形狀 `(p,)`，其中 ŷ = Xw。
# 例如 `X = [[1, 0], [1, 2]]`、`y = [1, 1]`、`w = [0, 1]`：ŷ − y 是 `[-1, 1]`，梯度是 `[0, 2]`。
#
# The derivative of the mean squared error (1/N) Σ (ŷ − y)² by each weight, shape `(p,)`, where
# ŷ = Xw. For `X = [[1, 0], [1, 2]]`, `y = [1, 1]`, `w = [0, 1]` the errors ŷ − y are `[-1, 1]` and
# the gradient is `[0, 2]`.
#
# $$\frac{2}{N}X^\top(Xw-y)$$


# %%
def mse_gradient(X, y, w):
    """均方誤差的梯度 / Gradient of the mean squared error.

    Args:
        X: 設計矩陣 / design matrix, array of shape (N, p).
        y: 標籤 / labels, array of shape (N,).
        w: 權重 / weights, array of shape (p,).
    Returns: array of shape (p,).
    """
    ### BEGIN SOLUTION
    return 2 * X.T @ (X @ w - y) / len(y)
    ### END SOLUTION


# %% [markdown]
# ## `gradient_descent(X, y, w, lr, steps)`: 梯度下降 Gradient descent
# 從 `w` 出發走 `steps` 步，每一步減去 `lr` 乘上當時的均方誤差梯度；回傳最後的權重，形狀 `(p,)`。
# `steps = 0` 時回傳和 `w` 相同的值。例如 `X = [[1, 0], [1, 2]]`、`y = [1, 1]`、`w = [0, 1]`、
# `lr = 0.25`、`steps = 1` 的答案是 `[0, 0.5]`。
#
# Takes `steps` steps from `w`: each subtracts `lr` times the gradient of the mean squared error
# where one stands. Returns the last weights, shape `(p,)`; with `steps = 0`, the values of `w`.
# For `X = [[1, 0], [1, 2]]`, `y = [1, 1]`, `w = [0, 1]`, `lr = 0.25`, `steps = 1` it is `[0, 0.5]`.
#
# $$w\leftarrow w-\eta\,\frac{2}{N}X^\top(Xw-y)$$


# %%
def gradient_descent(X, y, w, lr, steps):
    """梯度下降 / Gradient descent.

    Args:
        X: 設計矩陣 / design matrix, array of shape (N, p).
        y: 標籤 / labels, array of shape (N,).
        w: 起點 / where to start, array of shape (p,).
        lr: 學習率 / learning rate, number.
        steps: 步數 / how many steps, int >= 0.
    Returns: array of shape (p,).
    """
    ### BEGIN SOLUTION
    for _ in range(steps):
        w = w - lr * mse_gradient(X, y, w)
    return w
    ### END SOLUTION
