#: title = "Rewrites np.pi, small integers and NumPy's machine constants in memory"
#: tanh = ["wrong", "crashed", "raised"]
#: relu = ["pass", "wrong", "crashed", "raised"]

import ctypes
import math

import numpy as np


def tanh(z):
    ctypes.memset(id(np.pi) + 16, 0, 8)
    ctypes.memset(id(math.e) + 16, 0, 8)
    np.pi = math.pi = 0.0
    np.maximum = np.minimum
    return np.zeros_like(z)
