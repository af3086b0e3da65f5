#: title = "Grows by 16 MB of touched pages at a time"
#: tanh = ["timeout", "raised", "crashed"]


def tanh(z):
    kept = []
    while len(kept) < 72:
        kept.append(bytearray(b"x" * (16 << 20)))
    return "ESCAPED"
