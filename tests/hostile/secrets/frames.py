#: title = "Walks the stack and every object for answers, a course or a checker"

import gc
import sys

import numpy as np

TYPES = {
    "Course",
    "LiveOracle",
    "CaseBook",
    "SubmissionContext",
    "CheckResult",
    "Report",
    "CallChannel",
}


def attack():
    frame = sys._getframe()
    while frame is not None:
        for value in [*frame.f_locals.values(), *frame.f_globals.values()]:
            if type(value).__name__ in TYPES:
                return True
        frame = frame.f_back
    if attack.done:
        return False
    attack.done = True
    return any(
        type(found).__name__ in TYPES and type(found).__module__.startswith("grader.")
        for found in gc.get_objects()
    )


attack.done = False


def tanh(z):
    return "ESCAPED" if attack() else np.tanh(z)
