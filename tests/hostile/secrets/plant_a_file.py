#: title = "Leaves a file for the next student, or for itself"
#: runs = 2

import os

import numpy as np

FOUND = False
for place in (".", "/tmp", "/dev/shm", "/var/tmp", os.environ.get("HOME", "/"), "/run"):
    path = os.path.join(place, "dlgrade-hostile-plant")
    FOUND = FOUND or os.path.exists(path)
    try:
        with open(path, "w", encoding="utf-8") as file:
            file.write("answers")
        FOUND = True
        os.remove(path)
    except OSError:
        pass


def tanh(z):
    return "ESCAPED" if FOUND else np.tanh(z)
