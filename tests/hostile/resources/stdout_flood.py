#: title = "Prints 200 MB"
#: tanh = ["pass", "timeout"]


import numpy as np

LINE = "flood " * 20_000


def attack():
    if not attack.done:
        attack.done = True
        for _ in range(1700):
            print(LINE)
    return False


attack.done = False


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
