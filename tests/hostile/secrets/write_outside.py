#: title = "Overwrites, appends to, cuts, renames and removes a file that anybody may write"

import os

import numpy as np


def write(mode):
    with open("@CANARY@", mode) as file:
        file.write(b"x")


WAYS = [
    lambda: write("wb"),
    lambda: write("ab"),
    lambda: write("r+b"),
    lambda: os.truncate("@CANARY@", 0),
    lambda: os.rename("@CANARY@", "@CANARY@.moved"),
    lambda: os.link("@CANARY@", "@OUTSIDE@/dlgrade-hostile-link"),
    lambda: os.symlink("@CANARY@", "@OUTSIDE@/dlgrade-hostile-symlink"),
    lambda: os.mkdir("@OUTSIDE@/dlgrade-hostile-folder"),
    lambda: os.mkfifo("@OUTSIDE@/dlgrade-hostile-fifo"),
    lambda: os.mknod("@OUTSIDE@/dlgrade-hostile-node"),
    lambda: open("@OUTSIDE@/dlgrade-hostile-new", "w").close(),
    lambda: os.remove("@CANARY@"),
    lambda: os.rmdir("@OUTSIDE@"),
]


def attack():
    escaped = False
    for way in WAYS:
        try:
            way()
            escaped = True
        except OSError:
            continue
    return escaped


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
