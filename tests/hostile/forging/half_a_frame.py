#: title = "Sends half a frame, then closes the wire"
#: tanh = ["crashed", "timeout"]

import os
import struct
import time


def tanh(z):
    for descriptor in range(3, 10):
        try:
            os.write(descriptor, struct.pack("<II", 1000, 1000) + b'{"kind": ')
            os.close(descriptor)
        except OSError:
            continue
    time.sleep(5)
