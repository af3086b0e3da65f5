#: title = "Threads that go on when the call is over, and print"

import threading
import time

import numpy as np

GIVE_UP = time.monotonic() + 15


def linger():
    while time.monotonic() < GIVE_UP:
        time.sleep(0.02)
        print("still here")


threading.Thread(target=linger, daemon=True).start()
threading.Thread(target=linger, daemon=False).start()


def tanh(z):
    return np.tanh(z)
