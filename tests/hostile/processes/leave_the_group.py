#: title = "A session and a group of its own, then a loop that must still end"
#: tanh = ["timeout"]

import os
import time

GIVE_UP = time.monotonic() + 20


def tanh(z):
    for leave in (os.setsid, os.setpgrp):
        try:
            leave()
        except OSError:
            continue
    while time.monotonic() < GIVE_UP:
        pass
