"""Is this value right, and if not, what differs: shape first, then nan, then the largest entry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from grader.compare import show
from grader.language.text import Text, tr
from grader.model.outcome import Opaque

RTOL = 1e-6
ATOL = 1e-8
Numeric = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Tolerance:
    rtol: float = RTOL
    atol: float = ATOL


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs between a due value and a given one. `part` is the index in a tuple."""

    kind: str
    text: Text
    where: str = ""
    part: int | None = None


LIST_NOTE = tr("You returned a Python list; it was compared as an array. Prefer np.array(...).")


NO_RETURN = tr("The function returned None: is a `return` missing?")
PRINTED = tr("The function returned None. Did you print the value instead of returning it?")


def is_scalar(given: Any) -> bool:
    """A float in the course's sense: a Python or NumPy number, or a 0-d array."""
    return isinstance(given, bool | int | float | complex | np.generic) or (
        isinstance(given, np.ndarray) and given.ndim == 0
    )


def as_array(given: Any) -> Numeric | None:
    """`given` as a numeric array, lists and tuples of numbers converted; None when it is not."""
    if isinstance(given, np.ndarray):
        return given
    if is_scalar(given):
        try:
            return np.asarray(given, dtype=None if _fits(given) else np.float64)
        except OverflowError:
            return None
    if isinstance(given, list | tuple):
        try:
            array = np.asarray(given)
        except (ValueError, OverflowError, TypeError):
            return None
        return array if array.dtype.kind in "biufc" else None
    return None


def _fits(given: Any) -> bool:
    return not isinstance(given, int) or -(2**63) <= given < 2**63


def close(a: Numeric, b: Numeric, tol: Tolerance) -> NDArray[np.bool_]:
    """Elementwise: `a` agrees with the due `b`; nan agrees with nan, inf with the same inf."""
    a, b = _floating(a), _floating(b)
    with np.errstate(all="ignore"):
        near = np.abs(a - b) <= tol.atol + tol.rtol * np.abs(b)
    good: NDArray[np.bool_] = near & np.isfinite(b) | (a == b) | (np.isnan(a) & np.isnan(b))
    return good


def _floating(a: Numeric) -> Numeric:
    return a if a.dtype.kind == "c" else a.astype(np.float64, copy=False)


def agree(a: Any, b: Any, tol: Tolerance | None = None) -> bool:
    """The same value to the tolerance: same structure, same shape, every entry close."""
    tol = tol or Tolerance()
    if (isinstance(b, tuple | list) and as_array(b) is None) or _is_parts(a, b):
        if not (isinstance(a, tuple | list) and isinstance(b, tuple | list)) or len(a) != len(b):
            return False
        return all(agree(x, y, tol) for x, y in zip(a, b, strict=True))
    x, y = as_array(a), as_array(b)
    if x is None or y is None:
        return bool(type(a) is type(b) and not isinstance(a, Opaque) and a == b)
    return x.shape == y.shape and bool(np.all(close(x, y, tol)))


def _is_parts(a: Any, b: Any) -> bool:
    """Both are sequences that hold arrays: compared part by part."""
    return (
        isinstance(a, tuple | list)
        and isinstance(b, tuple | list)
        and any(isinstance(v, np.ndarray | tuple | list) for v in (*a, *b))
    )


def difference(
    expected: Any,
    given: Any,
    *,
    tol: Tolerance | None = None,
    dtype: str | None = None,
    outputs: Sequence[str] | None = None,
) -> tuple[Difference | None, tuple[Text, ...]]:
    """What keeps `given` from being the due `expected`, or None; and notes that cost nothing.

    A tuple that is due is compared part by part, the parts called `outputs`. `dtype="integer"`
    also demands whole-number dtype.
    """
    tol = tol or Tolerance()
    if isinstance(expected, tuple | list):
        return _parts(expected, given, tol, outputs)
    if expected is None or isinstance(expected, str):
        same = type(given) is type(expected) and given == expected
        return (None if same else _other_type(given, _kind_due(expected))), ()
    wanted = as_array(expected)
    if wanted is None:
        raise TypeError(f"the reference returned {type(expected).__name__}, which is not graded")
    scalar = is_scalar(expected)
    if scalar and not is_scalar(given):
        found = as_array(given)
        if found is None:
            return _other_type(given, tr("a single number")), ()
        return _not_scalar(wanted, found, tol), ()
    array = as_array(given)
    if array is None or array.dtype.kind not in "biufc":
        return _other_type(given, tr("an array")), ()
    notes = (LIST_NOTE,) if isinstance(given, list | tuple) else ()
    found_difference = _arrays(wanted, array, tol)
    if found_difference is None and dtype == "integer" and array.dtype.kind not in "biu":
        found_difference = Difference(
            "dtype",
            tr(
                "The values are right but their dtype is {dtype}; integers (indices) are due here.",
                dtype=array.dtype,
            ),
        )
    return found_difference, notes


def _parts(
    expected: Sequence[Any], given: Any, tol: Tolerance, outputs: Sequence[str] | None
) -> tuple[Difference | None, tuple[Text, ...]]:
    count = len(expected)
    names = list(outputs or [f"[{i}]" for i in range(count)])
    listed = ", ".join(names)
    kind = tr("a tuple of {count} values ({listed})", count=count, listed=listed)
    if isinstance(given, Opaque) or not isinstance(given, tuple | list):
        return _other_type(given, kind), ()
    if len(given) != count:
        return Difference(
            "length",
            tr(
                "{count} values are due ({listed}); you returned {count2}.",
                count=count,
                listed=listed,
                count2=len(given),
            ),
        ), ()
    notes: list[Text] = []
    for i, (want, have) in enumerate(zip(expected, given, strict=True)):
        found, more = difference(want, have, tol=tol)
        notes += [n for n in more if n not in notes]
        if found is not None:
            text = tr("{names}: {text}", names=names[i], text=found.text)
            return Difference(found.kind, text, names[i] + found.where, i), tuple(notes)
    return None, tuple(notes)


def _kind_due(expected: Any) -> Text:
    if expected is None:
        return Text("None")
    return tr("the string {expected}", expected=repr(expected))


_ITERATORS = {"generator", "map", "filter", "zip", "range", "reversed", "enumerate", "set", "dict"}


def _other_type(given: Any, expected: Text) -> Difference:
    if given is None:
        return Difference("none", NO_RETURN)
    name = given.type_name if isinstance(given, Opaque) else type(given).__name__
    if name in _ITERATORS:
        text = tr(
            "You returned a {name}, not {due}. Collect its values with list(...) or "
            "np.array(...) first.",
            name=name,
            due=expected,
        )
    elif isinstance(given, list | tuple):
        text = tr(
            "The {name} you returned cannot be read as {due}: its rows differ in length, or "
            "not all of it is numbers.",
            name=name,
            due=expected,
        )
    else:
        vowel = name[:1].lower() in "aeio"
        text = (
            tr("You returned an {name}; {due} is due.", name=name, due=expected)
            if vowel
            else tr("You returned a {name}; {due} is due.", name=name, due=expected)
        )
    return Difference("type", text)


def _not_scalar(expected: Numeric, found: Numeric, tol: Tolerance) -> Difference:
    if found.size == 1 and bool(close(found.reshape(()), expected.reshape(()), tol)):
        return Difference(
            "shape",
            tr(
                "The value is right but wrapped in an array of shape {shape}; a single number "
                "is due.",
                shape=found.shape,
            ),
        )
    return Difference(
        "shape",
        tr("A single number is due; you returned an array of shape {shape}.", shape=found.shape),
    )


def _arrays(expected: Numeric, given: Numeric, tol: Tolerance) -> Difference | None:
    if given.shape != expected.shape:
        return _shapes(expected, given, tol)
    good = close(given, expected, tol)
    if bool(np.all(good)):
        return None
    given_f, due_f = _floating(given), _floating(expected)
    odd = ~np.isfinite(given_f) & ~good
    if bool(np.any(odd)):
        index = _first(odd)
        what = "nan" if bool(np.isnan(given_f[index])) else "inf"
        return Difference(
            "nan",
            _not_finite(index, what, show.number(due_f[index])),
            _where(index),
        )
    with np.errstate(all="ignore"):
        gap = np.where(good, 0.0, np.abs(given_f - due_f))
    gap = np.where(np.isnan(gap), np.inf, gap)
    largest = float(np.max(gap))
    # Entries that differ alike to rounding count as equal, so that the last bit of a BLAS
    # cannot choose which index a report names.
    index = _first(gap >= largest * (1 - 1e-9))
    want, have = show.pair(expected[index], given[index])
    wrong, total = int(np.sum(~good)), int(expected.size)
    if total == 1:
        text = tr("Got {have}; {want} is due.", have=have, want=want)
        return Difference("value", text)
    return Difference(
        "value",
        tr(
            "{wrong} of {total} values differ, most at {where}: got {have}; {want} is due.",
            wrong=wrong,
            total=total,
            where=_where(index),
            have=have,
            want=want,
        ),
        _where(index),
    )


def _shapes(expected: Numeric, given: Numeric, tol: Tolerance) -> Difference:
    base = tr("Shape {shape} is due; got {shape2}.", shape=expected.shape, shape2=given.shape)
    if (
        given.ndim >= 2
        and given.T.shape == expected.shape
        and bool(np.all(close(given.T, expected, tol)))
    ):
        more = tr(" This is the transpose of what is due.")
    elif given.size == expected.size and bool(
        np.all(close(given.reshape(-1), expected.reshape(-1), tol))
    ):
        more = tr(" The numbers are right; only the shape is not.")
    else:
        more = Text("")
    return Difference("shape", base + more)


def _first(mask: NDArray[np.bool_]) -> tuple[int, ...]:
    return tuple(int(i) for i in np.unravel_index(int(np.argmax(mask)), mask.shape))


def _where(index: tuple[int, ...]) -> str:
    return "[" + ", ".join(map(str, index)) + "]" if index else ""


def _not_finite(index: tuple[int, ...], what: str, expected: str) -> Text:
    if not index:
        return tr("The result is {what}; {due} is due.", what=what, due=expected)
    return tr(
        "The value at {where} is {what}; {due} is due.",
        where=_where(index),
        what=what,
        due=expected,
    )
