"""One grader a process, kept warm: a thread with a pytest session that is fed submissions."""

from __future__ import annotations

import atexit
import contextlib
import queue
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from grader.course.load import load_course
from grader.language.text import Text
from grader.model.errors import CourseError, SandboxError
from grader.model.report import Report
from grader.model.submission import Limits, Submission
from grader.sandbox.best_cage import BestCage, best_cage, cage_for
from grader.sandbox.cage import Cage


class Closed(Exception):
    """This grader made room for another one."""


@dataclass(slots=True)
class _Order:
    submission: Submission
    done: threading.Event = field(default_factory=threading.Event)
    report: Report | None = None
    error: BaseException | None = None


class WarmGrader:
    """Grades submissions of one course, one after another, in a thread of its own.

    The checks of an assignment are collected when its first submission comes and stay until
    another assignment's does. `grade` may be called from several threads. One thread serves the
    process for all its life: Linux kills a worker when the thread that started it ends.
    """

    def __init__(self, root: Path, tier: str, seed: int, limits: Limits) -> None:
        self._course = load_course(root)
        self._tier = tier
        self._seed = seed
        self._limits = limits
        self._order: _Order | None = None
        self._orders: queue.SimpleQueue[_Order | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._closed = False
        self._faults: dict[str, CourseError] = {}
        self._thread = threading.Thread(target=self._serve, name="grader", daemon=True)
        self._thread.start()

    def grade(self, submission: Submission) -> Report:
        """The report. A cage that fails is replaced and the submission tried once more.

        Raises:
            CourseError: the assignment's checks cannot be collected.
            SandboxError: no worker can be started, twice.
            Closed: another grader took its place.
        """
        try:
            return self._grade(submission)
        except SandboxError:
            return self._grade(submission)

    def close(self) -> None:
        """End the session and the cage, and forget the course's modules. May be called twice."""
        atexit.unregister(self.close)
        with self._lock:
            self._closed = True
            self._orders.put(None)
        self._thread.join()
        forget_modules(self._course.root)

    def _grade(self, submission: Submission) -> Report:
        order = _Order(submission)
        with self._lock:
            if self._closed:
                raise Closed
            self._orders.put(order)
        order.done.wait()
        if order.report is None:
            raise order.error or RuntimeError("the grader's thread gave no report")
        return order.report

    def _serve(self) -> None:
        cage: Cage | None = None
        self._order = self._orders.get()
        while self._order is not None:
            order, name = self._order, self._order.submission.assignment
            try:
                if name in self._faults:
                    raise self._faults[name]
                cage = cage or _cage(self._tier)
                self._session(cage, order)
            except BaseException as error:  # noqa: BLE001 - carried to the caller
                if isinstance(error, CourseError):
                    # A check that fails for one submission does not tell against the others.
                    if self._order is order and order.report is None:
                        self._faults[name] = error
                elif cage is not None:
                    with contextlib.suppress(Exception):
                        cage.close()
                    cage = None
                self._order.error = error
                self._order.done.set()
                self._order = self._orders.get()
        if cage is not None:
            cage.close()

    def _session(self, cage: Cage, first: _Order) -> None:
        """Feed a session until another assignment's submission, or the end, is `_order`."""
        from grader.engine.pytest_run import grade

        assignment = first.submission.assignment

        def feed() -> Iterator[Submission]:
            while self._order is not None and self._order.submission.assignment == assignment:
                yield self._order.submission
                self._order = self._orders.get()

        def take(report: Report) -> None:
            assert self._order is not None
            self._order.report = report
            self._order.done.set()

        grade(
            self._course,
            feed(),
            take,
            cage=cage,
            seed=self._seed,
            limits=self._limits,
            assignments=[assignment],
        )


def forget_modules(root: Path) -> None:
    """Forget the modules that were imported from `root`, so that a changed course is read anew."""
    for name, module in list(sys.modules.items()):
        where = getattr(module, "__file__", None) or next(iter(getattr(module, "__path__", [])), "")
        if where and Path(where).is_relative_to(root):
            del sys.modules[name]
    sys.path[:] = [entry for entry in sys.path if entry != str(root)]


_READY: list[BestCage] = []


def warm_up() -> tuple[str, tuple[Text, ...]]:
    """Get this process ready: import what grading needs and start a cage, which is kept for it.
    The cage's tier, and why it is no better. Raises SandboxError."""
    cage = best_cage()
    cage.prestart()
    import grader.engine.pytest_run
    import grader.render.html
    import grader.render.json_report
    import grader.render.summary  # noqa: F401

    tier, why = cage.tier, cage.why
    atexit.register(cage.close)
    _READY.append(cage)
    return tier, why


def _cage(tier: str) -> BestCage:
    """A cage of this tier, the one that stands ready where it is of it."""
    while _READY:
        cage = _READY.pop()
        if cage.tier == tier:
            return cage
        cage.close()
    return cage_for(tier)


_LOCK = threading.Lock()
_WARM: list[tuple[tuple[object, ...], WarmGrader]] = []


def warm_grader(root: Path, tier: str, seed: int, limits: Limits) -> WarmGrader:
    """This process's grader. One for another course, tier, seed or limits takes its place."""
    wanted = (root, tier, seed, limits)
    with _LOCK:
        if _WARM and _WARM[0][0] == wanted:
            return _WARM[0][1]
        if _WARM:
            _WARM.pop()[1].close()
        grader = WarmGrader(root, tier, seed, limits)
        atexit.register(grader.close)
        _WARM.append((wanted, grader))
        return grader
