"""What a fork of the zygote gives up before it sees any student code.

The order matters: descriptors, limits, Landlock, then seccomp, after which none of the others
could be undone. `no_new_privs` and being non-dumpable come with the fork.
"""

from __future__ import annotations

import os
from dataclasses import dataclass

from grader.worker import confine, kernel
from grader.worker.landlock import LandlockRules
from grader.worker.seccomp import Filter

WIRE = 3
ZYGOTE_FILES = 256
_FILES = 64
_STACK = 8 << 20


@dataclass(frozen=True)
class Allowance:
    """What one submission may use, besides what the zygote has mapped."""

    memory_bytes: int
    cpu_seconds: int
    processes: int


class Hardener:
    """Everything that can be made ready once, in the zygote."""

    def __init__(self, rules: LandlockRules | None, *, alone: bool) -> None:
        self._rules = rules
        self._filter = Filter()
        self._alone = alone
        self.mapped = confine.mapped_bytes()

    def measure(self) -> None:
        """Memory that the zygote has taken since then is not the student's."""
        self.mapped = confine.mapped_bytes()

    def apply(self, parent: int, wire: int, output: int, allowance: Allowance) -> None:
        """Become a worker that holds the wire on 3 and its output on 1 and 2. Raises OSError.

        `parent` is the zygote. Standing `alone` in a pid namespace, it takes its children along;
        elsewhere they have to ask for that.
        """
        if not self._alone:
            kernel.prctl(kernel.PR_SET_PDEATHSIG, kernel.SIGKILL)
            if os.getppid() != parent:
                os._exit(0)
        _place(wire, output)
        self._limit(allowance)
        if self._rules is not None:
            self._rules.restrict()
        os.closerange(WIRE + 1, ZYGOTE_FILES)
        confine.HELD.append(True)
        self._filter.install()

    def _limit(self, allowance: Allowance) -> None:
        import resource

        wanted = (
            (resource.RLIMIT_AS, self.mapped + allowance.memory_bytes),
            (resource.RLIMIT_NPROC, allowance.processes),
            (resource.RLIMIT_NOFILE, _FILES),
            (resource.RLIMIT_FSIZE, confine.FILE_BYTES),
            (resource.RLIMIT_STACK, _STACK),
            (resource.RLIMIT_CORE, 0),
            (resource.RLIMIT_MEMLOCK, 0),
            (resource.RLIMIT_MSGQUEUE, 0),
        )
        for which, value in wanted:
            resource.setrlimit(which, (value, value))
        seconds = allowance.cpu_seconds
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))


def _place(wire: int, output: int) -> None:
    """Descriptor 0 is nothing already; the two given lie above 3."""
    os.dup2(output, 1)
    os.dup2(output, 2)
    os.dup2(wire, WIRE, inheritable=False)
