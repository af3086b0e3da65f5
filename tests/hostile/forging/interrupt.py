#: title = "Raises KeyboardInterrupt, which a harness takes for its user's"
#: tanh = ["raised"]


def tanh(z):
    raise KeyboardInterrupt
