"""Where a class is graded: this machine's processes or a cluster's, and how a run is stopped."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import FrameType
from typing import Any

from grader.batch.course_snapshot import Bundle
from grader.batch.local import LocalExecutor, processors
from grader.batch.run import BatchRun
from grader.batch.run_record import Arguments
from grader.batch.task_pool import TaskExecutor
from grader.language.text import Text, tr
from grader.model.errors import SandboxError, UsageError
from grader.model.submission import Limits


def jobs_of(asked: int | None) -> int:
    """How many are graded at once: as many as processors unless said.

    Raises:
        UsageError: fewer than one.
    """
    jobs = processors() if asked is None else asked
    if jobs < 1:
        raise UsageError(tr("-j has to be at least 1."))
    return jobs


class Here:
    """The processes of this machine."""

    near = True

    def __init__(self, jobs: int, place: str) -> None:
        self._executor = LocalExecutor(jobs, place, Limits().submission_seconds)

    def tier(self) -> tuple[str, Sequence[Text]]:
        """The best tier that holds here, found out by trying, and why it is no better."""
        return self._executor.tier()

    def executor(self, _: Bundle) -> TaskExecutor:
        return self._executor

    def close(self, *, at_once: bool) -> None:
        self._executor.close(at_once=at_once)


class Cluster:
    """The processes of a cluster."""

    near = False

    def __init__(self, address: str) -> None:
        from grader.batch.cluster import ClusterExecutor

        self._executor = ClusterExecutor(address)

    def tier(self) -> tuple[str, Sequence[Text]]:
        """The lowest tier of its processes."""
        return self._executor.tier()

    def executor(self, bundle: Bundle) -> TaskExecutor:
        return self._executor.with_bundle(bundle)

    def close(self, *, at_once: bool) -> None:
        self._executor.close()


def check_tier(tier: str, why: Sequence[Text], arguments: Arguments) -> None:
    if tier == "L3" and hasattr(os, "geteuid") and os.geteuid() == 0:
        raise SandboxError(
            tr(
                "There is no isolation here (L3), and you are root: other people's code is never "
                "run as root. Use an ordinary user, or mend the isolation as `grade doctor` says."
            )
        )
    if tier == "L3" and not arguments.allow_unisolated:
        first = next(iter(why), Text(""))
        raise SandboxError(
            tr(
                "There is no isolation here (L3), so other people's code is not graded. {first} "
                "`grade doctor` says what is missing and what to do; for code that you trust "
                "there is --allow-unisolated.",
                first=first,
            )
        )


@contextmanager
def stopping(run: BatchRun) -> Iterator[None]:
    """The first Ctrl-C (or SIGTERM) stops taking up work; the second ends at once."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    asked: list[float] = []

    def stop(_: int, __: FrameType | None) -> None:
        # Some terminals and shells deliver one key press twice.
        if asked and time.monotonic() - asked[0] > 0.2:
            raise KeyboardInterrupt
        asked.append(time.monotonic())
        run.stop()

    before: dict[int, Any] = {s: signal.signal(s, stop) for s in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
