"""What the platform offers to hold a worker back: resource limits, dying with the parent.

Everything here is optional: on a platform without it the trusted side watches from outside.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

FILE_BYTES = 16 << 20


def die_with_parent() -> None:
    """Ask Linux to kill this process when its parent's thread ends."""
    if sys.platform != "linux":
        return
    try:
        import ctypes

        ctypes.CDLL(None).prctl(1, 9, 0, 0, 0)  # PR_SET_PDEATHSIG, SIGKILL
    except Exception:
        return


def apply(limits: Mapping[str, Any]) -> None:
    """Lower the limits that exist here. Memory is what is mapped now plus the allowance, so call
    this after NumPy's import. CPU time is a backstop for an orphan only."""
    try:
        import resource
    except ImportError:
        return
    wanted = [("RLIMIT_CORE", 0), ("RLIMIT_FSIZE", FILE_BYTES)]
    if cpu := limits.get("cpu_seconds"):
        wanted.append(("RLIMIT_CPU", int(cpu) + 5))
    if sys.platform == "linux" and (memory := limits.get("memory_bytes")):
        wanted.append(("RLIMIT_AS", _mapped_bytes() + int(memory)))
    for name, value in wanted:
        try:
            which = getattr(resource, name)
            _, hard = resource.getrlimit(which)
            if hard != resource.RLIM_INFINITY:
                value = min(value, hard)
            resource.setrlimit(which, (value, value))
        except (AttributeError, OSError, ValueError):
            continue


def _mapped_bytes() -> int:
    import resource

    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[0]) * resource.getpagesize()
