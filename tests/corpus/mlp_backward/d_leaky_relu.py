# %% where
def d_leaky_relu(z, a=0.01):
    return np.where(z > 0, 1.0, a)

# %% arithmetic on the mask
def d_leaky_relu(z, a=0.01):
    m = np.greater(z, 0)
    return m + a * (1 - m)

# %% masks
def d_leaky_relu(z, a=0.01):
    z = np.asarray(z, dtype=float)
    g = np.full(z.shape, float(a))
    g[z > 0] = 1
    return g

# %% piecewise
def d_leaky_relu(z, a=1e-2):
    z = np.asarray(z, float)
    return np.piecewise(z, [z <= 0, z > 0], [a, 1.0])

# %% power of a
def d_leaky_relu(z, a=0.01):
    return np.float_power(a, np.where(z > 0, 0, 1))

# %% element by element
def d_leaky_relu(z, a=0.01):
    slope = lambda v: 1.0 if v > 0 else a
    z = np.asarray(z)
    return np.array([slope(v) for v in z.ravel()], dtype=float).reshape(z.shape)

# %% choose
def d_leaky_relu(z, a=0.01):
    return np.choose((np.asarray(z) > 0).astype(int), [a, 1.0])
