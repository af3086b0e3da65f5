#: title = "Sends a reply of its own before the worker's"
#: tanh = ["crashed", "wrong"]

import json
import os
import struct

import numpy as np


def tanh(z):
    for turn in range(1, 6):
        reply = {"kind": "reply", "id": turn, "index": 0, "value": 1.0, "used": []}
        head = json.dumps({**reply, "changed": [], "printed": False}).encode()
        for descriptor in range(3, 10):
            try:
                os.write(descriptor, struct.pack("<II", len(head), 0) + head)
            except OSError:
                continue
    return np.tanh(z)
