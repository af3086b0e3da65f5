#: title = "Reads what the grader sends, in place of the worker"
#: tanh = ["pass", "timeout", "crashed"]
#: relu = ["pass", "timeout", "crashed"]

import os
import threading
import time

import numpy as np

GIVE_UP = time.monotonic() + 15


def eat():
    while time.monotonic() < GIVE_UP:
        for descriptor in range(3, 10):
            try:
                os.read(descriptor, 100)
            except OSError:
                continue
        time.sleep(0.001)


threading.Thread(target=eat, daemon=True).start()


def tanh(z):
    return np.tanh(z)
