#: title = "Leaves a module, a hook and a mark on a type for the next student"
#: runs = 2

import builtins
import sys
import types

import numpy as np

FOUND = "dlgrade_hostile" in sys.modules or hasattr(builtins, "dlgrade_hostile")
sys.modules["dlgrade_hostile"] = types.ModuleType("dlgrade_hostile")
builtins.dlgrade_hostile = True
sys.modules["json"] = sys.modules["random"] = None
sys.path_hooks.insert(0, lambda path: (_ for _ in ()).throw(ImportError))
sys.meta_path.clear()


def tanh(z):
    return "ESCAPED" if FOUND else np.tanh(z)
