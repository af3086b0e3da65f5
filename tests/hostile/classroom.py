"""Hostile and honest submissions in turn through one slot, and what each of them came to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from grading import COURSE, reference
from hostile.cases import ATTACKED, NEIGHBOUR, Case
from hostile.leftovers import Count, count, settled
from hostile.outside import Outside

from grader.engine.loop import OnCheck
from grader.engine.pytest_run import grade
from grader.intake.student_file import read_submission
from grader.model.errors import SubmissionError
from grader.model.report import Report
from grader.model.submission import Limits, Submission
from grader.render.json_report import dumps
from grader.sandbox.cage import Cage

LIMITS = Limits(
    load_seconds=0.2,
    call_seconds=0.2,
    submission_seconds=2.0,
    memory_bytes=256 << 20,
    reply_bytes=8 << 20,
)
# Neither all right nor all wrong: a neighbour's doing would show in the values and in the words.
HONEST = """

def tanh(z):
    return (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))


def relu(z):
    return np.maximum(z, 0)
"""


@dataclass
class Outcome:
    """What came of one case. `reports` has one entry for each time it was handed in; `honest` is
    the report on the honest submission after it, `alone` the same from a slot of its own."""

    alone: str
    token: str
    reports: list[Report] = field(default_factory=list)
    unreadable: str = ""
    honest: str = ""
    died: str = ""
    wrongs: list[str] = field(default_factory=list)
    restarted: bool = False


class Classroom:
    """One slot and its surroundings. `cage` makes a new one when the last one is lost."""

    def __init__(self, cage: Callable[[], Cage]) -> None:
        self._new_cage = cage
        self.outside = Outside()
        self.outcomes: dict[str, Outcome] = {}
        try:
            self.alone = self._alone()
        except BaseException:
            self.outside.close()
            raise

    def close(self) -> None:
        self.outside.close()

    def blank(self) -> Outcome:
        return Outcome(self.alone, self.outside.token)

    # ------------------------------------------------------------------------ submissions

    def honest(self) -> Submission:
        return self.read("activations.py", (reference("activations") + HONEST).encode())

    def read(self, name: str, data: bytes) -> Submission:
        path = self.outside.own / name
        path.write_bytes(data)
        try:
            return read_submission(
                path, COURSE, assignment="activations", functions=(ATTACKED, NEIGHBOUR)
            )
        finally:
            path.unlink()

    def grade(
        self,
        cage: Cage,
        work: Iterator[Submission],
        take: Callable[[Report], None],
        on_check: OnCheck | None = None,
    ) -> None:
        with self.outside:
            grade(
                COURSE,
                work,
                take,
                cage=cage,
                limits=LIMITS,
                assignments=["activations"],
                on_check=on_check,
            )

    def _alone(self) -> str:
        """The report on the honest submission from a slot of its own."""
        taken: list[Report] = []
        cage = self._new_cage()
        try:
            self.grade(cage, iter([self.honest()]), taken.append)
        finally:
            cage.close()
        return dumps(taken[0], times=False)

    # ------------------------------------------------------------------------ the lesson

    def run(self, cases: Sequence[Case]) -> None:
        """Grade each case and an honest submission after it, all in one session."""
        left = list(cases)
        while left:
            before = len(left)
            cage = self._new_cage()
            try:
                Lesson(self, left).grade(cage)
            except Exception as error:
                died = self.outcomes.setdefault(left[0].id, self.blank())
                died.died = f"{type(error).__name__}: {error}"
                left.pop(0)
            finally:
                cage.close()
            assert len(left) < before


class Lesson:
    """One pytest session. Takes each case off `left` when it is done."""

    def __init__(self, room: Classroom, left: list[Case]) -> None:
        self._room = room
        self._left = left
        self._folders: tuple[Path, ...] = (room.outside.folder, room.outside.own)
        self._before: Count | None = None
        self._now = room.blank()
        self._honest = True

    def grade(self, cage: Cage) -> None:
        self._room.grade(cage, self._work(), self._take)

    def _work(self) -> Iterator[Submission]:
        yield self._room.honest()  # warms the slot up; nothing is compared
        self._before = count(*self._folders)
        while self._left:
            case = self._left[0]
            self._now = self._room.outcomes[case.id] = self._room.blank()
            self._honest = False
            try:
                hostile = self._room.read(case.file, self._room.outside.fill(case.data))
            except SubmissionError as error:
                self._now.unreadable = str(error)
            else:
                for _ in range(case.runs):
                    yield hostile
            self._honest = True
            yield self._room.honest()
            self._look()
            self._left.pop(0)

    def _take(self, report: Report) -> None:
        if self._honest:
            self._now.honest = dumps(report, times=False)
        else:
            self._now.reports.append(report)

    def _look(self) -> None:
        assert self._before is not None
        after, growth = settled(self._before, *self._folders)
        self._now.wrongs += growth + self._room.outside.touched()
        self._now.restarted = not self._before.slot <= after.slot
        if growth or self._now.restarted:
            self._before = after
