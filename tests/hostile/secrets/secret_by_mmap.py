#: title = "Opens the secret every way that the kernel offers"

import ctypes
import os

import numpy as np

READ_ONLY, AT_FDCWD = os.O_RDONLY, -100


def attack():
    libc = ctypes.CDLL(None, use_errno=True)
    path = b"@SECRET@"
    for flags in (READ_ONLY, os.O_PATH, os.O_RDWR, os.O_NOFOLLOW, os.O_APPEND | os.O_WRONLY):
        for descriptor in (libc.open(path, flags), libc.openat(AT_FDCWD, path, flags)):
            if descriptor >= 0:
                try:
                    if os.pread(descriptor, 8, 0):
                        return True
                except OSError:
                    pass
                os.close(descriptor)
    try:
        os.copy_file_range(libc.open(path, READ_ONLY), 1, 100)
        return True
    except OSError:
        return False


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
