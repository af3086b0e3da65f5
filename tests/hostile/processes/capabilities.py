#: title = "Has a capability, or can take one"

import ctypes

import numpy as np

EFFECTIVE, PERMITTED = 0, 1
VERSION = 0x20080522


def attack():
    libc = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(VERSION, 0)
    data = (ctypes.c_uint32 * 6)()
    if libc.capget(header, data) == 0 and any(data):
        return True
    data[:] = [0xFFFFFFFF] * 6
    return libc.capset(header, data) == 0


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
