#: title = "Reads its parent's memory: process_vm_readv and /proc"

import ctypes
import os

import numpy as np


class Piece(ctypes.Structure):
    _fields_ = [("start", ctypes.c_void_p), ("size", ctypes.c_size_t)]


def attack():
    for name in ("mem", "maps", "environ", "auxv", "stack", "pagemap"):
        for target in {os.getppid(), 1, int("@GRADER@")}:
            try:
                with open(f"/proc/{target}/{name}", "rb") as file:
                    if name == "mem" or file.read(16):
                        return True
            except OSError:
                continue
    libc = ctypes.CDLL(None, use_errno=True)
    here = ctypes.create_string_buffer(8)
    mine = Piece(ctypes.addressof(here), 8)
    theirs = Piece(id(None), 8)
    return (
        libc.process_vm_readv(
            os.getppid(), ctypes.byref(mine), 1, ctypes.byref(theirs), 1, ctypes.c_ulong(0)
        )
        > 0
    )


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
