"""One thread that starts every process of ours."""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from grader.language.text import tr
from grader.model.errors import SandboxError

T = TypeVar("T")


class Pending(Generic[T]):
    """What will have been made."""

    def __init__(self) -> None:
        self._done = threading.Event()
        self._made: T | None = None
        self._error: BaseException | None = None

    def run(self, job: Callable[[], T]) -> None:
        """Make it, in the thread that calls this."""
        try:
            self._made = job()
        except BaseException as error:  # noqa: BLE001 (told by `result`)
            self._error = error
        self._done.set()

    def done(self) -> bool:
        """Whether `result` will not wait."""
        return self._done.is_set()

    def result(self) -> T:
        """Wait for it. Raises SandboxError."""
        self._done.wait()
        if isinstance(self._error, SandboxError):
            raise self._error
        if self._made is None:
            raise SandboxError(
                tr(
                    "The process for the student's code could not be started: {error}",
                    error=self._error,
                )
            )
        return self._made


class Spawner:
    """Runs every Popen in one thread that lives as long as the process.

    Linux kills a worker when the *thread* that started it ends (PR_SET_PDEATHSIG), so no
    short-lived thread may start one. It also takes the cost of a Popen off the caller.
    """

    def __init__(self) -> None:
        self._jobs: queue.SimpleQueue[tuple[Pending[Any], Callable[[], Any]]] = queue.SimpleQueue()
        self._pid = 0
        self._lock = threading.Lock()

    def run(self, job: Callable[[], T]) -> Pending[T]:
        """Do this job in the thread, after those before it. Returns at once."""
        with self._lock:
            if self._pid != os.getpid():
                self._pid = os.getpid()
                self._jobs = queue.SimpleQueue()
                threading.Thread(target=self._loop, args=(self._jobs,), daemon=True).start()
        pending: Pending[T] = Pending()
        self._jobs.put((pending, job))
        return pending

    @staticmethod
    def _loop(jobs: queue.SimpleQueue[tuple[Pending[Any], Callable[[], Any]]]) -> None:
        while True:
            pending, job = jobs.get()
            pending.run(job)
            del pending, job


SPAWNER = Spawner()
