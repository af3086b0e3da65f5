# %% logaddexp
def softplus(z, beta=1.0):
    return np.logaddexp(0, beta * z) / beta

# %% max plus log1p
def softplus(z, beta=1.0):
    t = beta * z
    return (np.maximum(t, 0) + np.log1p(np.exp(-np.abs(t)))) / beta

# %% where with a threshold as PyTorch has it
def softplus(z, beta=1.0):
    t = beta * np.asarray(z, float)
    return np.where(t > 20, t, np.log1p(np.exp(np.minimum(t, 20)))) / beta

# %% z - log sigmoid
def softplus(z, beta=1.0):
    t = np.asarray(beta * z, dtype=float)
    s = np.where(t > 0, 1 / (1 + np.exp(-np.abs(t))), 1.0)
    return np.where(t > 0, t - np.log(s), np.log1p(np.exp(-np.abs(t)))) / beta

# %% infinity replaced
def softplus(z, beta=1.0):
    with np.errstate(over="ignore"):
        r = np.log1p(np.exp(beta * np.asarray(z, float))) / beta
    return np.where(np.isinf(r), z, r)

# %% math on scalars, vectorised
import math
def softplus(z, beta=1.0):
    def one(t):
        t *= beta
        return (t + math.log1p(math.exp(-t)) if t > 0 else math.log1p(math.exp(t))) / beta
    return np.vectorize(one, otypes=[float])(z)

# %% logaddexp.reduce of a stack
def softplus(z, beta=1.0):
    t = beta * np.asarray(z, float)
    return np.logaddexp.reduce(np.stack([np.zeros_like(t), t]), axis=0) / beta

# %% logaddexp2
def softplus(z, beta=1.0):
    k = beta / np.log(2)
    return np.logaddexp2(0.0, k * np.asarray(z)) / k

# %% beta scales a unit softplus
def _unit(t):
    return np.maximum(t, 0) + np.log(1 + np.exp(-np.abs(t)))
softplus = lambda z, beta=1.0: _unit(np.multiply(z, beta)) / beta
