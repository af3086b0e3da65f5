#: title = "Returns 100 MB of text, then of bytes"
#: tanh = ["timeout", "wrong", "raised", "crashed"]


def tanh(z):
    return ["flood" * 10_000_000, b"flood" * 10_000_000]
