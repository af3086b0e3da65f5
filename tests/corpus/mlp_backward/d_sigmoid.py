# %% s(1 - s), stable where
def d_sigmoid(z):
    e = np.exp(-np.abs(z))
    return e / (1 + e) ** 2

# %% plain formula under errstate
def d_sigmoid(z):
    with np.errstate(over="ignore"):
        s = 1 / (1 + np.exp(-np.asarray(z, dtype=float)))
    return s * (1 - s)

# %% tanh
def d_sigmoid(z):
    return (1 - np.tanh(np.multiply(z, 0.5)) ** 2) / 4

# %% product of the two sigmoids
def d_sigmoid(z):
    def s(t):
        return np.exp(-np.logaddexp(0, -t))
    return s(z) * s(-z)

# %% exp of logs
def d_sigmoid(z):
    return np.exp(-np.logaddexp(0, z) - np.logaddexp(0, -z))

# %% masks for either sign
def d_sigmoid(z):
    z = np.asarray(z, dtype=float)
    s = np.empty_like(z)
    pos = z >= 0
    s[pos] = 1 / (1 + np.exp(-z[pos]))
    e = np.exp(z[~pos])
    s[~pos] = e / (1 + e)
    return s - s ** 2

# %% np.vectorize with math
import math
@np.vectorize
def d_sigmoid(z):
    t = math.exp(-abs(z))
    return t / (1.0 + t) / (1.0 + t)

# %% clipped at 500: zero to the last digit there
def d_sigmoid(z):
    s = 1 / (1 + np.exp(-np.clip(z, -500, 500)))
    return s * (1 - s)
