"""What an exception says, taken without trusting it: its class may be the student's."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from grader.protocol import frames

MAX_MESSAGE = 500
MAX_FRAMES = 10_000

_class_name = type.__dict__["__name__"].__get__
_mro = type.__dict__["__mro__"].__get__
_traceback = BaseException.__dict__["__traceback__"].__get__
_str, _clean, _type_name, _steady = str, frames.clean, frames.type_name, frames.steady


@dataclass(frozen=True)
class ExceptionText:
    """One exception in words, and the deepest line of the student's file it went through."""

    type_name: str
    bases: tuple[str, ...]
    message: str
    label: str | None
    line: int | None


def describe(error: BaseException, labels: Collection[str]) -> ExceptionText:
    """`labels` are the file names of the student's cells."""
    label, line = None, None
    step = _traceback(error)
    for _ in range(MAX_FRAMES):
        if step is None:
            break
        filename = step.tb_frame.f_code.co_filename
        if filename in labels:
            label, line = filename, step.tb_lineno
        step = step.tb_next
    bases = tuple(_str(_class_name(c))[:100] for c in _mro(type(error))[:20])
    return ExceptionText(_type_name(error), bases, message(error), label, line)


def message(error: BaseException) -> str:
    """At most 500 characters of `str(error)`, or nothing when that raises."""
    try:
        text = _str(error)
        if type(text) is not _str:
            text = _str.__getitem__(text, slice(None))
        if isinstance(error, SyntaxError) and type(error.msg) is _str:
            text = error.msg
    except BaseException:
        return ""
    return _steady(_clean(text, MAX_MESSAGE))


def tell(told: ExceptionText, label: str, line: int | None, end: int | None = None) -> list[Any]:
    """A problem as it crosses the wire."""
    return [told.type_name, told.message, label, line, end]
