#: title = "Begins a frame and sends one byte at a time, for ever"
#: tanh = ["timeout", "crashed"]

import os
import struct
import time

GIVE_UP = time.monotonic() + 20


def tanh(z):
    data = struct.pack("<II", 1000, 0) + b" " * 1000
    for byte in data:
        if time.monotonic() > GIVE_UP:
            break
        for descriptor in range(3, 10):
            try:
                os.write(descriptor, bytes([byte]))
            except OSError:
                continue
        time.sleep(0.1)
