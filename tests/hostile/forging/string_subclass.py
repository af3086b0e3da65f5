#: title = "Strings, tuples and dicts of its own kind, whose methods lie"
#: tanh = ["wrong", "raised", "timeout"]


import numpy as np


class Text(str):
    def __len__(self):
        return -(10**9)

    def __getitem__(self, key):
        return self * 10_000_000

    def encode(self, *args):
        return b"x" * 100_000_000

    def __eq__(self, other):
        return True

    __hash__ = str.__hash__


class Pair(dict):
    def items(self):
        while True:
            yield Text("k"), Text("v")

    def __iter__(self):
        return iter([Text("a")] * 3)


def tanh(z):
    return [Text("x"), Pair(a=1)] if np.size(z) % 2 else Text("1.0")
