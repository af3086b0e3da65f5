#: title = "Closes every descriptor and answers"
#: tanh = ["crashed"]

import os

import numpy as np


def tanh(z):
    os.closerange(0, 256)
    return np.tanh(z)
