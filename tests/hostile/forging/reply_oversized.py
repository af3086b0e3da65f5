#: title = "Announces a frame of 4 GB and begins to send it"
#: tanh = ["crashed", "timeout"]

import os
import struct


def tanh(z):
    for descriptor in range(3, 10):
        for head, blob in ((0xFFFFFFFF, 0xFFFFFFFF), (10, 0xFFFFFFFF), (0x7FFFFFFF, 0)):
            try:
                os.write(descriptor, struct.pack("<II", head, blob) + b"x" * 1000)
            except OSError:
                continue
    return 0.0
