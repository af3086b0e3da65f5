#: title = "Plants a link to the secret where a report might be written"

import os

import numpy as np

NAMES = ["report.json", "results.json", "grades.csv", "activations.py", "output", "numpy"]


def attack():
    escaped = False
    for place in (".", "/tmp", "/dev/shm", "@OUTSIDE@"):
        for name in NAMES:
            path = os.path.join(place, "dlgrade-hostile-" + name)
            try:
                os.symlink("@SECRET@", path)
                os.remove(path)
                escaped = True
            except OSError:
                continue
    return escaped


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
