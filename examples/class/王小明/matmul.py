# %% [markdown]
# # 1 矩陣乘法 Matrix multiplication
#
# 神經網路的每一層都是一次矩陣乘法加上偏差。這份作業請你**親手**把乘法寫出來：
# 逐項相乘、再相加，不使用 `@`、`np.dot`、`np.matmul`、`np.einsum`、`np.inner`、`np.linalg`
# 這類現成的乘法（換個名字匯入也一樣）。迴圈、索引、`zip`、`sum`、`np.sum`、`np.multiply`、
# `np.outer`、`np.zeros`、`np.asarray` 都可以用。
# 引數可能是陣列，也可能是（巢狀）list；請不要更動引數。
#
# Every layer of a neural network is one matrix product plus a bias. Here you write that product
# **by hand**: multiply entry by entry, then add up, without `@`, `np.dot`, `np.matmul`,
# `np.einsum`, `np.inner`, `np.linalg` and the like (under another name neither). Loops,
# indexing, `zip`, `sum`, `np.sum`, `np.multiply`, `np.outer`, `np.zeros` and `np.asarray` are
# fine. Arguments are arrays or (nested) lists; leave them unchanged.

# %%
import numpy as np

# %% [markdown]
# ## `dot(u, v)`：內積 Dot product
#
# 對應位置相乘後全部相加，結果是一個數：
#
# $$u \cdot v = \sum_{i=1}^{n} u_i v_i$$
#
# 例：$[5,\ 2,\ 1] \cdot [-1,\ 3,\ 3] = 5\times(-1) + 2\times 3 + 1\times 3 = 4$。
# 兩個向量長度不同時（其中一個長度為 1 也算），請丟出 `ValueError`。
#
# Multiply entries in the same place and add everything up; the result is one number, as in the
# example above, which gives 4. When the lengths differ (even if one of them is 1), raise
# `ValueError`.


# %%
def dot(u, v):
    """內積：對應項相乘後相加 / Dot product: the sum of the products of matching entries.

    Args:
        u: 向量 / vector, shape (n,); array or list.
        v: 向量 / vector, shape (n,); array or list.

    Returns:
        float.

    Raises:
        ValueError: 長度不同 / when the lengths differ.
    """
    if len(u) != len(v):
        raise ValueError("u 和 v 長度不同")
    total = 0.0
    for i in range(len(u)):      # 一項一項乘起來再加
        total += u[i] * v[i]
    return total


# %% [markdown]
# ## `matvec(A, x)`：矩陣乘向量 Matrix times vector
#
# 結果的第 $i$ 項是 $A$ 的第 $i$ 列（row）與 $x$ 的內積：
#
# $$y_i = \sum_{j=1}^{n} A_{ij}\, x_j$$
#
# 例：
#
# $$\begin{bmatrix}1&2&3\\4&5&6\\7&8&9\end{bmatrix}
# \begin{bmatrix}1\\2\\3\end{bmatrix}=\begin{bmatrix}14\\32\\50\end{bmatrix}$$
#
# `A` 的行數（columns）與 `x` 的長度不同時，請丟出 `ValueError`。
#
# Entry $i$ of the result is the dot product of row $i$ of $A$ with $x$; the example above gives
# `[14, 32, 50]`. When the number of columns of `A` is not the length of `x`, raise `ValueError`.


# %%
def matvec(A, x):
    """矩陣乘向量 / Matrix times vector.

    Args:
        A: 矩陣 / matrix, shape (m, n); array or nested list.
        x: 向量 / vector, shape (n,); array or list.

    Returns:
        shape (m,).

    Raises:
        ValueError: `A` 的行數不等於 `x` 的長度 / when A's columns and x's length differ.
    """
    if len(A[0]) != len(x):
        raise ValueError("A 的行數和 x 的長度對不起來")
    y = np.zeros(len(A))
    for i in range(len(A)):
        y[i] = dot(A[i], x)      # 第 i 列跟 x 做內積
    return y


# %% [markdown]
# ## `matmul(A, B)`：矩陣乘矩陣 Matrix times matrix
#
# 結果的第 $i$ 列第 $j$ 行，是 $A$ 的第 $i$ 列（row）與 $B$ 的第 $j$ 行（column）的內積：
#
# $$C_{ij} = \sum_{k=1}^{n} A_{ik}\, B_{kj}$$
#
# $(m,n)$ 乘 $(n,p)$ 得 $(m,p)$。例：
#
# $$\begin{bmatrix}1&2\\3&4\end{bmatrix}\begin{bmatrix}5&6\\7&8\end{bmatrix}
# =\begin{bmatrix}19&22\\43&50\end{bmatrix}$$
#
# `A` 的行數與 `B` 的列數不同時，請丟出 `ValueError`。
#
# Entry $(i, j)$ of the result is the dot product of row $i$ of $A$ with column $j$ of $B$, so
# $(m,n)$ times $(n,p)$ is $(m,p)$. When the columns of `A` and the rows of `B` differ in number,
# raise `ValueError`.


# %%
def matmul(A, B):
    """矩陣乘矩陣 / Matrix times matrix.

    Args:
        A: 矩陣 / matrix, shape (m, n); array or nested list.
        B: 矩陣 / matrix, shape (n, p); array or nested list.

    Returns:
        shape (m, p).

    Raises:
        ValueError: `A` 的行數不等於 `B` 的列數 / when A's columns and B's rows differ in number.
    """
    m, n, p = len(A), len(B), len(B[0])
    if len(A[0]) != n:
        raise ValueError("A 的行數和 B 的列數對不起來")
    C = np.zeros((m, p))
    for i in range(m):
        for j in range(p):
            # 老師上課說的：左手橫的，右手直的
            for k in range(n):
                C[i, j] += A[i][k] * B[k][j]
    return C


# %% [markdown]
# ## `affine(x, W, b)`：乘上權重再加偏差 Weights and bias
#
# 列向量的形式，$x$ 在左邊：
#
# $$h_j = \sum_{i=1}^{n} x_i\, W_{ij} + b_j,\qquad h = xW + b$$
#
# 例：
#
# $$[5\ \ 2]\begin{bmatrix}-0.5&0.2&-0.1\\0.5&0.4&-0.2\end{bmatrix}+[-1.5\ \ 0.2\ \ 0.8]
# =[-1.5\ \ 1.8\ \ {-0.9}]+[-1.5\ \ 0.2\ \ 0.8]=[-3\ \ 2\ \ {-0.1}]$$
#
# The row form, with $x$ on the left: multiply $x$ with each column of $W$, then add that
# column's own bias. The example above gives `[-3, 2, -0.1]`.


# %%
def affine(x, W, b):
    """列向量形式的 xW + b / The row form xW + b.

    Args:
        x: 輸入 / input, shape (n,); array or list.
        W: 權重 / weights, shape (n, m); array or nested list.
        b: 偏差 / bias, shape (m,); array or list.

    Returns:
        shape (m,).
    """
    h = np.zeros(len(b))
    for j in range(len(b)):
        h[j] = dot(x, [row[j] for row in W]) + b[j]
    return h
