#: title = "fork and vfork past Python, straight from libc"

import ctypes
import os

import numpy as np


def attack():
    libc = ctypes.PyDLL(None, use_errno=True)
    child = libc.fork()
    if child == 0:
        os._exit(0)
    if child > 0:
        os.waitpid(child, 0)
    return child > 0


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
