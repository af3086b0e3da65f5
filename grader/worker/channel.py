"""The worker's end of the wire: whole frames in, whole frames out.

All that is needed later is bound here, before any student code runs.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NoReturn

from grader.protocol import frames as wire

_read, _write, _exit = os.read, os.write, os._exit
_pack, _parse, _prefix = wire.pack, wire.parse, wire.PREFIX
_CHUNK = 1 << 20
WIRE_BROKEN = 113
WIRE_GARBLED = 114


class Channel:
    """Frames over two descriptors. The end of either ends the process at once."""

    def __init__(self, read_fd: int, write_fd: int) -> None:
        self._in = read_fd
        self._out = write_fd

    def read(self) -> tuple[dict[str, Any], bytes]:
        """The next frame."""
        head, blob = _prefix.unpack(self._exactly(8))
        return _parse(self._exactly(head)), self._exactly(blob)

    def write(self, header: Mapping[str, Any], blobs: Iterable[bytes] = ()) -> None:
        """Send one frame."""
        self.put(_pack(header, blobs))

    def put(self, frames: bytes) -> None:
        """Send what is packed already."""
        data = memoryview(frames)
        try:
            while data:
                data = data[_write(self._out, data[:_CHUNK]) :]
        except OSError:
            quit_now(WIRE_BROKEN)

    def _exactly(self, count: int) -> bytes:
        parts = []
        while count:
            try:
                part = _read(self._in, min(count, _CHUNK))
            except OSError:
                part = b""
            if not part:
                quit_now(WIRE_BROKEN)
            parts.append(part)
            count -= len(part)
        return b"".join(parts)


def quit_now(code: int) -> NoReturn:
    """End without atexit hooks, without waiting for threads."""
    _exit(code)


class CountingStdout:
    """Counts writes, so that a call knows whether it printed, and drops what is over the cap."""

    def __init__(self, cap: int) -> None:
        self.writes = 0
        self.left = cap
        self.flush: Callable[[], object] = bool

    def push(self) -> None:
        """Send on what waits for the end of its line."""
        with contextlib.suppress(Exception):
            self.flush()


class _Capped(io.TextIOWrapper):
    """A text stream that lets through what the counter has left."""

    counter: CountingStdout
    counts = False

    def write(self, text: str, /) -> int:
        counter = self.counter
        counter.writes += self.counts
        if type(text) is not str:
            return super().write(text)  # raises, as it should
        counter.left -= super().write(text[: max(counter.left, 0)])
        return len(text)


def _stream(fd: int, counter: CountingStdout, counts: bool) -> _Capped:
    raw = io.BufferedWriter(io.FileIO(fd, "w", closefd=False))
    stream = _Capped(raw, encoding="utf-8", errors="replace", line_buffering=True)
    stream.counter, stream.counts = counter, counts
    return stream


def take_stdout(cap: int) -> CountingStdout:
    """Put line-buffered UTF-8 writers, which never raise on odd characters and together let
    through so many of them, on descriptors 1 and 2, as sys.stdout and sys.stderr. What goes to
    sys.stdout counts as printed."""
    counter = CountingStdout(cap)
    stdout, stderr = _stream(1, counter, True), _stream(2, counter, False)
    counter.flush = stdout.flush
    sys.stdout = sys.__stdout__ = stdout  # type: ignore[misc]
    sys.stderr = sys.__stderr__ = stderr  # type: ignore[misc]
    return counter
