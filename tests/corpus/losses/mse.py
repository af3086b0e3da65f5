# %% one line
def mse(y, y_hat):
    return np.mean((y - y_hat) ** 2)

# %% np.square over size
def mse(y, y_hat):
    return np.sum(np.square(y_hat - y)) / y.size

# %% nested loops in the manner of C
def mse(y, y_hat):
    a = np.ravel(y)
    b = np.ravel(y_hat)
    total = 0.0
    for i in range(len(a)):
        d = float(a[i]) - float(b[i])
        total += d * d
    return total / len(a)

# %% dot product of the residual with itself
def mse(true, pred):
    r = np.asarray(true, dtype=float).reshape(-1) - np.asarray(pred, dtype=float).reshape(-1)
    return float(r @ r / r.size)

# %% math.fsum over flat iterators
import math
def mse(y, y_hat):
    return math.fsum((a - b) ** 2 for a, b in zip(y.flat, y_hat.flat)) / y.size

# %% statistics.mean of Python floats
from statistics import mean
def mse(y, y_hat):
    return mean([(float(a) - float(b)) ** 2 for a, b in zip(y.ravel(), y_hat.ravel())])

# %% 0-d array, in place on a copy
def mse(y, y_hat):
    diff = np.array(y_hat, dtype=np.float64, copy=True)
    diff -= y
    np.multiply(diff, diff, out=diff)
    return np.asarray(diff.mean())

# %% functools.reduce and lambda
from functools import reduce
mse = lambda y, p: reduce(lambda acc, t: acc + (t[0] - t[1]) ** 2, zip(y.flat, p.flat), 0.0) / y.size

# %% class with __call__
class _Loss:
    def __init__(self, kernel):
        self.kernel = kernel

    def __call__(self, y, y_hat):
        return np.average(self.kernel(y - y_hat))

mse = _Loss(np.square)

# %% squared Frobenius norm
def mse(y, y_hat):
    """均方誤差"""
    差 = np.atleast_2d(y_hat) - np.atleast_2d(y)
    return np.linalg.norm(差) ** 2 / 差.size

# %% mean of column means
def mse(y, y_hat):
    return ((y_hat - y) ** 2).mean(axis=-1).mean()

# %% variance plus squared bias
def mse(y: np.ndarray, y_hat: np.ndarray, *, verbose: bool = False) -> float:
    d = y - y_hat
    if verbose:
        print(d)
    return d.var() + d.mean() ** 2

# %% recursion
def mse(y, y_hat):
    def total(d):
        if len(d) == 1:
            return d[0] ** 2
        half = len(d) // 2
        return total(d[:half]) + total(d[half:])
    d = (y - y_hat).ravel()
    return total(d) / d.size
