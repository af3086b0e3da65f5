#: title = "4 GB in one piece, pages untouched"
#: tanh = ["raised"]
#: says = "memory"


import numpy as np


def tanh(z):
    return np.zeros((4 << 30) // 8)
