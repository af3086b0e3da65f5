#: title = "An ndarray subclass that equals everything"
#: tanh = ["wrong", "raised"]


import numpy as np


class Always(np.ndarray):
    def __array_ufunc__(self, ufunc, method, *inputs, **kwargs):
        return np.ones(self.shape, dtype=bool)

    def __array_function__(self, *args, **kwargs):
        return True

    def __eq__(self, other):
        return np.ones(self.shape, dtype=bool)

    __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __eq__
    __hash__ = None


def tanh(z):
    return np.full(np.shape(z), 9.0).view(Always)
