#: title = "Writes into its parent's memory, the very bytes that are there"

import ctypes
import os

import numpy as np


class Piece(ctypes.Structure):
    _fields_ = [("start", ctypes.c_void_p), ("size", ctypes.c_size_t)]


def attack():
    try:
        with open(f"/proc/{os.getppid()}/mem", "r+b"):
            return True
    except OSError:
        pass
    libc = ctypes.CDLL(None, use_errno=True)
    # The same interpreter lies at the same addresses in both: what is written changes nothing.
    here = ctypes.create_string_buffer(ctypes.string_at(id(Ellipsis), 8), 8)
    mine = Piece(ctypes.addressof(here), 8)
    theirs = Piece(id(Ellipsis), 8)
    return (
        libc.process_vm_writev(
            os.getppid(), ctypes.byref(mine), 1, ctypes.byref(theirs), 1, ctypes.c_ulong(0)
        )
        > 0
    )


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
