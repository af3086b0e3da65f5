# %% formula
def r2_score(y, y_hat):
    return 1 - np.sum((y - y_hat) ** 2) / np.sum((y - np.mean(y)) ** 2)

# %% mse over variance
def r2_score(y, y_hat):
    return 1 - np.mean((y - y_hat) ** 2) / np.var(y)

# %% loops
def r2_score(y, y_hat):
    mean = 0
    for t in y:
        mean += t / len(y)
    res = tot = 0.0
    for t, p in zip(y, y_hat):
        res += (t - p) ** 2
        tot += (t - mean) ** 2
    return 1 - res / tot

# %% dot products
def r2_score(y, y_hat):
    e = np.asarray(y, float) - y_hat
    d = y - np.average(y)
    return 1.0 - (e @ e) / (d @ d)

# %% statistics
import statistics
def r2_score(y, y_hat):
    y = [float(t) for t in y]
    p = [float(t) for t in y_hat]
    return 1 - sum((a - b) ** 2 for a, b in zip(y, p)) / (len(y) * statistics.pvariance(y))

# %% norms
def r2_score(y, y_hat):
    return 1 - (np.linalg.norm(y - y_hat) / np.linalg.norm(y - np.mean(y))) ** 2

# %% one fraction
def r2_score(y, y_hat):
    tot = np.square(y - y.mean()).sum()
    res = np.square(np.subtract(y, y_hat)).sum()
    return (tot - res) / tot

# %% fsum and item
import math
def r2_score(y, y_hat):
    m = math.fsum(y) / len(y)
    return 1 - math.fsum((a - b) ** 2 for a, b in zip(y, y_hat)) / math.fsum((a - m) ** 2 for a in y)

# %% mean of squares minus square of the mean
def r2_score(y, y_hat):
    y = np.asarray(y, dtype=np.longdouble)
    v = np.mean(y ** 2) - np.mean(y) ** 2
    return float(1 - np.mean((y - y_hat) ** 2) / v)

# %% class with a guard for constant labels
class R2:
    def __call__(self, y, y_hat):
        tot = ((y - y.mean()) ** 2).sum()
        if tot == 0:
            return 0.0
        return 1 - ((y_hat - y) ** 2).sum() / tot
r2_score = R2()
