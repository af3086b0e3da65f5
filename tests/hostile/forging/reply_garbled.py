#: title = "Sends bytes that are no frame"
#: tanh = ["crashed", "timeout"]

import os


def tanh(z):
    for descriptor in range(3, 10):
        for junk in (b"\xff" * 64, b"\0" * 64, b"HTTP/1.1 200 OK\r\n\r\n", b'{"kind": "reply"}'):
            try:
                os.write(descriptor, junk)
            except OSError:
                continue
    return 0.0
