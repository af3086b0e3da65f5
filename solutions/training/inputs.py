"""Inputs of the public checks of `training`. Stays with the instructor."""

import numpy as np

from grader.authoring import Draw, Seeded, case

from .checks import TASKS, problem


def four(draw: Draw, n_in, n_hidden, n_out):
    shapes = ((n_in, n_hidden), (n_hidden, 1), (n_hidden, n_out), (n_out, 1))
    return tuple(draw.array(shape) for shape in shapes)


def step_cases(draw: Draw):
    yield case(
        tuple(np.array([[p]]) for p in (1.0, 2.0, -1.0, 0.5)),
        tuple(np.array([[g]]) for g in (0.5, -1.0, 2.0, -4.0)),
        0.1,
    )
    for sizes in ((1, 1, 1), (2, 2, 1), (2, 3, 1), (3, 4, 2), (2, 2, 2)):
        yield case(four(draw, *sizes), four(draw, *sizes), draw.choice((0.05, 0.3, 0.7, 2.0)))
    yield case(four(draw, 2, 3, 1), four(draw, 2, 3, 1), 0.0)


def train_cases(draw: Draw):
    for task in TASKS:
        X, y = problem(draw, task)
        yield case(X, y, task, n_hidden=4, lr=0.1, epochs=3, rng=Seeded(9))
