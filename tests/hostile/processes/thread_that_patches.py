#: title = "A thread that waits for the honest call and changes its arrays"
#: tanh = ["pass", "wrong"]
#: relu = ["pass", "wrong"]

import gc
import threading
import time

import numpy as np

GIVE_UP = time.monotonic() + 5


def spoil():
    while time.monotonic() < GIVE_UP:
        for found in gc.get_objects():
            if isinstance(found, np.ndarray) and found.flags.writeable and found.size < 50:
                found[...] = 0
        time.sleep(0.005)


threading.Thread(target=spoil, daemon=True).start()


def tanh(z):
    return np.tanh(z)
