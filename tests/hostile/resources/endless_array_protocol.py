#: title = "A result whose conversion to an array never ends"
#: tanh = ["wrong", "timeout"]

import time


class Lazy:
    def __array__(self, *args, **kwargs):
        time.sleep(20)

    def __float__(self):
        time.sleep(20)

    def __repr__(self):
        time.sleep(20)

    def __len__(self):
        time.sleep(20)


def tanh(z):
    return Lazy()
