"""Reading and writing a worker's pipes without ever waiting for the worker."""

from __future__ import annotations

import contextlib
import os
import queue
import struct
import sys
import threading
import time
from collections import deque
from typing import IO

from grader.sandbox.cage import Frame

_PREFIX = struct.Struct("<II")  # as in grader.protocol.frames, which would import NumPy
_CHUNK = 1 << 18
_MAX_HEADER = 8 << 20
_FULL_PIPE_SECONDS = 0.001


class FrameReader:
    """A thread that takes whole frames off a pipe. It stops reading while more than `limit`
    bytes wait to be taken, and for good at a frame that is too large."""

    def __init__(self, pipe: IO[bytes]) -> None:
        self.limit = 32 << 20
        self.ended = False
        self.garbled = ""
        self._pipe = pipe
        self._frames: deque[Frame] = deque()
        self._waiting = 0
        self._closed = False
        self._changed = threading.Condition()
        threading.Thread(target=self._run, daemon=True).start()

    def get(self, timeout: float) -> Frame | None:
        """The next frame; None after `timeout` seconds, or at once when none will come."""
        with self._changed:
            if not self._frames and not self.ended:
                self._changed.wait_for(lambda: self._frames or self.ended, timeout)
            if not self._frames:
                return None
            frame = self._frames.popleft()
            self._waiting -= len(frame[0]) + len(frame[1])
            self._changed.notify_all()
            return frame

    def finished(self) -> bool:
        """Whether every frame has been taken and none will come."""
        with self._changed:
            return self.ended and not self._frames

    def close(self) -> None:
        """Let the thread end. The worker must be dead."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def _run(self) -> None:
        try:
            with contextlib.suppress(OSError, ValueError, EOFError):
                self._read_frames()
        finally:
            with self._changed:
                self.ended = True
                self._changed.notify_all()
            with contextlib.suppress(OSError):
                self._pipe.close()

    def _read_frames(self) -> None:
        while True:
            head, blob = _PREFIX.unpack(self._exactly(_PREFIX.size))
            if head > _MAX_HEADER or head + blob > self.limit:
                self.garbled = f"a frame of {head} + {blob} bytes"
                return
            frame = self._exactly(head), self._exactly(blob)
            with self._changed:
                self._frames.append(frame)
                self._waiting += head + blob
                self._changed.notify_all()
                self._changed.wait_for(
                    lambda: (
                        self._closed
                        or (self._waiting <= self.limit and len(self._frames) <= 10_000)
                    )
                )
                if self._closed:
                    return

    def _exactly(self, count: int) -> bytes:
        parts = []
        while count:
            part = os.read(self._pipe.fileno(), min(count, _CHUNK))
            if not part:
                raise EOFError
            parts.append(part)
            count -= len(part)
        return parts[0] if len(parts) == 1 else b"".join(parts)


class FrameWriter:
    """Writes at once what the pipe takes; a thread, started when first needed, does the rest."""

    def __init__(self, pipe: IO[bytes]) -> None:
        self._pipe = pipe
        self._rest: queue.SimpleQueue[bytes | None] | None = None
        self._closed = False
        self._direct = sys.platform != "win32"
        if self._direct:
            os.set_blocking(pipe.fileno(), False)

    def send(self, data: bytes) -> None:
        """Take these bytes. Never blocks and never raises: a broken pipe shows when reading."""
        if self._closed:
            return
        if self._direct and self._rest is None:
            try:
                data = data[os.write(self._pipe.fileno(), data) :]
            except BlockingIOError:
                pass
            except OSError:
                return
        if data:
            if self._rest is None:
                self._rest = queue.SimpleQueue()
                threading.Thread(target=self._run, args=(self._rest,), daemon=True).start()
            self._rest.put(data)

    def close(self) -> None:
        """Close the pipe. The worker must be dead."""
        if not self._closed:
            self._closed = True
            if self._rest is not None:
                self._rest.put(None)
            else:
                with contextlib.suppress(OSError):
                    self._pipe.close()

    def _run(self, rest: queue.SimpleQueue[bytes | None]) -> None:
        with contextlib.suppress(OSError, ValueError):
            while (data := rest.get()) is not None:
                view = memoryview(data)
                while view and not self._closed:
                    try:
                        view = view[os.write(self._pipe.fileno(), view[:_CHUNK]) :]
                    except BlockingIOError:
                        time.sleep(_FULL_PIPE_SECONDS)
        with contextlib.suppress(OSError):
            self._pipe.close()


class OutputReader:
    """A thread that drains a pipe and keeps the first `limit` bytes."""

    def __init__(self, pipe: IO[bytes]) -> None:
        self.limit = 1 << 16
        self._pipe = pipe
        self._kept = bytearray()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def get(self) -> bytes:
        """What was kept so far."""
        return bytes(self._kept[: self.limit])

    def close(self) -> None:
        """Wait a moment for the last bytes. The worker must be dead."""
        self._thread.join(0.5)

    def _run(self) -> None:
        with contextlib.suppress(OSError, ValueError):
            while part := os.read(self._pipe.fileno(), _CHUNK):
                room = self.limit - len(self._kept)
                if room > 0:
                    self._kept += part[:room]
        with contextlib.suppress(OSError):
            self._pipe.close()
