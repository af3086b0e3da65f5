"""The system calls that an honest NumPy worker makes, by architecture: the names of
`syscall_names` with the generated numbers."""

from __future__ import annotations

from grader.worker import syscall_names
from grader.worker.syscall_numbers import NUMBERS


def _both(name: str) -> tuple[int, int]:
    x86_64, aarch64 = NUMBERS[name]
    assert x86_64 is not None and aarch64 is not None, name
    return x86_64, aarch64


HARMLESS = {name: NUMBERS[name] for name in syscall_names.HARMLESS}
"""Allowed with any arguments: the numbers on x86_64 and on aarch64, None where there is none."""

JUDGED = {name: _both(name) for name in syscall_names.JUDGED}
"""Allowed with some arguments."""

SECCOMP, CAPGET, CAPSET, PTRACE = map(_both, syscall_names.OURS)
FIRST_NEW = 424
"""From here on numbers are the same everywhere, and libc has a way without them: to these calls
'no such call' is the answer, so that it is taken. `clone3` is one."""


def numbers(machine: str) -> int:
    """Which of the two numbers: 0 on x86_64, 1 on aarch64. Raises OSError elsewhere."""
    try:
        return ("x86_64", "aarch64").index(machine)
    except ValueError:
        raise OSError(f"no system call numbers for {machine}") from None
