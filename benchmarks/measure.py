"""Wall-clock, CPU and memory of a whole process tree."""

from __future__ import annotations

import contextlib
import ctypes
import os
import resource
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import psutil

PR_SET_CHILD_SUBREAPER = 36
STRAGGLERS_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Command:
    """What to run, where, and with which variables besides the present ones."""

    arguments: Sequence[str]
    folder: Path
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Measured:
    """One run. Seconds; `peak` in bytes (0 where it was not sampled)."""

    wall: float
    cpu: float
    peak: int
    code: int
    output: str


def adopt_orphans() -> None:
    """Make this process the one that waits for descendants whose parent has died, so that their
    CPU time is counted too (Linux; elsewhere such time is missed)."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def run(command: Command, *, sample_memory: bool = False, seconds: float = 3600.0) -> Measured:
    """Run to the end and measure. A run that takes longer than `seconds` is killed: code -9."""
    sampler = _Sampler() if sample_memory else None
    with tempfile.TemporaryFile() as output:
        before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        process = subprocess.Popen(
            command.arguments,
            cwd=command.folder,
            env={**os.environ, **command.environment},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        if sampler is not None:
            sampler.start()
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        except BaseException:
            os.killpg(process.pid, signal.SIGTERM)
            raise
        wall = time.perf_counter() - started
        if sampler is not None:
            sampler.stop()
        _reap()
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        output.seek(0)
        said = output.read().decode("utf-8", "replace")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Measured(wall, cpu, sampler.peak if sampler else 0, process.returncode, said)


def _reap() -> None:
    """Wait for adopted descendants, which end soon after the process that started them."""
    until = time.monotonic() + STRAGGLERS_SECONDS
    while time.monotonic() < until:
        try:
            pid, _ = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if pid == 0:
            time.sleep(0.02)


class _Sampler(threading.Thread):
    """Sums the proportional set size (shared pages counted once) of all descendants; where that
    may not be read, the resident set size."""

    def __init__(self, interval: float = 0.05) -> None:
        super().__init__(daemon=True)
        self.peak = 0
        self._interval = interval
        self._over = threading.Event()

    def run(self) -> None:
        me = psutil.Process()
        while not self._over.wait(self._interval):
            self.peak = max(self.peak, sum(_size(p) for p in me.children(recursive=True)))

    def stop(self) -> None:
        self._over.set()
        self.join()


def _size(process: psutil.Process) -> int:
    try:
        return int(process.memory_full_info().pss)
    except psutil.NoSuchProcess:
        return 0
    except (psutil.AccessDenied, AttributeError):
        with contextlib.suppress(psutil.Error):
            return int(process.memory_info().rss)
        return 0
