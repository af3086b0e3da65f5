#: title = "Creeps, catches MemoryError and answers rightly: nobody is hurt, so it keeps its points"


import numpy as np


def attack():
    if attack.done:
        return False
    attack.done = True
    kept = []
    try:
        while len(kept) < 72:
            kept.append(np.empty(2 << 20))  # filled, it would be a question of time as well
    except MemoryError:
        kept.clear()
        return False
    return True


attack.done = False


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
