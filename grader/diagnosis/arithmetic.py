"""Structural findings in which the wrong answer is the right one put through simple arithmetic."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np

from grader.diagnosis.samples import (
    Array,
    Finding,
    Sample,
    floating,
    holds,
    local,
    named,
    same_array,
)
from grader.language.text import Text, tr


def negated(samples: Sequence[Sample]) -> Finding | None:
    if not holds(samples, lambda s: -floating(s.due)):
        return None
    return named(
        "negated",
        tr("Every value is right except for its sign: a minus is missing, or one too many."),
    )


_CONSTANTS: tuple[tuple[float, Text], ...] = (
    (2.0, Text("2")),
    (0.5, Text("1/2")),
    (1 / math.log(10), tr("1/ln 10 (did you use log10?)")),
    (1 / math.log(2), tr("1/ln 2 (did you use log2?)")),
    (math.log(10), Text("ln 10")),
    (math.log(2), Text("ln 2")),
)


def _ratio(s: Sample) -> float | None:
    """given/due, where that is one number for the whole array; nan where all that is due is 0."""
    if s.given.shape != s.due.shape:
        return None
    due, given = floating(s.due), floating(s.given)
    flat = due.reshape(-1)
    if not flat.size or not np.any(np.abs(flat) > 1e-6):
        return math.nan if same_array(given, due) else None
    at = int(np.argmax(np.abs(flat)))
    ratio = given.reshape(-1)[at] / flat[at]
    if not np.isfinite(ratio) or np.iscomplexobj(ratio) or not same_array(given, due * ratio):
        return None
    return float(ratio)


def factor(samples: Sequence[Sample]) -> Finding | None:
    ratios: list[tuple[Sample, float]] = []
    for s in samples:
        ratio = _ratio(s)
        if ratio is None:
            return None
        if not math.isnan(ratio):
            ratios.append((s, ratio))
    off = [r for _, r in ratios if abs(r - 1) > 1e-5]
    if len(off) < 2 or any(abs(r) < 1e-9 for _, r in ratios):
        return None
    first = ratios[0][1]
    if all(abs(r - first) <= 1e-6 * abs(first) for _, r in ratios):
        entries = sum(int(np.sum(np.abs(floating(s.due)) > 1e-6)) for s, _ in ratios)
        return _constant(first) if entries >= 4 else None
    for id, what, size in _SIZES:
        for power, over in ((1, False), (-1, True)):
            if (
                all(
                    (n := size(s)) is not None and abs(r - float(n) ** power) <= 1e-6 * abs(r)
                    for s, r in ratios
                )
                and len({size(s) for s, _ in ratios}) >= 2
            ):
                return _by_size(id, what, over)
    return None


def _constant(ratio: float) -> Finding:
    for value, factor in _CONSTANTS:
        for sign, mark in ((1, ""), (-1, "−")):
            if abs(ratio - sign * value) <= 1e-6 * abs(value):
                return named(
                    "factor",
                    tr(
                        "Every value is {mark}{factor} times what is due.", mark=mark, factor=factor
                    ),
                )
    return named(
        "factor",
        tr("Every value is {ratio:.6g} times what is due.", ratio=ratio),
    )


def _first_matrix(s: Sample) -> Array | None:
    return next((a for a in s.args.values() if a.ndim >= 1), None)


def _last_axis(s: Sample) -> int | None:
    a = _first_matrix(s)
    return None if a is None else int(a.shape[-1])


def _first_axis(s: Sample) -> int | None:
    a = _first_matrix(s)
    return None if a is None or a.ndim < 2 else int(a.shape[0])


def _entries(s: Sample) -> int | None:
    a = _first_matrix(s)
    return None if a is None else int(a.size)


_SIZES: tuple[tuple[str, Text, Callable[[Sample], int | None]], ...] = (
    ("n", tr("N, the number of samples (the last axis),"), _last_axis),
    ("k", tr("k, the length of the first axis,"), _first_axis),
    ("kn", tr("the number of elements (k × N)"), _entries),
)


def _by_size(id: str, size: Text, over: bool) -> Finding:
    if over:
        return local(
            f"divided-by-{id}",
            tr("Your answer is divided by {size} once too often.", size=size),
        )
    return local(
        f"times-{id}",
        tr(
            "Your answer is too large by a factor of {size}: a division is missing (a sum for a "
            "mean?).",
            size=size,
        ),
    )


_SHIFTS = (
    (-1.0, "argument-left-out", tr("without adding")),
    (1.0, "argument-twice", tr("with one more of")),
    (-2.0, "argument-subtracted", tr("with a minus before")),
)


def _shifted(s: Sample, name: str, weight: float) -> Array | None:
    try:
        out: Array = floating(s.due) + weight * floating(s.args[name])
    except ValueError:
        return None
    return out if out.shape == s.due.shape else None


def argument(samples: Sequence[Sample]) -> Finding | None:
    for name in samples[0].args:
        if any(name not in s.args for s in samples):
            continue
        if holds(samples, lambda s, name=name: s.args[name]):  # type: ignore[misc]
            return named(
                "returns-argument",
                tr("You return the argument {name} as it came.", name=name),
            )
        for weight, id, how in _SHIFTS:
            if holds(samples, lambda s, n=name, w=weight: _shifted(s, n, w)):  # type: ignore[misc]
                return named(
                    id,
                    tr("Your answer is what one gets {how} {name}.", how=how, name=name),
                )
    return None


def offset(samples: Sequence[Sample]) -> Finding | None:
    offsets: list[float] = []
    entries = 0
    for s in samples:
        if s.given.shape != s.due.shape or not s.due.size:
            return None
        gap = (floating(s.given) - floating(s.due)).reshape(-1)
        if np.iscomplexobj(gap):
            return None
        offsets.append(float(gap[0]))
        entries += gap.size
        if not np.allclose(gap, offsets[0], rtol=1e-6, atol=1e-8):
            return None
    if entries < 4 or not np.isfinite(offsets[0]):
        return None
    shown = f"{offsets[0]:+.6g}".replace("-", "−")
    return named(
        "offset",
        tr("Every value is off by the same constant ({shown}).", shown=shown),
    )


def truncated(samples: Sequence[Sample]) -> Finding | None:
    for change in (np.trunc, np.floor):
        if holds(samples, lambda s, change=change: change(floating(s.due))):  # type: ignore[misc]
            return local(
                "truncated",
                tr(
                    "The fractions are gone: the values went into an integer array, or through // "
                    "or int()."
                ),
            )
    return None


def rounded(samples: Sequence[Sample]) -> Finding | None:
    for digits in range(6):
        if holds(samples, lambda s, d=digits: np.round(floating(s.due), d)):  # type: ignore[misc]
            return local(
                "rounded",
                tr(
                    "Your answer is rounded to {digits} decimals; do not round while computing.",
                    digits=digits,
                ),
            )
    return None
