#: title = "Catches BaseException and goes on for ever"
#: tanh = ["timeout"]

import time

GIVE_UP = time.monotonic() + 20


def tanh(z):
    while time.monotonic() < GIVE_UP:
        try:
            while time.monotonic() < GIVE_UP:
                [].append(1)
        except BaseException:
            continue
