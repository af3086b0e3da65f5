"""What the stream at hand can show, and a progress line that leaves no trace."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from types import TracebackType
from typing import Protocol

from grader.render.typeset import cut, encodable, one_line, width

MAX_WIDTH = 100


class Stream(Protocol):
    """As much of a text stream as is used here."""

    def write(self, text: str, /) -> object: ...

    def flush(self) -> object: ...


def encoding_of(stream: object) -> str:
    """The stream's encoding; UTF-8 where it does not say (an in-memory stream)."""
    return getattr(stream, "encoding", None) or "utf-8"


def is_terminal(stream: object) -> bool:
    """Is somebody looking at it?"""
    try:
        return bool(stream.isatty())  # type: ignore[attr-defined]
    except (AttributeError, ValueError):
        return False


def terminal_width() -> int:
    """Columns to write in: the terminal's, at most `MAX_WIDTH`; 80 where there is none."""
    return max(20, min(shutil.get_terminal_size((80, 24)).columns, MAX_WIDTH))


def colour_allowed(stream: object, environ: Mapping[str, str] | None = None) -> bool:
    """Colours only for eyes that want them. In this order: none with NO_COLOR, colours with
    FORCE_COLOR (of whatever value), none for TERM=dumb and where there is no terminal."""
    env = os.environ if environ is None else environ
    if env.get("NO_COLOR"):
        return False
    if env.get("FORCE_COLOR"):
        return True
    if env.get("TERM") == "dumb" or not is_terminal(stream):
        return False
    if os.name == "nt":
        os.system("")  # noqa: S605, S607 - switches a Windows console to VT sequences
    return True


def write(stream: Stream, text: str) -> None:
    """Write `text` and flush; what the stream cannot encode is spelled out or replaced."""
    stream.write(encodable(text, encoding_of(stream)))
    stream.flush()


class Progress:
    """One line that says what is going on and erases itself. Silent where nobody looks.

    `with Progress(sys.stderr) as progress: progress.update("bce 3/12")`
    """

    def __init__(self, stream: Stream, *, enabled: bool | None = None, width: int = 0) -> None:
        self._stream = stream
        self._enabled = is_terminal(stream) if enabled is None else enabled
        self._columns = (width or terminal_width()) - 1
        self._shown = 0

    def update(self, text: str) -> None:
        """Show `text` in place of what was shown before."""
        if not self._enabled:
            return
        line = encodable(cut(one_line(text), self._columns), encoding_of(self._stream))
        line = cut(line, self._columns, "")
        blanks = " " * (self._shown - width(line))
        self._shown = width(line)
        self._stream.write(f"\r{line}{blanks}")
        self._stream.flush()

    def clear(self) -> None:
        """Take the line away, the cursor at its start. It may be shown again."""
        if self._enabled and self._shown:
            self._stream.write("\r" + " " * self._shown + "\r")
            self._stream.flush()
        self._shown = 0

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.clear()
