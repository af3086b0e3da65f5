"""System calls that Python has no function for. Linux only."""

from __future__ import annotations

import ctypes
import os

from grader.worker import syscalls

PR_SET_PDEATHSIG = 1
PR_GET_DUMPABLE = 3
PR_SET_DUMPABLE = 4
PR_SET_NO_NEW_PRIVS = 38
SIGKILL = 9
_CAPABILITY_VERSION = 0x20080522

_libc = ctypes.CDLL(None, use_errno=True)
_libc.syscall.argtypes = [ctypes.c_long] * 7
_libc.syscall.restype = ctypes.c_long
_libc.prctl.argtypes = [ctypes.c_int, *[ctypes.c_ulong] * 4]


def call(number: int, *args: int) -> int:
    """A system call by its number. Raises OSError."""
    result = int(_libc.syscall(number, *args, *[0] * (6 - len(args))))
    if result < 0:
        error = ctypes.get_errno()
        raise OSError(error, os.strerror(error))
    return result


def prctl(option: int, *args: int) -> int:
    """Raises OSError."""
    result = int(_libc.prctl(option, *args, *[0] * (4 - len(args))))
    if result < 0:
        error = ctypes.get_errno()
        raise OSError(error, os.strerror(error))
    return result


def pidfd(pid: int) -> int:
    """A descriptor that becomes readable when this process ends. Raises OSError."""
    return call(434, pid, 0)  # `os` has it only where Python was built with recent headers


def capabilities() -> list[int]:
    """The words of this thread's effective, permitted and inheritable sets."""
    header, sets = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION, 0), (ctypes.c_uint32 * 6)()
    number = syscalls.CAPGET[syscalls.numbers(os.uname().machine)]
    call(number, ctypes.addressof(header), ctypes.addressof(sets))
    return list(sets)


def drop_capabilities() -> None:
    """Give up all of them. Raises OSError."""
    header, sets = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION, 0), (ctypes.c_uint32 * 6)()
    number = syscalls.CAPSET[syscalls.numbers(os.uname().machine)]
    call(number, ctypes.addressof(header), ctypes.addressof(sets))
