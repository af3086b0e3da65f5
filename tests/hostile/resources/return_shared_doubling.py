#: title = "Returns a list that doubles at each level when it is written out"
#: tanh = ["wrong", "raised", "crashed", "timeout"]


def tanh(z):
    value = [0.5]
    for _ in range(60):
        value = [value, value]
    return value
