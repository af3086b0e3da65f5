#: title = "Returns a list nested a hundred thousand deep"
#: tanh = ["timeout", "wrong", "raised", "crashed"]


def tanh(z):
    value = []
    for _ in range(100_000):
        value = [value]
    return value
