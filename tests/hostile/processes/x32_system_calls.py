#: title = "The x32 numbers of fork and socket, which a filter may have forgotten"
#: tanh = ["pass", "crashed"]

import ctypes
import os
import platform

import numpy as np

X32 = 0x40000000


def attack():
    if platform.machine() != "x86_64":
        return False
    libc = ctypes.PyDLL(None, use_errno=True)
    child = libc.syscall(X32 | 57)
    if child == 0:
        os._exit(0)
    return child > 0 or libc.syscall(X32 | 41, 2, 1, 0) >= 0 or libc.syscall(X32 | 39) >= 0


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
