#: title = "Ends with the codes that the worker itself ends with"
#: tanh = ["crashed"]

import os

import numpy as np

COUNT = 0


def tanh(z):
    os._exit(113 if np.size(z) % 2 else 114)
