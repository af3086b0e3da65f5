import numpy as np


def weighted_sum(x, w, b):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return float(np.sum(w * x) + b)
