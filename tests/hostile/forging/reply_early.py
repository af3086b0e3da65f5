#: title = "Sends right-looking replies while the file is loaded"
#: status = ["graded", "rejected"]
#: tanh = ["pass", "crashed", "raised", "wrong"]
#: relu = ["pass", "crashed"]

import json
import os
import struct

import numpy as np

for turn in range(1, 4):
    for index in range(20):
        reply = {"kind": "reply", "id": turn, "index": index, "value": 0.0, "used": []}
        head = json.dumps({**reply, "changed": [], "printed": False}).encode()
        for descriptor in range(3, 10):
            try:
                os.write(descriptor, struct.pack("<II", len(head), 0) + head)
            except OSError:
                continue


def tanh(z):
    return np.tanh(z)
