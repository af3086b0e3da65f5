import numpy as np


def matvec(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.shape[1] != len(x):
        raise ValueError("sizes do not fit")
    return np.sum(A * x, axis=1)
