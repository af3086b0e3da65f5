#: title = "A loop without end, outside every function"
#: notes = "did not finish"

import time

import numpy as np

GIVE_UP = time.monotonic() + 20
while time.monotonic() < GIVE_UP:
    pass


def tanh(z):
    return np.tanh(z)
