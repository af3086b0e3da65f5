"""What this machine is and has, as far as a cage is concerned. Reads, changes nothing."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from grader import __version__

_SYSCTLS = (
    "kernel.apparmor_restrict_unprivileged_userns",
    "kernel.unprivileged_userns_clone",
    "user.max_user_namespaces",
)
_CONTAINER_FILES = ("/.dockerenv", "/run/.containerenv")
_CONTAINER_WORDS = ("docker", "kubepods", "containerd", "libpod", "lxc")
_VERSION_SECONDS = 5.0


@dataclass(frozen=True)
class Bubblewrap:
    """One `bwrap` and what it says its version is (empty: it does not run)."""

    path: str
    version: str


@dataclass(frozen=True)
class Machine:
    """`landlock` is the version of the kernel's interface, 0 for none; `lsm` the security modules
    that are on, empty where that cannot be read; `sysctls` those of interest that exist."""

    system: str
    kernel: str
    root: bool = False
    container: bool = False
    bubblewraps: tuple[Bubblewrap, ...] = ()
    landlock: int = 0
    lsm: tuple[str, ...] = ()
    seccomp: bool = False
    sysctls: dict[str, int] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)

    @property
    def linux(self) -> bool:
        return self.system == "Linux"


def look(read: Callable[[str], str] | None = None) -> Machine:
    """This machine. `read` gives the text of a file, or raises OSError."""
    read = read or _read
    system, kernel = platform.system(), platform.release()
    if system != "Linux":
        return Machine(system, kernel, versions=_versions())
    sysctls = {}
    for name in _SYSCTLS:
        value = _or_empty(read, "/proc/sys/" + name.replace(".", "/")).strip()
        if value.isdecimal():
            sysctls[name] = int(value)
    status = _or_empty(read, "/proc/self/status")
    return Machine(
        system,
        kernel,
        root=os.geteuid() == 0,
        container=_container(read),
        bubblewraps=_bubblewraps(),
        landlock=_landlock(),
        lsm=tuple(_or_empty(read, "/sys/kernel/security/lsm").strip().split(",")),
        seccomp="Seccomp:" in status,
        sysctls=sysctls,
        versions=_versions(),
    )


def _read(path: str) -> str:
    return Path(path).read_text(encoding="utf-8", errors="replace")


def _or_empty(read: Callable[[str], str], path: str) -> str:
    try:
        return read(path)
    except OSError:
        return ""


def _container(read: Callable[[str], str]) -> bool:
    if any(os.path.exists(path) for path in _CONTAINER_FILES):
        return True
    if os.environ.get("container"):  # noqa: SIM112 (Podman and systemd-nspawn spell it so)
        return True
    return any(word in _or_empty(read, "/proc/1/cgroup") for word in _CONTAINER_WORDS)


def _bubblewraps() -> tuple[Bubblewrap, ...]:
    from grader.sandbox import bubblewrap

    return tuple(Bubblewrap(path, _version_of(path)) for path in bubblewrap.programs())


def _version_of(program: str) -> str:
    try:
        done = subprocess.run(
            [program, "--version"],
            capture_output=True,
            text=True,
            timeout=_VERSION_SECONDS,
            check=True,
        )
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return ""
    return done.stdout.strip().rpartition(" ")[2][:40]


def _landlock() -> int:
    """The version of Landlock's interface. 444 is its number on every architecture."""
    import ctypes

    try:
        call = ctypes.CDLL(None).syscall
        call.restype = ctypes.c_long
        return max(0, int(call(ctypes.c_long(444), None, ctypes.c_size_t(0), ctypes.c_uint32(1))))
    except (OSError, AttributeError):
        return 0


def _versions() -> dict[str, str]:
    """dlgrade, Python and what the grader stands on; empty for what is not installed."""
    from importlib import metadata

    found = {"dlgrade": __version__, "Python": platform.python_version()}
    for name in ("NumPy", "pytest", "psutil"):
        try:
            found[name] = metadata.version(name.lower())
        except metadata.PackageNotFoundError:
            found[name] = ""
    found["Python"] += f" ({sys.executable})" if sys.executable else ""
    return found
