#: title = "Sets the clock, to what it says"

import time

import numpy as np


def attack():
    try:
        time.clock_settime(time.CLOCK_REALTIME, time.time())
    except OSError:
        return False
    return True


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
