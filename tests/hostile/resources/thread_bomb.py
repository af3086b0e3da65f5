#: title = "Five hundred threads that wait for two seconds"
#: tanh = ["pass", "raised", "wrong"]

import threading

import numpy as np

DONE = threading.Event()


def attack():
    started = []
    try:
        for _ in range(500):
            thread = threading.Thread(target=DONE.wait, args=(2,), daemon=True)
            thread.start()
            started.append(thread)
    except (RuntimeError, MemoryError):
        pass
    DONE.set()
    for thread in started:
        thread.join(2)
    DONE.clear()
    return len(started) >= 300


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
