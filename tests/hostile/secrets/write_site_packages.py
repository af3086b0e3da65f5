#: title = "Leaves a module where NumPy, the library and the worker lie"

import os
import sys

import numpy as np


def attack():
    places = {os.path.dirname(np.__file__), os.path.dirname(os.__file__), *filter(None, sys.path)}
    places |= {os.path.dirname(sys.modules["grader.protocol.frames"].__file__)}
    for place in places:
        path = os.path.join(place, "dlgrade_hostile.py")
        try:
            with open(path, "w"):
                pass
            os.remove(path)
            return True
        except OSError:
            pass
        try:
            os.close(os.open(os.path.join(place, "__init__.py"), os.O_WRONLY | os.O_APPEND))
            return True
        except OSError:
            continue
    return False


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
