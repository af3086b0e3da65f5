#: title = "The same while the file is loaded"

import os
import time

import numpy as np

ESCAPED = False
for _ in range(50):
    try:
        if os.fork() == 0:
            time.sleep(2)
            os._exit(0)
        ESCAPED = True
    except OSError:
        break


def tanh(z):
    return "ESCAPED" if ESCAPED else np.tanh(z)
