# %% one line
def d_mse(y, y_hat):
    return 2 * (y_hat - y) / y.size

# %% loop over ndindex
def d_mse(y, y_hat):
    g = np.zeros(y.shape)
    for i in np.ndindex(*y.shape):
        g[i] = 2.0 * (y_hat[i] - y[i]) / y.size
    return g

# %% minus two times the other difference
def d_mse(y, y_hat):
    N = np.prod(y.shape)
    return -2.0 / N * (y - y_hat)

# %% list comprehension, list returned
def d_mse(y, y_hat):
    flat = [2 * (float(b) - float(a)) / y.size for a, b in zip(y.flat, y_hat.flat)]
    return np.array(flat).reshape(y.shape).tolist()

# %% in place on a copy
def d_mse(y, y_hat):
    g = y_hat.astype(np.float64)
    g -= y
    g *= 2
    g /= g.size
    return g

# %% complex step, element by element
def d_mse(y, y_hat):
    g = np.empty(y_hat.shape)
    for i in np.ndindex(y_hat.shape):
        z = y_hat.astype(complex)
        z[i] += 1e-20j
        g[i] = np.mean((z - y) ** 2).imag / 1e-20
    return g

# %% fromiter
def d_mse(y, y_hat):
    y, y_hat = np.asarray(y), np.asarray(y_hat)
    it = ((p - t) * 2 / y.size for t, p in zip(y.ravel(), y_hat.ravel()))
    return np.fromiter(it, float).reshape(y_hat.shape)

# %% ufuncs with out=
def d_mse(y, y_hat):
    out = np.subtract(y_hat, y, dtype=float)
    return np.multiply(out, 2 / out.size, out=out)
