#: title = "The environment, the arguments and the command lines of others"

import ctypes
import glob
import os
import sys

import numpy as np


def attack():
    text = repr(dict(os.environ)) + repr(sys.argv) + repr(getattr(sys, "orig_argv", []))
    environ = ctypes.POINTER(ctypes.c_char_p).in_dll(ctypes.CDLL(None), "environ")
    for entry in environ:
        if entry is None:
            break
        text += repr(entry)
    for path in glob.glob("/proc/[0-9]*/environ") + glob.glob("/proc/[0-9]*/cmdline"):
        try:
            with open(path, "rb") as file:
                text += repr(file.read())
        except OSError:
            continue
    print(text)
    words = ("DLGRADE_HOSTILE", "SECRET-", "PYTEST")
    return any(word in text for word in words)


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
