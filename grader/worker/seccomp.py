"""The filter of system calls, written as a BPF program: what is not allowed fails with EPERM."""

from __future__ import annotations

import ctypes
import errno
import os
import struct

from grader.worker import kernel, syscalls

_LOAD, _RETURN = 0x20, 0x06
_JUMP, _EQUAL, _AT_LEAST, _ANY_BIT = 0x05, 0x15, 0x35, 0x45
_ALLOW = 0x7FFF0000
_KILL = 0x80000000
_ERRNO = 0x00050000
_NUMBER, _ARCH, _ARGS = 0, 4, 16
_ARCHS = (0xC000003E, 0xC00000B7)
_X32 = 0x40000000
_INSTRUCTION = struct.Struct("<HBBI")
_PID = 0xFFFFFFF1  # stands for the worker's own pid until it is known
_FILTER_MODE = 1

_THREAD = 0x00010000
# CLONE_NEW*, CLONE_PTRACE, CLONE_VFORK, CLONE_PARENT, CLONE_UNTRACED: no thread needs them.
_CLONE_NEVER = 0x7E020000 | 0x00002000 | 0x00004000 | 0x00008000 | 0x00800000 | 0x80
# F_DUPFD, F_GETFD, F_SETFD, F_GETFL, F_SETFL, F_DUPFD_CLOEXEC
_FCNTL = (0, 1, 2, 3, 4, 1030)
# TCGETS, TIOCGWINSZ, FIONREAD, FIONBIO, FIONCLEX, FIOCLEX
_IOCTL = (0x5401, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451)
# PR_GET_DUMPABLE, PR_SET_NAME, PR_GET_NAME
_PRCTL = (3, 15, 16)

Code = list[tuple[int, int, int, int]]


def _returns(action: int) -> Code:
    return [(_RETURN, 0, 0, action)]


_DENY = _returns(_ERRNO | errno.EPERM)
_UNKNOWN = _returns(_ERRNO | errno.ENOSYS)


def _one_of(argument: int, values: tuple[int, ...]) -> Code:
    """Allow when the low word of an argument is one of these."""
    code: Code = [(_LOAD, 0, 0, _ARGS + 8 * argument)]
    for left, value in zip(range(len(values), 0, -1), values, strict=True):
        code.append((_EQUAL, left, 0, value))
    return [*code, *_DENY, *_returns(_ALLOW)]


def _judged() -> dict[str, Code]:
    own = _one_of(0, (_PID,))
    thread: Code = [
        (_LOAD, 0, 0, _ARGS),
        (_ANY_BIT, 1, 0, _CLONE_NEVER),
        (_ANY_BIT, 1, 0, _THREAD),
        *_DENY,
        *_returns(_ALLOW),
    ]
    only_reads: Code = [
        (_LOAD, 0, 0, _ARGS),
        (_EQUAL, 0, 4, 0),
        (_LOAD, 0, 0, _ARGS + 16),
        (_EQUAL, 0, 2, 0),
        (_LOAD, 0, 0, _ARGS + 20),
        (_EQUAL, 1, 0, 0),
        *_DENY,
        *_returns(_ALLOW),
    ]
    return {
        "clone": thread,
        "kill": own,
        "tgkill": own,
        "prlimit64": only_reads,
        "prctl": _one_of(0, _PRCTL),
        "fcntl": _one_of(1, _FCNTL),
        "ioctl": _one_of(1, _IOCTL),
    }


def _leaves(which: int) -> list[tuple[int, Code]]:
    """What to do from each number on, in order: neighbours that are treated alike are one."""
    judged = _judged()
    harmless = [pair[which] for pair in syscalls.HARMLESS.values()]
    actions = {number: _returns(_ALLOW) for number in harmless if number is not None}
    for name, numbers in syscalls.JUDGED.items():
        actions[numbers[which]] = judged[name]
    leaves: list[tuple[int, Code]] = []
    for number in range(max(*actions, syscalls.FIRST_NEW) + 2):
        code = actions.get(number, _DENY if number < syscalls.FIRST_NEW else _UNKNOWN)
        if not leaves or leaves[-1][1] != code:
            leaves.append((number, code))
    return leaves


def _search(leaves: list[tuple[int, Code]]) -> Code:
    """A binary search for the leaf of the number in the accumulator."""
    if len(leaves) == 1:
        return leaves[0][1]
    middle = len(leaves) // 2
    below, above = _search(leaves[:middle]), _search(leaves[middle:])
    border = leaves[middle][0]
    if len(below) < 256:
        return [(_AT_LEAST, len(below), 0, border), *below, *above]
    return [(_AT_LEAST, 0, 1, border), (_JUMP, 0, 0, len(below)), *below, *above]


def program(machine: str) -> bytes:
    """The filter for this machine, with a stand-in for the pid. Raises OSError elsewhere."""
    which = syscalls.numbers(machine)
    code: Code = [
        (_LOAD, 0, 0, _ARCH),
        (_EQUAL, 1, 0, _ARCHS[which]),
        *_returns(_KILL),
        (_LOAD, 0, 0, _NUMBER),
        (_AT_LEAST, 0, 1, _X32),
        *_returns(_KILL),
        *_search(_leaves(which)),
    ]
    return b"".join(_INSTRUCTION.pack(*step) for step in code)


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))


class Filter:
    """The program, ready to be put upon this process with one system call."""

    def __init__(self) -> None:
        machine = os.uname().machine
        code = program(machine)
        self._call = syscalls.SECCOMP[syscalls.numbers(machine)]
        self._code = ctypes.create_string_buffer(code, len(code))
        size = _INSTRUCTION.size
        self._own = [
            at + 4
            for at in range(0, len(code), size)
            if _INSTRUCTION.unpack_from(code, at)[3] == _PID
        ]
        self._program = _Program(len(code) // size, ctypes.addressof(self._code))

    def install(self) -> None:
        """Filter this thread and all it starts, for good. Needs no_new_privs. Raises OSError."""
        pid = os.getpid()
        for at in self._own:
            struct.pack_into("<I", self._code, at, pid)
        kernel.call(self._call, _FILTER_MODE, 0, ctypes.addressof(self._program))
