#: title = "Writes the results that other graders read"

import os

import numpy as np

NAMES = ["results.json", "results.xml", "report.json", "grades.csv"]
NAMES += ["/autograder/results/results.json"]


def attack():
    for name in NAMES:
        for place in (".", "/tmp", "@OUTSIDE@"):
            path = os.path.join(place, name)
            try:
                with open(path, "w", encoding="utf-8") as file:
                    file.write('{"score": 100, "max_score": 100, "status": "pass"}')
                os.remove(path)
                return True
            except OSError:
                continue
    return False


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
