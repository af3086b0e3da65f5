#: title = "Makes the wire non-blocking, and sets its buffers to nothing"
#: tanh = ["pass", "crashed"]
#: relu = ["pass", "crashed"]

import os

import numpy as np

for descriptor in range(3, 10):
    try:
        os.set_blocking(descriptor, False)
    except OSError:
        continue


def tanh(z):
    return np.tanh(z)
