#: title = "Starts programs every way the library knows"

import os
import subprocess

import numpy as np


def attack():
    for program in (["/bin/true"], ["/bin/sh", "-c", "exit 0"]):
        try:
            if subprocess.run(program, timeout=2, check=False).returncode == 0:
                return True
        except (OSError, subprocess.SubprocessError):
            pass
        try:
            os.waitpid(os.posix_spawn(program[0], program, {}), 0)
            return True
        except OSError:
            pass
    try:
        return os.system("exit 0") == 0
    except OSError:
        return False


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
