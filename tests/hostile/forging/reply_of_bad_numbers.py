#: title = "Headers with NaN, infinities, huge integers, duplicate keys, lone surrogates, no UTF-8"
#: tanh = ["crashed", "wrong", "timeout"]

import os
import struct

HEADS = [
    b'{"kind": "reply", "id": NaN, "index": Infinity, "value": 0}',
    b'{"kind": "reply", "id": 2, "index": 1e999, "value": 0}',
    b'{"kind": "reply", "id": ' + b"9" * 100_000 + b', "index": 0}',
    b'{"kind": "reply", "kind": "loaded", "id": 2, "id": 2, "index": 0}',
    b'{"kind": "\\ud800", "id": 2, "index": 0}',
    b'{"kind": "\xff\xfe", "id": 2, "index": 0}',
    b"[]",
    b"null",
    b"",
]
COUNT = -1


def tanh(z):
    global COUNT
    COUNT += 1
    head = HEADS[COUNT % len(HEADS)]
    for descriptor in range(3, 10):
        try:
            os.write(descriptor, struct.pack("<II", len(head), 0) + head)
        except OSError:
            continue
    return 0.0
