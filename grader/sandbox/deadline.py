"""How long to wait for a worker: wall-clock time, with allowance for a busy machine."""

from __future__ import annotations

import time

from grader.sandbox.cage import Frame, WorkerProcess, WorkerTimeout

FIRST_LOOK_SECONDS = 0.05
BUSY_FACTOR = 4.0


class DeadlineExceeded(Exception):
    """The worker used up its time."""


class Clock:
    """The time of one call, or of one statement while loading.

    Wall-clock time alone is not held against the student: a worker that has used less processor
    time than it may, and is getting on, gets up to four times the seconds. One that sleeps does
    not get on.
    """

    def __init__(self) -> None:
        self.start()

    def start(self) -> None:
        """The next call begins now."""
        self._began = time.monotonic()
        self._cpu_began: float | None = None
        self._looked = False

    def excuse(self, seconds: float) -> None:
        """Take back time that the trusted side spent."""
        self._began += seconds

    def frame(self, worker: WorkerProcess, seconds: float, most: float) -> Frame:
        """The next frame, `most` being what the submission as a whole has left.

        Raises DeadlineExceeded, or WorkerDied.
        """
        waited = time.monotonic() - self._began
        limit = min(seconds * BUSY_FACTOR, waited + most)
        interval = min(max(seconds / 4, 0.05), 0.5)
        seen = 0.0
        while True:
            if not self._looked:
                wait = min(FIRST_LOOK_SECONDS, seconds / 4)
            elif waited < seconds - interval:
                wait = seconds - interval - waited
            else:
                wait = interval
            try:
                return worker.receive(max(min(wait, limit - waited), 0.0))
            except WorkerTimeout:
                used = worker.cpu_seconds()
            waited = time.monotonic() - self._began
            if waited >= limit:
                raise DeadlineExceeded
            if not self._looked:
                self._looked, self._cpu_began = True, used
            elif waited >= seconds and (
                used is None
                or self._cpu_began is None
                or used - self._cpu_began >= seconds
                or used <= seen
            ):
                raise DeadlineExceeded
            seen = used or 0.0
