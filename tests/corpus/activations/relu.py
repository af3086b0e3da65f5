# %% maximum
def relu(z):
    return np.maximum(0, z)

# %% where
def relu(z):
    return np.where(z > 0, z, 0)

# %% times a mask
def relu(z):
    return z * (z > 0)

# %% mean of z and its absolute value
def relu(z):
    return (z + np.abs(z)) / 2

# %% mask on a copy
def relu(z):
    out = np.array(z)
    out[out < 0] = 0
    return out

# %% clip
def relu(z):
    return np.clip(z, 0, None)

# %% partial
from functools import partial
relu = partial(np.maximum, 0.0)

# %% vectorize with a float zero
relu = np.vectorize(lambda t: max(0.0, float(t)))

# %% recursion
def relu(z):
    if np.ndim(z) == 0:
        return z if z > 0 else 0.0
    return np.array([relu(r) for r in z])

# %% select
def relu(z):
    return np.select([z <= 0], [0.0], default=z)

# %% piecewise with float
def relu(z):
    z = np.asarray(z, float)
    return np.piecewise(z, [z < 0, z >= 0], [0, lambda t: t])

# %% fmax, closure
def make(floor):
    def f(z):
        return np.fmax(z, floor)
    return f
relu = make(0)

# %% heaviside
def relu(z):
    return z * np.heaviside(z, 0.5)

# %% nested comprehension, list back
def relu(z):
    def go(v):
        return [go(t) for t in v] if isinstance(v, list) else (v if v > 0 else 0)
    return go(np.asarray(z).tolist())
