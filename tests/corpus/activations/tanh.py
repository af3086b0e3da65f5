# %% the ufunc
tanh = np.tanh

# %% call
def tanh(z):
    return np.tanh(z)

# %% via sigmoid of 2z
def tanh(z):
    return 2 / (1 + np.exp(-2 * np.asarray(z, float))) - 1

# %% one minus two over e^{2z}+1
def tanh(z):
    return 1 - 2 / (np.exp(2 * z) + 1)

# %% sign and e to minus twice the absolute value
def tanh(z):
    e = np.exp(-2 * np.abs(z))
    return np.sign(z) * (1 - e) / (1 + e)

# %% expm1
def tanh(z):
    t = np.expm1(-2 * np.abs(z))
    return np.copysign(t / (t + 2), z) * 1.0

# %% clip then the formula
def tanh(z):
    z = np.clip(z, -20, 20)
    return (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))

# %% math.tanh vectorised
import math
tanh = np.vectorize(math.tanh, otypes=[float])

# %% frompyfunc and astype
import math
_t = np.frompyfunc(math.tanh, 1, 1)
def tanh(z):
    return np.asarray(_t(np.asarray(z, float)), dtype=object).astype(float)

# %% nan replaced by the sign
def tanh(z):
    z = np.asarray(z, float)
    with np.errstate(all="ignore"):
        r = (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))
    return np.where(np.isnan(r), np.sign(z), r)
