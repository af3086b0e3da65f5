#: title = "Walks every folder, three thousand at most, for the course and the secret"

import os

import numpy as np

WANTED = {"course.toml", "checks.py", "hidden.py", "secret.txt", "id_rsa"}


def attack():
    if attack.done:
        return False
    attack.done = True
    for start in ("@OUTSIDE@", "@ROOT@", "/"):
        for seen, (folder, _, files) in enumerate(os.walk(start)):
            for name in WANTED.intersection(files):
                try:
                    with open(os.path.join(folder, name), "rb") as file:
                        file.read(1)
                    return True
                except OSError:
                    continue
            if seen > 3000:
                break
    return False


attack.done = False


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
