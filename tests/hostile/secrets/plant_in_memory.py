#: title = "Looks through memory for what it left there the last time"
#: runs = 2

import gc

import numpy as np

MARK = "PLANTED-" + "IN-MEMORY"
FOUND = [
    found
    for found in gc.get_objects()
    if type(found) is dict and "planted_in_memory" in found and found is not globals()
]
planted_in_memory = {"planted_in_memory": MARK}
np.planted = MARK
FOUND += [1] if hasattr(np.random, "planted") else []
np.random.planted = MARK


def tanh(z):
    return "ESCAPED" if FOUND else np.tanh(z)
