#: title = "Prints 60 MB while the file is loaded"


import numpy as np

print("flood " * 10_000_000)


def tanh(z):
    return np.tanh(z)
