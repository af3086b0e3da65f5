#: title = "Returns its input in words, where a right answer was due"
#: tanh = ["wrong"]
#: hidden_never = ["ECHO"]


import numpy as np


def tanh(z):
    return "ECHO " + repr(np.asarray(z).tolist())
