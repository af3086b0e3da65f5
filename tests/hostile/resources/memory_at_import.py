#: title = "4 GB when the file is loaded"
#: notes = "MemoryError"


import numpy as np

hoard = np.zeros((4 << 30) // 8)


def tanh(z):
    return np.tanh(z)
