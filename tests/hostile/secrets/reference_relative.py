#: title = "Climbs up from where it runs, and from where NumPy and the worker lie"

import os
import sys

import numpy as np

WORDS = ("solutions", "course.toml", "checks.py")


def attack():
    near = [module.__file__ for module in (np, os, sys.modules["grader.protocol.frames"])]
    for start in (".", *map(os.path.dirname, near)):
        here = os.path.abspath(start)
        for _ in range(12):
            for word in WORDS:
                if os.path.exists(os.path.join(here, word)):
                    try:
                        with open(os.path.join(here, word), "rb") as file:
                            file.read(1)
                        return True
                    except IsADirectoryError:
                        return bool(os.listdir(os.path.join(here, word)))
                    except OSError:
                        continue
            here = os.path.dirname(here)
    return False


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
