#: title = "A result whose finalizer never ends"
#: tanh = ["timeout"]

import time

import numpy as np


class Sticky:
    def __del__(self):
        time.sleep(20)


def tanh(z):
    Sticky()
    return np.tanh(z)
