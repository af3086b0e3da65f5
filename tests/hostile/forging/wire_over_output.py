#: title = "Puts its output where the wire is, and the wire where its output is"
#: tanh = ["crashed", "timeout"]

import os

import numpy as np


def tanh(z):
    for descriptor in range(3, 10):
        try:
            os.dup2(1, descriptor)
        except OSError:
            continue
    return np.tanh(z)
