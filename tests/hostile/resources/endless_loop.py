#: title = "A loop without end, inside the call"
#: tanh = ["timeout"]

import time

GIVE_UP = time.monotonic() + 20


def tanh(z):
    while time.monotonic() < GIVE_UP:
        pass
