#: title = "The 32-bit door: int 0x80, getpid only"
#: tanh = ["crashed", "raised"]

import ctypes
import mmap
import os
import platform

GETPID = b"\xb8\x14\x00\x00\x00\xcd\x80\xc3"


def tanh(z):
    if platform.machine() != "x86_64":
        os.abort()
    page = mmap.mmap(-1, mmap.PAGESIZE, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    page.write(GETPID)
    address = ctypes.addressof(ctypes.c_char.from_buffer(page))
    ctypes.CFUNCTYPE(ctypes.c_int)(address)()
    return "ESCAPED"
