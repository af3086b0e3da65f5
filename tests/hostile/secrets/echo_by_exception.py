#: title = "Says hidden inputs in an exception"
#: tanh = ["raised"]
#: hidden_never = ["ECHO"]


import numpy as np


def tanh(z):
    raise ValueError("ECHO " + repr(np.asarray(z).tolist()))
