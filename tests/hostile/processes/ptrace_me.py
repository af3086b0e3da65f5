#: title = "Asks its parent to trace it"

import ctypes

import numpy as np


def attack():
    return ctypes.CDLL(None, use_errno=True).ptrace(0, 0, None, None) == 0


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
