# %% [markdown]
# # 1 矩陣乘法 Matrix multiplication
#
# 神經網路的每一層都是一次矩陣乘法加上偏差。這份作業請你**親手**把乘法寫出來：逐項相乘，再相加，
# 不使用 `@`、`np.dot`、`np.matmul`、`np.einsum`、`np.inner`、
# `np.linalg` 這類現成的乘法（換個名字匯入也一樣）。迴圈、索引、`zip`、`sum`、`np.sum`、
# `np.multiply`、`np.outer`、`np.zeros`、`np.asarray` 都可以用。
#
# 引數可能是陣列，也可能是（巢狀）list，裡面的數是整數或浮點數都可以；請不要更動引數。「列」指 row，
# 「行」指 column。
#
# Every layer of a neural network is one matrix product plus a bias. Here you write that product
# **by hand**: multiply entry by entry, then add up, without `@`, `np.dot`, `np.matmul`,
# `np.einsum`, `np.inner`, `np.linalg` and the like (nor the same under another name). Loops,
# indexing, `zip`, `sum`, `np.sum`, `np.multiply`, `np.outer`, `np.zeros` and `np.asarray` are fine.
#
# Arguments are arrays or (nested) lists, of integers or floats; leave them unchanged.

# %%
import numpy as np

# %% [markdown]
# ## `dot(u, v)`：內積 Dot product
#
# $$u \cdot v = \sum_{i=1}^{n} u_i v_i$$
#
# 把對應位置的元素相乘，再全部相加，結果是一個數（float）。`u` 與 `v` 的形狀都是 `(n,)`，
# 可以是陣列，也可以是 list。
#
# 例：`dot([5, 2, 1], [-1, 3, 3])` 是 `5×(-1) + 2×3 + 1×3 = 4`。
#
# 長度不同時，請丟出 `ValueError`；其中一個長度是 1 也算不同，不可以靠廣播（broadcasting）補齊。
#
# Multiply the entries that stand in the same place and add everything up; the result is one number
# (a float). `u` and `v` both have shape `(n,)` and may be arrays or lists.
#
# Example: `dot([5, 2, 1], [-1, 3, 3])` is `5×(-1) + 2×3 + 1×3 = 4`.
#
# When the lengths differ, raise `ValueError`, even if one of them is 1: broadcasting must not fill
# it up.


# %%
def dot(u, v):
    """內積：對應項相乘後相加 / Dot product: the sum of the products of matching entries.

    Args:
        u: 向量，陣列或 list / vector, shape (n,); array or list.
        v: 向量，陣列或 list / vector, shape (n,); array or list.

    Returns:
        一個數 / float.

    Raises:
        ValueError: 長度不同 / when the lengths differ.
    """
    ### BEGIN SOLUTION
    u, v = np.asarray(u), np.asarray(v)
    if len(u) != len(v):
        raise ValueError(f"lengths differ: {len(u)} and {len(v)}")
    return float(np.sum(u * v))
    ### END SOLUTION


# %% [markdown]
# ## `matvec(A, x)`：矩陣乘向量 Matrix times vector
#
# $$y_i = \sum_{j=1}^{n} A_{ij}\, x_j$$
#
# 結果的第 i 項是 `A` 的第 i 列（row）與 `x` 的內積：`(m, n)` 乘 `(n,)` 得到 `(m,)`。
#
# 例：`A = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]`、`x = [1, 2, 3]` 得到 `[14, 32, 50]`；
# 第一項是 `1×1 + 2×2 + 3×3 = 14`。
#
# `A` 的行數（columns）與 `x` 的長度不同時，請丟出 `ValueError`，即使 `x` 的長度是 1。
#
# Entry i of the result is the dot product of row i of `A` with `x`: `(m, n)` times `(n,)` gives
# `(m,)`.
#
# Example: `A = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]` and `x = [1, 2, 3]` give `[14, 32, 50]`; the
# first entry is `1×1 + 2×2 + 3×3 = 14`.
#
# When the number of columns of `A` is not the length of `x`, raise `ValueError`, even if that
# length is 1.


# %%
def matvec(A, x):
    """矩陣乘向量 / Matrix times vector.

    Args:
        A: 矩陣，陣列或巢狀 list / matrix, shape (m, n); array or nested list.
        x: 向量，陣列或 list / vector, shape (n,); array or list.

    Returns:
        陣列 / array, shape (m,).

    Raises:
        ValueError: `A` 的行數不等於 `x` 的長度 / when A's columns and x's length differ.
    """
    ### BEGIN SOLUTION
    A, x = np.asarray(A), np.asarray(x)
    _, n = A.shape
    if n != len(x):
        raise ValueError(f"{n} columns do not fit {len(x)} entries")
    return np.array([np.sum(row * x) for row in A])
    ### END SOLUTION


# %% [markdown]
# ## `matmul(A, B)`：矩陣乘矩陣 Matrix times matrix
#
# $$C_{ij} = \sum_{k=1}^{n} A_{ik}\, B_{kj}$$
#
# 結果的第 i 列第 j 行，是 `A` 的第 i 列（row）與 `B` 的第 j 行（column）的內積：
# `(m, n)` 乘 `(n, p)` 得到 `(m, p)`。
#
# 例：`A = [[1, 2], [3, 4]]`、`B = [[5, 6], [7, 8]]` 得到 `[[19, 22], [43, 50]]`；
# 左上角是 `1×5 + 2×7 = 19`。
#
# `A` 的行數（columns）與 `B` 的列數（rows）不同時，請丟出 `ValueError`。
#
# Entry (i, j) of the result is the dot product of row i of `A` with column j of `B`: `(m, n)` times
# `(n, p)` gives `(m, p)`.
#
# Example: `A = [[1, 2], [3, 4]]` and `B = [[5, 6], [7, 8]]` give `[[19, 22], [43, 50]]`; the top
# left entry is `1×5 + 2×7 = 19`.
#
# When the columns of `A` and the rows of `B` differ in number, raise `ValueError`.


# %%
def matmul(A, B):
    """矩陣乘矩陣 / Matrix times matrix.

    Args:
        A: 矩陣，陣列或巢狀 list / matrix, shape (m, n); array or nested list.
        B: 矩陣，陣列或巢狀 list / matrix, shape (n, p); array or nested list.

    Returns:
        矩陣 / matrix, shape (m, p).

    Raises:
        ValueError: `A` 的行數不等於 `B` 的列數 / when A's columns and B's rows differ in number.
    """
    ### BEGIN SOLUTION
    A, B = np.asarray(A), np.asarray(B)
    (_, n), (rows, _) = A.shape, B.shape
    if n != rows:
        raise ValueError(f"{n} columns do not fit {rows} rows")
    return np.array([[np.sum(row * column) for column in B.T] for row in A])
    ### END SOLUTION


# %% [markdown]
# ## `affine(x, W, b)`：乘上權重再加偏差 Weights and bias
#
# $$h_j = \sum_{i=1}^{n} x_i\, W_{ij} + b_j,\qquad h = xW + b$$
#
# 這裡用列向量的寫法，`x` 在左邊：`x` 與 `W` 的每一行（column）做內積，再加上那一行自己的偏差。
# 形狀是 `(n,)`、`(n, m)`、`(m,)`，得到 `(m,)`。
#
# 例：`x = [5, 2]`、`W = [[-0.5, 0.2, -0.1], [0.5, 0.4, -0.2]]`、`b = [-1.5, 0.2, 0.8]`。
# 乘積是 `[-1.5, 1.8, -0.9]`，加上偏差得到 `[-3, 2, -0.1]`。
#
# This is the row form, with `x` on the left: take the dot product of `x` with each column of `W`,
# then add that column's own bias. The shapes are `(n,)`, `(n, m)` and `(m,)`, and the result has
# `(m,)`.
#
# Example: `x = [5, 2]`, `W = [[-0.5, 0.2, -0.1], [0.5, 0.4, -0.2]]`, `b = [-1.5, 0.2, 0.8]`. The
# product is `[-1.5, 1.8, -0.9]`; with the bias added it is `[-3, 2, -0.1]`.


# %%
def affine(x, W, b):
    """列向量形式的 xW + b / The row form xW + b.

    Args:
        x: 輸入，陣列或 list / input, shape (n,); array or list.
        W: 權重，陣列或巢狀 list / weights, shape (n, m); array or nested list.
        b: 偏差，陣列或 list / bias, shape (m,); array or list.

    Returns:
        陣列 / array, shape (m,).
    """
    ### BEGIN SOLUTION
    x, W = np.asarray(x), np.asarray(W)
    return np.array([np.sum(x * column) for column in W.T]) + np.asarray(b)
    ### END SOLUTION
