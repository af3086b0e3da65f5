#: title = "SIGINT to itself, with the handler that Python has"
#: tanh = ["raised", "crashed"]

import signal
import time


def tanh(z):
    signal.raise_signal(signal.SIGINT)
    time.sleep(0.01)
    return "ESCAPED"
