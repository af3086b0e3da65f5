# %% [markdown]
# # k-means 分群 k-means clustering
# 把 `N` 個點分成 `k` 群：每個點屬於最近的中心，每個中心是群裡各點的平均，輪流做到不再改變。
# `X` 的形狀是 `(N, d)`，一列一個點；`C` 的形狀是 `(k, d)`，一列一個中心；
# `labels` 的形狀是 `(N,)`，是 0 到 k − 1 的整數，說每個點屬於哪一群。
# 下面寫成 `[…]` 的都是 NumPy 陣列。不要改動引數。迴圈或陣列運算都可以。
#
# Sorts `N` points into `k` groups: each point belongs to the nearest centre, each centre is the
# mean of its points, in turn until nothing changes. `X` has shape `(N, d)`, a row a point; `C` has
# shape `(k, d)`, a row a centre; `labels` has shape `(N,)` and holds integers from 0 to k − 1 that
# say which group each point is in. What is written as `[…]` below is a NumPy array. Leave the
# arguments unchanged. Loops and array operations are both welcome.

# %%
import numpy as np

# %% [markdown]
# ## `squared_distances(X, C)`: 距離的平方 Squared distances
# 每個點到每個中心的歐氏距離的平方，形狀 `(N, k)`。
# 例如 `X = [[0, 0], [3, 4]]`、`C = [[0, 0], [3, 0]]` 的答案是 `[[0, 9], [25, 16]]`。
#
# The squared Euclidean distance from each point to each centre, shape `(N, k)`. For
# `X = [[0, 0], [3, 4]]` and `C = [[0, 0], [3, 0]]` it is `[[0, 9], [25, 16]]`.
#
# $$D_{ij}=\lVert x_i-c_j\rVert^2$$


# %%
def squared_distances(X, C):
    """距離的平方 / Squared distances.

    Args:
        X: 點 / points, array of shape (N, d).
        C: 中心 / centres, array of shape (k, d).
    Returns: array of shape (N, k).
    """
    ### BEGIN SOLUTION
    return np.sum((X[:, None] - C) ** 2, axis=2)
    ### END SOLUTION


# %% [markdown]
# ## `assign(X, C)`: 分到最近的中心 Assigning to the nearest centre
# 每個點最近的中心是第幾個，形狀 `(N,)`，整數。一樣近時，選哪一個都對。
# 例如 `X = [[0, 0], [3, 4]]`、`C = [[0, 0], [3, 0]]` 的答案是 `[0, 1]`。
#
# Which centre is nearest to each point, shape `(N,)`, integers. Of centres equally near, any is
# right. For `X = [[0, 0], [3, 4]]` and `C = [[0, 0], [3, 0]]` it is `[0, 1]`.
#
# $$\ell_i=\arg\min_j\lVert x_i-c_j\rVert^2$$


# %%
def assign(X, C):
    """分到最近的中心 / Assigning to the nearest centre.

    Args:
        X: 點 / points, array of shape (N, d).
        C: 中心 / centres, array of shape (k, d).
    Returns: array of shape (N,), integers from 0 to k - 1.
    """
    ### BEGIN SOLUTION
    return np.argmin(squared_distances(X, C), axis=1)
    ### END SOLUTION


# %% [markdown]
# ## `update(X, labels, C)`: 更新中心 Moving the centres
# 每一群各點的平均，形狀 `(k, d)`。沒有點的群，中心留在 `C` 裡原來的位置。
# 例如 `X = [[0, 0], [2, 4]]`、`labels = [0, 0]`、`C = [[5, 5], [7, 7]]` 的答案是
# `[[1, 2], [7, 7]]`。
#
# The mean of the points of each group, shape `(k, d)`. The centre of a group without points stays
# where it is in `C`. For `X = [[0, 0], [2, 4]]`, `labels = [0, 0]`, `C = [[5, 5], [7, 7]]` it is
# `[[1, 2], [7, 7]]`.
#
# $$c_j=\frac{1}{N_j}\sum_{\ell_i=j}x_i$$


# %%
def update(X, labels, C):
    """更新中心 / Moving the centres.

    Args:
        X: 點 / points, array of shape (N, d).
        labels: 每個點的群 / the group of each point, array of shape (N,), integers.
        C: 現在的中心 / the centres so far, array of shape (k, d).
    Returns: array of shape (k, d).
    """
    ### BEGIN SOLUTION
    moved = np.array(C, dtype=float)
    for j in range(len(C)):
        if np.any(labels == j):
            moved[j] = np.mean(X[labels == j], axis=0)
    return moved
    ### END SOLUTION


# %% [markdown]
# ## `inertia(X, labels, C)`: 群內平方和 Inertia
# 每個點到「自己那一群」中心的距離平方，全部加起來，一個數。
# 例如 `X = [[0, 0], [3, 4]]`、`labels = [0, 0]`、`C = [[0, 0], [3, 0]]` 的答案是 25。
#
# The squared distances from each point to the centre of *its own* group, added up: one number. For
# `X = [[0, 0], [3, 4]]`, `labels = [0, 0]`, `C = [[0, 0], [3, 0]]` it is 25.
#
# $$\sum_{i=1}^{N}\lVert x_i-c_{\ell_i}\rVert^2$$


# %%
def inertia(X, labels, C):
    """群內平方和 / Inertia.

    Args:
        X: 點 / points, array of shape (N, d).
        labels: 每個點的群 / the group of each point, array of shape (N,), integers.
        C: 中心 / centres, array of shape (k, d).
    Returns: float.
    """
    ### BEGIN SOLUTION
    return float(np.sum((X - C[labels]) ** 2))
    ### END SOLUTION


# %% [markdown]
# ## `kmeans(X, k, rng)`: k-means 演算法 The k-means algorithm
# 用 `rng`（`numpy.random.Generator`）從 `X` 抽 `k` 個不同的列當起點，輪流做 `assign` 和 `update`，
# 直到分群不再改變；回傳 `(labels, C)`。哪一群編成幾號，由你的起點決定，都對；
# 但每個點都要屬於最近的中心，每個中心都要是自己那群的平均。
#
# Draws `k` different rows of `X` with `rng`, a `numpy.random.Generator`, to start from, and takes
# turns with `assign` and `update` until the groups no longer change. Returns `(labels, C)`. Which
# group has which number follows from your start, and any is right; but each point has to belong to
# the nearest centre, and each centre has to be the mean of its group.
#
# $$\min_{C,\ell}\sum_{i=1}^{N}\lVert x_i-c_{\ell_i}\rVert^2$$


# %%
def kmeans(X, k, rng):
    """k-means 演算法 / The k-means algorithm.

    Args:
        X: 點，各不相同 / points, all different, array of shape (N, d).
        k: 幾群 / how many groups, int from 1 to N.
        rng: numpy.random.Generator.
    Returns: (labels, C), arrays of shape (N,) and (k, d).
    """
    ### BEGIN SOLUTION
    C = X[rng.permutation(len(X))[:k]]
    labels = assign(X, C)
    for _ in range(200):  # far more rounds than it takes: a wrong `update` need not hang
        C = update(X, labels, C)
        again = assign(X, C)
        if np.array_equal(again, labels):
            break
        labels = again
    return labels, C
    ### END SOLUTION
