#: title = "Half a million names in its module, some of them a million letters long"


import numpy as np

globals().update({f"name_{i}": i for i in range(200_000)})
globals().update({"x" * (1_000_000 + i): i for i in range(5)})
globals()[7] = "a key that is no name"


def tanh(z):
    return np.tanh(z)
