# %% sign
def d_mae(y, y_hat):
    return np.sign(y_hat - y) / y.size

# %% nested where
def d_mae(y, y_hat):
    return np.where(y_hat > y, 1, np.where(y_hat < y, -1, 0)) / np.size(y)

# %% select
def d_mae(y, y_hat):
    d = y_hat - y
    return np.select([d > 0, d < 0], [1.0, -1.0], 0.0) / d.size

# %% difference of booleans
def d_mae(y, y_hat):
    return ((y_hat > y).astype(float) - (y_hat < y).astype(float)) / y.size

# %% masks on zeros
def d_mae(y, y_hat):
    g = np.zeros(np.shape(y_hat), dtype=float)
    g[y_hat > y] = 1 / y.size
    g[y_hat < y] = -1 / y.size
    return g

# %% piecewise
def d_mae(y, y_hat):
    d = (y_hat - y).astype(float)
    return np.piecewise(d, [d < 0, d == 0, d > 0], [-1, 0, 1]) / d.size

# %% if in a loop
def d_mae(y, y_hat):
    out = []
    for a, b in zip(y.ravel(), y_hat.ravel()):
        if b > a:
            out.append(1.0)
        elif b < a:
            out.append(-1.0)
        else:
            out.append(0.0)
    return np.array(out).reshape(y.shape) / len(out)

# %% d over its absolute value, zero guarded
def d_mae(y, y_hat):
    d = np.asarray(y_hat - y, dtype=float)
    return np.divide(d, np.abs(d), out=np.zeros_like(d), where=d != 0) / d.size

# %% copysign, zero multiplied out
def d_mae(y, y_hat):
    d = y_hat - y
    return np.copysign(1.0, d) * (d != 0) / d.size

# %% match statement under vectorize
def _s(d):
    match d:
        case 0:
            return 0.0
        case x if x > 0:
            return 1.0
        case _:
            return -1.0
def d_mae(y, y_hat):
    return np.vectorize(_s, otypes=[float])(y_hat - y) / y.size
