# %% stable sigmoid of beta z
def d_softplus(z, beta=1.0):
    return np.exp(-np.logaddexp(0, -beta * z))

# %% tanh
def d_softplus(z, beta=1.0):
    return 0.5 + 0.5 * np.tanh(0.5 * beta * z)

# %% plain sigmoid under errstate
def d_softplus(z, beta=1.0):
    with np.errstate(over="ignore"):
        return 1 / (1 + np.exp(-beta * z))

# %% where with both halves safe
def d_softplus(z, beta=1.0):
    t = beta * np.asarray(z, dtype=float)
    e = np.exp(-np.abs(t))
    return np.where(t >= 0, 1 / (1 + e), e / (1 + e))

# %% e / (1 + e) with the exponent capped, exact to the last digit
def d_softplus(z, beta=1.0):
    e = np.exp(np.minimum(np.multiply(beta, z), 700.0))
    return e / (1 + e)

# %% math with if
import math
def _s(t):
    if t >= 0:
        return 1 / (1 + math.exp(-t))
    return math.exp(t) / (1 + math.exp(t))
def d_softplus(z, beta=1.0):
    return np.vectorize(_s, otypes=[float])(beta * np.asarray(z))
