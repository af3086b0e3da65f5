# %% one line
def d_cross_entropy(y, y_hat):
    return -y / y_hat / y.shape[1]

# %% where on the label
def d_cross_entropy(y, y_hat):
    n = y.shape[1]
    return np.where(y == 1, -1 / (n * y_hat), 0.0)

# %% one entry a column
def d_cross_entropy(y, y_hat):
    grad = np.zeros(y.shape)
    for i in range(y.shape[1]):
        c = np.argmax(y[:, i])
        grad[c, i] = -1 / y_hat[c, i]
    return grad / y.shape[1]

# %% mask
def d_cross_entropy(y, y_hat):
    g = np.zeros(y_hat.shape)
    m = y.astype(bool)
    g[m] = 1 / y_hat[m]
    return -g / g.shape[-1]

# %% fancy indexing
def d_cross_entropy(y, y_hat):
    k, n = y.shape
    c, i = y.argmax(0), np.arange(n)
    out = np.zeros((k, n))
    out[c, i] = -1.0 / (y_hat[c, i] * n)
    return out

# %% clipped, list returned
def d_cross_entropy(y, y_hat):
    p = np.clip(y_hat, 1e-12, 1.0)
    return [[-a / b / y.shape[1] for a, b in zip(r, s)] for r, s in zip(y, p)]

# %% column by column, stacked
def d_cross_entropy(y, y_hat):
    return np.column_stack([-t / p for t, p in zip(y.T, y_hat.T)]) / y.T.shape[0]
