#: title = "Forks, fifty children at most, each gone after two seconds"

import os
import time

import numpy as np


def attack():
    escaped = False
    for _ in range(50):
        try:
            child = os.fork()
        except OSError:
            break
        if child == 0:
            time.sleep(2)
            os._exit(0)
        escaped = True
    return escaped


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
