# %% where
def leaky_relu(z, a=0.01):
    return np.where(z > 0, z, a * z)

# %% maximum
def leaky_relu(z, a=0.01):
    return np.maximum(a * z, z)

# %% maximum plus minimum
def leaky_relu(z, a=0.01):
    return np.maximum(0, z) + a * np.minimum(0, z)

# %% float copy and mask
def leaky_relu(z, a=0.01):
    out = np.array(z, dtype=float)
    out[out < 0] *= a
    return out

# %% slopes array
def leaky_relu(z, a=0.01):
    return z * np.where(np.asarray(z) >= 0, 1, a)

# %% vectorize with otypes
def leaky_relu(z, a=0.01):
    return np.vectorize(lambda t: t if t > 0 else a * t, otypes=[float])(z)

# %% absolute value
def leaky_relu(z, a=0.01):
    return ((1 + a) * z + (1 - a) * np.abs(z)) / 2

# %% masks multiplied
def leaky_relu(z, a=0.01):
    return (z > 0) * z + (z <= 0) * a * z

# %% partial of a wider function
from functools import partial
def prelu(z, a=0.01, lower=0.0, upper=None):
    return np.where(z < lower, a * z, z)
leaky_relu = partial(prelu, lower=0)

# %% stack and max
def leaky_relu(z, a=0.01):
    return np.max(np.stack([np.asarray(z, float), a * np.asarray(z, float)]), axis=0)

# %% piecewise
def leaky_relu(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.piecewise(z, [z < 0], [lambda t: a * t, lambda t: t])
