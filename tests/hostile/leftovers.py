"""What a submission could leave behind: processes, descriptors, files, shared memory, messages."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from pathlib import Path

PREFIX = "dlgrade-hostile"  # every hostile file names so what it makes
IPC_KEY = 0x646C0001
PUBLIC = ("/tmp", "/var/tmp", "/dev/shm", "/run", "/run/lock", "/dev/mqueue", "/", "/home")
SETTLE_SECONDS = 3.0


@dataclass(frozen=True)
class Count:
    """What there is at one moment. `slot` are the processes under this one."""

    slot: frozenset[int]
    strays: int
    descriptors: int
    files: tuple[str, ...]
    ipc: int

    def growth(self, before: Count) -> list[str]:
        """What there is more of than before, in words."""
        found = []
        if len(self.slot) > len(before.slot):
            found.append(f"{len(self.slot) - len(before.slot)} more processes: {self.slot}")
        if self.strays > before.strays:
            found.append(f"{self.strays - before.strays} stray processes of the slot's user")
        if self.descriptors > before.descriptors:
            found.append(f"{self.descriptors - before.descriptors} more open descriptors")
        if self.files != before.files:
            found.append(f"files: {set(self.files) ^ set(before.files)}")
        if self.ipc > before.ipc:
            found.append("System V objects")
        return found


def count(*folders: Path) -> Count:
    """What there is now, in the public places and in `folders`."""
    parents, owners = _processes()
    slot = _under(os.getpid(), parents)
    users = {owners[pid] for pid in slot if pid in owners} - {os.getuid()}
    strays = sum(1 for pid, uid in owners.items() if uid in users and pid not in slot)
    return Count(slot, strays, len(os.listdir("/proc/self/fd")), _files(folders), _ipc())


def below(root: int) -> frozenset[int]:
    """The processes that `root` started, and those that they did."""
    return _under(root, _processes()[0])


def command(pid: int) -> str:
    """What a process was started with; empty once it is gone."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def settled(before: Count, *folders: Path) -> tuple[Count, list[str]]:
    """Count until nothing has grown, at most for a moment: the kernel takes its time to bury."""
    deadline = time.monotonic() + SETTLE_SECONDS
    while True:
        now = count(*folders)
        growth = now.growth(before)
        if not growth or time.monotonic() > deadline:
            return now, growth
        time.sleep(0.01)


def _processes() -> tuple[dict[int, int], dict[int, int]]:
    """Parent and owner of every process that is no thread."""
    parents, owners = {}, {}
    for entry in os.listdir("/proc"):
        if not entry.isdigit():
            continue
        try:
            fields = Path("/proc", entry, "stat").read_bytes().rpartition(b")")[2].split()
            parents[int(entry)] = int(fields[1])
            owners[int(entry)] = os.stat(f"/proc/{entry}").st_uid
        except OSError:
            continue
    return parents, owners


def _under(root: int, parents: dict[int, int]) -> frozenset[int]:
    found: set[int] = set()
    new = {root}
    while new:
        new = {pid for pid, parent in parents.items() if parent in new} - found
        found |= new
    return frozenset(found)


def _files(folders: tuple[Path, ...]) -> tuple[str, ...]:
    found = []
    for folder in PUBLIC:
        try:
            found += [f"{folder}/{n}" for n in os.listdir(folder) if n.startswith(PREFIX)]
        except OSError:
            continue
    for path in folders:
        found += [f"{path}/{n}" for n in os.listdir(path)]
    return tuple(sorted(found))


def _ipc() -> int:
    total = 0
    for kind in ("shm", "msg", "sem"):
        try:
            lines = Path("/proc/sysvipc", kind).read_text(encoding="ascii").splitlines()[1:]
        except OSError:
            continue
        total += sum(1 for line in lines if line.split()[0] == str(IPC_KEY))
    return total
