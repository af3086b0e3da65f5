#: title = "os._exit(0) inside the call"
#: tanh = ["crashed"]

import os


def tanh(z):
    os._exit(0)
