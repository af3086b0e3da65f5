"""Findings that need no author: how a wrong answer relates to the right one.

Each hypothesis must hold in *every* case and be informative in at least two, so that none can
fit by accident; the first that holds is the finding.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from grader.compare.agreement import Tolerance, close
from grader.compare.show import number
from grader.diagnosis import arithmetic
from grader.diagnosis.samples import Array, Sample, holds, named, same_array
from grader.model.report import Diagnosis


def find(samples: Sequence[Sample]) -> Diagnosis | None:
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


def _transposed(samples: Sequence[Sample]) -> Diagnosis | None:
    if not any(s.due.ndim >= 2 for s in samples) or not holds(samples, lambda s: s.due.T):
        return None
    return named(
        "transposed",
        "你的答案正好是正確答案的轉置：檢查是否多了或少了一個 .T，或矩陣相乘的順序。",
        "Your answer is exactly the transpose of what is due: look for one .T too many or too "
        "few, or for factors in the other order.",
    )


def _reshaped(samples: Sequence[Sample]) -> Diagnosis | None:
    def flat(s: Sample) -> Array | None:
        return s.due.reshape(s.given.shape) if s.due.size == s.given.size else None

    if all(s.given.shape == s.due.shape for s in samples) or not holds(samples, flat):
        return None
    return named(
        "shape-only",
        "數值都對，順序也對，只是 shape 不對：看看 keepdims、reshape，或多出來的中括號。",
        "Every number is right and in the right order; only the shape is not. Look at keepdims, "
        "reshape, or an extra pair of brackets.",
    )


def _order(samples: Sequence[Sample]) -> Diagnosis | None:
    informative = 0
    for s in samples:
        if s.given.shape != s.due.shape or s.due.dtype.kind == "c" or s.given.dtype.kind == "c":
            return None
        if not same_array(np.sort(s.given, axis=None), np.sort(s.due, axis=None)):
            return None
        informative += s.wrong and np.unique(s.due).size >= 3
    if informative < 2:
        return None
    return named(
        "order",
        "數值都對，只是順序（位置）不對。",
        "The right numbers, in the wrong order.",
    )


_SLICES: tuple[tuple[str, Any, str, str], ...] = (
    ("first-row", np.s_[:1], "第一列", "first row"),
    ("last-row", np.s_[-1:], "最後一列", "last row"),
    ("first-column", np.s_[..., :1], "第一行（第一個樣本）", "first column (the first sample)"),
    ("last-column", np.s_[..., -1:], "最後一行（最後一個樣本）", "last column (the last sample)"),
)


def _one_slice(samples: Sequence[Sample]) -> Diagnosis | None:
    large = [s for s in samples if s.wrong and s.due.size >= 3 and max(s.due.shape) >= 3]
    if len(large) < 3 or any(s.given.shape != s.due.shape for s in samples):
        return None
    for id, cut, zh, en in _SLICES:
        if "column" in id and any(s.due.ndim < 2 for s in large):
            continue
        if "row" in id and any(s.due.ndim == 2 and s.due.shape[0] < 2 for s in large):
            continue
        if "column" in id and any(s.due.shape[-1] < 2 for s in large):
            continue
        if all(_only(s, cut) for s in samples if s.wrong and s.due.ndim):
            return named(
                f"only-{id}",
                f"除了{zh}，其他都對：迴圈的起點或終點差了一格？",
                f"All is right but the {en}: does a loop start or stop one step off?",
            )
    return None


def _only(s: Sample, cut: Any) -> bool:
    good = close(s.given, s.due, Tolerance())
    inside = good[cut]
    rest = np.array(good, copy=True)
    rest[cut] = True
    return bool(np.all(rest)) and not bool(np.all(inside))


def _constant_answer(samples: Sequence[Sample]) -> Diagnosis | None:
    if len(samples) < 4 or all(same_array(s.due, samples[0].due) for s in samples):
        return None
    if all(same_array(s.given, samples[0].given) for s in samples):
        return named(
            "constant",
            "不管輸入是什麼，你的函式都回傳同一個值。",
            "Your function returns the same value whatever it is given.",
        )
    entries = np.concatenate([s.given.reshape(-1) for s in samples])
    dues = np.concatenate([s.due.reshape(-1) for s in samples])
    if np.all(dues == entries[0]):
        return None
    if entries.size >= 6 and sum(s.wrong for s in samples) >= 3 and np.all(entries == entries[0]):
        shown = number(entries[0])
        return named(
            "constant",
            f"不管輸入是什麼，你的函式每個位置都給 {shown}。",
            f"Your function gives {shown} everywhere, whatever it is given.",
        )
    return None


def _slide_only(samples: Sequence[Sample]) -> Diagnosis | None:
    slides = [s for s in samples if s.slide]
    others = [s for s in samples if not s.slide]
    if not slides or any(s.wrong for s in slides) or len(others) < 3:
        return None
    if not all(s.wrong for s in others):
        return None
    return named(
        "slide-only",
        "投影片上的數字對，換了數字就不對：是不是寫死了那個例子的大小或數值？",
        "Right for the slide's numbers and wrong for all others: is something fixed to that "
        "example's size or values?",
    )


def _single_precision(samples: Sequence[Sample]) -> Diagnosis | None:
    loose = Tolerance(1e-3, 1e-3)
    for s in samples:
        if s.given.dtype.name not in ("float32", "float16") or s.given.shape != s.due.shape:
            return None
        if not bool(np.all(close(s.given, s.due, loose))):
            return None
    return named(
        "single-precision",
        f"公式沒錯，但你用 {samples[0].given.dtype} 計算，精度不夠；請用 float64（NumPy 的預設）。",
        f"The formula is right, but {samples[0].given.dtype} is not exact enough; compute in "
        "float64, NumPy's default.",
    )


HYPOTHESES: tuple[Callable[[Sequence[Sample]], Diagnosis | None], ...] = (
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
