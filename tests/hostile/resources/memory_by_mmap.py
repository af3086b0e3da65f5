#: title = "4 GB mapped anonymously"

import mmap

import numpy as np


def attack():
    try:
        mmap.mmap(-1, 4 << 30).close()
    except (OSError, MemoryError, ValueError):
        return False
    return True


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
