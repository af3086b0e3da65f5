# %% clip and one line
def cross_entropy(y, y_hat):
    return -np.sum(y * np.log(np.clip(y_hat, 1e-12, 1))) / y.shape[1]

# %% fancy indexing by argmax
def cross_entropy(y, y_hat):
    n = y.shape[-1]
    picked = y_hat[y.argmax(axis=0), np.arange(n)]
    return -np.log(np.maximum(picked, 1e-15)).mean()

# %% double loop
import math
def cross_entropy(y, y_hat):
    k, n = y.shape
    loss = 0.0
    for i in range(n):
        for c in range(k):
            if y[c][i] == 1:
                loss += -math.log(max(y_hat[c][i], 1e-12))
    return loss / n

# %% sum over classes, mean over samples
def cross_entropy(y, y_hat):
    y_hat = np.clip(y_hat, 1e-10, 1.0)
    per_sample = -(y * np.log(y_hat)).sum(axis=0)
    return per_sample.mean()

# %% einsum
def cross_entropy(y, y_hat):
    logp = np.log(y_hat + 1e-13)
    return -np.einsum("ki,ki->", y, logp) / y.shape[1]

# %% trace
def cross_entropy(y, y_hat):
    p = np.where(y_hat > 0, y_hat, 1e-20)
    return -np.trace(y.T @ np.log(p)) / y.shape[1]

# %% boolean mask
def cross_entropy(y, y_hat):
    return float(np.mean(-np.log(np.clip(y_hat.T[y.T.astype(bool)], 1e-12, None))))

# %% product of the class probabilities
def cross_entropy(y, y_hat):
    likelihood = np.prod(np.maximum(y_hat, 1e-16) ** y, axis=0)
    return -np.log(likelihood).mean()

# %% transposed and zipped
def cross_entropy(y, y_hat):
    return sum(-float(np.dot(t, np.log(np.fmax(p, 1e-9)))) for t, p in zip(y.T, y_hat.T)) / len(y.T)

# %% where= argument of the ufunc
def cross_entropy(y, y_hat):
    p = np.clip(y_hat, np.finfo(float).tiny, None)
    out = np.log(p, out=np.zeros_like(p, dtype=float), where=y != 0)
    return -out.sum() / out.shape[1]

# %% apply_along_axis on a stack
def cross_entropy(y, y_hat):
    k = y.shape[0]
    def one(column):
        return -np.log(max((column[:k] * column[k:]).sum(), 1e-12))
    return np.apply_along_axis(one, 0, np.vstack([y, y_hat])).mean()
