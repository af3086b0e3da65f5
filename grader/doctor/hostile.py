"""What `grade doctor` hands in as a student's file: attacks that a cage must hold.

Read as text and run in a worker, never imported. Each function tries one thing, says `held` when
it was refused, and does no harm where it is not. What is none of the refusals that a cage gives
leaves the function as an exception, and counts as not held.
"""

import ctypes
import errno
import os
import socket
import time
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np

HELD, ESCAPED = "held", "escaped"
REFUSED = (errno.EPERM, errno.EACCES, errno.ENOSYS)
ABSENT = (*REFUSED, errno.ENOENT)
LIBC = ctypes.PyDLL(None, use_errno=True)


def _refused(*ways: Callable[[], Any], errors: tuple[int, ...] = REFUSED) -> str:
    """`held` when every way is refused."""
    for way in ways:
        try:
            way()
        except OSError as error:
            if error.errno not in errors:
                raise
        else:
            return ESCAPED
    return HELD


def _call(name: str, *arguments: Any) -> int:
    """A function of the C library. Raises OSError where it fails."""
    ctypes.set_errno(0)
    result = int(getattr(LIBC, name)(*arguments))
    if result < 0:
        raise OSError(ctypes.get_errno(), name)
    return result


def honest(matrix: Any, vector: Any) -> Any:
    """What honest code does: linear algebra, a module from the library, a constant."""
    import fractions

    return [np.linalg.solve(matrix, vector), float(fractions.Fraction(1, 4)), float(np.pi)]


def fork() -> str:
    def way() -> None:
        child = os.fork()
        if child == 0:
            os._exit(0)
        os.waitpid(child, 0)

    return _refused(way, lambda: _wait(_call("fork")))


def _wait(child: int) -> None:
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)


def execute() -> str:
    def way(program: str) -> None:
        os.execve(program, [program, "-c", "exit 0"], {})  # noqa: S606

    programs = ("/bin/sh", "/usr/bin/env", "/proc/self/exe")
    return _refused(*(partial(way, program) for program in programs), errors=ABSENT)


def connect(port: int) -> str:
    def tcp() -> None:
        with socket.create_connection(("127.0.0.1", port), timeout=1):
            pass

    def udp() -> None:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as wire:
            wire.sendto(b"", ("192.0.2.1", 9))

    return _refused(tcp, udp)


def connect_locally(name: str) -> str:
    def way() -> None:
        with socket.socket(socket.AF_UNIX) as wire:
            wire.connect("\0" + name)

    return _refused(way, socket.socketpair)


def read_file(path: str) -> str:
    paths = (path, f"/proc/1/root{path}", f"/proc/self/root{path}")
    return _refused(*(partial(os.open, p, os.O_RDONLY) for p in paths), errors=ABSENT)


def read_system(grader: int) -> str:
    paths = ["/etc/passwd", "/etc/shadow", "/etc/hosts", "/etc/gshadow", "/proc/mounts"]
    paths += [f"/proc/{pid}/{name}" for pid in (1, grader) for name in ("environ", "mem", "fd/0")]
    return _refused(*(partial(os.open, path, os.O_RDONLY) for path in paths), errors=ABSENT)


def write_file(folder: str, canary: str) -> str:
    def create(path: str) -> None:
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600))
        os.remove(path)

    places = [folder, ".", "/tmp", "/dev/shm", os.path.dirname(np.__file__)]  # noqa: S108
    return _refused(
        *(partial(create, os.path.join(place, "dlgrade-doctor")) for place in places),
        partial(os.truncate, canary, 0),
        partial(os.chmod, canary, 0o600),
        errors=(*ABSENT, errno.EROFS),
    )


def signal_others(grader: int) -> str:
    return _refused(*(partial(os.kill, pid, 0) for pid in (os.getppid(), grader, 1)))


def trace() -> str:
    seize, detach = 0x4206, 17

    def way() -> None:
        _call("ptrace", seize, os.getppid(), None, None)
        _call("ptrace", detach, os.getppid(), None, None)

    return _refused(way)


def read_memory() -> str:
    class Piece(ctypes.Structure):
        _fields_ = (("start", ctypes.c_void_p), ("size", ctypes.c_size_t))

    here = ctypes.create_string_buffer(8)
    mine, theirs = Piece(ctypes.addressof(here), 8), Piece(id(None), 8)
    pieces = (ctypes.byref(mine), 1, ctypes.byref(theirs), 1, ctypes.c_ulong(0))
    return _refused(
        lambda: _call("process_vm_readv", os.getppid(), *pieces),
        lambda: os.close(os.open(f"/proc/{os.getppid()}/mem", os.O_RDONLY)),
        errors=ABSENT,
    )


def namespaces() -> str:
    new_user, new_network = 0x10000000, 0x40000000
    return _refused(
        lambda: _call("unshare", new_user),
        lambda: _call("unshare", new_network),
        lambda: _call("mount", b"none", b"/nowhere", b"tmpfs", 0, None),
        lambda: _call("chroot", b"."),
    )


def share_memory() -> str:
    key, create, remove = 0x646C0002, 0o1600, 0
    return _refused(
        lambda: _call("shmctl", _call("shmget", key, 4096, create), remove, None),
        lambda: os.close(os.memfd_create("dlgrade-doctor")),
    )


def raise_limits() -> str:
    import resource

    for kind in (resource.RLIMIT_AS, resource.RLIMIT_NOFILE, resource.RLIMIT_NPROC):
        before = resource.getrlimit(kind)
        if before[1] == resource.RLIM_INFINITY:
            return ESCAPED
        try:
            resource.setrlimit(kind, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        except (OSError, ValueError):
            continue
        if resource.getrlimit(kind) != before:
            return ESCAPED
    return HELD


def privileges() -> str:
    if 0 in (*os.getresuid(), *os.getresgid(), *os.getgroups()):
        return ESCAPED
    header, sets = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
    if LIBC.capget(header, sets) == 0 and any(sets):
        return ESCAPED
    return _refused(lambda: os.setuid(0), lambda: os.setresuid(0, 0, 0))


def environment(secret: str) -> str:
    environ = ctypes.POINTER(ctypes.c_char_p).in_dll(LIBC, "environ")
    at = 0
    while environ and (entry := environ[at]) is not None:
        if secret.encode() in entry:
            return ESCAPED
        at += 1
    return ESCAPED if any(secret in value for value in os.environ.values()) else HELD


def leave_behind() -> str:
    """What the next worker must not see. Its own check is the honest call afterwards."""
    ctypes.memset(id(np.pi) + 16, 0, 8)
    for owner, name, value in ((np, "pi", 3.0), (np.linalg, "solve", lambda *_: np.zeros(2))):
        setattr(owner, name, value)
    return HELD


def endless() -> None:
    give_up = time.monotonic() + 20
    while time.monotonic() < give_up:
        pass


def memory() -> None:
    np.zeros((4 << 30) // 8)


def end_process() -> None:
    os._exit(0)


def forge() -> None:
    for descriptor in range(3, 16):
        try:
            os.write(descriptor, b"\x15\0\0\0\0\0\0\0" + b'{"kind": "reply" }   ')
        except OSError:
            continue
