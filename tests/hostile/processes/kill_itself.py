#: title = "SIGKILL to itself, as the kernel does when memory is short"
#: tanh = ["crashed", "raised"]

import os
import signal


def tanh(z):
    os.kill(os.getpid(), signal.SIGKILL)
    return "ESCAPED"
