# %% clip and one line
def bce(y, y_hat):
    p = np.clip(y_hat, 1e-12, 1 - 1e-12)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))

# %% np.where on the label
def bce(y, y_hat):
    eps = 1e-15
    q = np.where(y == 1, y_hat, 1 - y_hat)
    return -np.log(np.maximum(q, eps)).mean()

# %% loop with math.log
import math
def bce(y, y_hat):
    total = 0.0
    for label, p in zip(y.ravel(), y_hat.ravel()):
        p = min(max(float(p), 1e-10), 1 - 1e-10)
        if label == 1:
            total -= math.log(p)
        else:
            total -= math.log(1 - p)
    return total / y.size

# %% epsilon added inside the log
def bce(y, y_hat):
    eps = 1e-12
    return -np.mean(y * np.log(y_hat + eps) + (1 - y) * np.log(1 - y_hat + eps))

# %% log1p
def bce(y, y_hat, eps=1e-7):
    y_hat = np.clip(np.asarray(y_hat, float), eps, 1 - eps)
    losses = -(y * np.log(y_hat) + (1 - y) * np.log1p(-y_hat))
    return float(np.average(losses))

# %% through the logit and softplus
def bce(y, y_hat):
    p = np.clip(y_hat, 1e-13, 1 - 1e-13)
    z = np.log(p) - np.log1p(-p)
    return np.mean(np.logaddexp(0, z) - y * z)

# %% masks
def bce(y, y_hat):
    p = np.clip(y_hat, 1e-9, 1.0 - 1e-9)
    ones = y > 0.5
    return (-np.log(p[ones]).sum() - np.log(1 - p[~ones]).sum()) / y.size

# %% probability of what happened, to a power
def bce(y, y_hat):
    p = np.clip(y_hat, 1e-14, 1 - 1e-14)
    return -np.log(p ** y * (1 - p) ** (1 - y)).mean()

# %% distance from the label
def bce(y, y_hat):
    """被猜中的機率 = 1 − |y − ŷ|"""
    命中機率 = 1 - np.abs(y - y_hat)
    return -np.mean(np.log(np.clip(命中機率, 1e-12, None)))

# %% nan_to_num after log under errstate
def bce(y, y_hat):
    with np.errstate(divide="ignore", invalid="ignore"):
        a = np.nan_to_num(np.log(y_hat), neginf=-40.0)
        b = np.nan_to_num(np.log(1 - y_hat), neginf=-40.0)
    return -(y * a + (1 - y) * b).mean()

# %% log clamped at -100, as PyTorch does
def bce(y, y_hat):
    with np.errstate(divide="ignore"):
        log_p = np.maximum(np.log(y_hat), -100)
        log_q = np.maximum(np.log1p(-y_hat), -100)
    return np.mean(-(y * log_p + (1 - y) * log_q))

# %% log2 converted back
def bce(y, y_hat):
    p = np.clip(y_hat, 1e-12, 1 - 1e-12)
    return -np.mean(y * np.log2(p) + (1 - y) * np.log2(1 - p)) * np.log(2)

# %% decorator flattens and clips
def _safe(f):
    def inner(y, p):
        p = np.minimum(np.maximum(p, 1e-12), 1 - 1e-12)
        return f(np.ravel(y), np.ravel(p))
    return inner

@_safe
def bce(y, p):
    return -(y @ np.log(p) + (1 - y) @ np.log(1 - p)) / len(y)

# %% cross-entropy of the stacked two-class table
def bce(y, y_hat):
    t = np.stack([y, 1 - y])
    q = np.clip(np.stack([y_hat, 1 - y_hat]), 1e-12, 1)
    return -np.sum(t * np.log(q)) / np.size(y)

# %% each nan made 0, each infinity 30
def bce(y, y_hat):
    with np.errstate(all="ignore"):
        costs = -(y * np.log(y_hat) + (1 - y) * np.log(1 - y_hat))
    return float(np.mean(np.nan_to_num(costs, nan=0.0, posinf=30.0)))
