#: title = "A daemon: forks twice, leaves the session, lives for five seconds"

import os
import time

import numpy as np


def attack():
    try:
        child = os.fork()
    except OSError:
        return False
    if child == 0:
        os.setsid()
        if os.fork() == 0:
            time.sleep(5)
        os._exit(0)
    os.waitpid(child, 0)
    return True


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
