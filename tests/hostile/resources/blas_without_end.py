#: title = "Matrix products in BLAS, one after another"
#: tanh = ["timeout"]

import time

import numpy as np

GIVE_UP = time.monotonic() + 20


def tanh(z):
    big = np.ones((1500, 1500))
    while time.monotonic() < GIVE_UP:
        big = big @ big * 1e-4
    return np.tanh(z)
