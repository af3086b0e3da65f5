"""What a worker tries once in every new slot: it must fail at each of these.

Runs after `harden`, in a fork like any student's. The names of the attempts are known to the
trusted side, which uses no slot that has not reported each as held.
"""

from __future__ import annotations

import errno
import os
import signal
import threading
from collections.abc import Callable

from grader.worker import kernel, syscalls

_REFUSED = frozenset({errno.EPERM, errno.EACCES, errno.ENOSYS})


def attempts(outside: str, *, alone: bool) -> dict[str, bool]:
    """Each attempt and whether the cage held. `outside` is a file that exists out there; `alone`
    says that there should be namespaces."""
    tries: dict[str, Callable[[], bool]] = {
        "fork": lambda: _refused(_fork),
        "exec": lambda: _refused(lambda: os.execv("/bin/true", ["true"])),
        "socket": lambda: _refused(_socket),
        "read": lambda: _closed(outside),
        "write": _no_write,
        "kill": lambda: _refused(lambda: os.kill(os.getppid(), 0)),
        "ptrace": lambda: _refused(lambda: _raw(syscalls.PTRACE)),
        "raise_limit": lambda: _refused(_set_limit),
        "limits": _limited,
        "not_root": lambda: 0 not in (*os.getresuid(), *os.getresgid()) and 0 not in os.getgroups(),
        "not_dumpable": lambda: kernel.prctl(kernel.PR_GET_DUMPABLE) == 0,
        "no_capabilities": _no_capabilities,
        "descriptors": _only_own_descriptors,
        "honest": _honest,
    }
    if alone:
        tries["own_processes"] = lambda: os.getppid() == 1 and not os.path.exists("/proc/self")
        tries["no_host_files"] = _no_host_files
    return {name: _held(attempt) for name, attempt in tries.items()}


def _held(attempt: Callable[[], bool]) -> bool:
    try:
        return attempt() is True
    except Exception:
        return False


def _refused(action: Callable[[], object]) -> bool:
    try:
        action()
    except (OSError, ValueError) as error:
        # resource.setrlimit tells EPERM as a ValueError
        return not isinstance(error, OSError) or error.errno in _REFUSED
    return False


def _fork() -> None:
    if os.fork() == 0:
        os._exit(0)


def _socket() -> None:
    import _socket

    _socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM).close()


def _raw(numbers: tuple[int, int]) -> int:
    return kernel.call(numbers[syscalls.numbers(os.uname().machine)])


def _closed(path: str) -> bool:
    try:
        os.close(os.open(path, os.O_RDONLY))
    except OSError as error:
        return error.errno in _REFUSED or error.errno == errno.ENOENT
    return False


def _no_write() -> bool:
    for folder in ("/", "/tmp", "/var/tmp", "/dev/shm", os.path.dirname(os.__file__)):
        path = os.path.join(folder, f"dlgrade-attempt-{os.getpid()}")
        try:
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        except OSError as error:
            if error.errno not in {*_REFUSED, errno.EROFS, errno.ENOENT}:
                return False
        else:
            return False
    return True


def _set_limit() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_NOFILE, (16, 16))


def _limited() -> bool:
    import resource

    names = (resource.RLIMIT_AS, resource.RLIMIT_CPU, resource.RLIMIT_NPROC, resource.RLIMIT_FSIZE)
    return all(resource.getrlimit(name)[1] != resource.RLIM_INFINITY for name in names)


def _no_capabilities() -> bool:
    return not any(kernel.capabilities())


def _only_own_descriptors() -> bool:
    for fd in range(4, 64):
        try:
            os.fstat(fd)
        except OSError:
            continue
        return False
    return True


def _no_host_files() -> bool:
    return not any(os.path.exists(p) for p in ("/etc/passwd", "/bin/sh", "/sys", "/var"))


def _honest() -> bool:
    """What honest code needs still works: a thread, a lazily imported module, a signal to itself,
    NumPy's linear algebra."""
    import numpy as np

    seen: list[int] = []
    thread = threading.Thread(target=lambda: seen.append(1))
    thread.start()
    thread.join()
    with open(os.__file__, "rb") as file:
        file.read(1)
    os.kill(os.getpid(), signal.SIGCONT)
    product = np.linalg.inv(np.eye(2) * 2.0) @ np.ones(2)
    return seen == [1] and bool((product == 0.5).all())
