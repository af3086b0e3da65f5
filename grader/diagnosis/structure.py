"""Findings that need no author: how a wrong answer relates to the right one.

Each hypothesis must hold in *every* case and be informative in at least two, so that none can
fit by accident; the first that holds is the finding.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from grader.compare.agreement import Tolerance, close
from grader.compare.show import number
from grader.diagnosis import arithmetic
from grader.diagnosis.samples import Array, Finding, Sample, Scope, holds, local, named, same_array
from grader.language.text import Text, tr


def find(samples: Sequence[Sample]) -> Finding | None:
    """The first structural finding that explains all `samples`; None where none does, or where
    there are fewer than two wrong ones to go by."""
    if sum(s.wrong for s in samples) < 2:
        return None
    with np.errstate(all="ignore"):
        for hypothesis in HYPOTHESES:
            found = hypothesis(samples)
            if found is not None:
                return found
    return None


def _transposed(samples: Sequence[Sample]) -> Finding | None:
    if not any(s.due.ndim >= 2 for s in samples) or not holds(samples, lambda s: s.due.T):
        return None
    return named(
        "transposed",
        tr(
            "Your answer is exactly the transpose of what is due: look for one .T too many or too "
            "few, or for factors in the other order."
        ),
    )


def _reshaped(samples: Sequence[Sample]) -> Finding | None:
    def flat(s: Sample) -> Array | None:
        return s.due.reshape(s.given.shape) if s.due.size == s.given.size else None

    if all(s.given.shape == s.due.shape for s in samples) or not holds(samples, flat):
        return None
    return local(
        "shape-only",
        tr(
            "Every number is right and in the right order; only the shape is not. Look at "
            "keepdims, reshape, or an extra pair of brackets."
        ),
    )


def _order(samples: Sequence[Sample]) -> Finding | None:
    informative = 0
    for s in samples:
        if s.given.shape != s.due.shape or s.due.dtype.kind == "c" or s.given.dtype.kind == "c":
            return None
        if not same_array(np.sort(s.given, axis=None), np.sort(s.due, axis=None)):
            return None
        informative += s.wrong and np.unique(s.due).size >= 3
    if informative < 2:
        return None
    return local(
        "order",
        tr("The right numbers, in the wrong order."),
    )


_SLICES: tuple[tuple[str, Any, Text], ...] = (
    ("first-row", np.s_[:1], tr("first row")),
    ("last-row", np.s_[-1:], tr("last row")),
    ("first-column", np.s_[..., :1], tr("first column (the first sample)")),
    ("last-column", np.s_[..., -1:], tr("last column (the last sample)")),
)


def _one_slice(samples: Sequence[Sample]) -> Finding | None:
    large = [s for s in samples if s.wrong and s.due.size >= 3 and max(s.due.shape) >= 3]
    if len(large) < 3 or any(s.given.shape != s.due.shape for s in samples):
        return None
    for id, cut, part in _SLICES:
        if "column" in id and any(s.due.ndim < 2 for s in large):
            continue
        if "row" in id and any(s.due.ndim == 2 and s.due.shape[0] < 2 for s in large):
            continue
        if "column" in id and any(s.due.shape[-1] < 2 for s in large):
            continue
        if all(_only(s, cut) for s in samples if s.wrong and s.due.ndim):
            return local(
                f"only-{id}",
                tr(
                    "All is right but the {part}: does a loop start or stop one step off?",
                    part=part,
                ),
            )
    return None


def _only(s: Sample, cut: Any) -> bool:
    good = close(s.given, s.due, Tolerance())
    inside = good[cut]
    rest = np.array(good, copy=True)
    rest[cut] = True
    return bool(np.all(rest)) and not bool(np.all(inside))


def _constant_answer(samples: Sequence[Sample]) -> Finding | None:
    if len(samples) < 4 or all(same_array(s.due, samples[0].due) for s in samples):
        return None
    if all(same_array(s.given, samples[0].given) for s in samples):
        return named(
            "constant",
            tr("Your function returns the same value whatever it is given."),
        )
    entries = np.concatenate([s.given.reshape(-1) for s in samples])
    dues = np.concatenate([s.due.reshape(-1) for s in samples])
    if np.all(dues == entries[0]):
        return None
    if entries.size >= 6 and sum(s.wrong for s in samples) >= 3 and np.all(entries == entries[0]):
        shown = number(entries[0])
        return named(
            "constant",
            tr("Your function gives {shown} everywhere, whatever it is given.", shown=shown),
        )
    return None


def _slide_only(samples: Sequence[Sample]) -> Finding | None:
    slides = [s for s in samples if s.slide]
    others = [s for s in samples if not s.slide]
    if not slides or any(s.wrong for s in slides) or len(others) < 3:
        return None
    if not all(s.wrong for s in others):
        return None
    found = named(
        "slide-only",
        tr(
            "Right for the slide's numbers and wrong for all others: is something fixed to that "
            "example's size or values?"
        ),
    )
    return replace(found, scope=Scope.SLIDE)


def _single_precision(samples: Sequence[Sample]) -> Finding | None:
    loose = Tolerance(1e-3, 1e-3)
    for s in samples:
        if s.given.dtype.name not in ("float32", "float16") or s.given.shape != s.due.shape:
            return None
        if not bool(np.all(close(s.given, s.due, loose))):
            return None
    return local(
        "single-precision",
        tr(
            "The formula is right, but {dtype} is not exact enough; compute in float64, "
            "NumPy's default.",
            dtype=samples[0].given.dtype,
        ),
    )


HYPOTHESES: tuple[Callable[[Sequence[Sample]], Finding | None], ...] = (
    _constant_answer,
    _single_precision,
    _transposed,
    _reshaped,
    arithmetic.negated,
    arithmetic.truncated,
    arithmetic.rounded,
    arithmetic.factor,
    arithmetic.argument,
    arithmetic.offset,
    _order,
    _one_slice,
    _slide_only,
)
