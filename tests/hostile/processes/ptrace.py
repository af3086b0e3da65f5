#: title = "Attaches to its parent as a debugger would"

import ctypes
import os

import numpy as np

ATTACH, SEIZE, DETACH = 16, 0x4206, 17


def attack():
    libc = ctypes.CDLL(None, use_errno=True)
    libc.ptrace.restype = ctypes.c_long
    for request in (SEIZE, ATTACH):
        if libc.ptrace(request, os.getppid(), None, None) == 0:
            libc.ptrace(DETACH, os.getppid(), None, None)
            return True
    return False


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
