#: title = "Replaces itself and its neighbour by something else after the first call"
#: tanh = ["wrong", "pass", "raised"]
#: relu = ["wrong", "raised"]


import numpy as np


def tanh(z):
    globals()["tanh"] = lambda z: 0.0
    globals()["relu"] = lambda z: 0.0
    return np.tanh(z)
