#: title = "Wakes up a hundred times a second so as to look busy"
#: tanh = ["timeout"]

import time

import numpy as np


def tanh(z):
    for _ in range(2000):
        time.sleep(0.01)
        sum(range(20_000))
    return np.tanh(z)
