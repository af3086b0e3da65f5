#: title = "Becomes another program"

import os

import numpy as np

PROGRAMS = ["/bin/true", "/usr/bin/true", "/bin/sh", "/usr/bin/env", "/bin/busybox"]


def attack():
    for program in PROGRAMS:
        try:
            os.execve(program, [program, "-c", "exit 0"], {})
        except OSError:
            continue
    return False


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
