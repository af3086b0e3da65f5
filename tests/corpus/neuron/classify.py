# %% where
def classify(y_hat, threshold=0.5):
    return np.where(y_hat >= threshold, 1, 0)

# %% where the other way about
def classify(y_hat, threshold=0.5):
    return np.where(y_hat < threshold, 0.0, 1.0)

# %% astype
def classify(y_hat, threshold=0.5):
    return (y_hat >= threshold).astype(int)

# %% bool back
def classify(y_hat, threshold=0.5):
    return y_hat >= threshold

# %% greater_equal times one
def classify(y_hat, threshold=0.5):
    return np.greater_equal(y_hat, threshold) * 1

# %% not less
def classify(y_hat, threshold=0.5):
    return np.logical_not(np.less(y_hat, threshold))

# %% heaviside
def classify(y_hat, threshold=0.5):
    return np.heaviside(np.asarray(y_hat, float) - threshold, 1)

# %% masks on fresh zeros
def classify(y_hat, threshold=0.5):
    out = np.zeros_like(y_hat, dtype=float)
    out[np.asarray(y_hat) >= threshold] = 1
    return out

# %% masks on a copy
def classify(y_hat, threshold=0.5):
    y_hat = np.asarray(y_hat)
    c = np.array(y_hat, dtype=float)
    c[y_hat < threshold] = 0
    c[y_hat >= threshold] = 1
    return c

# %% np.vectorize
classify_one = np.vectorize(lambda p, t: 1 if p >= t else 0, otypes=[int])
def classify(y_hat, threshold=0.5):
    return classify_one(y_hat, threshold)

# %% flat loop and reshape
def classify(y_hat, threshold=0.5):
    a = np.asarray(y_hat)
    out = []
    for p in a.flat:
        if p < threshold:
            out.append(0)
        else:
            out.append(1)
    return np.array(out).reshape(a.shape)

# %% np.select
def classify(y_hat, threshold=0.5):
    return np.select([y_hat < threshold, y_hat >= threshold], [0, 1])

# %% np.piecewise
def classify(y_hat, threshold=0.5):
    y_hat = np.asarray(y_hat, dtype=float)
    return np.piecewise(y_hat, [y_hat < threshold], [0, 1])

# %% np.digitize
def classify(y_hat, threshold=0.5):
    return np.digitize(y_hat, [threshold])

# %% np.searchsorted
def classify(y_hat, threshold=0.5):
    return np.searchsorted(np.array([threshold]), y_hat, side="right")

# %% recursion on the axes
def classify(y_hat, threshold=0.5):
    if np.ndim(y_hat) == 0:
        return int(y_hat >= threshold)
    return np.array([classify(p, threshold) for p in y_hat])

# %% nditer with out
def classify(y_hat, threshold=0.5):
    a = np.asarray(y_hat)
    r = np.empty(a.shape, dtype=np.int8)
    for i in np.ndindex(a.shape):
        r[i] = not a[i] < threshold
    return r

# %% one minus less
def classify(y_hat, threshold=0.5):
    return 1 - (y_hat < threshold)

# %% frompyfunc
def classify(y_hat, threshold=0.5):
    step = np.frompyfunc(lambda p: 1 if p >= threshold else 0, 1, 1)
    return np.asarray(step(y_hat)).astype(int)

# %% out= on a fresh array
def classify(y_hat, threshold=0.5):
    out = np.empty(np.shape(y_hat))
    np.greater_equal(y_hat, threshold, out=out, casting="unsafe")
    return out

# %% Chinese docstring and partial
from functools import partial
def 分類(門檻預設, y_hat, threshold=None):
    """大於等於門檻為 1,否則為 0"""
    t = 門檻預設 if threshold is None else threshold
    return np.where(np.asarray(y_hat) >= t, 1, 0)
classify = partial(分類, 0.5)

# %% nested lists back
def classify(y_hat, threshold=0.5):
    return (np.asarray(y_hat) >= threshold).astype(int).tolist()

# %% sign of the difference
def classify(y_hat, threshold=0.5):
    return np.minimum(np.sign(y_hat - threshold) + 1, 1)

# %% maximum and equal
def classify(y_hat, threshold=0.5):
    return np.equal(np.maximum(y_hat, threshold), y_hat).astype(np.uint8)

# %% np.choose
def classify(y_hat, threshold=0.5):
    return np.choose(np.asarray(y_hat >= threshold, dtype=int), [0, 1])
