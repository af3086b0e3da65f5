#: title = "Text that a template, a shell, a spreadsheet or a terminal would run"
#: tanh = ["wrong", "raised"]
#: never = ["\u001b", "\u0000"]


import numpy as np

TEXT = "{{7*7}} ${7*7} $(id) `id` =cmd|'/C calc'!A1 <script>alert(1)</script> \x1b[2J\x00\u202e"


def tanh(z):
    if np.size(z) % 2:
        raise ValueError(TEXT + "\udcff")
    return TEXT
