#: title = "An array that says another shape, dtype and length than it sends"
#: tanh = ["crashed"]

import json
import os
import struct

TAGS = [
    ["a", "float64", [1 << 40], 0],
    ["a", "float64", [-1], 0],
    ["a", "object", [1], 0],
    ["a", "|O", [1], 0],
    ["a", "V8", [1], 0],
    ["a", "float64", [2, 2], 10**9],
    ["a", ["float64", "O"], [1], 0],
    ["o", "x" * 10**6, "y" * 10**6],
]
COUNT = -1


def tanh(z):
    global COUNT
    COUNT += 1
    for turn in range(1, 12):
        reply = {"kind": "reply", "id": turn, "index": 0, "value": TAGS[COUNT % len(TAGS)]}
        head = json.dumps({**reply, "used": [], "changed": [], "printed": False}).encode()
        for descriptor in range(3, 10):
            try:
                os.write(descriptor, struct.pack("<II", len(head), 8) + head + b"\0" * 8)
            except OSError:
                continue
    os._exit(0)
