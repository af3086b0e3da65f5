# %% where
def selu(z, lam=1.0507009873554805, alpha=1.6732632423543772):
    return lam * np.where(z > 0, z, alpha * np.expm1(np.minimum(z, 0)))

# %% where with lam on each side
def selu(z, lam=1.0507009873554805, alpha=1.6732632423543772):
    return np.where(z >= 0, lam * z, lam * alpha * (np.exp(z) - 1))

# %% own elu
def elu(z, alpha):
    return np.maximum(z, 0) + alpha * np.expm1(np.minimum(z, 0))
def selu(z, lam=1.0507009873554805, alpha=1.6732632423543772):
    return lam * elu(z, alpha)

# %% global constants
LAMBDA = 1.0507009873554804934193349852946
ALPHA = 1.6732632423543772848170429916717
def selu(z, lam=LAMBDA, alpha=ALPHA):
    z = np.asarray(z, float)
    out = np.empty(z.shape)
    p = z > 0
    out[p] = lam * z[p]
    out[~p] = lam * alpha * np.expm1(z[~p])
    return out

# %% vectorize
import math
@np.vectorize
def _selu(t, lam, alpha):
    t = float(t)
    return lam * t if t > 0 else lam * alpha * (math.exp(t) - 1)
def selu(z, lam=1.0507009873554805, alpha=1.6732632423543772):
    return _selu(z, lam, alpha)

# %% piecewise
def selu(z, lam=1.0507009873554805, alpha=1.6732632423543772):
    z = np.asarray(z, dtype=np.float64)
    return np.piecewise(z, [z < 0], [lambda t: lam * alpha * np.expm1(t), lambda t: lam * t])

# %% constants to seven places agree to 1e-6
def selu(z, lam=1.0507009873, alpha=1.6732632423):
    return lam * (np.maximum(z, 0) + alpha * (np.exp(np.minimum(z, 0)) - 1))

# %% keyword-only names through kwargs
def selu(z, *rest, **named):
    lam = named.get("lam", rest[0] if rest else 1.0507009873554805)
    alpha = named.get("alpha", rest[1] if len(rest) > 1 else 1.6732632423543772)
    return np.where(z > 0, lam * z, lam * alpha * np.expm1(np.minimum(z, 0)))
