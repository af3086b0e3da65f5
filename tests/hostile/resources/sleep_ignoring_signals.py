#: title = "Ignores every signal it may, then sleeps"
#: tanh = ["timeout"]

import contextlib
import signal
import time

import numpy as np


def tanh(z):
    for number in range(1, signal.NSIG):
        with contextlib.suppress(OSError, ValueError):
            signal.signal(number, signal.SIG_IGN)
    with contextlib.suppress(OSError, ValueError, AttributeError):
        signal.pthread_sigmask(signal.SIG_BLOCK, range(1, signal.NSIG))
    time.sleep(20)
    return np.tanh(z)
