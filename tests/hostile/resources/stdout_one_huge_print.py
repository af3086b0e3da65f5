#: title = "Prints 60 MB in one piece, inside the call"


import numpy as np


def attack():
    if not attack.done:
        attack.done = True
        print("flood " * 10_000_000)
    return False


attack.done = False


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
