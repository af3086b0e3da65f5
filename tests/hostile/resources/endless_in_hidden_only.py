#: title = "Behaves until an input looks like a hidden one, then never ends"
#: tanh = ["pass", "timeout"]
#: some = "timeout"

import time

import numpy as np

GIVE_UP = time.monotonic() + 20


def tanh(z):
    while np.size(z) > 8 and time.monotonic() < GIVE_UP:
        pass
    return np.tanh(z)
