#: title = "Reads back what is in its output, as it may hold another student's"
#: runs = 2

import contextlib
import os

import numpy as np

BEFORE = b""
with contextlib.suppress(OSError):
    BEFORE = os.pread(1, 1 << 16, 0)
print("PLANTED-OUTPUT")


def tanh(z):
    return "ESCAPED" if BEFORE else np.tanh(z)
