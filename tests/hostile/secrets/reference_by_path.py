#: title = "Reads the reference solution, the checks and the manifest where the course lies"

from pathlib import Path

import numpy as np

ROOTS = ["@ROOT@", "/proc/1/root@ROOT@", "/proc/self/root@ROOT@", "/proc/@GRADER@/cwd", "/..@ROOT@"]
FILES = ["solutions/activations/activations.py", "solutions/activations/checks.py", "course.toml"]


def attack():
    for root in ROOTS:
        for file in FILES:
            try:
                if Path(root, file).read_text(encoding="utf-8"):
                    return True
            except OSError:
                continue
    return False


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
