#: title = "sum(range(...)): one C loop that holds the GIL"
#: tanh = ["timeout"]


def tanh(z):
    return sum(range(600_000_000))
