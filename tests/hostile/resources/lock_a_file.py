#: title = "Locks a file that the next worker may need, and watches folders"

import ctypes
import fcntl

import numpy as np


def attack():
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.inotify_init1(0) >= 0 or libc.fanotify_init(0, 0) >= 0:
        return True
    try:
        with open(np.__file__, "rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            fcntl.flock(file, fcntl.LOCK_UN)
    except OSError:
        return False
    return True


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
