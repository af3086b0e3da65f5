"""What the platform offers to hold a worker back: resource limits, dying with the parent.

Everything in `apply` is optional: on a platform without it the trusted side watches from outside.
A worker of a slot has been held to harder limits by then (`harden`) and says so in `HELD`.
"""

from __future__ import annotations

import mmap
import sys
from collections.abc import Mapping
from typing import Any

FILE_BYTES = 16 << 20
HELD: list[bool] = []


def die_with_parent() -> None:
    """Ask Linux to kill this process when its parent's thread ends, and to give it no rights that
    it has not, whatever it runs."""
    if sys.platform != "linux":
        return
    try:
        import ctypes

        prctl = ctypes.CDLL(None).prctl
        prctl(1, 9, 0, 0, 0)  # PR_SET_PDEATHSIG, SIGKILL
        prctl(38, 1, 0, 0, 0)  # PR_SET_NO_NEW_PRIVS
    except Exception:
        return


def apply(limits: Mapping[str, Any]) -> None:
    """Lower the limits that exist here. Memory is what is mapped now plus the allowance, so call
    this after NumPy's import. CPU time is a backstop for an orphan only."""
    if HELD:
        return
    try:
        import resource
    except ImportError:
        return
    wanted = [("RLIMIT_CORE", 0), ("RLIMIT_FSIZE", FILE_BYTES)]
    if cpu := limits.get("cpu_seconds"):
        wanted.append(("RLIMIT_CPU", int(cpu) + 5))
    if sys.platform == "linux" and (memory := limits.get("memory_bytes")):
        wanted.append(("RLIMIT_AS", mapped_bytes() + int(memory)))
    for name, value in wanted:
        try:
            which = getattr(resource, name)
            _, hard = resource.getrlimit(which)
            if hard != resource.RLIM_INFINITY:
                value = min(value, hard)
            resource.setrlimit(which, (value, value))
        except (AttributeError, OSError, ValueError):
            continue


def mapped_bytes() -> int:
    """How much address space this process has mapped, to the page."""
    import resource

    page = resource.getpagesize()
    try:
        with open("/proc/self/statm", "rb") as file:
            return int(file.read().split()[0]) * page
    except OSError:
        return _tried_mapped_bytes(page)


def _tried_mapped_bytes(page: int) -> int:
    """The same where there is no /proc: the largest limit under which no page can be mapped."""
    import resource

    old = resource.getrlimit(resource.RLIMIT_AS)
    low, high = 0, 1 << 47
    try:
        while high - low > page:
            middle = (low + high) // 2 // page * page
            resource.setrlimit(resource.RLIMIT_AS, (middle, old[1]))
            try:
                mmap.mmap(-1, page).close()
            except OSError:
                low = middle
            else:
                high = middle
    finally:
        resource.setrlimit(resource.RLIMIT_AS, old)
    return low
