"""A course's quizzes beside its assignments: what stands in for an assignment, and marking."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from grader.language.text import NO_TEXT, Text, tr
from grader.model.assignment import Assignment, Course
from grader.model.errors import SubmissionError
from grader.model.report import Report
from grader.quiz.course.quiz_files import FOLDER, is_released, load_quiz, quiz_names, quiz_pool
from grader.quiz.course.settings import QuizSettings, quiz_settings
from grader.quiz.marking.marks import Marked, mark
from grader.quiz.marking.reporting import report
from grader.quiz.question.records import Attempt, Mode, Quiz, Variant
from grader.quiz.variants.drawing import practice_variant, student_variant
from grader.quiz.variants.pool import Pool


def with_quizzes(course: Course) -> Course:
    """The course whose `names` go on with those of its quizzes. A quiz is an assignment without
    functions; its modules are not imported."""
    names = quiz_names(course.root)

    def load(name: str) -> Assignment:
        if name not in names:
            return course.load(name)
        return Assignment(name, Text(name), NO_TEXT, (), course.root / FOLDER / name)

    return replace(course, names=(*course.names, *names), load=load)


def secret_digest(secret: bytes) -> str:
    """What tells one secret from another and gives neither away."""
    return hmac.new(secret, b"dlgrade: which secret is this?", hashlib.sha256).hexdigest()[:32]


class Quizzes:
    """The quizzes of the course in `root`, each with pool and settings read once.

    `secret` is asked for the course's secret when a graded variant is first needed, and raises
    `CourseError` where there is none.
    """

    def __init__(self, root: Path, secret: Callable[[], bytes]) -> None:
        self.root = root
        self._ask = secret
        self._secret: bytes | None = None
        self._known: dict[str, tuple[Quiz, Pool, QuizSettings]] = {}

    @property
    def secret(self) -> bytes:
        """Raises CourseError: there is none."""
        if self._secret is None:
            self._secret = self._ask()
        return self._secret

    def get(self, name: str) -> tuple[Quiz, Pool, QuizSettings]:
        """Raises UsageError where there is no such quiz, CourseError where its files are wrong."""
        if name not in self._known:
            quiz = load_quiz(self.root, name)
            settings = quiz_settings(self.root, name)
            self._known[name] = quiz, quiz_pool(self.root, quiz), settings
        return self._known[name]

    def variant(self, attempt: Attempt, student: str | None = None) -> Variant:
        """What an attempt answers. `student` is whose it is where the attempt does not say.

        Raises:
            CourseError: it is a graded one, and there is no secret.
            SubmissionError: nobody says whose it is; or it is a graded one, in a release.
            UsageError: there is no such quiz.
        """
        quiz, pool, _ = self.get(attempt.quiz)
        if attempt.mode is Mode.PRACTICE:
            return practice_variant(quiz, pool, attempt.number)
        if is_released(self.root):
            raise SubmissionError(
                tr(
                    "These are answers to a graded quiz, which your instructor marks; this release "
                    "is for practice. Hand the file in."
                )
            )
        whose = attempt.student or student
        if not whose or not whose.isprintable():
            raise SubmissionError(
                tr(
                    "The answers file names no usable student id, so whose questions these are is "
                    "unknown."
                )
            )
        return student_variant(quiz, pool, self.secret, whose, attempt.number)

    def marked(self, attempt: Attempt, student: str | None = None) -> Marked:
        """Raises what `variant` does."""
        return mark(self.variant(attempt, student), attempt)

    def report(self, attempt: Attempt, path: str, student: str | None = None) -> Report:
        """The report of an attempt; `path` is its file. Raises what `variant` does."""
        settings = self.get(attempt.quiz)[2]
        reveal = settings.reveal or attempt.mode is Mode.PRACTICE
        return report(self.marked(attempt, student), path, reveal=reveal)
