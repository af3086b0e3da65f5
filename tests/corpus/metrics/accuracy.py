# %% mean of equality
def accuracy(y, y_pred):
    return np.mean(y == y_pred)

# %% counts
def accuracy(y, y_pred):
    return np.sum(y == y_pred) / len(y)

# %% loop
def accuracy(y, y_pred):
    right = 0
    for a, b in zip(y, y_pred):
        if a == b:
            right += 1
    return right / len(y)

# %% one minus the mean difference
def accuracy(y, y_pred):
    return 1 - np.abs(np.asarray(y, float) - y_pred).mean()

# %% tp plus tn
def accuracy(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    tn = np.sum((y == 0) & (y_pred == 0))
    fp = np.sum((y == 0) & (y_pred == 1))
    fn = np.sum((y == 1) & (y_pred == 0))
    return (tp + tn) / (tp + tn + fp + fn)

# %% count_nonzero
accuracy = lambda y, p: np.count_nonzero(np.equal(y, p)) / np.size(y)

# %% fractions
from fractions import Fraction
def accuracy(y, y_pred):
    return float(Fraction(sum(int(a) == int(b) for a, b in zip(y, y_pred)), len(y)))

# %% statistics
from statistics import mean
def accuracy(y, y_pred):
    return mean(float(a == b) for a, b in zip(y.tolist(), y_pred.tolist()))

# %% xor of ints
def accuracy(y, y_pred):
    wrong = np.bitwise_xor(np.asarray(y).astype(int), np.asarray(y_pred).astype(int))
    return 1.0 - wrong.sum() / wrong.size

# %% confusion table, trace
def accuracy(y, y_pred):
    table = np.zeros((2, 2))
    np.add.at(table, (np.asarray(y, int), np.asarray(y_pred, int)), 1)
    return np.trace(table) / table.sum()

# %% 0-d array
def accuracy(y, y_pred):
    return np.array(np.average(np.where(y == y_pred, 1.0, 0.0)))
