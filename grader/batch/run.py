"""A whole run: what lies there, through the pool, into the results folder.

A run that was killed is gone on with by the journal (which reports lie there already), the store
(what was graded and not written) and the run record (what was asked for).
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from grader.batch import run_record as records
from grader.batch import work
from grader.batch.course_snapshot import Bundle, bundle
from grader.batch.finish import Finish
from grader.batch.identity import engine
from grader.batch.journal import Journal, JournalLine
from grader.batch.lock import FolderLock
from grader.batch.quiz_answers import QuizDesk
from grader.batch.run_plan import begin, todo, unpack_course
from grader.batch.run_record import Arguments, Record
from grader.batch.tables import Change, score_of
from grader.batch.task_pool import Pool, TaskExecutor
from grader.batch.tasks import GraderFailure, Setup, Task, TaskResult, Unwritable
from grader.files.atomic import sweep_parts
from grader.language.text import Text, tr
from grader.model.assignment import Course
from grader.model.errors import GradeError
from grader.model.report import Status
from grader.model.submission import Limits

if TYPE_CHECKING:
    from grader.intake.gathered import Gathered

SWEPT = ("reports", "withdrawn", ".store")


COUNTS = (
    *("total", "graded", "stored", "kept", "full", "review", "rejected"),
    *("withdrawn", "not_graded", "absent"),
)


class DiskError(GradeError):
    """The results folder cannot be written to. What was written stays; the run can be resumed."""


class Watch(Protocol):
    """Whoever shows how far the run is."""

    def begin(self, total: int) -> None: ...

    def update(self, done: int, counts: Mapping[str, int]) -> None: ...

    def end(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run came to. `counts` has `COUNTS`; `changes` is None where no run came before."""

    record: Record
    counts: Mapping[str, int]
    gathered: Gathered
    changes: list[Change] | None
    review: list[tuple[str, str, Text]]
    seconds: float


class BatchRun:
    """One run into one folder. `execute` it once.

    `near` says that the executor can see the folder; else reports come home as bytes and are
    written here. `stop` may be called from a signal handler.
    """

    def __init__(self, folder: Path, course: Course, arguments: Arguments, watch: Watch) -> None:
        self.folder = folder
        self._folder = str(folder)
        self._store = f"{folder}/.store"
        self._course = course
        self._arguments = arguments
        self._watch = watch
        self._lock = FolderLock(self._store)
        self._journal: Journal
        self._record: Record
        self._pool: Pool | None = None
        self._counts = Counter(dict.fromkeys(COUNTS, 0))
        self._stopped = False

    def stop(self) -> None:
        """Take up nothing more, and end when what is in flight has."""
        self._stopped = True
        if self._pool is not None:
            self._pool.stop()

    @contextmanager
    def locked(self, resumed: Record | None = None) -> Iterator[None]:
        """The folder, made and taken for this run, what dead runs left swept away, and the run
        on record. `resumed` is the run that is gone on with. A refusal before `execute` puts the
        record back as it was.

        Raises:
            UsageError: another run has it, or what lies there is no run's.
            DiskError: it cannot be written to.
        """
        with self._told():
            self._lock.take()
        try:
            before = records.read(self._folder)
            with self._told():
                for name in SWEPT:
                    sweep_parts(f"{self._folder}/{name}")
                sweep_parts(self._folder, deep=False)
                self._journal = Journal(f"{self._store}/journal.jsonl")
                self._record = begin(
                    self._folder, self._course, self._arguments, before, self._journal, resumed
                )
            try:
                yield
            except GradeError:
                if not self._record.tier:
                    records.restore(self._folder, before)
                raise
        finally:
            self._lock.release()

    def execute(
        self,
        gathered: Gathered,
        tier: str,
        executor: Callable[[Bundle], TaskExecutor],
        *,
        near: bool = True,
        quizzes: Sequence[str] = (),
        secret: bytes = b"",
    ) -> Outcome:
        """Grade what was gathered; inside `locked`. The state in run.json says how it ended.

        Of the course's names, `quizzes` are marked here, with the `secret`.

        Raises:
            DiskError: the folder cannot be written to; run it again with `--resume`.
            GradeError: a process of other versions, no process at all, a cluster that is gone.
        """
        started = time.monotonic()
        code = [name for name in self._course.names if name not in quizzes]
        packed = bundle(self._course.root, code, quizzes)
        journal = self._journal
        with self._told():
            course = {"id": self._course.id, "digest": packed.digest}
            record = self._record = replace(self._record, course=course, tier=tier)
            records.write(self._folder, record)
            if near or quizzes:
                unpack_course(self._store, packed)
        setup = Setup(
            packed.digest,
            packed.parts,
            self._arguments.seed,
            Limits(),
            tier,
            self._arguments.lang,
            engine(),
            self._folder,
        )
        self._pool = Pool(executor(packed))
        if self._stopped:
            self._pool.stop()
        tasks = todo(gathered, self._course, setup, journal, record)
        self._watch.begin(len(gathered.found))
        try:
            with self._told(), QuizDesk(Path(setup.shared), quizzes, secret) as desk:
                self._work(tasks, journal, record.run, near, desk)
                if not self._stopped:
                    desk.write_questions(self._folder, journal.lines(), self._arguments.lang)
        except GradeError:
            self._end(record, "interrupted", journal)
            raise
        finally:
            self._watch.end()
        finish = Finish(self._folder, self._course, self._arguments, gathered)
        changes = None
        if self._stopped:
            self._end(record, "interrupted", journal)
            record = record.ended("interrupted", self._counts)
        else:
            with self._told():
                changes = finish.write(journal, record, self._counts)
                record = record.ended("finished", self._counts)
                records.write(self._folder, record)
                journal.close()
        return Outcome(
            record, self._counts, gathered, changes, finish.review, time.monotonic() - started
        )

    # ------------------------------------------------------------------ working

    def _work(
        self, tasks: Iterator[Task], journal: Journal, run: str, near: bool, desk: QuizDesk
    ) -> None:
        assert self._pool is not None
        again: list[Task] = []
        known: dict[tuple[str, str], Task] = {}

        def fed(source: Iterable[Task]) -> Iterator[Task]:
            for task in source:
                if self._stopped:
                    return
                if desk.takes(task):
                    self._take(desk.result(task), task, journal, run)
                    continue
                away = task if near else self._here(task, journal, run)
                if away is not None:
                    known[task.who] = task
                    yield away

        for last, source in ((False, tasks), (True, again)):
            for result in self._pool.results(fed(source)):
                task = known.pop((result.student, result.assignment))
                if result.html:
                    result = work.keep(self._folder, task.stem, result)
                if not last and _try_again(result):
                    again.append(replace(task, fresh=True))
                else:
                    self._take(result, task, journal, run)
            if self._stopped:
                return

    def _here(self, task: Task, journal: Journal, run: str) -> Task | None:
        """Read here what the executor cannot see. None where nothing is left for it to do."""
        submission = work.read(task)
        if isinstance(submission, Text):
            self._take(work.rejected(task, submission), task, journal, run)
            return None
        known = work.already(task, work.key_of(task, submission))
        if known is not None:
            self._take(known, task, journal, run)
            return None
        return replace(task, submission=submission, found=None, setup=replace(task.setup, place=""))

    def _take(self, result: TaskResult, task: Task, journal: Journal, run: str) -> None:
        failure = result.failure
        if failure is not None and failure.kind in ("write", "versions"):
            raise _refusal(failure)
        line = journal.get(task.who) if result.how == "kept" else None
        if line is not None:
            same = replace(
                line, row=replace(line.row, name=task.name), late=task.late, file=task.file
            )
            if same != line:
                journal.add(same)
            line = same
        else:
            assert result.row is not None
            line = JournalLine(
                result.row,
                result.stamp,
                result.key,
                task.stem,
                result.sizes,
                task.file,
                task.late,
                round(result.seconds, 4),
                run,
            )
            journal.add(line)
        self._count(line, result.how)

    def _count(self, line: JournalLine, how: str) -> None:
        counts, score = self._counts, score_of(line)
        counts["total"] += 1
        counts["graded" if how == "failed" else how] += 1
        if score.status is Status.NEEDS_REVIEW:
            counts["review"] += 1
        elif score.status is Status.REJECTED:
            counts["rejected"] += 1
        elif score.score is not None and score.max_score and score.score >= score.max_score:
            counts["full"] += 1
        self._watch.update(counts["total"], counts)

    # ------------------------------------------------------------------ ending

    def _end(self, record: Record, state: str, journal: Journal) -> None:
        journal.close()
        try:
            records.write(self._folder, record.ended(state, self._counts))
        except OSError:
            # A full disk: `running` in the record can be resumed just as well.
            return

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What the disk refuses becomes one sentence."""
        try:
            yield
        except Unwritable as error:
            raise _refusal(error.failure) from error
        except OSError as error:
            raise _refusal(Unwritable(error).failure) from error


def _try_again(result: TaskResult) -> bool:
    failure = result.failure
    if failure is not None:
        return failure.kind == "broken" and not result.gone
    return result.row is not None and result.row.status is Status.NEEDS_REVIEW


def _refusal(failure: GraderFailure) -> GradeError:
    if failure.kind != "write":
        return GradeError(failure.why)
    return DiskError(
        tr(
            "{why}. What is written stays; make room, then go on with grade batch --resume.",
            why=failure.why,
        )
    )
