#: title = "Signal 0 by tgkill, tkill, rt_sigqueueinfo and pidfd_send_signal"

import ctypes
import os
import platform

import numpy as np

NUMBERS = {
    "x86_64": {"tgkill": 234, "tkill": 200, "rt_sigqueueinfo": 129, "pidfd_open": 434},
    "aarch64": {"tgkill": 131, "tkill": 130, "rt_sigqueueinfo": 138, "pidfd_open": 434},
}


def attack():
    numbers = NUMBERS.get(platform.machine(), {})
    libc = ctypes.CDLL(None, use_errno=True)
    parent = os.getppid()
    reached = [
        numbers and libc.syscall(numbers["tgkill"], parent, parent, 0) == 0,
        numbers and libc.syscall(numbers["tkill"], parent, 0) == 0,
        numbers and libc.syscall(numbers["pidfd_open"], parent, 0) >= 0,
        libc.killpg(os.getpgid(0), 0) == 0 and os.getpgid(0) != os.getpid(),
    ]
    return any(reached)


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
