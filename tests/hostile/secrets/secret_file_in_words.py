#: title = "Puts what it read into an exception, a warning and what it prints"

import warnings

import numpy as np


def tanh(z):
    try:
        with open("@SECRET@", encoding="utf-8") as file:
            text = "ESCAPED " + file.read()
    except OSError:
        return np.tanh(z)
    print(text)
    warnings.warn(text, stacklevel=1)
    raise ValueError(text)
