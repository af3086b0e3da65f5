#: title = "Many small objects until there is no memory left"
#: tanh = ["raised", "crashed", "timeout"]


def tanh(z):
    kept = []
    while len(kept) < 12_000_000:
        kept.append([None] * 4)
    return "ESCAPED"
