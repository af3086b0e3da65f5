"""Which known mistake explains what the student's function gave.

A misconception is named only if it gives what the student gave in *every* case seen, at least one
of them wrong. When several fit, more cases are drawn until one is left; those that cannot be told
apart are all named. Only when none fits are the structural findings asked.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from grader.answers.live import NotRecorded, Oracle
from grader.compare.agreement import agree, as_array, is_scalar
from grader.diagnosis.again import Ask, fixed_to_slide, stateful, swapped
from grader.diagnosis.runs import Run
from grader.diagnosis.samples import Finding, Sample, Scope
from grader.diagnosis.structure import find
from grader.language.text import tr
from grader.model.assignment import Misconception
from grader.model.outcome import Opaque, Raised, Returned
from grader.model.report import Diagnosis

EXTRA_ROUNDS = 3
MANY = 3
"""Wrong values that must agree before it is overlooked that one side raises where the other does
not."""


def diagnose(
    function: str,
    runs: Sequence[Run],
    oracle: Oracle,
    more: Callable[[int], Sequence[Run]] | None = None,
    outputs: Sequence[str] | None = None,
    ask: Ask | None = None,
    earlier: Sequence[Run] = (),
) -> tuple[Diagnosis, ...]:
    """Name the mistake behind the wrong ones of `runs`.

    `more(round)` draws further runs; `ask` calls the student's function on cases of our own;
    `earlier` are runs of other checks, which a named mistake must explain too.
    """
    seen = [*earlier, *runs]
    fitting = _fitting(oracle.mistakes(function), seen, oracle)
    rounds = 0
    while fitting and more is not None and rounds < (1 if len(fitting) == 1 else EXTRA_ROUNDS):
        extra = more(rounds)
        if not extra:
            break
        seen += extra
        fitting = _fitting(fitting, seen, oracle)
        rounds += 1
    if fitting:
        return tuple(Diagnosis(m.id, m.text) for m in fitting)
    if more is not None and rounds == 0:
        seen += more(0)
    mine = seen[len(earlier) :]
    if ask is not None:
        found = stateful(mine, ask) or swapped(seen, oracle.parameters(function), ask)
        if found is not None:
            return (found,)
    named = _by_part(function, mine, oracle, outputs)
    return tuple(
        finding.diagnosis
        for finding in named
        if _still_true(finding, function, earlier, mine, oracle, ask)
    )


def _still_true(
    finding: Finding,
    function: str,
    earlier: Sequence[Run],
    runs: Sequence[Run],
    oracle: Oracle,
    ask: Ask | None,
) -> bool:
    """A finding about every value is not made of a function that was right before, nor one about
    the slide's numbers where they can be turned round and still come out right."""
    if finding.scope in (Scope.KNOWN, Scope.LOCAL):
        return True
    if any(not run.wrong for run in earlier):
        return False
    if finding.scope is not Scope.SLIDE or ask is None:
        return True
    return fixed_to_slide(function, runs, oracle, ask)


def _fitting(
    candidates: Sequence[Misconception], runs: Sequence[Run], oracle: Oracle
) -> list[Misconception]:
    """Those of `candidates` that explain all of `runs`, by the fewest unlike exceptions."""
    # Wrong answers first: most mistakes are ruled out by the first of them.
    told = sorted(((run, run.telling) for run in runs), key=lambda pair: not pair[1])
    unlike = {m.id: _unlike(m, told, oracle) for m in candidates}
    fewest = min((n for n in unlike.values() if n is not None), default=0)
    return [m for m in candidates if unlike[m.id] == fewest]


def _unlike(mistake: Misconception, runs: Sequence[tuple[Run, bool]], oracle: Oracle) -> int | None:
    """In how many runs only one side raised; None where the mistake does not explain the runs,
    which come with whether they are telling.

    The same wrong formula may broadcast in one style and raise in another: that is overlooked
    where enough wrong values agree.
    """
    telling = unlike = 0
    for run, tells in runs:
        try:
            predicted = oracle.mistaken(mistake, run.case)
        except NotRecorded:
            return None  # what cannot be held against every case is not named
        if run.explained_by(predicted):
            telling += tells
        elif not run.exception and isinstance(run.given, Raised) != isinstance(predicted, Raised):
            unlike += 1
        else:
            return None
    return unlike if telling >= (MANY if unlike else 1) else None


def _by_part(
    function: str, runs: Sequence[Run], oracle: Oracle, outputs: Sequence[str] | None
) -> tuple[Finding, ...]:
    """Where no single mistake explains everything: explain each wrong part of a tuple."""
    pairs = [
        (r, r.due.value, r.given.value)
        for r in runs
        if isinstance(r.due, Returned) and isinstance(r.given, Returned)
    ]
    if len(pairs) < len(runs) or not pairs:
        return ()
    names = oracle.parameters(function)
    due0 = pairs[0][1]
    if not isinstance(due0, tuple | list):
        found = find(_samples(pairs, names))
        return (found,) if found else ()
    count = len(due0)
    if any(not isinstance(g, tuple | list) or len(g) != count for _, _, g in pairs):
        return ()
    found_all: list[Finding] = []
    for part in range(count):
        wrong = [p for p in pairs if not agree(p[2][part], p[1][part])]
        if not wrong:
            continue
        named = _part_fits(function, pairs, part, oracle)
        if not named:
            finding = find(_samples([(r, d[part], g[part]) for r, d, g in pairs], names))
            label = outputs[part] if outputs else f"[{part}]"
            if finding:
                text = tr("{label}: {text}", label=label, text=finding.diagnosis.text)
                named = [replace(finding, diagnosis=replace(finding.diagnosis, text=text))]
        if not named:
            return ()
        found_all += [n for n in named if n not in found_all]
    return tuple(found_all)


def _part_fits(
    function: str, pairs: Sequence[tuple[Run, Any, Any]], part: int, oracle: Oracle
) -> list[Finding]:
    """Misconceptions that spoil only this part, and spoil it as the student's code does."""
    fitting = []
    for mistake in oracle.mistakes(function):
        for run, due, given in pairs:
            try:
                predicted = oracle.mistaken(mistake, run.case)
            except NotRecorded:
                break
            if not isinstance(predicted, Returned):
                break
            value = predicted.value
            if not isinstance(value, tuple | list) or len(value) != len(due):
                break
            others = all(agree(value[i], due[i]) for i in range(len(due)) if i != part)
            if not others or not agree(given[part], value[part]):
                break
        else:
            fitting.append(Finding(Diagnosis(mistake.id, mistake.text), Scope.KNOWN))
    return fitting if len(fitting) == 1 else []


def _samples(pairs: Sequence[tuple[Run, Any, Any]], names: Sequence[str]) -> list[Sample]:
    samples: list[Sample] = []
    for run, due, given in pairs:
        want, have = as_array(due), as_array(given)
        if want is None or have is None or isinstance(given, Opaque) or given is None:
            return []
        args = {
            names[i] if i < len(names) else f"#{i + 1}": np.asarray(a)
            for i, a in enumerate(run.case.args)
            if isinstance(a, np.ndarray) or is_scalar(a)
        }
        samples.append(Sample(args, want, have, run.case.slide))
    return samples
