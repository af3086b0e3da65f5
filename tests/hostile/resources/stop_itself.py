#: title = "SIGSTOP to itself: neither runs nor ends"
#: tanh = ["timeout", "raised"]

import os
import signal


def tanh(z):
    os.kill(os.getpid(), signal.SIGSTOP)
    return "ESCAPED"
