#: title = "One big-integer power that holds the GIL and never looks up"
#: tanh = ["timeout"]


def tanh(z):
    return 3**40_000_000 % 7
