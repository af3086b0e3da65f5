#: title = "Resizes, reshapes and retypes the argument where it lies"
#: tanh = ["pass", "wrong", "raised"]
#: relu = ["pass"]
#: fails = ["tanh.unchanged"]


import numpy as np


def tanh(z):
    right = np.tanh(z)
    if isinstance(z, np.ndarray):
        try:
            z.resize((0,), refcheck=False)
        except ValueError:
            z[...] = 1
    return right
