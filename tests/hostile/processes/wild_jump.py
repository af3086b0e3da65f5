#: title = "Jumps into a page of rubbish"
#: tanh = ["crashed", "raised"]

import ctypes
import mmap


def tanh(z):
    page = mmap.mmap(-1, mmap.PAGESIZE, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    page.write(b"\x0f\x0b" * 100)
    ctypes.CFUNCTYPE(None)(ctypes.addressof(ctypes.c_char.from_buffer(page)))()
    return "ESCAPED"
