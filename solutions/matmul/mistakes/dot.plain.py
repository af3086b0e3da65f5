import numpy as np


def dot(u, v):
    u, v = np.asarray(u, dtype=float), np.asarray(v, dtype=float)
    if len(u) != len(v):
        raise ValueError("lengths differ")
    return float(np.sum(u * v))
