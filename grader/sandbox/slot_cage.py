"""The cages that hold an attacker: workers are forks of a zygote in a warm slot."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Literal

from grader.language.text import tr
from grader.model.errors import SandboxError
from grader.sandbox import bubblewrap
from grader.sandbox.slot import Slot, SlotLost
from grader.sandbox.slot_failures import no_bwrap, not_started
from grader.sandbox.slot_worker import SlotWorker
from grader.sandbox.spawning import SPAWNER, Pending

if TYPE_CHECKING:
    from grader.model.submission import Limits

_STARTS = 2


class SlotCage:
    """One slot, and one worker in it at a time. Starting the next ends the one before.

    `L1` stands in namespaces of its own, `L2` behind Landlock and seccomp only. A slot that is
    lost is replaced at the next `start`. Not for several threads at once.
    """

    def __init__(self, tier: Literal["L1", "L2"]) -> None:
        self.tier = tier
        self._pending: Pending[Slot] | None = None
        self._worker: SlotWorker | None = None
        self._closed = False

    def prestart(self) -> None:
        """Begin the slot. Returns at once, before it is ready."""
        if self._pending is None and not self._closed:
            self._pending = SPAWNER.run(self._begin)

    def prove(self) -> dict[str, bool]:
        """Wait for the slot: what was tried in it, and whether it held. Raises SandboxError when
        it does not hold everything back, or does not start."""
        return self._slot().attempts

    def start(self, limits: Limits, preload: bytes = b"") -> SlotWorker:
        """A fresh worker. Raises SandboxError."""
        if self._worker is not None:
            self._worker.kill()
            self._worker = None
        why: object = ""
        for _ in range(_STARTS):
            slot = self._slot()
            try:
                self._worker = SlotWorker(slot, limits, preload)
            except SlotLost as error:
                why = error
                self._drop()
                continue
            return self._worker
        raise SandboxError(tr("The sandbox was lost again and again: {why}.", why=why))

    def close(self) -> None:
        """End the slot and its worker. May be called twice."""
        self._closed = True
        if self._worker is not None:
            self._worker.kill()
            self._worker = None
        self._drop()

    def __enter__(self) -> SlotCage:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # ------------------------------------------------------------------------ the slot

    def _slot(self) -> Slot:
        if self._closed:
            raise SandboxError(tr("The cage is closed."))
        if self._pending is not None and self._pending.done():
            with contextlib.suppress(SandboxError):
                if self._pending.result().lost:
                    self._drop()
        self.prestart()
        if self._pending is None:
            raise SandboxError(tr("The cage is closed."))
        return self._pending.result()

    def _drop(self) -> None:
        pending, self._pending = self._pending, None
        if pending is not None:
            with contextlib.suppress(SandboxError):
                pending.result().close()

    def _begin(self) -> Slot:
        """A slot that has proved itself; for L1 with the first bwrap that gives one."""
        if self.tier == "L2":
            return _proved(Slot("L2"))
        first: SandboxError | None = None
        for program in bubblewrap.programs():
            try:
                return _proved(Slot("L1", program))
            except (SandboxError, OSError) as error:
                first = first or (
                    error if isinstance(error, SandboxError) else not_started(str(error))
                )
        raise first or no_bwrap()


def _proved(slot: Slot) -> Slot:
    slot.prove()
    return slot
