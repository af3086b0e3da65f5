#: title = "Sends 300 MB of small frames that nobody asked for"
#: tanh = ["crashed", "timeout"]

import os
import struct

FRAME = struct.pack("<II", 21, 0) + b'{"kind": "progress" }'


def tanh(z):
    for _ in range(300):
        for descriptor in range(3, 10):
            try:
                os.write(descriptor, FRAME * 40_000)
            except OSError:
                continue
    return 0.0
