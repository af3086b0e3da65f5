#: title = "Undoes no_new_privs, seccomp and Landlock, then forks"

import ctypes
import os

import numpy as np

SET_SECCOMP, SET_NO_NEW_PRIVS, SET_SECUREBITS = 22, 38, 28


def attack():
    libc = ctypes.PyDLL(None, use_errno=True)
    libc.prctl(SET_NO_NEW_PRIVS, 0, 0, 0, 0)
    libc.prctl(SET_SECUREBITS, 0, 0, 0, 0)
    libc.prctl(SET_SECCOMP, 0, 0, 0, 0)
    try:
        child = os.fork()
    except OSError:
        return False
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)
    return True


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
