# %% z over 1 + e^-z
def swish(z):
    return z / (1 + np.exp(-z))

# %% z times own sigmoid
def sigmoid(z):
    return 0.5 * (np.tanh(0.5 * z) + 1)
def swish(z):
    return z * sigmoid(z)

# %% abs and where
def swish(z):
    e = np.exp(-np.abs(z))
    return z * np.where(z >= 0, 1, e) / (1 + e)

# %% exp of logaddexp
swish = lambda z: z * np.exp(-np.logaddexp(0, -z))

# %% clip
def swish(z):
    return z * (1 / (1 + np.exp(-np.clip(z, -700, 700))))

# %% vectorize with math
import math
def _silu(t):
    try:
        return t / (1 + math.exp(-t))
    except OverflowError:
        return 0.0
swish = np.vectorize(_silu, otypes=[float])

# %% extra beta
def swish(z, beta=1.0):
    return np.multiply(z, 1 / (1 + np.exp(-beta * np.asarray(z, float))))

# %% masks
def swish(z):
    x = np.asarray(z, float)
    s = np.empty_like(x)
    n = x < 0
    s[n] = np.exp(x[n]) / (1 + np.exp(x[n]))
    s[~n] = 1 / (1 + np.exp(-x[~n]))
    return x * s
