#: title = "Calls itself without end"
#: tanh = ["raised"]
#: says = "RecursionError"


def tanh(z):
    return tanh(z)
