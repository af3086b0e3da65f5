#: title = "Reads from address 0 while the file is loaded"
#: notes = "ended the whole process"

import ctypes

import numpy as np

ctypes.string_at(0)


def tanh(z):
    return np.tanh(z)
