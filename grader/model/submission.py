"""What goes in: a student's work, what it may use, and calls of its functions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from grader.language.text import Text


@dataclass(frozen=True, slots=True)
class Limits:
    """What one submission may use. Seconds are wall-clock; a busy machine is allowed for."""

    load_seconds: float = 5.0
    call_seconds: float = 5.0
    submission_seconds: float = 180.0
    memory_bytes: int = 1 << 30
    output_bytes: int = 1 << 16
    reply_bytes: int = 32 << 20
    callbacks: int = 20_000


@dataclass(frozen=True, slots=True)
class CodeCell:
    """A piece of source as the student sees it: a whole .py file, or one notebook cell."""

    label: str
    source: str


@dataclass(frozen=True, slots=True)
class Submission:
    """One student's work on one assignment, read but not parsed (parsing is the worker's).

    `functions` are those to grade; empty means all.
    """

    assignment: str
    cells: tuple[CodeCell, ...]
    path: str
    student: str | None = None
    notes: tuple[Text, ...] = ()
    functions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fn:
    """A callable argument that the worker has under this name: see `protocol.functions`."""

    name: str


@dataclass(frozen=True, slots=True)
class Callback:
    """A callable argument that stays on the trusted side and is called over the wire."""

    function: Callable[..., Any]
    name: str = "f"


@dataclass(frozen=True, slots=True)
class Seeded:
    """A `numpy.random.Generator` argument, made from this seed where it is used."""

    seed: int


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a student's function. `args` hold plain data, arrays, Fn, Callback, Seeded."""

    function: str
    args: tuple[Any, ...]
    kwargs: Mapping[str, Any] = field(default_factory=dict)
