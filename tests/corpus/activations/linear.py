# %% identity
def linear(z):
    return z

# %% a copy
def linear(z):
    return np.array(z, copy=True)

# %% lambda
linear = lambda z: z

# %% unary plus
def linear(z: np.ndarray) -> np.ndarray:
    """恆等函數"""
    return +z

# %% ufunc
linear = np.positive

# %% times one
def linear(x):
    return 1.0 * x

# %% np.vectorize
linear = np.vectorize(lambda v: float(v))

# %% nested lists back
def linear(z):
    return np.asarray(z).tolist()
