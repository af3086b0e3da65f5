# %% sums and a guard
def precision(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    fp = np.sum((y == 0) & (y_pred == 1))
    if tp + fp == 0:
        return 0.0
    return tp / (tp + fp)

# %% product over predicted
def precision(y, y_pred):
    p = np.sum(y_pred)
    return np.sum(y * y_pred) / p if p else 0.0

# %% mean of y where predicted
def precision(y, y_pred):
    hits = y[y_pred == 1]
    return hits.mean() if hits.size else 0.0

# %% loop
def precision(y, y_pred):
    tp = fp = 0
    for i in range(len(y)):
        if y_pred[i] == 1:
            if y[i] == 1:
                tp += 1
            else:
                fp += 1
    try:
        return tp / (tp + fp)
    except ZeroDivisionError:
        return 0

# %% Counter of pairs
from collections import Counter
def precision(y, y_pred):
    c = Counter(zip(map(int, y), map(int, y_pred)))
    return c[1, 1] / ((c[1, 1] + c[0, 1]) or 1)

# %% nan_to_num
def precision(y, y_pred):
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.nan_to_num(np.float64(np.sum(y * y_pred)) / np.float64(np.sum(y_pred)))

# %% max(1, n)
precision = lambda y, p: np.sum((y > 0) & (p > 0)) / max(1, np.count_nonzero(p))

# %% logical_and, np.divide with where
def precision(y, y_pred):
    tp = np.logical_and(y, y_pred).sum()
    n = (y_pred != 0).sum()
    return np.divide(tp, n, out=np.zeros(()), where=n != 0)

# %% confusion table by bincount
def precision(y, y_pred):
    t = np.bincount((2 * y + y_pred).astype(int), minlength=4)
    return float(t[3] / (t[1] + t[3])) if t[1] + t[3] > 0 else 0.0

# %% dot
def precision(y, y_pred):
    tp = float(np.dot(y, y_pred))
    return 0.0 if not np.any(y_pred) else tp / float(np.sum(y_pred))

# %% sets
def precision(y, y_pred):
    real = set(np.flatnonzero(y))
    said = set(np.flatnonzero(y_pred))
    return len(real & said) / len(said) if said else 0.0
