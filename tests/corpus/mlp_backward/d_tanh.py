# %% 1 - tanh squared
def d_tanh(z):
    return 1 - np.tanh(z) ** 2

# %% through exp of minus twice the absolute value
def d_tanh(z):
    e = np.exp(-2 * np.abs(z))
    return 4 * e / (1 + e) ** 2

# %% product of sum and difference
def d_tanh(z):
    t = np.tanh(z)
    return (1 - t) * (1 + t)

# %% sech squared, cosh may overflow
def d_tanh(z):
    with np.errstate(over="ignore"):
        return 1 / np.cosh(z) ** 2

# %% loop on the flat array
import math
def d_tanh(z):
    z = np.asarray(z, dtype=float)
    return np.array([1 - math.tanh(v) ** 2 for v in z.flat]).reshape(z.shape)

# %% frompyfunc
import math
_d = np.frompyfunc(lambda v: 1.0 - math.tanh(v) * math.tanh(v), 1, 1)
def d_tanh(z):
    return np.asarray(_d(z), dtype=float)

# %% four times the sigmoid's slope at 2z
def d_tanh(z):
    t = np.exp(-np.logaddexp(0, -2.0 * z))
    return 4 * t * (1 - t)
