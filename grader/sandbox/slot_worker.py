"""The trusted end of a slot's wire: whole frames, taken in the thread that asks for them.

No thread stands by. A worker that does not read, or sends a byte a second, holds nothing up for
longer than the time given.
"""

from __future__ import annotations

import contextlib
import os
import select
import socket
import struct
import time
from collections import deque
from typing import TYPE_CHECKING

from grader.sandbox import memory_file
from grader.sandbox.cage import Frame, Reason, WorkerDied, WorkerTimeout
from grader.sandbox.slot import Slot, SlotLost

if TYPE_CHECKING:
    from grader.model.submission import Limits

_PREFIX = struct.Struct("<II")  # as in grader.protocol.frames, which would import NumPy
_MAX_HEADER = 8 << 20
_CHUNK = 1 << 18
_DEATH_SECONDS = 1.0
_TIMEVAL = struct.Struct("@ll")


class SlotWorker:
    """One fork of a slot's zygote."""

    def __init__(self, slot: Slot, limits: Limits, preload: bytes = b"") -> None:
        """Raises SlotLost."""
        self._slot = slot
        self._limits = limits
        self._in = bytearray()
        self._out: deque[memoryview] = deque()
        self._over = False
        self._reason: Reason | None = None
        self._kept: bytes | None = None
        self._timeout = 0.0
        self._wire, theirs = socket.socketpair()
        self._output = memory_file.make()
        try:
            self._turn = slot.fork(limits, preload, theirs, self._output)
        except BaseException:
            self._wire.close()
            os.close(self._output)
            raise
        finally:
            theirs.close()

    # ------------------------------------------------------------------------ frames out

    def send(self, frame: bytes) -> None:
        """Queue a frame; never blocks. A dead worker shows at the next `receive`."""
        if self._kept is not None:
            return
        self._out.append(memoryview(frame))
        self._push()

    def _push(self) -> None:
        """Give the socket what it takes now."""
        try:
            while self._out:
                sent = self._wire.send(self._out[0], socket.MSG_DONTWAIT)
                if sent < len(self._out[0]):
                    self._out[0] = self._out[0][sent:]
                else:
                    self._out.popleft()
        except BlockingIOError:
            pass
        except OSError:
            self._out.clear()

    # ------------------------------------------------------------------------ frames in

    def receive(self, timeout: float) -> Frame:
        """The next frame. Raises WorkerTimeout, or WorkerDied once all frames are taken."""
        frame = self._next_frame()
        if frame is not None:
            return frame
        deadline = time.monotonic() + timeout
        left = timeout
        while not self._over:
            part = self._take(left)
            if part is not None:
                self._in += part
                self._over = not part
                frame = self._next_frame()
                if frame is not None:
                    return frame
            left = deadline - time.monotonic()
            if left <= 0 and not self._over:
                raise WorkerTimeout
        raise WorkerDied(self._why())

    def _next_frame(self) -> Frame | None:
        have = len(self._in)
        if have < 8:
            return None
        head, blob = _PREFIX.unpack_from(self._in)
        if head > _MAX_HEADER or head + blob > self._limits.reply_bytes:
            self._reason = self._reason or Reason("channel", detail=f"a frame of {head} + {blob}")
            self._in.clear()
            self._over = True
            raise WorkerDied(self._why())
        end = 8 + head + blob
        if have < end:
            return None
        frame = bytes(self._in[8 : 8 + head]), bytes(self._in[8 + head : end])
        del self._in[:end]
        return frame

    def _take(self, timeout: float) -> bytes | None:
        """Some bytes; none at the end of the wire, None after the time given."""
        if self._kept is not None:
            return b""
        timeout = max(timeout, 1e-4)
        try:
            if self._out:
                return self._take_or_push(timeout)
            if timeout != self._timeout:
                seconds = int(timeout)
                span = _TIMEVAL.pack(seconds, int((timeout - seconds) * 1e6) or not seconds)
                self._wire.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, span)
                self._timeout = timeout
            return self._wire.recv(_CHUNK)
        except BlockingIOError:
            return None
        except OSError:
            return b""

    def _take_or_push(self, timeout: float) -> bytes | None:
        poll = select.poll()
        poll.register(self._wire, select.POLLIN | select.POLLOUT)
        for _, event in poll.poll(timeout * 1000):
            if event & select.POLLOUT:
                self._push()
            if event & ~select.POLLOUT:
                return self._wire.recv(_CHUNK, socket.MSG_DONTWAIT)
        return None

    # ------------------------------------------------------------------------ its life

    def _why(self) -> Reason:
        """Why it is over. The worker is dead then."""
        if self._reason is None:
            try:
                ended = self._slot.ended(self._turn, _DEATH_SECONDS)
            except SlotLost as error:
                self._reason = Reason("lost", detail=str(error))
            else:
                if ended is None:
                    self._reason = Reason("channel", detail="closed")
                elif os.WIFSIGNALED(ended.status):
                    self._reason = Reason("signal", os.WTERMSIG(ended.status))
                else:
                    self._reason = Reason("exit", os.waitstatus_to_exitcode(ended.status))
        self.kill()
        return self._reason

    @property
    def alive(self) -> bool:
        if self._kept is not None:
            return False
        try:
            return self._slot.ended(self._turn, 0.0) is None
        except SlotLost:
            return False

    def cpu_seconds(self) -> float | None:
        """Processor time used so far, or None where that cannot be known."""
        if self._kept is not None:
            return None
        try:
            return self._slot.cpu_seconds(self._turn)
        except (SlotLost, TimeoutError):
            return None

    def output(self) -> bytes:
        """What the student's code printed so far, up to the limit."""
        if self._kept is not None:
            return self._kept
        return os.pread(self._output, self._limits.output_bytes, 0)

    def kill(self) -> None:
        """End it and all it started, and wait until it is gone. May be called twice."""
        if self._kept is not None:
            return
        with contextlib.suppress(SlotLost):
            self._slot.kill(self._turn)
        self._kept = os.pread(self._output, self._limits.output_bytes, 0)
        self._out.clear()
        self._wire.close()
        os.close(self._output)
