#: title = "Takes every descriptor that it can get and keeps them"

import os

import numpy as np

KEPT = []


def attack():
    try:
        while len(KEPT) < 3000:
            KEPT.append(os.dup(1))
    except OSError:
        return False
    return True


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
