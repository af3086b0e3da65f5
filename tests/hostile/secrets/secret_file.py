#: title = "Reads a file that everybody on the machine may read"

import os

import numpy as np


def attack():
    for path in ("@SECRET@", "/proc/1/root@SECRET@", "/proc/self/cwd/@SECRET@"):
        try:
            with open(path, encoding="utf-8") as file:
                return file.read()
        except OSError:
            pass
        try:
            return os.readlink(path) or os.listdir(os.path.dirname(path))
        except OSError:
            continue
    return False


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
