import numpy as np


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
        raise ValueError("長度不一樣！")
    return sum(a * b for a, b in zip(u, v))


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
    結果 = []
    for 列 in A:
        結果.append(dot(列, x))
    return np.array(結果)


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
    if len(A[0]) != len(B):
        raise ValueError("不能相乘！")
    結果 = []
    for 列 in A:
        新的一列 = []
        for 行 in zip(*B):
            新的一列.append(dot(列, 行))
        結果.append(新的一列)
    return np.array(結果)


def affine(x, W, b):
    """列向量形式的 xW + b / The row form xW + b.

    Args:
        x: 輸入 / input, shape (n,); array or list.
        W: 權重 / weights, shape (n, m); array or nested list.
        b: 偏差 / bias, shape (m,); array or list.

    Returns:
        shape (m,).
    """
    # x 乘 W 的每一行
    return np.array([dot(x, 行) for 行 in zip(*W)])
