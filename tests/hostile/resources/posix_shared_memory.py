#: title = "POSIX shared memory through shm_open and multiprocessing"

import ctypes
import os
from multiprocessing import shared_memory

import numpy as np


def attack():
    escaped = False
    try:
        block = shared_memory.SharedMemory("dlgrade-hostile-shm", create=True, size=1 << 20)
        block.close()
        block.unlink()
        escaped = True
    except (OSError, ImportError):
        pass
    libc = ctypes.CDLL(None, use_errno=True)
    handle = libc.shm_open(b"/dlgrade-hostile-shm", os.O_CREAT | os.O_RDWR, 0o600)
    if handle >= 0:
        libc.shm_unlink(b"/dlgrade-hostile-shm")
        os.close(handle)
    return escaped or handle >= 0


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
