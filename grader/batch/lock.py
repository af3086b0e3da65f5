"""One run at a time in a results folder, and none beside the dying processes of another."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Iterator

from grader.language.text import tr
from grader.model.errors import UsageError

WAIT_SECONDS = 20.0
_HELD: list[int] = []


class FolderLock:
    """Held from `take` until the process ends or `release`: the system lets go of it whatever
    happens."""

    def __init__(self, store: str) -> None:
        self._store = store
        self._descriptor = -1

    def take(self) -> None:
        """Take the folder for this run.

        Raises:
            UsageError: another run has it.
            OSError: it cannot be written.
        """
        os.makedirs(self._store, mode=0o700, exist_ok=True)
        self._descriptor = _opened(f"{self._store}/run.lock")
        if not _try(self._descriptor, shared=False):
            os.close(self._descriptor)
            self._descriptor = -1
            folder = os.path.dirname(self._store)
            raise UsageError(
                tr(
                    "Another grade batch is writing {folder}; wait for it, or name another folder "
                    "with --out.",
                    folder=folder,
                )
            )
        self._await_workers()

    def _await_workers(self) -> None:
        """Wait until the processes of a run that was killed are gone too."""
        descriptor = _opened(f"{self._store}/workers.lock")
        until = time.monotonic() + WAIT_SECONDS
        try:
            while not _try(descriptor, shared=False):
                if time.monotonic() > until:
                    folder = os.path.dirname(self._store)
                    self.release()
                    raise UsageError(
                        tr(
                            "Processes of an earlier run still write {folder}; end them first.",
                            folder=folder,
                        )
                    )
                time.sleep(0.05)
        finally:
            os.close(descriptor)

    def release(self) -> None:
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


def hold_shared(path: str) -> None:
    """Hold a lock for the life of this process, together with its siblings."""
    with contextlib.suppress(OSError):
        descriptor = _opened(path)
        _try(descriptor, shared=True)
        _HELD.append(descriptor)


def abandoned(path: str) -> bool:
    """Does nobody hold this lock file any more? False where there is no such file."""
    try:
        descriptor = os.open(path, os.O_RDWR | getattr(os, "O_CLOEXEC", 0))
    except OSError:
        return False
    try:
        return _try(descriptor, shared=False)
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def alone_with(path: str, key: str) -> Iterator[None]:
    """Held by one process at a time for a `key` of hexadecimal digits: equal work that is in hand
    at the same moment is graded once. A lock on one byte of the file, so nothing is left behind;
    where there are no such locks, equal work may be graded twice."""
    if sys.platform == "win32":
        yield
        return
    import fcntl

    descriptor = -1
    try:
        with contextlib.suppress(OSError):
            descriptor = _opened(path)
            fcntl.lockf(descriptor, fcntl.LOCK_EX, 1, int(key[:15], 16))
        yield
    finally:
        if descriptor >= 0:
            os.close(descriptor)


def _opened(path: str) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o644)


def _try(descriptor: int, *, shared: bool) -> bool:
    if sys.platform == "win32":
        # Without shared locks there, the processes' own death is waited for nowhere.
        import msvcrt

        if shared:
            return True
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl

    kind = fcntl.LOCK_SH if shared else fcntl.LOCK_EX
    try:
        fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
