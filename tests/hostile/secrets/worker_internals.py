#: title = "Finds the wire's own objects and asks them for the secret"
#: tanh = ["pass", "crashed"]

import gc

import numpy as np


def attack():
    for found in gc.get_objects():
        kind = type(found)
        if kind.__name__ == "Channel" and kind.__module__.startswith("grader"):
            try:
                found.write({"kind": "callback", "index": 0, "args": []})
                header, _ = found.read()
            except BaseException:
                return False
            return "error" not in header
    return False


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
