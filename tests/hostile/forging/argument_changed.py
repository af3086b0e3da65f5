#: title = "Right values, but the argument is overwritten: only that costs points"
#: tanh = ["pass", "wrong"]
#: fails = ["tanh.unchanged"]


import numpy as np


def tanh(z):
    right = np.tanh(z)
    if isinstance(z, np.ndarray) and z.dtype.kind == "f":
        z[...] = 0.0
    return right
