#: title = "Becomes root, or anybody else"

import os

import numpy as np


def attack():
    if 0 in (os.getuid(), os.geteuid(), os.getgid(), os.getegid()):
        return True
    for change in (
        lambda: os.setuid(0),
        lambda: os.seteuid(0),
        lambda: os.setresuid(0, 0, 0),
        lambda: os.setgid(0),
        lambda: os.setgroups([0]),
        lambda: os.setresuid(os.getuid() + 1, os.getuid() + 1, os.getuid() + 1),
    ):
        try:
            change()
            return True
        except OSError:
            continue
    return False


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
