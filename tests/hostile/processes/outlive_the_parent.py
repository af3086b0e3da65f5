#: title = "Undoes 'die with the parent' and becomes readable, then sleeps"
#: tanh = ["timeout"]

import ctypes
import time

SET_PDEATHSIG, SET_DUMPABLE, SET_PTRACER = 1, 4, 0x59616D61


def tanh(z):
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(SET_PDEATHSIG, 0, 0, 0, 0)
    libc.prctl(SET_DUMPABLE, 1, 0, 0, 0)
    libc.prctl(SET_PTRACER, -1, 0, 0, 0)
    time.sleep(20)
