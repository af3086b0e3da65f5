#: title = "A string doubled until it cannot be"
#: tanh = ["timeout", "raised"]


def tanh(z):
    text = "x"
    while len(text) < 1 << 29:
        text += text
    return "ESCAPED"
