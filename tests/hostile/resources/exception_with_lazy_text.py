#: title = "An exception that makes its 100 MB only when it is asked for them"
#: tanh = ["timeout", "raised"]


class Flood(Exception):
    def __str__(self):
        return "flood" * 20_000_000

    __repr__ = __str__


def tanh(z):
    raise Flood
