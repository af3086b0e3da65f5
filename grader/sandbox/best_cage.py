"""Which cage: the best one that holds on this machine, found out by trying.

Imports only the standard library, and starts nothing until it is asked to.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any, Literal, Protocol, cast

from grader.language.text import Text, sentences, tr
from grader.model.errors import SandboxError, UsageError
from grader.sandbox.cage import Cage, WorkerProcess
from grader.sandbox.portable import PortableCage

if TYPE_CHECKING:
    from grader.model.submission import Limits

Tier = Literal["L1", "L2", "L3"]
TIERS: tuple[Tier, ...] = ("L1", "L2", "L3")
ENVIRONMENT = "DLGRADE_TIER"


class _Prestarted(Cage, Protocol):
    def prestart(self) -> None: ...


class BestCage:
    """The first cage of these tiers that holds. The one before is tried in the background from
    `prestart` on; what needs an answer waits for it.

    A cage that cannot show that it holds is not used. `apart`: L3's workers run as users of their
    own, which takes root on Linux.
    """

    def __init__(self, tiers: tuple[Tier, ...] = TIERS, *, apart: bool = False) -> None:
        self._left = list(tiers)
        self._apart = apart
        self._one = len(tiers) == 1
        self._cage: _Prestarted | None = None
        self._settled = False
        self._why: list[Text] = []

    @property
    def tier(self) -> str:
        """`L1`, `L2` or `L3`. Raises SandboxError when none holds."""
        return self._held().tier

    @property
    def why(self) -> tuple[Text, ...]:
        """Why it is no better tier: a sentence for each one that does not hold here."""
        self._held()
        return tuple(self._why)

    def prestart(self) -> None:
        """Begin. Returns at once."""
        while self._cage is None and self._left:
            try:
                self._cage = _made(self._left[0], apart=self._apart)
            except SandboxError as error:
                self._fall(error)
        if self._cage is not None:
            self._cage.prestart()

    def start(self, limits: Limits, preload: bytes = b"") -> WorkerProcess:
        """A fresh worker. Raises SandboxError."""
        return self._held().start(limits, preload)

    def close(self) -> None:
        """End it. May be called twice."""
        self._left = []
        if self._cage is not None:
            self._cage.close()

    def __enter__(self) -> BestCage:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _held(self) -> _Prestarted:
        while not self._settled:
            self.prestart()
            if self._cage is None:
                why = sentences(self._why)
                if not self._one:
                    none = tr("No sandbox holds on this machine. ")
                    why = none + why
                raise SandboxError(why)
            try:
                if not isinstance(self._cage, PortableCage):
                    cast(Any, self._cage).prove()
                self._settled = True
            except SandboxError as error:
                self._cage.close()
                self._cage = None
                self._fall(error)
        if self._cage is None:
            raise SandboxError(tr("The cage is closed."))
        return self._cage

    def _fall(self, error: SandboxError) -> None:
        tier = self._left.pop(0) if self._left else "L3"
        self._why.append(tr("{tier}: {text}", tier=tier, text=error.text))


def best_cage(*, apart: bool = False) -> BestCage:
    """The best cage of this machine. Nothing runs before `prestart` or the first question."""
    return BestCage(apart=apart)


def open_cage(*, apart: bool = False) -> BestCage:
    """The best cage that holds here, or that of the tier which `DLGRADE_TIER` names.

    Raises:
        UsageError: it names none.
    """
    tier = os.environ.get(ENVIRONMENT)
    return cage_for(tier, apart=apart) if tier else best_cage(apart=apart)


def cage_for(tier: str, *, apart: bool = False) -> BestCage:
    """The cage of this tier and no other: asking it for anything raises SandboxError where the
    tier does not hold. Raises UsageError for a tier that does not exist."""
    for known in TIERS:
        if tier == known:
            return BestCage((known,), apart=apart)
    raise UsageError(tr("There is no tier {tier}: only L1, L2 and L3.", tier=tier))


def _made(tier: Tier, *, apart: bool) -> _Prestarted:
    """Raises SandboxError where this platform cannot have the tier at all."""
    if tier == "L3":
        return PortableCage(apart=apart)
    if sys.platform != "linux":
        raise SandboxError(tr("only Linux has namespaces, Landlock and seccomp."))
    from grader.sandbox.slot_cage import SlotCage

    return SlotCage(tier)
