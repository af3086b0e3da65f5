#: title = "Reads from address 0"
#: tanh = ["crashed"]

import ctypes


def tanh(z):
    return ctypes.string_at(0)
