import numpy as np


def neuron(x, w, b, f):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return f(np.sum(w * x) + b)
