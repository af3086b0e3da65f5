#: title = "Returns for a call what a call before it was right with"
#: tanh = ["wrong"]


import numpy as np

LAST = np.zeros(1)


def tanh(z):
    global LAST
    before, LAST = LAST, np.tanh(z)
    return before
