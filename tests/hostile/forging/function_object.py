#: title = "A callable object whose signature, name and code lie"
#: tanh = ["wrong", "raised"]


import numpy as np


class Liar:
    __name__ = "tanh"
    __wrapped__ = np.tanh
    __code__ = (lambda z: z).__code__
    __defaults__ = "no tuple"

    def __getattr__(self, name):
        raise RuntimeError(name)

    def __call__(self, z):
        return 1.0


tanh = Liar()


def _unused():
    """def tanh( in the text, for those who look for it there"""
