"""What every cage offers, whatever holds the worker: a process, or a slot of a warm sandbox."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from grader.model.submission import Limits

Frame = tuple[bytes, bytes]
"""A frame's header and blob as they came, sizes checked, nothing parsed."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a worker is no more.

    `exit` and `signal` carry the code or the signal's number in `code`; `channel` means that it
    closed the wire or sent what is no frame; `memory` that it was killed for its size; `lost`
    that the cage itself failed, which is the grader's fault.
    """

    kind: Literal["exit", "signal", "channel", "memory", "lost"]
    code: int = 0
    detail: str = ""


class WorkerTimeout(Exception):
    """No frame within the time given. The worker is still there."""


class WorkerDied(Exception):
    """The worker is gone, or must go: no more frames will come."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(f"{reason.kind} {reason.code} {reason.detail}".strip())
        self.reason = reason


class WorkerProcess(Protocol):
    """One worker, for one submission."""

    def send(self, frame: bytes) -> None:
        """Queue a frame; never blocks. A dead worker shows at the next `receive`."""

    def receive(self, timeout: float) -> Frame:
        """The next frame. Raises WorkerTimeout, or WorkerDied once all frames are taken."""

    def cpu_seconds(self) -> float | None:
        """Processor time used so far, or None where that cannot be known."""

    def kill(self) -> None:
        """End it and all it started, and wait until it is gone. May be called twice."""

    def output(self) -> bytes:
        """What the student's code printed so far, up to the limit."""

    @property
    def alive(self) -> bool: ...


class Cage(Protocol):
    """Where workers come from."""

    @property
    def tier(self) -> str:
        """`L1`, `L2` or `L3`, printed with every grade."""

    def start(self, limits: Limits, preload: bytes = b"") -> WorkerProcess:
        """A fresh worker, its first frame being `ready`. Raises SandboxError.

        `preload` is a `plan` frame: inputs that a class shares, for a cage that can have them
        decoded once for many workers.
        """

    def close(self) -> None:
        """Kill what is left and remove what was made. May be called twice."""
