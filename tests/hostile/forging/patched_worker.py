#: title = "Patches the worker's own modules: encoder, caller, channel, telling"
#: tanh = ["wrong", "crashed", "raised"]
#: relu = ["pass", "wrong", "crashed", "raised"]

import sys

import numpy as np


def patch():
    for name, module in list(sys.modules.items()):
        if not name.startswith("grader"):
            continue
        for attribute, value in list(vars(module).items()):
            if isinstance(value, type):
                for method in ("_changed", "_same", "equal"):
                    if hasattr(value, method):
                        setattr(value, method, lambda *args, **kwargs: [])
            elif callable(value) and attribute in ("_same", "clean", "message"):
                setattr(module, attribute, lambda *args, **kwargs: True)


patch()


def tanh(z):
    z = np.asarray(z)
    return np.zeros(z.shape)
