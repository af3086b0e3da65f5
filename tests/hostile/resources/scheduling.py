#: title = "Asks for a better place in the scheduler"

import os

import numpy as np


def attack():
    escaped = False
    for ask in (
        lambda: os.setpriority(os.PRIO_PROCESS, 0, -1),
        lambda: os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1)),
        lambda: os.sched_setscheduler(os.getppid(), os.SCHED_OTHER, os.sched_param(0)),
        lambda: os.sched_setaffinity(0, {0}),
    ):
        try:
            ask()
            escaped = True
        except OSError:
            pass
    return escaped


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
