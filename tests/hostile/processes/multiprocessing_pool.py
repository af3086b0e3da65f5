#: title = "A pool of two from multiprocessing and from concurrent.futures"

import concurrent.futures
import multiprocessing

import numpy as np


def attack():
    try:
        with concurrent.futures.ProcessPoolExecutor(2) as pool:
            return pool.submit(int, "1").result(2) == 1
    except (OSError, ImportError, concurrent.futures.process.BrokenProcessPool):
        pass
    try:
        process = multiprocessing.get_context("fork").Process(target=int)
        process.start()
        process.join(2)
    except (OSError, ImportError):
        return False
    return True


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
