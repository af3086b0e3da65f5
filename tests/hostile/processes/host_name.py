#: title = "Renames the machine to its name, and asks for a restart with the wrong password"

import ctypes
import platform
import socket

import numpy as np

REBOOT = {"x86_64": 169, "aarch64": 142}
EPERM, ENOSYS = 1, 38


def attack():
    try:
        socket.sethostname(socket.gethostname())
        return True
    except OSError:
        pass
    libc = ctypes.CDLL(None, use_errno=True)
    # Without the magic numbers the kernel does nothing but say that they are wrong.
    number = REBOOT.get(platform.machine())
    if number is None:
        return False
    return libc.syscall(number, 0, 0, 0) == 0 or ctypes.get_errno() not in (EPERM, ENOSYS)


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
