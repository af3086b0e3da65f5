"""What comes back from a worker. Claims, every one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from grader.language.text import Text


@dataclass(frozen=True, slots=True)
class Opaque:
    """A value that may not travel: only its type's name and a short repr do."""

    type_name: str
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Returned:
    """The call returned. `changed` maps the position (or name) of each argument that the call
    altered in place to its value afterwards. `used` lists policy rules the call broke."""

    value: Any
    changed: Mapping[int | str, Any] = field(default_factory=dict)
    used: tuple[str, ...] = ()
    printed: bool = False


@dataclass(frozen=True, slots=True)
class Raised:
    """The call raised. `bases` are the names of the exception's classes, most derived first."""

    type_name: str
    bases: tuple[str, ...]
    message: str
    label: str | None = None
    line: int | None = None
    used: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TimedOut:
    seconds: float


@dataclass(frozen=True, slots=True)
class Crashed:
    """The worker died or broke the protocol during the call."""

    why: Text


@dataclass(frozen=True, slots=True)
class NotRun:
    """An earlier call of the same batch ended the worker."""


Outcome = Returned | Raised | TimedOut | Crashed | NotRun


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that went wrong while loading: at this line of this cell."""

    type_name: str
    message: str
    label: str
    line: int | None
    end_line: int | None = None


@dataclass(frozen=True, slots=True)
class Violation:
    """A rule of the assignment's policy broken in the text of a function."""

    rule: str
    label: str
    line: int


@dataclass(frozen=True, slots=True)
class FunctionFacts:
    """What the worker says of one graded function. Claims, used only for wording and skipping."""

    defined: bool
    callable: bool = True
    label: str | None = None
    line: int | None = None
    end_line: int | None = None
    uses: tuple[str, ...] = ()
    violations: tuple[Violation, ...] = ()


@dataclass(frozen=True, slots=True)
class Loaded:
    """A submission after loading: what is there and what did not run."""

    functions: Mapping[str, FunctionFacts]
    problems: tuple[Problem, ...] = ()
    names: tuple[str, ...] = ()
