"""Who a worker runs as, and how many processes that user may have. Linux only."""

from __future__ import annotations

import contextlib
import itertools
import os
import re
import subprocess
import sys
from collections.abc import Iterator

from grader.language.text import tr
from grader.model.errors import SandboxError

PROCESSES = 64
"""Processes and threads in a slot: the zygote, the worker, the worker's threads."""

_UID_BASE, _UIDS = 0x70000000, 1 << 24
_COUNTER = itertools.count()


def free_uid() -> int:
    """A user that nobody is and that no other slot has. Raises SandboxError.

    Numbers from 0x70000000 on belong to nobody by convention; in a container that has not so
    many, those below 65534 are taken.
    """
    end = 0
    with open("/proc/self/uid_map", encoding="ascii") as file:
        for line in file:
            inside, _, count = map(int, line.split())
            end = max(end, inside + count)
    number = os.getpid() * 64 + next(_COUNTER) % 64
    if end > _UID_BASE + _UIDS:
        return _UID_BASE + number % _UIDS
    if end > 65_000:
        return 60_000 + number % 5_000
    raise SandboxError(
        tr("Running as root with no other user to change to. Run it as an ordinary user.")
    )


def unused_uid() -> int:
    """A `free_uid` that no process has. Raises SandboxError."""
    for _ in range(64):
        uid = free_uid()
        if not any(True for _ in _processes_of(uid)):
            return uid
    raise SandboxError(tr("There is no unused user number to run the students' code as."))


def limit_processes(pid: int) -> None:
    """Bound the processes and threads of the user that process `pid` runs as."""
    import resource

    with contextlib.suppress(OSError):  # it ended already
        resource.prlimit(pid, resource.RLIMIT_NPROC, (PROCESSES, PROCESSES))


# The user kills all it has, in one system call that no fork can outrun.
_END = "import os,sys; u=int(sys.argv[1]); u>=60000 and os.getresuid()==(u,u,u) and os.kill(-1,9)"


def end_all(uid: int) -> None:
    """Kill every process of a user from `unused_uid`, those too that left their group."""
    if not any(True for _ in _processes_of(uid)):
        return
    with contextlib.suppress(subprocess.TimeoutExpired):
        subprocess.run(
            [sys.executable, "-I", "-S", "-c", _END, str(uid)],
            user=uid,
            group=uid,
            extra_groups=[],
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=10.0,
            check=False,
        )


def _processes_of(uid: int) -> Iterator[int]:
    """Processes of this user that still run."""
    for name in os.listdir("/proc"):
        if not name.isdigit():
            continue
        with contextlib.suppress(OSError, IndexError):
            if os.stat(f"/proc/{name}").st_uid != uid:
                continue
            with open(f"/proc/{name}/stat", "rb") as file:
                if file.read().rpartition(b")")[2].split()[0] not in (b"Z", b"X"):
                    yield int(name)


def processes(*, apart: bool) -> int:
    """How many processes and threads the worker's user may have. Standing `apart`, the user has
    no others; before Linux 5.14 that takes another number, not only another namespace."""
    release = re.match(r"(\d+)\.(\d+)", os.uname().release)
    new = release is not None and (int(release[1]), int(release[2])) >= (5, 14)
    if os.geteuid() == 0 or (apart and new):
        return PROCESSES
    count = 0
    me = os.getuid()
    for name in os.listdir("/proc"):
        if name.isdigit():
            with contextlib.suppress(OSError):
                if os.stat(f"/proc/{name}").st_uid == me:
                    count += len(os.listdir(f"/proc/{name}/task"))
    return count + 4 * PROCESSES
