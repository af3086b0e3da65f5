"""A bounded number of tasks in an executor, results as they come, through dying processes."""

from __future__ import annotations

import queue
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from dataclasses import replace
from typing import Protocol

from grader.batch.tasks import GraderFailure, Task, TaskResult
from grader.batch.work import failed, grade_one
from grader.language.text import Text, sentences, tr
from grader.model.errors import GradeError

MAX_RETRIES = 2
"""How often a task is tried again whose process died."""

MAX_BARREN = 20
"""How often in a row an executor may break before the run gives up."""

DIED = tr("The grading process died {count} times while it had this submission.")
Future_ = Future[TaskResult]


class TaskExecutor(Protocol):
    """Where tasks are run: processes of this machine, or a cluster."""

    def current(self) -> Executor:
        """The executor; a new one after `renew`. Raises GradeError."""

    def width(self) -> int:
        """How many tasks are worked on at the same time, at the moment."""

    def renew(self) -> None:
        """The executor is broken: let it go, kill what is left of it."""

    def bundle(self) -> bytes:
        """The course, for a process that lacks it."""

    def idle_seconds(self) -> float:
        """Seconds without any result after which `hung` is asked."""

    def hung(self) -> bool:
        """Whether the executor is to be given up. Raises GradeError where nothing will come."""


class Pool:
    """Feeds tasks to an executor and gives the results in the order in which they come.

    At most twice as many tasks as are worked on at once are in flight, so memory does not grow
    with the class. Where a process dies, its tasks are tried again one at a time, each at most
    twice: so the one that kills its process is found, and no other suffers for it.
    """

    def __init__(self, executor: TaskExecutor) -> None:
        self._executor = executor
        self._flight: dict[Future_, Task] = {}
        self._done: queue.SimpleQueue[Future_ | None] = queue.SimpleQueue()
        self._alone: deque[Task] = deque()
        self._deaths: Counter[tuple[str, str]] = Counter()
        self._barren = 0
        self.stopping = False

    def stop(self) -> None:
        """Take up no more tasks; `results` ends when those in flight have. Signal-safe."""
        self.stopping = True
        self._done.put(None)

    def results(self, tasks: Iterable[Task], grace: float = 10.0) -> Iterator[TaskResult]:
        """The results of `tasks`. After `stop`, those that come within `grace` seconds.

        Raises:
            GradeError: no process can be started, or the cluster is gone.
        """
        waiting = iter(tasks)
        while True:
            if not self.stopping:
                self._fill(waiting)
            elif self._drop_queued():
                continue
            if not self._flight:
                return
            try:
                wait = grace if self.stopping else self._executor.idle_seconds()
                future = self._done.get(timeout=wait)
            except queue.Empty:
                if self.stopping:
                    return
                if self._executor.hung():
                    self._bury()
                continue
            if future is None or future not in self._flight:
                continue
            result = self._result(future)
            if result is not None:
                yield result

    def _fill(self, waiting: Iterator[Task]) -> None:
        if self._alone:
            if not self._flight:
                self._submit(self._alone.popleft())
            return
        room = 2 * self._executor.width() - len(self._flight)
        for _ in range(room):
            task = next(waiting, None)
            if task is None:
                return
            self._submit(task)
            if self._alone:
                return

    def _submit(self, task: Task) -> None:
        for _ in range(MAX_RETRIES + 1):
            try:
                future = self._executor.current().submit(grade_one, task)
                break
            except BrokenExecutor:
                # It broke while nothing of ours was being worked on, or has yet to tell us.
                self._bury()
        else:
            future = Future()
            future.set_result(
                failed(task, GraderFailure("broken", DIED.format(count=MAX_RETRIES + 1)))
            )
        self._flight[future] = task
        future.add_done_callback(self._done.put)

    def _result(self, future: Future_) -> TaskResult | None:
        """The future's result, or None where its task is to be run again."""
        try:
            result = future.result()
        except BrokenExecutor:
            self._bury()
            return None
        except CancelledError:
            task = self._flight.pop(future)
            if self.stopping:
                return None
            # Nobody here cancelled it: an executor that goes away does.
            self._executor.renew()
            return self._died(task)
        except Exception as error:  # noqa: BLE001 - whatever an executor says of a lost task
            return self._died(self._flight.pop(future), f"{type(error).__name__}: {error}")
        task = self._flight.pop(future)
        self._barren = 0 if result.how != "failed" else self._barren
        if result.failure is not None and result.failure.kind == "bundle" and not task.bundle:
            self._submit(replace(task, bundle=self._executor.bundle()))
            return None
        return result

    def _bury(self) -> None:
        """The executor is broken: keep what was done, queue the rest to be run alone."""
        self._barren += 1
        if self._barren > MAX_BARREN:
            raise GradeError(
                tr(
                    "The grading processes keep dying, so grading cannot go on. What is written "
                    "stays; once the cause is gone, go on with --resume."
                )
            )
        flight, self._flight = self._flight, {}
        self._executor.renew()
        for future, task in flight.items():
            if future.done() and not future.cancelled() and future.exception() is None:
                self._flight[future] = task
                self._done.put(future)
                continue
            result = self._died(task)
            if result is not None:
                done: Future_ = Future()
                done.set_result(result)
                self._flight[done] = task
                self._done.put(done)

    def _died(self, task: Task, said: str = "") -> TaskResult | None:
        self._deaths[task.who] += 1
        count = self._deaths[task.who]
        if count <= MAX_RETRIES:
            self._alone.append(task)
            return None
        why = DIED.format(count=count)
        if said:
            why = sentences([why, Text(said)])
        return replace(failed(task, GraderFailure("broken", why)), gone=True)

    def _drop_queued(self) -> bool:
        """Cancel what has not begun. True when something was."""
        queued = [future for future in self._flight if future.cancel()]
        for future in queued:
            del self._flight[future]
        return bool(queued)
