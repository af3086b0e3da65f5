#: title = "Returns 10 GB that are eight bytes broadcast"
#: tanh = ["wrong", "raised", "crashed"]


import numpy as np


def tanh(z):
    return np.broadcast_to(np.float64(1), (50_000, 25_000))
