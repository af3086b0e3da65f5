#: title = "An object and bytes that run a command where they are unpickled"
#: tanh = ["wrong", "raised"]

import pickle

import numpy as np


class Payload:
    def __reduce__(self):
        return (open, ("@CANARY@", "w"))


def tanh(z):
    value = Payload()
    if np.size(z) % 2:
        return pickle.dumps(value)
    return np.array([value, value], dtype=object)
