"""nbgrader's gradebook, written through its own API: one writer, one transaction a submission.

What a person entered in Formgrader (a manual score, extra credit, a comment) is never written here,
and stays above what the engine says, as in nbgrader.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from grader.batch.lock import FolderLock
from grader.bridges.nbgrader.configured import Configured
from grader.bridges.nbgrader.database import (
    GradebookError,
    alembic_in_reach,
    patient,
    sentence,
    wait_for,
)
from grader.bridges.nbgrader.gradebook_cells import Cells, NotebookCells, cells_of
from grader.language.text import tr


@dataclass(frozen=True, slots=True)
class Standing:
    """How a submission stands in the gradebook: what nbgrader counts, and what people said.

    `score` is after manual scores and extra credit and before `penalty`. `adjusted` are the cells
    with a manual score or extra credit: cell, score before, score now (extra credit included).
    `comments` are people's: cell and text.
    """

    score: float
    most: float
    penalty: float
    seconds_late: float
    needs_manual: bool
    adjusted: tuple[tuple[str, float | None, float], ...]
    comments: tuple[tuple[str, str], ...]


class Book:
    """The gradebook of a course directory. A context manager: held by one writer of ours."""

    def __init__(self, place: Configured) -> None:
        self._place = place
        self._lock = FolderLock(str(place.results / ".gradebook"))
        self._gradebook: Any = None

    def __enter__(self) -> Book:
        wait_for(self._lock)
        try:
            with self._told(), alembic_in_reach():
                from nbgrader.api import Gradebook

                self._gradebook = Gradebook(patient(self._place.db_url), self._place.course_id)
        except BaseException:
            self._lock.release()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._gradebook.close()
        self._lock.release()

    def cells(self, assignment: str) -> Cells | None:
        """The assignment's notebooks and cells; None where it has none yet."""
        from nbgrader.api import MissingEntry

        with self._told():
            try:
                return cells_of(self._gradebook.find_assignment(assignment))
            except MissingEntry:
                return None

    def knows(self, student: str) -> bool:
        """Is the student in the gradebook?"""
        from nbgrader.api import Student

        with self._told():
            return self._db.get(Student, student) is not None

    def record(
        self,
        student: str,
        cells: Cells,
        submitted: datetime | None,
        scores: Mapping[str, float | None],
        comments: Mapping[str, str | None],
    ) -> Standing:
        """Write one submission, all of it or nothing; a second time changes nothing.

        `scores` are by grade cell; None is no score, to be given by a person. `comments` are by
        solution cell. Cells that neither names are a person's business. The student and whatever
        rows are missing are made.

        Raises:
            GradebookError: the gradebook cannot be written.
        """
        with self._told(), self._transaction():
            submission = self._submission(student, cells, submitted)
            standings = []
            for notebook in cells.notebooks:
                mine = self._notebook(submission, notebook)
                standings.append(self._graded(student, mine, notebook, scores, comments))
            return _together(standings)

    # ------------------------------------------------------------------ rows

    @property
    def _db(self) -> Any:
        return self._gradebook.db

    def _submission(self, student: str, cells: Cells, submitted: datetime | None) -> Any:
        from nbgrader.api import Student, SubmittedAssignment

        if self._db.get(Student, student) is None:
            self._db.add(Student(id=student))
        mine = {"assignment_id": cells.id, "student_id": student}
        found = self._db.query(SubmittedAssignment).filter_by(**mine).one_or_none()
        if found is None:
            found = SubmittedAssignment(**mine)
            self._db.add(found)
        if submitted is not None and found.timestamp != submitted:
            found.timestamp = submitted
        self._db.flush()
        return found

    def _notebook(self, submission: Any, notebook: NotebookCells) -> Any:
        """The submission's notebook, its rows made where a cell has come since."""
        from nbgrader.api import Comment, Grade, SubmittedNotebook

        mine = {"notebook_id": notebook.id, "assignment_id": submission.id}
        found = self._db.query(SubmittedNotebook).filter_by(**mine).one_or_none()
        if found is None:
            found = SubmittedNotebook(**mine)
            self._db.add(found)
            self._db.flush()
        for kind, cells in ((Grade, notebook.graded), (Comment, notebook.commented)):
            there = self._db.query(kind.cell_id).filter(kind.notebook_id == found.id)
            known = {row[0] for row in there}
            for cell in cells.values():
                if cell not in known:
                    self._db.add(kind(cell_id=cell, notebook_id=found.id))
        self._db.flush()
        return found

    def _graded(
        self,
        student: str,
        mine: Any,
        notebook: NotebookCells,
        scores: Mapping[str, float | None],
        comments: Mapping[str, str | None],
    ) -> Standing:
        from nbgrader.api import Comment, Grade

        names = {cell: name for name, cell in notebook.graded.items()}
        adjusted, waiting = [], False
        for grade in self._db.query(Grade).filter(Grade.notebook_id == mine.id):
            name = names.get(grade.cell_id, "")
            if name in scores:
                _score(grade, scores[name])
            if grade.manual_score is not None or grade.extra_credit:
                first = grade.auto_score if grade.manual_score is None else grade.manual_score
                now = (first or 0.0) + (grade.extra_credit or 0.0)
                adjusted.append((name, grade.auto_score, now))
            waiting = waiting or grade.needs_manual_grade
        names = {cell: name for name, cell in notebook.commented.items()}
        said = []
        for comment in self._db.query(Comment).filter(Comment.notebook_id == mine.id):
            name = names.get(comment.cell_id, "")
            if name in comments and comment.auto_comment != comments[name]:
                comment.auto_comment = comments[name]
            if comment.manual_comment and comment.manual_comment.strip():
                said.append((name, comment.manual_comment.strip()))
        self._db.flush()
        self._db.expire(mine, ["score"])
        late = _seconds_late(mine.assignment)
        penalty = self._penalty(student, float(mine.score), late)
        if mine.late_submission_penalty != penalty:
            mine.late_submission_penalty = penalty
        order = list(notebook.graded) + list(notebook.commented)
        return Standing(
            float(mine.score),
            notebook.most,
            penalty or 0.0,
            late,
            waiting,
            tuple(sorted(adjusted, key=lambda a: order.index(a[0]) if a[0] in order else -1)),
            tuple(sorted(said, key=lambda c: order.index(c[0]) if c[0] in order else -1)),
        )

    def _penalty(self, student: str, score: float, late: float) -> float | None:
        """As nbgrader's AssignLatePenalties: none in time, never below 0 nor above the score."""
        if late <= 0:
            return None
        try:
            penalty = self._place.penalty(student, score, late)
            return None if penalty is None else min(max(float(penalty), 0.0), score)
        except Exception as error:
            why = " ".join(f"{type(error).__name__}: {error}".split())
            raise GradebookError(
                tr(
                    "The late submission plugin that nbgrader is configured with failed ({why}); "
                    "this submission is not in the gradebook yet.",
                    why=why,
                )
            ) from error

    # ------------------------------------------------------------------ safely

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[None]:
        try:
            yield
            self._db.commit()
        except BaseException:
            self._db.rollback()
            raise

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        """What the database refuses becomes one sentence."""
        from sqlalchemy.exc import SQLAlchemyError

        try:
            yield
        except SQLAlchemyError as error:
            raise sentence(error, self._place.db_url) from error


def _score(grade: Any, score: float | None) -> None:
    """The engine's score. Where a person has scored too, that stands, and is to be looked at again
    only if what it was given for has changed."""
    changed = grade.auto_score != score
    if changed:
        grade.auto_score = score
    waiting = score is None if grade.manual_score is None else grade.needs_manual_grade or changed
    if grade.needs_manual_grade != waiting:
        grade.needs_manual_grade = waiting


def _seconds_late(submission: Any) -> float:
    # With an extension and no due date, nbgrader's own property raises.
    if submission.timestamp is None or submission.assignment.duedate is None:
        return 0.0
    return float(submission.total_seconds_late)


def _together(standings: list[Standing]) -> Standing:
    return Standing(
        sum(s.score for s in standings),
        sum(s.most for s in standings),
        sum(s.penalty for s in standings),
        max((s.seconds_late for s in standings), default=0.0),
        any(s.needs_manual for s in standings),
        tuple(a for s in standings for a in s.adjusted),
        tuple(c for s in standings for c in s.comments),
    )
