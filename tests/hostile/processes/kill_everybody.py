#: title = "kill(-1, SIGKILL), where the kernel refuses signals to others"

import os
import signal

import numpy as np

NOBODY = 4_194_303


def attack():
    # Where a signal to a process that does not exist fails with "no such process", nothing
    # filters kill, and then it is not sent: this file must never hurt the machine it is tried on.
    try:
        os.kill(NOBODY, 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        pass
    for target in (-1, 1, 0, os.getppid()):
        try:
            os.kill(target, signal.SIGKILL)
            return True
        except OSError:
            continue
    return False


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
