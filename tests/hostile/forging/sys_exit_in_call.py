#: title = "sys.exit(0) inside the call"
#: tanh = ["raised"]

import sys


def tanh(z):
    sys.exit(0)
