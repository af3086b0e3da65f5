#: title = "Returns a list that holds itself, and a dict that does"
#: tanh = ["wrong", "raised"]


def tanh(z):
    ring = {}
    ring["ring"] = [ring, [ring]]
    return ring
