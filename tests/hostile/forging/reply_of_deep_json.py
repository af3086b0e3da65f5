#: title = "A frame whose header is nested a hundred thousand deep"
#: tanh = ["crashed"]

import os
import struct

HEAD = b'{"kind": "reply", "value": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"


def tanh(z):
    for descriptor in range(3, 10):
        try:
            os.write(descriptor, struct.pack("<II", len(HEAD), 0) + HEAD)
        except OSError:
            continue
    return 0.0
