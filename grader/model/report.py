"""The one immutable record of a grading: how each check ended, and what is said of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from grader.language.text import LANGUAGES, NO_TEXT, Text
from grader.model.assignment import Function
from grader.model.outcome import FunctionFacts
from grader.model.submission import CodeCell

REPORT_SCHEMA = "grade-report/1"


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
    cells: tuple[CodeCell, ...] = ()
    versions: Mapping[str, str] = field(default_factory=dict)
    seconds: float = 0.0

    @property
    def languages(self) -> tuple[str, ...]:
        """What it is written in: the course's languages."""
        return self.title.tags or LANGUAGES

    @property
    def score(self) -> float:
        return sum(c.points for c in self.checks)

    @property
    def max_score(self) -> float:
        return sum(c.max_points for c in self.checks)
