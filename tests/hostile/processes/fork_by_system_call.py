#: title = "clone, clone3 and fork by number"

import ctypes
import os
import platform

import numpy as np

NUMBERS = {"x86_64": {"clone": 56, "fork": 57, "clone3": 435}, "aarch64": {"clone": 220}}
SIGCHLD = 17


def attack():
    libc = ctypes.PyDLL(None, use_errno=True)
    for name, number in NUMBERS.get(platform.machine(), {}).items():
        if name == "clone3":
            arguments = (ctypes.c_uint64 * 8)(0, 0, 0, 0, SIGCHLD, 0, 0, 0)
            child = libc.syscall(number, arguments, 64)
        elif name == "clone":
            child = libc.syscall(number, SIGCHLD, 0, 0, 0, 0)
        else:
            child = libc.syscall(number)
        if child == 0:
            os._exit(0)
        if child > 0:
            os.waitpid(child, 0)
            return True
    return False


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
