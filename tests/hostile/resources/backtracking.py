#: title = "A regular expression that backtracks for minutes, in C"
#: tanh = ["timeout"]

import re


def tanh(z):
    return re.match(r"(a|a)+$", "a" * 27 + "b")
