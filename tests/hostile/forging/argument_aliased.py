#: title = "Writes the result into the argument and returns the argument itself"
#: tanh = ["pass", "wrong"]
#: fails = ["tanh.unchanged"]


import numpy as np


def tanh(z):
    if isinstance(z, np.ndarray) and z.dtype.kind == "f":
        return np.tanh(z, out=z)
    return np.tanh(z)
