# %% the simplified fraction
def d_bce(y, y_hat):
    return (y_hat - y) / (y_hat * (1 - y_hat)) / y.size

# %% two terms
def d_bce(y, y_hat):
    return (-y / y_hat + (1 - y) / (1 - y_hat)) / y.size

# %% clipped
def d_bce(y, y_hat, eps=1e-12):
    p = np.clip(y_hat, eps, 1 - eps)
    return -(np.divide(y, p) - np.divide(1 - y, 1 - p)) / np.prod(np.shape(y))

# %% where on the label
def d_bce(y, y_hat):
    return np.where(y == 1, -1 / y_hat, 1 / (1 - y_hat)) / y.size

# %% one fraction for both labels
def d_bce(y, y_hat):
    return 1 / ((1 - y) - y_hat) / y.size

# %% loop with if
def d_bce(y, y_hat):
    g = np.zeros_like(y_hat, dtype=np.float64)
    for i, t in np.ndenumerate(y):
        if t:
            g[i] = -1 / y_hat[i]
        else:
            g[i] = 1 / (1 - y_hat[i])
    return g / g.size

# %% masks
def d_bce(y, y_hat):
    g = np.empty(y_hat.shape)
    pos = y == 1
    g[pos] = -np.reciprocal(y_hat[pos])
    g[~pos] = np.reciprocal(1 - y_hat[~pos])
    return g / y.size

# %% by the logit
def d_bce(y, y_hat):
    p = np.asarray(y_hat, dtype=float)
    z = np.log(p / (1 - p))
    s = 1 / (1 + np.exp(-z))
    return (s - y) / np.size(y) * (2 + 2 * np.cosh(z))
