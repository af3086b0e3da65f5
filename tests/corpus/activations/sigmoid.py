# %% the formula (a warning costs nothing)
def sigmoid(z):
    return 1 / (1 + np.exp(-z))

# %% clipped argument
def sigmoid(z):
    z = np.clip(z, -500, 500)
    return 1.0 / (1.0 + np.exp(-z))

# %% tanh
def sigmoid(z):
    return 0.5 * (1 + np.tanh(np.asarray(z) / 2))

# %% two branches with np.where and abs
def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))

# %% masks
def sigmoid(z):
    z = np.asarray(z, dtype=np.float64)
    out = np.empty_like(z)
    pos = z >= 0
    out[pos] = 1 / (1 + np.exp(-z[pos]))
    e = np.exp(z[~pos])
    out[~pos] = e / (1 + e)
    return out

# %% exp of logaddexp
def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))

# %% np.vectorize on scalars with math
import math
def _one(t):
    if t >= 0:
        return 1 / (1 + math.exp(-t))
    return math.exp(t) / (1 + math.exp(t))
sigmoid = np.vectorize(_one, otypes=[float])

# %% reciprocal, errstate
def sigmoid(z):
    with np.errstate(over="ignore"):
        return np.reciprocal(1.0 + np.exp(-np.asarray(z, float)))

# %% np.piecewise
def sigmoid(z):
    z = np.asarray(z, float)
    return np.piecewise(z, [z < 0], [lambda t: np.exp(t) / (1 + np.exp(t)), lambda t: 1 / (1 + np.exp(-t))])

# %% a loop over flat
def sigmoid(z):
    z = np.asarray(z)
    r = np.zeros(z.shape)
    for i in np.ndindex(z.shape):
        r[i] = 1 / (1 + np.exp(-float(z[i])))
    return r

# %% softmax of two
def sigmoid(z):
    m = np.maximum(z, 0)
    return np.exp(z - m) / (np.exp(z - m) + np.exp(-m))

# %% expm1
def sigmoid(z):
    return 1 / (2 + np.expm1(-np.asarray(z, dtype=float)))

# %% longdouble inside
def sigmoid(z):
    return np.asarray(1 / (1 + np.exp(-np.asarray(z, np.longdouble))), dtype=float)

# %% power
def sigmoid(z):
    return (1 + np.e ** (-np.asarray(z, float))) ** -1
