#: title = "An exception whose class has a name of 10 MB, five hundred bases deep"
#: tanh = ["raised"]

kind = ValueError
for number in range(500):
    kind = type("N" * 20_000 if number < 499 else "N" * 10_000_000, (kind,), {})


def tanh(z):
    raise kind("short")
