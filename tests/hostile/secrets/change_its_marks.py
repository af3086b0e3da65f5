#: title = "Changes mode, owner, times and attributes of a file: what Landlock does not cover"

import os

import numpy as np

WAYS = [
    lambda: os.chmod("@CANARY@", 0o600),
    lambda: os.chmod(np.__file__, 0o644),
    lambda: os.chmod(".", 0o777),
    lambda: os.chown("@CANARY@", os.getuid(), -1),
    lambda: os.utime("@CANARY@", (0, 0)),
    lambda: os.utime(np.__file__),
    lambda: os.setxattr("@CANARY@", "user.dlgrade", b"x"),
    lambda: os.removexattr("@CANARY@", "user.dlgrade"),
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
