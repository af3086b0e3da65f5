#: title = "A signal 0 to the grader itself, by its process number"

import os

import numpy as np


def attack():
    try:
        os.kill(int("@GRADER@"), 0)
    except OSError:
        return False
    return True


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
