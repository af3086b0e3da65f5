#: title = "Returns an integer of a million digits"
#: tanh = ["wrong", "raised"]


def tanh(z):
    return 1 << 4_000_000
