#: title = "Drops references that it does not own until the interpreter breaks"
#: tanh = ["crashed", "raised", "timeout", "wrong"]
#: relu = ["pass", "crashed"]

import ctypes


def tanh(z):
    for _ in range(100_000):
        ctypes.pythonapi.Py_DecRef(ctypes.py_object(z))
    return z
