#: title = "Sends bytes and a descriptor over the wire itself"
#: tanh = ["pass", "crashed"]

import ctypes
import os
import socket

import numpy as np


def attack():
    for descriptor in (3, 4, 5):
        try:
            wire = socket.socket(fileno=os.dup(descriptor))
        except OSError:
            continue
        try:
            socket.send_fds(wire, [b"x"], [0])
            return True
        except OSError:
            pass
        finally:
            wire.close()
    return ctypes.CDLL(None, use_errno=True).sendto(3, b"x", 1, 0, None, 0) > 0


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
