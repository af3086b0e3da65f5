#: title = "Handlers for every signal, and a timer that fires"

import contextlib
import signal

import numpy as np

COUNT = 0


def swallow(number, frame):
    global COUNT
    COUNT += 1


for number in range(1, signal.NSIG):
    with contextlib.suppress(OSError, ValueError):
        signal.signal(number, swallow)
with contextlib.suppress(OSError):
    signal.setitimer(signal.ITIMER_REAL, 0.01, 0.05)


def tanh(z):
    return np.tanh(z)
