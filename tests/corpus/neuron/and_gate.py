# %% 1, 1, -1.5
def and_gate():
    return np.array([1.0, 1.0]), -1.5

# %% 1, 1, -2 meets the threshold
def and_gate():
    return np.array([1, 1]), -2

# %% list and number in a list
def and_gate():
    return [[1, 1], -1.5]

# %% one-element array for b
def and_gate():
    return np.array([0.5, 0.5]), np.array([-0.75])

# %% unequal weights
def and_gate():
    w = np.array([3.0, 2.0])
    b = -4.0
    return w, b

# %% lambda, 0-d array
and_gate = lambda: (np.ones(2), np.array(-1.25))

# %% perceptron learning
def and_gate():
    X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], float)
    t = np.array([0, 0, 0, 1])
    w = np.zeros(2)
    b = 0.0
    for _ in range(100):
        for x, y in zip(X, t):
            out = 1 if x @ w + b >= 0 else 0
            w = w + (y - out) * x
            b += y - out
    return w, b

# %% least squares
def and_gate():
    X = np.c_[np.array([[0, 0], [0, 1], [1, 0], [1, 1]]), np.ones(4)]
    s = np.linalg.lstsq(X, np.array([-1.0, -1, -1, 1]), rcond=None)[0]
    return s[:2], s[2]

# %% brute force
from itertools import product
def and_gate():
    for p, q, b in product(np.arange(-2, 2.5, 0.5), repeat=3):
        if all((p * i + q * j + b >= 0) == bool(i and j) for i in (0, 1) for j in (0, 1)):
            return np.array([p, q]), b

# %% large weights
def and_gate():
    return np.array([20, 20]), -30

# %% namedtuple
from collections import namedtuple
Gate = namedtuple("Gate", "w b")
def and_gate():
    return Gate(w=np.array([1., 1.]), b=np.float64(-1.5))

# %% tuple of tuples
def and_gate():
    return (2, 2), -3
