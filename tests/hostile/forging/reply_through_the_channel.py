#: title = "Finds the worker's own channel and replies twice through it"
#: tanh = ["crashed", "wrong"]

import gc


def tanh(z):
    for found in gc.get_objects():
        if type(found).__name__ == "Channel" and hasattr(found, "write"):
            for turn in range(1, 6):
                found.write({"kind": "reply", "id": turn, "index": 0, "value": 1.0})
    raise SystemExit
