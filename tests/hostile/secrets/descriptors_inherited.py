#: title = "Looks at every descriptor that it was born with"

import os
import stat

import numpy as np


def attack():
    for descriptor in range(4, 256):
        try:
            os.fstat(descriptor)
            return True
        except OSError:
            continue
    for descriptor in (0, 1, 2):
        mode = os.fstat(descriptor).st_mode
        if stat.S_ISSOCK(mode) or stat.S_ISDIR(mode) or stat.S_ISBLK(mode):
            return True
    return False


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
