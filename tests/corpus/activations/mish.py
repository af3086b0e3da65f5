# %% logaddexp
def mish(z):
    return z * np.tanh(np.logaddexp(0, z))

# %% log1p of exp: tanh(inf) is 1
def mish(z):
    return z * np.tanh(np.log1p(np.exp(z)))

# %% own softplus
def softplus(t):
    return np.maximum(t, 0) + np.log1p(np.exp(-np.abs(t)))
def mish(z):
    return np.multiply(z, np.tanh(softplus(z)))

# %% rational, clipped
def mish(z):
    e = np.exp(np.clip(z, -700, 30))
    n = e * (e + 2)
    return z * n / (n + 2)

# %% vectorize with math
import math
def _mish(t):
    sp = t if t > 30 else math.log1p(math.exp(t))
    return t * math.tanh(sp)
mish = np.vectorize(_mish, otypes=[float])

# %% errstate and log
def mish(z):
    with np.errstate(all="ignore"):
        return z * np.tanh(np.log(1 + np.exp(np.asarray(z, float))))

# %% flat generator
def mish(z):
    a = np.asarray(z, dtype=float)
    g = (t * np.tanh(np.logaddexp(0.0, t)) for t in a.flat)
    return np.fromiter(g, dtype=float, count=a.size).reshape(a.shape)
