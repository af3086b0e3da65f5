"""The records that go to a process that grades, and come back. Plain data, all of it picklable."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from grader.language.text import NO_TEXT, Text, tr
from grader.model.submission import Limits, Submission

if TYPE_CHECKING:
    from grader.intake.gathered import Found
    from grader.render.summary import Row


@dataclass(frozen=True, slots=True)
class Setup:
    """What all tasks of a run share.

    `course` is the bundle's digest, `parts` what each assignment depends on (`Bundle`), `engine`
    the versions that have to grade. `place` is the results folder where the executor's processes
    can write there, else empty: then results carry their bytes home.
    """

    course: str
    parts: Mapping[str, str]
    seed: int
    limits: Limits
    tier: str
    lang: str
    engine: Mapping[str, str]
    place: str = ""

    @property
    def shared(self) -> str:
        """Where the unpacked course lies, for processes that see the results folder."""
        return f"{self.place}/.store/course/{self.course[:32]}" if self.place else ""


@dataclass(frozen=True, slots=True)
class Task:
    """One submission to grade: `found` to be read where the task runs, or `submission` as read.

    `stem` is the report's place in the results folder, without suffix. `placed` is the stamp of
    the report that lies there now, of `sizes` bytes. `fresh` leaves the store out of it.
    `bundle` is the course, for a process that lacks it.
    """

    setup: Setup
    student: str
    assignment: str
    stem: str
    name: str = ""
    file: str = ""
    notes: tuple[Text, ...] = ()
    late: Text = NO_TEXT
    found: Found | None = None
    submission: Submission | None = None
    placed: str = ""
    sizes: tuple[int, int] = (0, 0)
    fresh: bool = False
    bundle: bytes = b""

    @property
    def who(self) -> tuple[str, str]:
        return self.student, self.assignment


@dataclass(frozen=True, slots=True)
class GraderFailure:
    """Why a task has no grading, by the grader's fault.

    `write`: the results cannot be written; `versions`: this process has another grader; `bundle`:
    it lacks the course and wants it sent; `course`: the checks are wrong; `broken`: all else.
    """

    kind: Literal["write", "versions", "bundle", "course", "broken"]
    why: Text


@dataclass(frozen=True, slots=True)
class TaskResult:
    """What became of a task. Plain data.

    `how`: `kept` (the report lies there already; no `row`), `stored` (from the store), `graded`,
    or `failed` (`failure` says why; with a report that says so, unless it could not be written).
    `json`, `html` and `entry` (for the store) are empty once written. `gone` says that the process
    died each time it was tried.
    """

    student: str
    assignment: str
    how: Literal["kept", "stored", "graded", "failed"]
    key: str = ""
    stamp: str = ""
    row: Row | None = None
    sizes: tuple[int, int] = (0, 0)
    seconds: float = 0.0
    json: bytes = field(default=b"", repr=False)
    html: bytes = field(default=b"", repr=False)
    entry: bytes = field(default=b"", repr=False)
    failure: GraderFailure | None = None
    gone: bool = False


class Unwritable(Exception):
    """The results folder cannot be written: the disk is full, as a rule."""

    def __init__(self, error: OSError) -> None:
        super().__init__(str(error))
        why = error.strerror or str(error)
        said = tr("Cannot write {filename}: {why}", filename=error.filename or "", why=why)
        self.failure = GraderFailure("write", said)
