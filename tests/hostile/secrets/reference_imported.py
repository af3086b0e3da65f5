#: title = "Imports the reference and the grader's own rooms"

import importlib

import numpy as np

NAMES = [
    "solutions.activations.activations",
    "solutions",
    "grader.answers.live",
    "grader.course.load",
]
NAMES += [
    "grader.engine.pytest_run",
    "grader.check.bench",
    "grader.model.report",
    "grader.engine.session",
    "pytest",
    "_pytest",
]


def attack():
    for name in NAMES:
        try:
            importlib.import_module(name)
            return True
        except ImportError:
            continue
    return False


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
