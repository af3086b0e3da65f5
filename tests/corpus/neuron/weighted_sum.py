# %% np.dot
def weighted_sum(x, w, b):
    return np.dot(x, w) + b

# %% @ after asarray
def weighted_sum(x, w, b):
    return np.asarray(w).T @ np.asarray(x) + b

# %% loop with range
def weighted_sum(x, w, b):
    z = 0
    for i in range(len(x)):
        z += x[i] * w[i]
    return z + b

# %% starts at the bias
def weighted_sum(x, w, b):
    z = b
    for xi, wi in zip(x, w):
        z = z + xi * wi
    return z

# %% sum with start
def weighted_sum(x, w, b):
    return sum((xi * wi for xi, wi in zip(x, w)), b)

# %% np.sum of np.multiply
def weighted_sum(x, w, b):
    return np.sum(np.multiply(x, w)) + b

# %% bias absorbed
def weighted_sum(x, w, b):
    return np.append(x, 1.0) @ np.append(w, b)

# %% einsum
def weighted_sum(x, w, b):
    return np.einsum("i,i", x, w) + b

# %% column vectors and item()
def weighted_sum(x, w, b):
    x = np.asarray(x, dtype=float).reshape(-1, 1)
    w = np.asarray(w, dtype=float).reshape(-1, 1)
    return (w.T @ x + b).item()

# %% fsum of a map
import math
import operator
def weighted_sum(x, w, b):
    return math.fsum([*map(operator.mul, x, w), b])

# %% reduce
from functools import reduce
weighted_sum = lambda x, w, b: reduce(lambda s, p: s + p[0] * p[1], zip(x, w), b)

# %% inner, 0-d array
def weighted_sum(inputs, weights, bias):
    return np.array(np.inner(inputs, weights) + bias)

# %% recursion
def weighted_sum(x, w, b):
    if not len(x):
        return b
    return x[0] * w[0] + weighted_sum(x[1:], w[1:], b)

# %% tensordot
def weighted_sum(x, w, b):
    return float(np.tensordot(x, w, axes=([0], [0]))) + b

# %% vdot with type hints
from typing import Sequence
def weighted_sum(x: Sequence[float], w: Sequence[float], b: float) -> float:
    """加權總和"""
    return float(np.vdot(np.asarray(w, float), np.asarray(x, float)) + b)

# %% statistics
import statistics
def weighted_sum(x, w, b):
    return statistics.fmean(float(p) * float(q) for p, q in zip(x, w)) * len(x) + b

# %% in place on a copy
def weighted_sum(x, w, b):
    p = np.array(x, dtype=np.float64)
    p *= w
    return p.sum() + b

# %% matrix diag, longdouble
def weighted_sum(x, w, b):
    return float(np.trace(np.outer(np.asarray(x, np.longdouble), np.asarray(w, np.longdouble))) + b)

# %% Chinese names and a print
def weighted_sum(輸入, 權重, 偏差):
    總和 = 偏差
    for 甲, 乙 in zip(輸入, 權重):
        總和 += 甲 * 乙
    print("加權總和:", 總和)
    return 總和

# %% class with __call__
class WeightedSum:
    def __call__(self, x, w, b, *rest):
        return np.dot(np.array(x), np.array(w)) + b
weighted_sum = WeightedSum()

# %% star args
def weighted_sum(*args):
    x, w, b = args
    return np.add.reduce(np.multiply(x, w)) + b

# %% np.fromiter
def weighted_sum(x, w, b):
    return np.fromiter((x[k] * w[k] for k in range(len(w))), float).sum() + b

# %% np.vectorize
mul = np.vectorize(lambda a, c: a * c, otypes=[float])
def weighted_sum(x, w, b):
    return mul(x, w).sum() + b

# %% asserts and a while loop
def weighted_sum(x, w, b, verbose=False):
    assert len(x) == len(w)
    i, s = 0, 0.0
    while i < len(x):
        s += x[i] * w[i]
        i += 1
    return s + b
