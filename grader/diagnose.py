"""Which known mistake explains what the student's function gave.

A misconception is named only if it gives what the student gave in *every* case seen, at least one
of them wrong. When several fit, more cases are drawn until one is left; those that cannot be told
apart are all named. Only when none fits are the structural findings asked.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np

from grader.authoring import Case
from grader.compare import agree, as_array, is_scalar
from grader.model import Diagnosis, Misconception, Opaque, Outcome, Raised, Returned, Text
from grader.oracle import Oracle
from grader.samples import Sample
from grader.structure import find

EXTRA_ROUNDS = 3
MANY = 3
"""Wrong values that must agree before it is overlooked that one side raises where the other does
not."""


@dataclass(frozen=True, slots=True)
class Run:
    """One case, what was due, what came."""

    case: Case
    due: Outcome
    given: Outcome
    exception: str = ""
    """The name of the exception that is due, in checks that are about exceptions."""

    @property
    def wrong(self) -> bool:
        if self.exception and isinstance(self.given, Raised):
            return self.exception not in self.given.bases
        return not agreeing(self.given, self.due)

    @property
    def telling(self) -> bool:
        """Wrong in a way that speaks for a mistake: an exception alone tells none from another,
        unless exceptions are what is asked for."""
        return self.wrong and (isinstance(self.given, Returned) or bool(self.exception))

    def explained_by(self, predicted: Outcome) -> bool:
        if self.exception and isinstance(self.given, Raised) and isinstance(predicted, Raised):
            return self.given.type_name == predicted.type_name
        return agreeing(self.given, predicted)


def agreeing(a: Outcome, b: Outcome) -> bool:
    """The same outcome: the same value, or both raised."""
    if isinstance(a, Returned) and isinstance(b, Returned):
        return agree(a.value, b.value)
    return isinstance(a, Raised) and isinstance(b, Raised)


def diagnose(
    function: str,
    runs: Sequence[Run],
    oracle: Oracle,
    more: Callable[[int], Sequence[Run]] | None = None,
    outputs: Sequence[str] | None = None,
    ask: Callable[[Sequence[Case]], Sequence[Outcome]] | None = None,
) -> tuple[Diagnosis, ...]:
    """Name the mistake behind the wrong ones of `runs`.

    `more(round)` draws further runs; `ask` calls the student's function on cases of our own.
    """
    seen = list(runs)
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
    swapped = _swapped(seen, oracle.parameters(function), ask) if ask is not None else ()
    return swapped or _by_part(function, seen, oracle, outputs)


def _swapped(
    runs: Sequence[Run],
    names: Sequence[str],
    ask: Callable[[Sequence[Case]], Sequence[Outcome]],
) -> tuple[Diagnosis, ...]:
    """Two arguments of the same shape taken for each other: given them the other way round, the
    function is right everywhere."""
    if sum(run.telling for run in runs) < 2:
        return ()
    arrays = [i for i, a in enumerate(runs[0].case.args) if isinstance(a, np.ndarray)]
    for i, j in combinations(arrays, 2):
        if not all(_alike(run.case, i, j) for run in runs):
            continue
        outcomes = ask([_exchanged(run.case, i, j) for run in runs])
        if all(agreeing(o, r.due) for o, r in zip(outcomes, runs, strict=True)):
            a, b = names[i], names[j]
            text = Text(
                f"參數 {a} 和 {b} 對調了：把它們交換之後，你的答案全對。",
                f"{a} and {b} are taken for each other: with the two exchanged, all your answers "
                "are right.",
            )
            return (Diagnosis("structure.swapped-arguments", text),)
    return ()


def _alike(case: Case, i: int, j: int) -> bool:
    a, b = (case.args[k] if k < len(case.args) else None for k in (i, j))
    return isinstance(a, np.ndarray) and isinstance(b, np.ndarray) and a.shape == b.shape


def _exchanged(case: Case, i: int, j: int) -> Case:
    args = list(case.args)
    args[i], args[j] = args[j], args[i]
    return Case(tuple(args), case.kwargs)


def _fitting(
    candidates: Sequence[Misconception], runs: Sequence[Run], oracle: Oracle
) -> list[Misconception]:
    """Those of `candidates` that explain all of `runs`, by the fewest unlike exceptions."""
    unlike = {m.id: _unlike(m, runs, oracle) for m in candidates}
    fewest = min((n for n in unlike.values() if n is not None), default=0)
    return [m for m in candidates if unlike[m.id] == fewest]


def _unlike(mistake: Misconception, runs: Sequence[Run], oracle: Oracle) -> int | None:
    """In how many runs only one side raised; None where the mistake does not explain the runs.

    The same wrong formula may broadcast in one style and raise in another: that is overlooked
    where enough wrong values agree.
    """
    telling = unlike = 0
    for run in runs:
        predicted = oracle.mistaken(mistake, run.case)
        if run.explained_by(predicted):
            telling += run.telling
        elif not run.exception and isinstance(run.given, Raised) != isinstance(predicted, Raised):
            unlike += 1
        else:
            return None
    return unlike if telling >= (MANY if unlike else 1) else None


def _by_part(
    function: str, runs: Sequence[Run], oracle: Oracle, outputs: Sequence[str] | None
) -> tuple[Diagnosis, ...]:
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
    found_all: list[Diagnosis] = []
    for part in range(count):
        wrong = [p for p in pairs if not agree(p[2][part], p[1][part])]
        if not wrong:
            continue
        named = _part_fits(function, pairs, part, oracle)
        if not named:
            finding = find(_samples([(r, d[part], g[part]) for r, d, g in pairs], names))
            label = outputs[part] if outputs else f"[{part}]"
            if finding:
                text = Text(f"{label}：{finding.text.zh}", f"{label}: {finding.text.en}")
                named = [Diagnosis(finding.id, text)]
        if not named:
            return ()
        found_all += [n for n in named if n not in found_all]
    return tuple(found_all)


def _part_fits(
    function: str, pairs: Sequence[tuple[Run, Any, Any]], part: int, oracle: Oracle
) -> list[Diagnosis]:
    """Misconceptions that spoil only this part, and spoil it as the student's code does."""
    fitting = []
    for mistake in oracle.mistakes(function):
        for run, due, given in pairs:
            predicted = oracle.mistaken(mistake, run.case)
            if not isinstance(predicted, Returned):
                break
            value = predicted.value
            if not isinstance(value, tuple | list) or len(value) != len(due):
                break
            others = all(agree(value[i], due[i]) for i in range(len(due)) if i != part)
            if not others or not agree(given[part], value[part]):
                break
        else:
            fitting.append(Diagnosis(mistake.id, mistake.text))
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
