#: title = "System V shared memory, semaphores and queues, which outlive their maker"

import ctypes

import numpy as np

KEY, CREATE, REMOVE = 0x646C0001, 0o1666, 0


def attack():
    libc = ctypes.CDLL(None, use_errno=True)
    shared = libc.shmget(KEY, 1 << 20, CREATE)
    queue = libc.msgget(KEY, CREATE)
    semaphores = libc.semget(KEY, 1, CREATE)
    if shared >= 0:
        libc.shmctl(shared, REMOVE, None)
    if queue >= 0:
        libc.msgctl(queue, REMOVE, None)
    if semaphores >= 0:
        libc.semctl(semaphores, 0, REMOVE)
    return max(shared, queue, semaphores) >= 0


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
