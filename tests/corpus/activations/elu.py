# %% where with expm1
def elu(z, alpha=1.0):
    return np.where(z > 0, z, alpha * np.expm1(np.minimum(z, 0)))

# %% where, a warning costs nothing
def elu(z, alpha=1.0):
    return np.where(z > 0, z, alpha * (np.exp(z) - 1))

# %% maximum plus minimum
def elu(z, alpha=1.0):
    return np.maximum(z, 0) + alpha * (np.exp(np.minimum(z, 0)) - 1)

# %% masks
def elu(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    out = z.copy()
    neg = z < 0
    out[neg] = alpha * (np.exp(z[neg]) - 1)
    return out

# %% vectorize with math
import math
def elu(z, alpha=1.0):
    return np.vectorize(lambda t: t if t > 0 else alpha * math.expm1(t), otypes=[float])(z)

# %% piecewise
def elu(z, alpha=1.0):
    z = np.asarray(z, float)
    return np.piecewise(z, [z >= 0], [lambda t: t, lambda t: alpha * np.expm1(t)])

# %% ufunc where=
def elu(z, alpha=1.0):
    out = np.array(z, dtype=float)
    np.expm1(out, out=out, where=out < 0)
    return np.where(np.asarray(z) < 0, alpha * out, out)

# %% select
def elu(z, alpha=1.0):
    with np.errstate(over="ignore"):
        return np.select([z > 0, z <= 0], [z, alpha * np.expm1(z)])

# %% loop over flat, nested lists back
def elu(z, alpha=1.0):
    a = np.asarray(z, float)
    flat = [t if t >= 0 else alpha * (np.exp(t) - 1) for t in a.ravel()]
    return np.reshape(flat, a.shape)

# %% clip
def elu(z, alpha=1.0):
    return np.clip(z, 0, None) - alpha * (1 - np.exp(np.clip(z, None, 0)))
