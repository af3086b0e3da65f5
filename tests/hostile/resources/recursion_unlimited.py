#: title = "Lifts the recursion limit first"
#: tanh = ["timeout", "raised", "crashed"]

import sys

DEPTH = 0


def tanh(z):
    global DEPTH
    DEPTH += 1
    sys.setrecursionlimit(10**8)
    return tanh(z) if DEPTH < 3_000_000 else "ESCAPED"
