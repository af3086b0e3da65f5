#: title = "An exception whose text is computed for ever"
#: tanh = ["timeout"]

import time


class Slow(Exception):
    def __str__(self):
        time.sleep(20)
        return "done"


def tanh(z):
    raise Slow
