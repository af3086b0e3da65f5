#: title = "A timer whose signal ends the process"
#: tanh = ["crashed", "timeout", "raised"]

import signal
import time

GIVE_UP = time.monotonic() + 20


def tanh(z):
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, 0.01)
    while time.monotonic() < GIVE_UP:
        pass
