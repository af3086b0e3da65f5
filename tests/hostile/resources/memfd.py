#: title = "Memory files, which no limit on memory counts"

import os

import numpy as np


def attack():
    try:
        os.close(os.memfd_create("dlgrade-hostile"))
    except OSError:
        return False
    return True


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
