"""The frozen records every room of the engine speaks in. Nothing here computes.

Only `errors` is imported, so any module may import this one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

LANGUAGES = ("zh-TW", "en")
REPORT_SCHEMA = "grade-report/1"


@dataclass(frozen=True, slots=True)
class Text:
    """One thing said in every language of the house."""

    zh: str
    en: str

    def __getitem__(self, lang: str) -> str:
        return self.en if lang == "en" else self.zh

    def __bool__(self) -> bool:
        return bool(self.zh or self.en)

    def format(self, **values: object) -> Text:
        """Fill `{placeholders}`; a `Text` among `values` is filled in its own language."""

        def fill(template: str, lang: str) -> str:
            shown = {k: v[lang] if isinstance(v, Text) else v for k, v in values.items()}
            return template.format(**shown)

        return Text(fill(self.zh, "zh-TW"), fill(self.en, "en"))

    def __add__(self, other: Text) -> Text:
        return Text(self.zh + other.zh, self.en + other.en)

    def to_json(self) -> dict[str, str]:
        return {"zh-TW": self.zh, "en": self.en}


NO_TEXT = Text("", "")


class Verdict(StrEnum):
    """How one check ended."""

    PASS = "pass"
    WRONG = "wrong"
    RAISED = "raised"
    TIMEOUT = "timeout"
    CRASHED = "crashed"
    REFUSED = "refused"
    SKIPPED = "skipped"
    BROKEN = "broken"


class Status(StrEnum):
    """How one report ended."""

    GRADED = "graded"
    REJECTED = "rejected"
    NEEDS_REVIEW = "needs-review"


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


# --------------------------------------------------------------------------- what goes in


@dataclass(frozen=True, slots=True)
class Cell:
    """A piece of source as the student sees it: a whole .py file, or one notebook cell."""

    label: str
    source: str


@dataclass(frozen=True, slots=True)
class Submission:
    """One student's work on one assignment, read but not parsed (parsing is the worker's).

    `functions` are those to grade; empty means all.
    """

    assignment: str
    cells: tuple[Cell, ...]
    path: str
    student: str | None = None
    notes: tuple[Text, ...] = ()
    functions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fn:
    """A callable argument that the worker has under this name: see `wire.FUNCTIONS`."""

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


# --------------------------------------------------------------------------- what comes back


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


# --------------------------------------------------------------------------- the course


@dataclass(frozen=True, slots=True)
class Policy:
    """What students may not use. `names` are dotted names (`numpy.dot`), `modules` whole modules,
    `methods` attribute names on any object, `operators` among `@`."""

    names: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()
    operators: tuple[str, ...] = ()
    why: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Function:
    """One function of an assignment, as its manifest describes it. `formula` is LaTeX."""

    name: str
    title: Text
    formula: str
    slide: Text
    hints: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Equivalent:
    """A mutant of the reference that no check can kill, and why."""

    function: str
    mutant: str
    why: str


@dataclass(frozen=True, slots=True)
class Assignment:
    """One assignment and where its instructor-side files lie."""

    name: str
    title: Text
    summary: Text
    functions: tuple[Function, ...]
    folder: Path
    policy: Policy | None = None
    equivalents: tuple[Equivalent, ...] = ()

    def function(self, name: str) -> Function | None:
        return next((f for f in self.functions if f.name == name), None)


@dataclass(frozen=True, slots=True)
class Course:
    """A folder with a `course.toml`. A manifest is read when its assignment is first asked for."""

    root: Path
    id: str
    title: Text
    language: str
    seed: int
    names: tuple[str, ...]
    load: Callable[[str], Assignment]
    released: bool = False
    """A student bundle: recorded answers in place of solutions, public checks only."""

    @property
    def assignments(self) -> tuple[Assignment, ...]:
        return tuple(self.load(name) for name in self.names)

    def assignment(self, name: str) -> Assignment | None:
        return self.load(name) if name in self.names else None


@dataclass(frozen=True, slots=True)
class Misconception:
    """A small wrong implementation with a name and an explanation."""

    id: str
    function: str
    text: Text
    implementation: Callable[..., Any]
    source: str = ""


# --------------------------------------------------------------------------- the report


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """A named mistake: from the catalogue, or structural (`structure.transposed`)."""

    id: str
    text: Text


@dataclass(frozen=True, slots=True)
class Shown:
    """The smallest failing call, as the reader sees it. Empty strings where there is nothing."""

    call: str
    expected: str = ""
    given: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class CheckResult:
    id: str
    function: str
    title: Text
    status: Verdict
    points: float
    max_points: float
    hidden: bool = False
    message: Text = NO_TEXT
    diagnosis: tuple[Diagnosis, ...] = ()
    shown: Shown | None = None
    notes: tuple[Text, ...] = ()
    label: str | None = None
    line: int | None = None
    seconds: float = 0.0
    unwritten: bool = False
    """The function is still the stub's: nothing is wrong yet."""

    @property
    def passed(self) -> bool:
        return self.status is Verdict.PASS


@dataclass(frozen=True, slots=True)
class Report:
    """The one immutable record of a grading; every rendering is a pure function of it."""

    assignment: str
    title: Text
    student: str | None
    path: str
    seed: int
    status: Status
    isolation: str
    checks: tuple[CheckResult, ...]
    functions: tuple[Function, ...] = ()
    facts: Mapping[str, FunctionFacts] = field(default_factory=dict)
    notes: tuple[Text, ...] = ()
    cells: tuple[Cell, ...] = ()
    versions: Mapping[str, str] = field(default_factory=dict)
    seconds: float = 0.0

    @property
    def score(self) -> float:
        return sum(c.points for c in self.checks)

    @property
    def max_score(self) -> float:
        return sum(c.max_points for c in self.checks)
