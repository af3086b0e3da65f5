#: title = "An exception whose class lies about its name, its bases and its text"
#: tanh = ["raised", "crashed"]


class Meta(type):
    @property
    def __name__(cls):
        raise SystemExit

    @property
    def __mro__(cls):
        return "not a tuple"

    def __instancecheck__(cls, other):
        return True

    def mro(cls):
        return [cls, ValueError, Exception, BaseException, object]


class Odd(ValueError, metaclass=Meta):
    def __str__(self):
        raise SystemExit

    def __getattribute__(self, name):
        raise SystemExit


def tanh(z):
    raise Odd
