#: title = "Returns 160 MB of touched memory"
#: tanh = ["timeout", "wrong", "raised", "crashed"]


import numpy as np


def tanh(z):
    return np.ones(20 << 20)
