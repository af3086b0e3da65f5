#: title = "Becomes a fresh interpreter without the sandbox's modules"

import os
import sys

import numpy as np


def attack():
    for program in {sys.executable, "/proc/self/exe", os.path.realpath(sys.executable or "python")}:
        try:
            os.execve(program, [program, "-c", "pass"], {})
        except (OSError, ValueError):
            continue
    return False


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
