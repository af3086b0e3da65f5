# %% max over axis 0 with keepdims
def softmax(z):
    e = np.exp(z - np.max(z, axis=0, keepdims=True))
    return e / np.sum(e, axis=0, keepdims=True)

# %% broadcasting without keepdims
def softmax(z):
    e = np.exp(z - z.max(0))
    return e / e.sum(0)

# %% log-sum-exp
def softmax(z):
    return np.exp(z - np.logaddexp.reduce(z, axis=0))

# %% transposed, last axis
def softmax(z):
    t = np.asarray(z, float).T
    t = t - t.max(axis=-1, keepdims=True)
    e = np.exp(t)
    return (e / e.sum(axis=-1, keepdims=True)).T

# %% column loop
def softmax(z):
    def one(c):
        e = np.exp(c - c.max())
        return e / e.sum()
    if z.ndim == 1:
        return one(z)
    return np.stack([one(z[:, i]) for i in range(z.shape[1])], axis=1)

# %% apply_along_axis
def softmax(z):
    return np.apply_along_axis(lambda c: np.exp(c - max(c)) / sum(np.exp(c - max(c))), 0, z)

# %% plain Python
import math
def softmax(z):
    if np.ndim(z) == 1:
        m = max(z)
        e = [math.exp(t - m) for t in z]
        return [t / sum(e) for t in e]
    return np.array([softmax(c) for c in np.transpose(z)]).T

# %% add.reduce, out= on fresh arrays
def softmax(z):
    e = np.array(z, dtype=float)
    np.subtract(e, np.maximum.reduce(e, axis=0), out=e)
    np.exp(e, out=e)
    e /= np.add.reduce(e, axis=0)
    return e

# %% pairwise differences
def softmax(z):
    z = np.asarray(z, float)
    with np.errstate(over="ignore"):
        return 1 / np.exp(z[None] - z[:, None]).sum(axis=1)

# %% einsum divides
def softmax(z):
    z = np.asarray(z, float)
    e = np.exp(z - z.max(axis=0))
    return np.einsum("i...,...->i...", e, 1 / e.sum(axis=0))

# %% extra axis argument
def softmax(z, axis=0):
    shifted = z - np.amax(z, axis=axis, keepdims=True)
    return np.exp(shifted) / np.sum(np.exp(shifted), axis=axis, keepdims=True)

# %% 2-D first, then squeezed
def softmax(z):
    z2 = z.reshape(z.shape[0], -1)
    e = np.exp(z2 - z2.max(axis=0))
    return (e / e.sum(axis=0)).reshape(z.shape)

# %% Chinese names
def softmax(分數):
    位移 = 分數 - np.max(分數, axis=0)
    指數 = np.exp(位移)
    return 指數 / 指數.sum(axis=0)
