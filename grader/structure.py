"""Findings that need no author: how a wrong answer relates to the right one.

Each hypothesis must hold in *every* case and be informative in at least two, so that none can
fit by accident; the first that holds is the finding.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from grader.compare import Tolerance, close
from grader.model import Diagnosis, Text

Array = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Sample:
    """One call: numeric arguments by name, the due value, the given value."""

    args: dict[str, Array]
    due: Array
    given: Array
    slide: bool = False

    @property
    def wrong(self) -> bool:
        return not _same(self.given, self.due)


def _same(a: Array, b: Array) -> bool:
    return a.shape == b.shape and bool(np.all(close(a, b, Tolerance())))


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


def _named(id: str, zh: str, en: str) -> Diagnosis:
    return Diagnosis(f"structure.{id}", Text(zh, en))


def _holds(
    samples: Sequence[Sample],
    change: Callable[[Sample], Array | None],
    informative: int = 2,
) -> bool:
    """`given == change(sample)` everywhere, and differs from what is due often enough."""
    count = 0
    for s in samples:
        predicted = change(s)
        if predicted is None or not _same(s.given, predicted):
            return False
        count += s.wrong and s.given.size > 0
    return count >= informative


def _transposed(samples: Sequence[Sample]) -> Diagnosis | None:
    if not any(s.due.ndim >= 2 for s in samples) or not _holds(samples, lambda s: s.due.T):
        return None
    return _named(
        "transposed",
        "你的答案正好是正確答案的轉置：檢查是否多了或少了一個 .T，或矩陣相乘的順序。",
        "Your answer is exactly the transpose of what is due: look for one .T too many or too "
        "few, or for factors in the other order.",
    )


def _reshaped(samples: Sequence[Sample]) -> Diagnosis | None:
    def flat(s: Sample) -> Array | None:
        return s.due.reshape(s.given.shape) if s.due.size == s.given.size else None

    if all(s.given.shape == s.due.shape for s in samples) or not _holds(samples, flat):
        return None
    return _named(
        "shape-only",
        "數值都對，順序也對，只是 shape 不對：看看 keepdims、reshape，或多出來的中括號。",
        "Every number is right and in the right order; only the shape is not. Look at keepdims, "
        "reshape, or an extra pair of brackets.",
    )


def _negated(samples: Sequence[Sample]) -> Diagnosis | None:
    if not _holds(samples, lambda s: -_float(s.due)):
        return None
    return _named(
        "negated",
        "每個值都正好差一個負號。",
        "Every value is right except for its sign: a minus is missing, or one too many.",
    )


def _float(a: Array) -> Array:
    return a if a.dtype.kind == "c" else a.astype(np.float64)


_CONSTANTS: tuple[tuple[float, str, str], ...] = (
    (2.0, "2", "2"),
    (0.5, "1/2", "1/2"),
    (1 / math.log(10), "1/ln 10（是不是用了 log10?）", "1/ln 10 (did you use log10?)"),
    (1 / math.log(2), "1/ln 2（是不是用了 log2?）", "1/ln 2 (did you use log2?)"),
    (math.log(10), "ln 10", "ln 10"),
    (math.log(2), "ln 2", "ln 2"),
)


def _ratio(s: Sample) -> float | None:
    """given/due, where that is one number for the whole array; nan where all that is due is 0."""
    if s.given.shape != s.due.shape:
        return None
    due, given = _float(s.due), _float(s.given)
    flat = due.reshape(-1)
    if not flat.size or not np.any(np.abs(flat) > 1e-6):
        return math.nan if _same(given, due) else None
    at = int(np.argmax(np.abs(flat)))
    ratio = given.reshape(-1)[at] / flat[at]
    if not np.isfinite(ratio) or np.iscomplexobj(ratio) or not _same(given, due * ratio):
        return None
    return float(ratio)


def _factor(samples: Sequence[Sample]) -> Diagnosis | None:
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
        entries = sum(int(np.sum(np.abs(_float(s.due)) > 1e-6)) for s, _ in ratios)
        return _constant(first) if entries >= 4 else None
    for id, zh, en, size in _SIZES:
        for power, over in ((1, False), (-1, True)):
            if (
                all(
                    (n := size(s)) is not None and abs(r - float(n) ** power) <= 1e-6 * abs(r)
                    for s, r in ratios
                )
                and len({size(s) for s, _ in ratios}) >= 2
            ):
                return _by_size(id, zh, en, over)
    return None


def _constant(ratio: float) -> Diagnosis:
    for value, zh, en in _CONSTANTS:
        for sign, mark in ((1, ""), (-1, "−")):
            if abs(ratio - sign * value) <= 1e-6 * abs(value):
                return _named(
                    "factor",
                    f"每個值都是正確答案的 {mark}{zh} 倍。",
                    f"Every value is {mark}{en} times what is due.",
                )
    return _named(
        "factor",
        f"每個值都是正確答案的 {ratio:.6g} 倍。",
        f"Every value is {ratio:.6g} times what is due.",
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


_SIZES: tuple[tuple[str, str, str, Callable[[Sample], int | None]], ...] = (
    ("n", "樣本數 N", "N, the number of samples (the last axis),", _last_axis),
    ("k", "第一軸的長度 k", "k, the length of the first axis,", _first_axis),
    ("kn", "元素總數 kN", "the number of elements (k × N)", _entries),
)


def _by_size(id: str, zh: str, en: str, over: bool) -> Diagnosis:
    if over:
        return _named(
            f"divided-by-{id}",
            f"你的答案多除了一次{zh}。",
            f"Your answer is divided by {en} once too often.",
        )
    return _named(
        f"times-{id}",
        f"你的答案比正確值大了 {zh} 倍：少除了一次（平均寫成了總和？）。",
        f"Your answer is too large by a factor of {en}: a division is missing (a sum for a mean?).",
    )


_SHIFTS = (
    (-1.0, "argument-left-out", "少加了", "without adding"),
    (1.0, "argument-twice", "多加了一次", "with one more of"),
    (-2.0, "argument-subtracted", "該加卻減了", "with a minus before"),
)


def _shifted(s: Sample, name: str, weight: float) -> Array | None:
    try:
        out: Array = _float(s.due) + weight * _float(s.args[name])
    except ValueError:
        return None
    return out if out.shape == s.due.shape else None


def _argument(samples: Sequence[Sample]) -> Diagnosis | None:
    for name in samples[0].args:
        if any(name not in s.args for s in samples):
            continue
        if _holds(samples, lambda s, name=name: s.args[name]):  # type: ignore[misc]
            return _named(
                "returns-argument",
                f"你原封不動地回傳了引數 {name}。",
                f"You return the argument {name} as it came.",
            )
        for weight, id, zh, en in _SHIFTS:
            if _holds(samples, lambda s, n=name, w=weight: _shifted(s, n, w)):  # type: ignore[misc]
                return _named(
                    id,
                    f"你的答案正好是{zh} {name} 的結果。",
                    f"Your answer is what one gets {en} {name}.",
                )
    return None


def _offset(samples: Sequence[Sample]) -> Diagnosis | None:
    offsets: list[float] = []
    entries = 0
    for s in samples:
        if s.given.shape != s.due.shape or not s.due.size:
            return None
        gap = (_float(s.given) - _float(s.due)).reshape(-1)
        if np.iscomplexobj(gap):
            return None
        offsets.append(float(gap[0]))
        entries += gap.size
        if not np.allclose(gap, offsets[0], rtol=1e-6, atol=1e-8):
            return None
    if entries < 4 or not np.isfinite(offsets[0]):
        return None
    shown = f"{offsets[0]:+.6g}".replace("-", "−")
    return _named(
        "offset",
        f"每個值都差同一個常數（{shown}）。",
        f"Every value is off by the same constant ({shown}).",
    )


def _truncated(samples: Sequence[Sample]) -> Diagnosis | None:
    for change in (np.trunc, np.floor):
        if _holds(samples, lambda s, change=change: change(_float(s.due))):  # type: ignore[misc]
            return _named(
                "truncated",
                "小數部分不見了：值被存進了整數陣列，或用了 // 或 int()。",
                "The fractions are gone: the values went into an integer array, or through // or "
                "int().",
            )
    return None


def _rounded(samples: Sequence[Sample]) -> Diagnosis | None:
    for digits in range(6):
        if _holds(samples, lambda s, d=digits: np.round(_float(s.due), d)):  # type: ignore[misc]
            return _named(
                "rounded",
                f"你的答案四捨五入到了小數 {digits} 位；請不要在計算中取近似值。",
                f"Your answer is rounded to {digits} decimals; do not round while computing.",
            )
    return None


def _order(samples: Sequence[Sample]) -> Diagnosis | None:
    informative = 0
    for s in samples:
        if s.given.shape != s.due.shape or s.due.dtype.kind == "c" or s.given.dtype.kind == "c":
            return None
        if not _same(np.sort(s.given, axis=None), np.sort(s.due, axis=None)):
            return None
        informative += s.wrong and np.unique(s.due).size >= 3
    if informative < 2:
        return None
    return _named(
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
    if len(large) < 2 or any(s.given.shape != s.due.shape for s in samples):
        return None
    for id, cut, zh, en in _SLICES:
        if "column" in id and any(s.due.ndim < 2 for s in large):
            continue
        if "row" in id and any(s.due.ndim == 2 and s.due.shape[0] < 2 for s in large):
            continue
        if "column" in id and any(s.due.shape[-1] < 2 for s in large):
            continue
        if all(_only(s, cut) for s in samples if s.wrong and s.due.ndim):
            return _named(
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
    if len(samples) < 4 or not all(_same(s.given, samples[0].given) for s in samples):
        return None
    if all(_same(s.due, samples[0].due) for s in samples):
        return None
    return _named(
        "constant",
        "不管輸入是什麼，你的函式都回傳同一個值。",
        "Your function returns the same value whatever it is given.",
    )


def _slide_only(samples: Sequence[Sample]) -> Diagnosis | None:
    slides = [s for s in samples if s.slide]
    others = [s for s in samples if not s.slide]
    if not slides or any(s.wrong for s in slides) or len(others) < 3:
        return None
    if not all(s.wrong for s in others):
        return None
    return _named(
        "slide-only",
        "投影片上的數字對，換了數字就不對：是不是寫死了那個例子的大小或數值？",
        "Right for the slide's numbers and wrong for all others: is something fixed to that "
        "example's size or values?",
    )


HYPOTHESES: tuple[Callable[[Sequence[Sample]], Diagnosis | None], ...] = (
    _constant_answer,
    _transposed,
    _reshaped,
    _negated,
    _truncated,
    _rounded,
    _argument,
    _factor,
    _offset,
    _order,
    _one_slice,
    _slide_only,
)
