# %% one line
def mae(y, y_hat):
    return np.mean(np.abs(y - y_hat))

# %% where on the sign
def mae(y, y_hat):
    d = y_hat - y
    return np.where(d < 0, -d, d).mean()

# %% built-in abs and sum
def mae(y, y_hat):
    return sum(abs(float(a) - float(b)) for a, b in zip(y.flatten(), y_hat.flatten())) / y.size

# %% mask on a copy
def mae(y, y_hat):
    d = np.subtract(y, y_hat).astype(float)
    d[d < 0] *= -1
    return d.sum() / d.size

# %% 1-norm
def mae(y, y_hat):
    return np.linalg.norm(np.ravel(y - y_hat), 1) / np.size(y)

# %% square root of the square, element by element
def mae(y, y_hat):
    return np.sqrt((y - y_hat) ** 2).mean()

# %% larger minus smaller
def mae(y, y_hat):
    return (np.maximum(y, y_hat) - np.minimum(y, y_hat)).mean().item()

# %% partial of a general p-loss
from functools import partial
def _p_loss(y, y_hat, p):
    return (np.abs(y - y_hat) ** p).mean()
mae = partial(_p_loss, p=1)

# %% running mean
def mae(y, y_hat):
    average = 0.0
    for i, (a, b) in enumerate(zip(y.reshape(-1), y_hat.reshape(-1)), start=1):
        average += (abs(a - b) - average) / i
    return average

# %% np.vectorize
_gap = np.vectorize(lambda a, b: a - b if a > b else b - a, otypes=[float])
def mae(y, y_hat):
    return np.add.reduce(_gap(y, y_hat), axis=None) / y.size
