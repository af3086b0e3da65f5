"""Answers to quizzes within a run: marked in the run's own process, which alone has the secret.

No code of a student's is run, so there is no cage, and the secret goes to no other process.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from grader.batch import identity, work
from grader.batch.journal import JournalLine
from grader.batch.store import encoded
from grader.batch.tasks import GraderFailure, Task, TaskResult, Unwritable
from grader.batch.warm_grader import forget_modules
from grader.language.text import Text
from grader.model.errors import CourseError, GradeError, SubmissionError
from grader.model.report import Status
from grader.model.submission import Limits, Submission
from grader.quiz.course.course_quizzes import Quizzes, secret_digest
from grader.quiz.marking.entries import attempt_from_json
from grader.quiz.marking.reporting import ISOLATION


class QuizDesk:
    """Marks the answers to the quizzes called `names` of the course unpacked in `root`.

    A context manager: on leaving, the course's modules are forgotten.
    """

    def __init__(self, root: Path, names: Iterable[str], secret: bytes) -> None:
        self._root = root
        self._names = frozenset(names)
        self._quizzes = Quizzes(root, lambda: secret)
        self._digest = secret_digest(secret)

    def __enter__(self) -> QuizDesk:
        # What was hashed is what marks: not what was imported from the course's own folder.
        for name in [n for n in sys.modules if n.split(".", 1)[0] == "solutions"]:
            del sys.modules[name]
        return self

    def __exit__(self, *_: object) -> None:
        forget_modules(self._root)

    def write_questions(self, folder: str, lines: Iterable[JournalLine], lang: str) -> None:
        """What the class made of each question. Raises OSError."""
        from grader.batch.item_analysis_files import write_questions

        quizzes = [line for line in lines if line.who[1] in self._names]
        if quizzes:
            write_questions(folder, quizzes, self._quizzes, lang)

    def takes(self, task: Task) -> bool:
        return task.assignment in self._names

    def result(self, task: Task) -> TaskResult:
        """Mark, or find that it need not be. Never raises for what goes wrong."""
        task = replace(task, setup=replace(task.setup, tier=ISOLATION))
        try:
            submission = work.read(task)
            if isinstance(submission, Text):
                return work.rejected(task, submission)
            key = self.key_of(task, submission)
            return work.already(task, key) or self._marked(task, submission, key)
        except SubmissionError as error:
            return work.rejected(task, error.text)
        except Unwritable as error:
            return work.failed(task, error.failure, write=False)
        except CourseError as error:
            return work.failed(task, GraderFailure("course", error.text))
        except Exception as error:  # noqa: BLE001 - a fault of ours is told, not a zero
            said = error.text if isinstance(error, GradeError) else None
            plain = f"{type(error).__name__}: {error}"
            return work.failed(task, GraderFailure("broken", said or Text(plain)))

    def key_of(self, task: Task, submission: Submission) -> str:
        """The hash of all that the marks depend on: the answers, the student, the quiz's files
        and pool, the versions, and which secret (by a digest that does not give it away)."""
        setup = task.setup
        part = setup.parts[task.assignment]
        key = identity.content_key(submission, part, 0, Limits(), ISOLATION, setup.engine)
        return identity.text_key(key, identity.quiz_engine(), self._digest, task.student)

    def _marked(self, task: Task, submission: Submission, key: str) -> TaskResult:
        from grader.render.json_report import dumps

        attempt = attempt_from_json(submission.cells[0].source)
        report = self._quizzes.report(attempt, submission.path, task.student)
        report = replace(report, notes=(*submission.notes, *report.notes))
        if report.status is Status.NEEDS_REVIEW:
            return work.finished(task, report, "graded", "", "")
        text = dumps(replace(report, student=None), times=False)
        stamp = work.stamp_of(task, key)
        return work.finished(task, report, "graded", key, stamp, encoded(report, text), text)
