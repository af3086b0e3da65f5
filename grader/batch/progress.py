"""How far a run is: a live bar on a terminal, a plain line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping
from typing import Any

from grader.language.text import tr
from grader.render.terminal_stream import Stream, is_terminal, write

PLAIN_SECONDS = 5.0
LIVE_SECONDS = 0.1

_SHOWN = (
    ("full", tr("full marks")),
    ("kept", tr("reused")),
    ("rejected", tr("unreadable")),
    ("review", tr("needs review")),
)


def outcomes(counts: Mapping[str, int], lang: str) -> str:
    """Counts by outcome, the empty ones left out."""
    kept = {**counts, "kept": counts.get("kept", 0) + counts.get("stored", 0)}
    return " · ".join(f"{name[lang]} {kept[key]}" for key, name in _SHOWN if kept.get(key))


def duration(seconds: float) -> str:
    """`m:ss`, or `h:mm:ss`."""
    whole = max(0, round(seconds))
    hours, rest = divmod(whole, 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


class PlainProgress:
    """A line every few seconds, so that a log stays readable."""

    def __init__(self, stream: Stream, lang: str) -> None:
        self._stream = stream
        self._lang = lang
        self._total = 0
        self._started = self._said = 0.0

    def begin(self, total: int) -> None:
        self._total = total
        self._started = self._said = time.monotonic()

    def update(self, done: int, counts: Mapping[str, int]) -> None:
        now = time.monotonic()
        if now - self._said < PLAIN_SECONDS or done >= self._total:
            return
        self._said = now
        rate = done / (now - self._started)
        left = duration((self._total - done) / rate)
        told = tr(
            "{done}/{total}, {rate:.0f} a second, {left} left",
            done=done,
            total=self._total,
            rate=rate,
            left=left,
        )
        line = " · ".join(filter(None, [told[self._lang], outcomes(counts, self._lang)]))
        write(self._stream, f"{line}\n")

    def end(self) -> None:
        """Nothing is left to take away."""


class LiveProgress:
    """A bar with rate, time left and counts, by `rich`; it erases itself."""

    def __init__(self, lang: str) -> None:
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            Progress,
            TextColumn,
            TimeRemainingColumn,
        )

        self._lang = lang
        self._drawn = 0.0
        self._bar: Any = Progress(
            BarColumn(bar_width=30),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeRemainingColumn(),
            TextColumn("{task.fields[counts]}"),
            console=Console(file=sys.stderr),
            transient=True,
            auto_refresh=False,
        )
        self._task: Any = None
        self._started = 0.0

    def begin(self, total: int) -> None:
        self._started = time.monotonic()
        self._task = self._bar.add_task("", total=total, rate="", counts="")
        self._bar.start()
        self._bar.refresh()

    def update(self, done: int, counts: Mapping[str, int]) -> None:
        now = time.monotonic()
        if now - self._drawn < LIVE_SECONDS:
            return
        self._drawn = now
        rate = done / max(now - self._started, 1e-3)
        per_second = tr("{rate:.0f}/s", rate=rate)[self._lang]
        told = outcomes(counts, self._lang)
        self._bar.update(self._task, completed=done, rate=per_second, counts=told)
        self._bar.refresh()

    def end(self) -> None:
        self._bar.stop()


class NoProgress:
    """Nothing is said."""

    def begin(self, total: int) -> None:
        """Nothing."""

    def update(self, done: int, counts: Mapping[str, int]) -> None:
        """Nothing."""

    def end(self) -> None:
        """Nothing."""


def progress(lang: str, *, silent: bool = False) -> PlainProgress | LiveProgress | NoProgress:
    """What suits stderr; plain where `rich` is not installed, nothing where it is to be silent."""
    if silent:
        return NoProgress()
    if is_terminal(sys.stderr):
        try:
            return LiveProgress(lang)
        except ImportError:
            pass
    return PlainProgress(sys.stderr, lang)
