#: title = "Prints every input, on both streams and past them"
#: never = ["ECHO"]

import os
import sys

import numpy as np


def tanh(z):
    text = "ECHO " + repr(np.asarray(z).tolist())
    print(text)
    print(text, file=sys.stderr)
    sys.__stdout__.write(text)
    os.write(1, text.encode())
    return np.tanh(z)
