#: title = "Empties its namespace, builtins and the list of modules"
#: tanh = ["raised", "crashed", "pass"]
#: relu = ["raised", "crashed", "pass"]
#: status = ["graded", "rejected"]

import builtins
import sys

import numpy as np


def tanh(z):
    right = np.tanh(z)
    sys.modules.clear()
    vars(builtins).clear()
    globals().clear()
    return right
