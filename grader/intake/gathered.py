"""What gathering finds, as plain records: picklable, and cheap enough for a hundred thousand."""

from __future__ import annotations

from dataclasses import dataclass

from grader.language.text import Text


@dataclass(frozen=True, slots=True)
class Spot:
    """Where one member of a zip lies: byte offset of its local header, the compression method,
    its packed size in bytes, and the CRC-32 of its content."""

    offset: int
    method: int
    packed: int
    crc: int


@dataclass(frozen=True, slots=True)
class Where:
    """One file: `parts` below the folder `root` on disk, then `inside` it, zip within zip.

    `shown` is its path as people read it: relative to what was given, with everything that does
    not print escaped. `inside` is empty for a file on disk.
    """

    root: str
    parts: tuple[str, ...]
    inside: tuple[Spot, ...]
    shown: str

    def __str__(self) -> str:
        return self.shown


@dataclass(frozen=True, slots=True)
class Found:
    """One file to grade, for one student and one assignment.

    `student` identifies (the roster's id, or what the folder or file name says), NFC, printable;
    `name` is how the student is called, where that is known. `file` is the file's own name
    without what an LMS put before it. `late` is the LMS's mark, `submitted` its time of
    submission as it writes it. `notes` are for the student.
    """

    student: str
    name: str | None
    assignment: str
    source: Where
    file: str
    late: Text | None = None
    submitted: str | None = None
    notes: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class NotGraded:
    """Something that is not graded, and why; or, among `Gathered.warnings`, something to look at.

    `where` is shown text. `count` is how many files the line stands for: 1, but for files that
    nobody handed in on purpose, which share a line.
    """

    where: str
    student: str | None
    reason: Text
    kind: str
    assignment: str | None = None
    count: int = 1


@dataclass(frozen=True, slots=True)
class Absent:
    """A student on the roster without a file for an assignment. `instead` shows the files of this
    student that could not be taken for it."""

    student: str
    name: str | None
    assignment: str
    instead: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gathered:
    """What lies there. Every file is in `found` or in `not_graded`; `warnings` are about files
    that are graded all the same."""

    found: tuple[Found, ...]
    not_graded: tuple[NotGraded, ...]
    absent: tuple[Absent, ...] = ()
    warnings: tuple[NotGraded, ...] = ()


class Refused(Exception):
    """Inside this package only: a file cannot be taken, for the reason `kind`."""

    def __init__(self, kind: str, **values: object) -> None:
        super().__init__(kind)
        self.kind = kind
        self.values = values

    def __reduce__(self) -> tuple[object, ...]:
        return (_refused, (self.kind, self.values))


def _refused(kind: str, values: dict[str, object]) -> Refused:
    return Refused(kind, **values)
