#: title = "abort(3)"
#: tanh = ["crashed"]

import os


def tanh(z):
    os.abort()
