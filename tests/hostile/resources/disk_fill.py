#: title = "Fills whatever folder it can write in, up to 50 MB"

import contextlib
import os
import tempfile

import numpy as np

PLACES = [".", "/tmp", "/var/tmp", "/dev/shm", "/run", "/run/lock", "@OUTSIDE@", "/", "/home"]


def attack():
    with contextlib.suppress(OSError):
        PLACES.append(tempfile.gettempdir())
    escaped = False
    for place in PLACES:
        path = os.path.join(place, "dlgrade-hostile-fill")
        try:
            with open(path, "wb") as file:
                escaped = True
                for _ in range(50):
                    file.write(b"x" * (1 << 20))
        except OSError:
            pass
        with contextlib.suppress(OSError):
            os.remove(path)
        if escaped:
            break
    return escaped


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
