import numpy as np


def matvec(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.shape[1] != len(x):
        raise ValueError("sizes do not fit")
    y = np.zeros(A.shape[0])
    for i in range(A.shape[0]):
        for j in range(A.shape[1]):
            y[i] += A[i, j] * x[j]
    return y
