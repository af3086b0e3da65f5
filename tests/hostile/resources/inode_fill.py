#: title = "Makes empty files, folders and links wherever it can, sixty in each place"

import contextlib
import os

import numpy as np


def attack():
    made = []
    for place in (".", "/tmp", "/dev/shm", "/var/tmp", "@OUTSIDE@"):
        for number in range(20):
            path = os.path.join(place, f"dlgrade-hostile-{number}")
            try:
                os.mkdir(path)
                made.append(path)
                os.symlink("nowhere", path + "-link")
                made.append(path + "-link")
                os.close(os.open(path + "-file", os.O_CREAT | os.O_WRONLY))
                made.append(path + "-file")
            except OSError:
                break
    for path in reversed(made):
        with contextlib.suppress(OSError):
            (os.rmdir if os.path.isdir(path) and not os.path.islink(path) else os.remove)(path)
    return bool(made)


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
