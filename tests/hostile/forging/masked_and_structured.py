#: title = "Masked arrays, record arrays, object arrays, datetimes, matrices"
#: tanh = ["wrong", "raised"]


import numpy as np

COUNT = -1


def tanh(z):
    global COUNT
    COUNT += 1
    n = np.size(z)
    return [
        np.ma.masked_all(n),
        np.zeros(n, dtype=[("x", "f8")]),
        np.array([object()] * n, dtype=object),
        np.zeros(n, dtype="M8[s]"),
        np.asmatrix(np.zeros(n)),
        np.zeros(n, dtype="S8"),
        np.zeros(n, dtype="c16"),
    ][COUNT % 7]
