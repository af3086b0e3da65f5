"""What can go wrong on the grader's side, and the exit code each ends in."""

from __future__ import annotations

from grader.language.text import SOURCE, Text

EXIT_PASSED = 0
EXIT_POINTS_MISSING = 1
EXIT_USAGE = 2
EXIT_COULD_NOT_GRADE = 3
EXIT_INTERRUPTED = 130


class GradeError(Exception):
    """Base of everything the grader raises on purpose: one clear sentence, never a traceback.

    `text` says what, where, and what to do.
    """

    exit_code = EXIT_COULD_NOT_GRADE

    def __init__(self, text: Text) -> None:
        super().__init__(text)
        self.text = text

    def __str__(self) -> str:
        return self.text[SOURCE]


class UsageError(GradeError):
    """The command line asks for something that does not exist."""

    exit_code = EXIT_USAGE


class CourseError(GradeError):
    """A course's own files are wrong: for the author, not the student."""


class WrongField(ValueError):
    """A field of a course's file says something that it may not; `text` is part of a sentence."""

    def __init__(self, text: Text) -> None:
        super().__init__(text)
        self.text = text

    def __str__(self) -> str:
        return self.text[SOURCE]


class SubmissionError(GradeError):
    """A submitted file cannot be read at all."""


class SandboxError(GradeError):
    """A worker could not be started or kept alive: the grader's fault, never the student's."""


class SandboxLost(SandboxError):
    """The sandbox went away by itself in the middle of a submission, which is graded again."""
