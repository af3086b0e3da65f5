#: title = "Patches builtins that a checker uses: abs, all, max, isinstance, len"
#: tanh = ["wrong", "crashed", "raised", "timeout"]
#: relu = ["pass", "wrong", "crashed", "raised", "timeout"]

import builtins


def tanh(z):
    builtins.abs = lambda value: 0
    builtins.all = builtins.any = lambda values: True
    builtins.max = builtins.min = lambda *values, **_: 0
    builtins.isinstance = lambda *_: True
    builtins.float = builtins.int = lambda *_: 0
    builtins.type = lambda *_: str
    return 0.0
