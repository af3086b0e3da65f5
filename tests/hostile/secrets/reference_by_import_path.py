#: title = "Puts the course on sys.path and imports its solution at the top of the file"
#: notes = "solutions"

import sys

import numpy as np

sys.path[:0] = ["@ROOT@", "..", "../..", "/"]
from solutions.activations.activations import tanh as stolen  # noqa: E402


def tanh(z):
    try:
        return "ESCAPED" if stolen(z) is not None else None
    except NameError:
        return np.tanh(z)
