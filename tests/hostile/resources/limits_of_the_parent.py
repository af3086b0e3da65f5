#: title = "Sets the limits of its parent, to what they are"

import os
import resource

import numpy as np


def attack():
    try:
        now = resource.prlimit(os.getppid(), resource.RLIMIT_NOFILE)
        resource.prlimit(os.getppid(), resource.RLIMIT_NOFILE, now)
    except (OSError, ValueError):
        return False
    return True


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
