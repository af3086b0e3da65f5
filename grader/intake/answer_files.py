"""Answers files of quizzes among what was handed in: which quiz, which attempt, whose."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from grader.intake.gathered import Refused
from grader.intake.name_parts import printable
from grader.model.errors import SubmissionError

if TYPE_CHECKING:
    from grader.quiz.course.settings import QuizSettings

# What browsers and platforms make of `name.answers.json` the second time: ` (1)`, `-1`.
_NAME = re.compile(r"\.answers[^/\\]{0,12}\.json$", re.IGNORECASE)
_SCHEMA = b'"quiz-answers/'


@dataclass(frozen=True, slots=True)
class AnswersFile:
    """What an answers file says of itself. `student` is None where it names nobody; `filled`
    says whether anything is answered."""

    quiz: str
    student: str | None
    attempt: int
    filled: bool


def named_answers(file: str) -> bool:
    """Is it called like an answers file?"""
    return _NAME.search(file) is not None


def stem_of_answers(file: str) -> str:
    """The name without `.answers.json`; as it is where it does not end so."""
    return _NAME.sub("", file)


def refuse_sheet(file: str, quizzes: Mapping[str, QuizSettings]) -> None:
    """A quiz's own page or notebook lies beside the answers where nbgrader collects them.

    Raises:
        Refused: this is one.
    """
    stem, _, suffix = file.rpartition(".")
    if stem in quizzes and suffix.lower() in ("html", "ipynb"):
        raise Refused("quiz-sheet", assignment=stem)


def looks_like_answers(data: bytes) -> bool:
    """Does a file whose name says nothing hold answers?"""
    return _SCHEMA in data[:4096]


def read_answers(data: bytes, quizzes: Mapping[str, QuizSettings]) -> AnswersFile:
    """What the bytes of an answers file say.

    Raises:
        Refused: it is damaged, for practice, of a quiz that is not there, or of an attempt more
            than the quiz allows.
    """
    from grader.quiz.marking.entries import attempt_from_json
    from grader.quiz.question.records import Mode

    try:
        attempt = attempt_from_json(data)
    except SubmissionError:
        raise Refused("bad-answers") from None
    settings = quizzes.get(attempt.quiz)
    if settings is None:
        raise Refused("unknown-quiz", quiz=printable(attempt.quiz[:40]))
    if attempt.mode is not Mode.GRADED:
        raise Refused("practice-answers", assignment=attempt.quiz)
    if attempt.number >= settings.attempts:
        raise Refused(
            "too-many-attempts",
            attempt=attempt.number + 1,
            most=settings.attempts,
            assignment=attempt.quiz,
        )
    filled = any(map(_any, attempt.entries.values()))
    return AnswersFile(attempt.quiz, attempt.student or None, attempt.number, filled)


def _any(entry: object) -> bool:
    """Is there anything in an entry, however nested?"""
    return any(map(_any, entry)) if isinstance(entry, tuple) else bool(str(entry).strip())
