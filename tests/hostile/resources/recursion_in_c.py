#: title = "Recursion through C code, which uses up the real stack"
#: tanh = ["timeout", "raised", "crashed"]

import sys


class Deep:
    def __init__(self, inner):
        self.inner = inner

    def __repr__(self):
        return "".join(map(repr, [self.inner]))


def tanh(z):
    sys.setrecursionlimit(10**8)
    deep = Deep(None)
    for _ in range(400_000):
        deep = Deep(deep)
    return len(repr(deep))
