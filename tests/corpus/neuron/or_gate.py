# %% 1, 1, -0.5
def or_gate():
    return np.array([1.0, 1.0]), -0.5

# %% 1, 1, -1 meets the threshold
def or_gate():
    return np.array([1, 1]), -1

# %% list, int
def or_gate():
    return [2, 2], -1

# %% one-element array for b
def or_gate():
    return np.full(2, 10.0), np.array([-5.0])

# %% unequal weights
def or_gate():
    return np.array([3, 1]), -1

# %% list of the two
def or_gate():
    return [np.array([1.0, 1.0]), -0.5]

# %% small numbers
def or_gate():
    return np.array([1e-3, 1e-3]), -5e-4

# %% perceptron learning
def or_gate():
    w, b = [0, 0], 0
    for _ in range(20):
        for i in (0, 1):
            for j in (0, 1):
                e = int(i or j) - int(w[0] * i + w[1] * j + b >= 0)
                w = [w[0] + e * i, w[1] + e * j]
                b += e
    return np.array(w), b

# %% negative gate of the negated inputs
def or_gate():
    w_and, b_and = np.array([1.0, 1.0]), -1.5
    return w_and, -(w_and.sum() + b_and)

# %% 0-d array for b
or_gate = lambda: (np.array([1., 1.]), np.array(-.5))
