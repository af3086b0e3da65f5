#: title = "Says 'getting on' while the file is loaded, for twenty seconds"
#: tanh = ["pass", "raised", "crashed"]
#: status = ["graded", "rejected"]
#: relu = ["pass", "crashed"]

import os
import struct
import time

import numpy as np

HEAD = b'{"kind": "progress", "index": 0, "at": ["activations.py", 1]}'
GIVE_UP = time.monotonic() + 20
while time.monotonic() < GIVE_UP:
    for descriptor in range(3, 10):
        try:
            os.write(descriptor, struct.pack("<II", len(HEAD), 0) + HEAD)
        except OSError:
            continue
    time.sleep(0.05)


def tanh(z):
    return np.tanh(z)
