#: title = "Sleeps: no processor time is used"
#: tanh = ["timeout"]

import time

import numpy as np


def tanh(z):
    time.sleep(20)
    return np.tanh(z)
