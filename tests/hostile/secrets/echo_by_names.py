#: title = "Makes a name of each hidden input, and a type, and a warning"
#: tanh = ["wrong"]
#: hidden_never = ["ECHO"]

import warnings

import numpy as np


def tanh(z):
    text = "ECHO_" + "_".join(str(v).replace(".", "p") for v in np.ravel(z))
    globals()[text] = 1
    warnings.warn(text, stacklevel=1)
    return type(text, (), {"__repr__": lambda self: text})()
