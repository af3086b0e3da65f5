# %% sums and a guard
def recall(y, y_pred):
    tp = np.sum((y == 1) & (y_pred == 1))
    fn = np.sum((y == 1) & (y_pred == 0))
    return tp / (tp + fn) if (tp + fn) > 0 else 0.0

# %% mean of the predictions where true
def recall(y, y_pred):
    found = y_pred[y == 1]
    return float(found.mean()) if len(found) else 0.0

# %% own precision with the arguments swapped
def precision(y, y_pred):
    p = np.sum(y_pred)
    return np.sum(y * y_pred) / p if p else 0.0
def recall(y, y_pred):
    return precision(y_pred, y)

# %% loop and conditional
def recall(y, y_pred):
    tp = 0
    pos = 0
    for a, b in zip(y, y_pred):
        pos += int(a)
        tp += int(a and b)
    return tp / pos if pos else 0

# %% generator and max
recall = lambda y, p: sum(1 for a, b in zip(y, p) if a == b == 1) / max(sum(y), 1)

# %% isnan
def recall(y, y_pred):
    with np.errstate(invalid="ignore"):
        r = np.sum(np.minimum(y, y_pred)) / np.float64(np.sum(y))
    return 0.0 if np.isnan(r) else r

# %% np.average with weights
def recall(y, y_pred):
    try:
        return np.average(y_pred, weights=y)
    except ZeroDivisionError:
        return 0.0

# %% class
class Table:
    def __init__(self, y, p):
        y = np.asarray(y).astype(bool)
        p = np.asarray(p).astype(bool)
        self.tp = (y & p).sum()
        self.fn = (y & ~p).sum()
def recall(y, y_pred):
    t = Table(y, y_pred)
    return t.tp / (t.tp + t.fn) if t.tp + t.fn else 0.0

# %% match and Chinese names
def recall(真實, 預測):
    """召回率"""
    match int(np.sum(真實)):
        case 0:
            return 0.0
        case 總數:
            return int(np.sum(真實 * 預測)) / 總數
