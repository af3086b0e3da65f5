#: title = "An exception with 100 MB of text"
#: tanh = ["timeout", "raised"]


def tanh(z):
    raise ValueError("flood" * 20_000_000)
