"""An existing Dask cluster as executor: `grade batch --cluster ADDRESS`.

Its workers need the same dlgrade, Python and NumPy, and nothing else: neither the course's folder
nor the submissions'. Submissions go out and reports come home as bytes; a process that lacks the
course asks for it and keeps it.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from typing import Any

from grader.batch.course_snapshot import Bundle
from grader.batch.identity import engine
from grader.batch.task_pool import TaskExecutor
from grader.language.text import Text, listing, tr
from grader.model.errors import GradeError, UsageError

CONNECT_SECONDS = 10.0
LOOK_SECONDS = 5.0
IDLE_SECONDS = 15.0
LONELY_SECONDS = 300.0
"""How long a cluster may be without any worker before the run gives up."""


class ClusterError(GradeError):
    """The cluster is gone, or is none that can grade. What is written stays."""


@dataclass(frozen=True, slots=True)
class ClusterProcess:
    """What one process of the cluster says of itself."""

    tier: str
    why: tuple[Text, ...]
    engine: Mapping[str, str]


def probe() -> ClusterProcess:
    """Run in each process of the cluster before anything is graded."""
    from grader.sandbox.best_cage import best_cage

    with best_cage() as cage:
        return ClusterProcess(cage.tier, cage.why, engine())


class ClusterExecutor:
    """The workers of a Dask scheduler at `address`.

    Raises:
        UsageError: `distributed` is not installed, or nothing answers there.
    """

    def __init__(self, address: str) -> None:
        try:
            import distributed
        except ImportError as error:
            raise UsageError(
                tr("--cluster needs an extra: pip install 'dlgrade[cluster]'")
            ) from error
        _silence()
        try:
            connect: Any = distributed.Client
            self._client: Any = connect(address, timeout=CONNECT_SECONDS, set_as_default=False)
        except (OSError, ValueError, TypeError) as error:
            raise UsageError(
                tr(
                    "Cannot reach the cluster at {address}: no Dask scheduler answers there.",
                    address=address,
                )
            ) from error
        self._address = address
        self._executor: Executor | None = None
        self._bundle = b""
        self._width = 1
        self._looked = 0.0
        self._seen = time.monotonic()

    def tier(self) -> tuple[str, Sequence[Text]]:
        """The lowest tier among the workers, in which all of them grade, and why it is no better.

        Raises:
            ClusterError: there is no worker, or one has another dlgrade, Python or NumPy.
        """
        try:
            probes: dict[str, ClusterProcess] = self._client.run(probe)
        except Exception as error:
            said = f"{type(error).__name__}: {error}"
            raise ClusterError(
                tr(
                    "A worker of the cluster at {address} cannot grade (is dlgrade installed "
                    "there?): {said}",
                    address=self._address,
                    said=said,
                )
            ) from error
        if not probes:
            raise ClusterError(
                tr("The cluster at {address} has no workers.", address=self._address)
            )
        here = engine()
        for where, one in sorted(probes.items()):
            differ = [
                f"{k} {one.engine.get(k)} ≠ {v}" for k, v in here.items() if one.engine.get(k) != v
            ]
            if differ:
                raise ClusterError(
                    tr(
                        "The worker at {where} has other versions than this machine: {differ}; "
                        "install the same.",
                        where=where,
                        differ=listing(differ),
                    )
                )
        self._width = len(probes)
        worst = max(probes.values(), key=lambda one: one.tier)
        return worst.tier, worst.why

    def with_bundle(self, bundle: Bundle) -> TaskExecutor:
        """This executor, with the course to send to those that ask."""
        self._bundle = bundle.data
        return self

    def current(self) -> Executor:
        if self._executor is None:
            self._check()
            self._executor = self._client.get_executor(pure=False)
        return self._executor

    def width(self) -> int:
        """How many worker processes there are; each has one cage slot."""
        if time.monotonic() - self._looked > LOOK_SECONDS:
            self._looked = time.monotonic()
            self._look()
        return max(1, self._width)

    def bundle(self) -> bytes:
        return self._bundle

    def idle_seconds(self) -> float:
        return IDLE_SECONDS

    def hung(self) -> bool:
        """Nothing came for a while: is there still somebody who works?"""
        self._look()
        if time.monotonic() - self._seen > LONELY_SECONDS:
            raise ClusterError(
                tr(
                    "The cluster at {address} has had no workers for a long time; go on with "
                    "--resume.",
                    address=self._address,
                )
            )
        return False

    def renew(self) -> None:
        """A cluster renews its workers by itself; what can be lost is the connection."""
        self._check()

    def close(self) -> None:
        """Leave the cluster; it goes on."""
        if self._executor is not None:
            self._executor.shutdown(wait=False)
        self._client.close(timeout=5)

    def _look(self) -> None:
        self._check()
        try:
            self._width = len(self._client.nthreads())
        except Exception as error:
            raise self._gone() from error
        if self._width:
            self._seen = time.monotonic()

    def _check(self) -> None:
        if self._client.status != "running":
            raise self._gone()

    def _gone(self) -> ClusterError:
        return ClusterError(
            tr(
                "The connection to the cluster at {address} is lost. What is written stays; go on "
                "with --resume.",
                address=self._address,
            )
        )


def _silence() -> None:
    """Dask tells its log, with tracebacks, what this module says in a sentence."""
    for name in list(logging.root.manager.loggerDict):
        if name.split(".")[0] in ("distributed", "tornado"):
            logging.getLogger(name).disabled = True
