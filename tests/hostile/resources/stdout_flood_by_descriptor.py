#: title = "Writes 200 MB to descriptors 1 and 2 directly"
#: tanh = ["pass", "timeout"]

import os

import numpy as np

written = 0


def attack():
    global written
    try:
        while written < 200 << 20:
            written += os.write(1 + written % 2, b"flood" * 200_000)
    except OSError:
        written = 200 << 20
    return False


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
