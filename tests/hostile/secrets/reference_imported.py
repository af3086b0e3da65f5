#: title = "Imports the reference and the grader's own rooms"

import importlib

import numpy as np

NAMES = ["solutions.activations.activations", "solutions", "grader.oracle", "grader.course"]
NAMES += ["grader.harness", "grader.bench", "grader.model", "grader.session", "pytest", "_pytest"]


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
