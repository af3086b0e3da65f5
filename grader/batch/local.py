"""Processes of this machine: an executor whose processes die with the run."""

from __future__ import annotations

import contextlib
import ctypes
import multiprocessing
import os
import signal
import sys
import threading
from concurrent.futures import BrokenExecutor, Executor, ProcessPoolExecutor, as_completed
from multiprocessing.context import SpawnContext, SpawnProcess
from typing import Any

from grader.batch.lock import hold_shared
from grader.batch.warm_grader import warm_up
from grader.language.text import Text, tr
from grader.model.errors import GradeError

IDLE_SECONDS = 120.0
MAX_STARTS = 3
_PR_SET_PDEATHSIG = 1


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class LocalExecutor:
    """`jobs` processes, each with a warm grader and a cage slot of its own.

    They are spawned, not forked: the parent has threads. `submission_seconds` is the most that
    one submission may take.
    """

    def __init__(self, jobs: int, place: str, submission_seconds: float) -> None:
        self._jobs = jobs
        self._place = place
        self._idle_seconds = 2 * submission_seconds + IDLE_SECONDS
        self._executor: ProcessPoolExecutor | None = None
        self._spawning = _Spawning()

    def current(self) -> Executor:
        if self._executor is None:
            self._spawning = _Spawning()
            self._executor = ProcessPoolExecutor(
                max_workers=self._jobs,
                mp_context=self._spawning,
                initializer=_begin,
                initargs=(self._place,),
            )
        return self._executor

    def tier(self) -> tuple[str, tuple[Text, ...]]:
        """The best tier that holds in a process of ours, and why it is no better. All begin to get
        ready, each with the cage that it will grade in.

        Raises:
            GradeError: no process can be started, or no cage.
        """
        for _ in range(MAX_STARTS):
            try:
                ready = [self.current().submit(warm_up) for _ in range(self._jobs)]
                return next(as_completed(ready)).result()
            except BrokenExecutor:
                self.renew()
        raise GradeError(tr("The grading processes cannot be started."))

    def width(self) -> int:
        return self._jobs

    def bundle(self) -> bytes:
        return b""

    def idle_seconds(self) -> float:
        return self._idle_seconds

    def hung(self) -> bool:
        """No submission takes this long: the processes are stuck."""
        return True

    def renew(self) -> None:
        executor, self._executor = self._executor, None
        if executor is None:
            return
        for process in self._spawning.started:
            with contextlib.suppress(Exception):
                process.kill()
        executor.shutdown(wait=True, cancel_futures=True)

    def close(self, *, at_once: bool = False) -> None:
        """End the processes, and wait until they are gone."""
        if at_once:
            self.renew()
        executor, self._executor = self._executor, None
        if executor is not None:
            executor.shutdown(wait=True, cancel_futures=True)


class _QuietProcess(SpawnProcess):
    """Starts with SIGINT held back: Ctrl-C is the parent's business."""

    def start(self) -> None:
        if not hasattr(signal, "pthread_sigmask"):
            super().start()
            return
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            super().start()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


class _Spawning(SpawnContext):
    """Where an executor gets its processes from: keeps them, so that they can be killed."""

    def __init__(self) -> None:
        self.started: list[SpawnProcess] = []

    def Process(self, *args: Any, **options: Any) -> SpawnProcess:  # type: ignore[override]  # noqa: N802
        """A process to be started."""
        process = _QuietProcess(*args, **options)
        self.started.append(process)
        return process


def _begin(place: str) -> None:
    """What a process does first: out of reach of the terminal, and never older than its parent."""
    parent = multiprocessing.parent_process()
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if parent is not None and os.getppid() != parent.pid:
            os._exit(1)
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    if hasattr(os, "setsid"):
        with contextlib.suppress(OSError):
            os.setsid()
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
        # A worker's code inherits what is ignored, and should meet the same signals everywhere.
        signal.signal(signal.SIGINT, signal.default_int_handler)
    hold_shared(f"{place}/.store/workers.lock")


def _end_with(parent: multiprocessing.process.BaseProcess) -> None:
    parent.join()
    os._exit(1)
