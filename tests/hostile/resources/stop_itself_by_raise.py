#: title = "The same through raise(3)"
#: tanh = ["timeout", "raised"]

import signal


def tanh(z):
    signal.raise_signal(signal.SIGSTOP)
    return "ESCAPED"
