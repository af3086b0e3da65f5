#: title = "Returns a list of two million numbers"
#: tanh = ["wrong", "raised", "crashed", "timeout"]


def tanh(z):
    return [0.5] * 2_000_000
