"""Findings that take another question to the student's function: asked again, asked with two
arguments exchanged, asked with the slide's numbers turned round."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations

import numpy as np

from grader.answers.live import NotRecorded, Oracle
from grader.authoring import Case
from grader.diagnosis.runs import CaseResult, agreeing
from grader.language.text import tr
from grader.model.outcome import Opaque, Outcome, Returned
from grader.model.report import Diagnosis

Ask = Callable[[Sequence[Case]], Sequence[Outcome]]


def stateful(runs: Sequence[CaseResult], ask: Ask) -> Diagnosis | None:
    """The same call gives another answer the second time: something is kept between calls."""
    again = ask([run.case for run in runs])
    if any(_untold(run.given) for run in runs):
        return None
    pairs = [(run.given, given) for run, given in zip(runs, again, strict=True)]
    both = [(a, b) for a, b in pairs if isinstance(a, Returned) and isinstance(b, Returned)]
    if len(both) < len(runs) or all(agreeing(a, b) for a, b in both):
        return None
    return Diagnosis(
        "structure.stateful",
        tr(
            "The same call gives another answer the second time: your function keeps something "
            "between calls (a global, a mutable default argument), or draws random numbers."
        ),
    )


def _untold(outcome: Outcome) -> bool:
    """A value that did not travel cannot be compared with itself."""
    value = outcome.value if isinstance(outcome, Returned) else None
    parts = value if isinstance(value, tuple | list) else [value]
    return any(isinstance(part, Opaque) for part in parts)


def swapped(runs: Sequence[CaseResult], names: Sequence[str], ask: Ask) -> Diagnosis | None:
    """Two arguments of the same shape taken for each other: given them the other way round, the
    function is right everywhere."""
    if sum(run.telling for run in runs) < 2:
        return None
    arrays = [i for i, a in enumerate(runs[0].case.args) if isinstance(a, np.ndarray)]
    for i, j in combinations(arrays, 2):
        if not all(_alike(run.case, i, j) for run in runs):
            continue
        outcomes = ask([_exchanged(run.case, i, j) for run in runs])
        if all(agreeing(o, r.expected) for o, r in zip(outcomes, runs, strict=True)):
            a, b = names[i], names[j]
            text = tr(
                "{a} and {b} are taken for each other: with the two exchanged, all your "
                "answers are right.",
                a=a,
                b=b,
            )
            return Diagnosis("structure.swapped-arguments", text)
    return None


def _alike(case: Case, i: int, j: int) -> bool:
    a, b = (case.args[k] if k < len(case.args) else None for k in (i, j))
    return isinstance(a, np.ndarray) and isinstance(b, np.ndarray) and a.shape == b.shape


def _exchanged(case: Case, i: int, j: int) -> Case:
    args = list(case.args)
    args[i], args[j] = args[j], args[i]
    return Case(tuple(args), case.kwargs)


def fixed_to_slide(function: str, runs: Sequence[CaseResult], oracle: Oracle, ask: Ask) -> bool:
    """The slide's numbers in another order come out wrong: the example itself is built in."""
    asked = []
    for run in runs:
        if run.case.slide:
            case = turned(run.case)
            try:
                expected = oracle.expected(function, case)
            except NotRecorded:
                continue
            if isinstance(expected, Returned) and not agreeing(expected, run.expected):
                asked.append((case, expected))
    given = ask([case for case, _ in asked]) if asked else []
    return bool(asked) and not any(
        agreeing(g, expected) for g, (_, expected) in zip(given, asked, strict=True)
    )


def turned(case: Case) -> Case:
    """`case` with the numbers along the last axis of every array in the other order."""
    args = tuple(
        a[..., ::-1].copy() if isinstance(a, np.ndarray) and a.ndim else a for a in case.args
    )
    return Case(args, case.kwargs)
