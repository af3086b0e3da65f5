#: title = "A POSIX message queue and a named semaphore"

import ctypes
import os

import numpy as np


def attack():
    libc = ctypes.CDLL(None, use_errno=True)
    queue = libc.mq_open(b"/dlgrade-hostile-mq", os.O_CREAT | os.O_RDWR, 0o600, None)
    if queue >= 0:
        libc.mq_unlink(b"/dlgrade-hostile-mq")
    libc.sem_open.restype = ctypes.c_void_p
    semaphore = libc.sem_open(b"/dlgrade-hostile-sem", os.O_CREAT, 0o600, 1)
    if semaphore:
        libc.sem_unlink(b"/dlgrade-hostile-sem")
    return queue >= 0 or bool(semaphore)


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
