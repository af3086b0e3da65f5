"""Looking at another process and ending it, with whatever this platform has."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from typing import Any


def _psutil() -> Any:
    """psutil where it is installed, else None. Imported only when it is needed: it is slow."""
    try:
        import psutil
    except ImportError:
        return None
    return psutil


def cpu_seconds(pid: int) -> float | None:
    """User and system time of a process so far; None when it is gone or cannot be asked."""
    if sys.platform == "linux":
        try:
            with open(f"/proc/{pid}/stat", "rb") as file:
                fields = file.read().rpartition(b")")[2].split()
            return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
        except (OSError, ValueError, IndexError):
            return None
    psutil = _psutil()
    if psutil is None:
        return None
    try:
        times = psutil.Process(pid).cpu_times()
    except psutil.Error:
        return None
    return float(times.user + times.system)


def resident_bytes(pid: int) -> int | None:
    """Memory a process holds now; None when it cannot be asked."""
    psutil = _psutil()
    if psutil is None:
        return None
    try:
        return int(psutil.Process(pid).memory_info().rss)
    except psutil.Error:
        return None


def kill_tree(process: subprocess.Popen[bytes]) -> None:
    """Kill a process that leads its own group, with the group, and wait for it."""
    if sys.platform == "win32":
        _kill_children(process.pid)
    else:
        with contextlib.suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
    with contextlib.suppress(OSError):
        process.kill()
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(5.0)


def _kill_children(pid: int) -> None:
    psutil = _psutil()
    if psutil is None:
        return
    try:
        children = psutil.Process(pid).children(recursive=True)
    except psutil.Error:
        return
    for child in children:
        with contextlib.suppress(psutil.Error):
            child.kill()
