# %% own precision and recall
def precision(y, y_pred):
    p = np.sum(y_pred)
    return np.sum(y * y_pred) / p if p else 0.0
def recall(y, y_pred):
    p = np.sum(y)
    return np.sum(y * y_pred) / p if p else 0.0
def f1_score(y, y_pred):
    p, r = precision(y, y_pred), recall(y, y_pred)
    return 2 * p * r / (p + r) if p + r else 0.0

# %% two tp
def f1_score(y, y_pred):
    n = np.sum(y) + np.sum(y_pred)
    return 2 * np.sum(y * y_pred) / n if n else 0.0

# %% counts
def f1_score(y, y_pred):
    tp = fp = fn = 0
    for a, b in zip(y, y_pred):
        if a == 1 and b == 1:
            tp += 1
        elif b == 1:
            fp += 1
        elif a == 1:
            fn += 1
    return 0.0 if tp == 0 else tp / (tp + (fp + fn) / 2)

# %% harmonic mean from statistics
import statistics
def f1_score(y, y_pred):
    tp = int(np.sum(y * y_pred))
    if tp == 0:
        return 0.0
    return statistics.harmonic_mean([tp / int(np.sum(y_pred)), tp / int(np.sum(y))])

# %% reciprocals
def f1_score(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    if not tp:
        return 0
    p = tp / np.sum(y_pred == 1)
    r = tp / np.sum(y == 1)
    return 2 / (1 / p + 1 / r)

# %% general F-beta with a default
def f1_score(y, y_pred, beta=1):
    tp = np.sum(y * y_pred)
    fp = np.sum(y_pred) - tp
    fn = np.sum(y) - tp
    k = 1 + beta ** 2
    bottom = k * tp + beta ** 2 * fn + fp
    return k * tp / bottom if bottom else 0.0

# %% Dice with sets
def f1_score(y, y_pred):
    a, b = set(np.flatnonzero(y).tolist()), set(np.flatnonzero(y_pred).tolist())
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0

# %% nan_to_num
def f1_score(y, y_pred):
    with np.errstate(all="ignore"):
        tp = np.float64((y * y_pred).sum())
        p, r = tp / y_pred.sum(), tp / y.sum()
        return np.nan_to_num(2 * p * r / (p + r))

# %% one minus disagreements
def f1_score(y, y_pred):
    total = float(np.sum(y) + np.sum(y_pred))
    return 1 - np.sum(y != y_pred) / total if total > 0 else 0.0
