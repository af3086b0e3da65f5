#: title = "Waits for a lock that it holds itself"
#: tanh = ["timeout"]

import threading

import numpy as np

LOCK = threading.Lock()


def tanh(z):
    LOCK.acquire(timeout=20)
    LOCK.acquire(timeout=20)
    return np.tanh(z)
