# %% ones_like
def d_linear(z):
    return np.ones_like(z, dtype=float)

# %% np.ones of the shape
def d_linear(z):
    return np.ones(np.shape(z))

# %% z times 0 plus 1
def d_linear(z):
    return 0.0 * z + 1.0

# %% np.vectorize
d_linear = np.vectorize(lambda z: 1.0, otypes=[float])

# %% full_like, whole numbers
def d_linear(z):
    return np.full_like(z, 1)

# %% by numerical differentiation of the line, rounded
def d_linear(z):
    f = lambda t: t
    return np.round((f(np.asarray(z) + 1.0) - f(np.asarray(z) - 1.0)) / 2.0, 9)

# %% exp of zeros
def d_linear(z):
    return np.exp(np.zeros_like(np.asarray(z, dtype=float)))
