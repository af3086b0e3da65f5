# %% abs
def softsign(z):
    return z / (1 + np.abs(z))

# %% builtin abs
softsign = lambda z: z / (abs(z) + 1)

# %% np.where
def softsign(z):
    z = np.asarray(z, float)
    return np.where(z >= 0, z / (1 + np.where(z >= 0, z, 0)), z / (1 - np.where(z < 0, z, 0)))

# %% out= on a fresh array
def softsign(z):
    d = np.abs(np.asarray(z, dtype=float))
    d = d + 1
    return np.divide(z, d)

# %% sqrt of the square
def softsign(x):
    return x / (1 + np.sqrt(np.square(x)))

# %% sign times one minus reciprocal
def softsign(z):
    return np.sign(z) * (1 - 1 / (1 + np.absolute(z)))

# %% loop over flat
def softsign(z):
    z = np.array(z, dtype=float)
    for i, t in enumerate(z.flat):
        z.flat[i] = t / (1 + abs(t))
    return z

# %% np.vectorize with floats
softsign = np.vectorize(lambda t: t / (1.0 + abs(t)))
