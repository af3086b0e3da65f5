#: title = "A temporary file, named and unnamed"

import os
import tempfile

import numpy as np


def attack():
    escaped = False
    for make in (tempfile.TemporaryFile, tempfile.NamedTemporaryFile, tempfile.TemporaryDirectory):
        try:
            make(prefix="dlgrade-hostile-").__exit__(None, None, None)
            escaped = True
        except OSError:
            pass
    try:
        os.close(os.open("/tmp", os.O_TMPFILE | os.O_RDWR))
        escaped = True
    except OSError:
        pass
    return escaped


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
