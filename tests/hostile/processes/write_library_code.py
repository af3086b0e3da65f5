#: title = "Makes libc's code writable and puts a return where getpid was"
#: tanh = ["pass", "crashed", "wrong", "raised"]
#: relu = ["pass", "crashed"]

import ctypes
import mmap
import os
import platform

import numpy as np


def tanh(z):
    libc = ctypes.CDLL(None, use_errno=True)
    address = ctypes.cast(libc.getpid, ctypes.c_void_p).value
    page = address & ~(mmap.PAGESIZE - 1)
    writable = libc.mprotect(ctypes.c_void_p(page), 2 * mmap.PAGESIZE, 7) == 0
    if writable and platform.machine() == "x86_64":
        ctypes.memmove(address, b"\x31\xc0\xc3", 3)
    os.getpid()
    return np.tanh(z)
