"""Cases and answers as plain data and raw arrays: exact to the last bit, nothing pickled."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from typing import Any

from grader.answers import callbacks
from grader.authoring import Case
from grader.model.outcome import Opaque, Outcome, Raised, Returned
from grader.model.submission import Callback, Fn, Seeded
from grader.protocol.frames import MAX_TEXT, Decoder, Encoder

DIGEST_BYTES = 12
_MOST_BYTES = 1 << 30


class Writer:
    """Values to tags, their arrays to one blob."""

    def __init__(self) -> None:
        self._encoder = Encoder(strict=True, special=self._special, max_bytes=_MOST_BYTES)
        self.callbacks: list[list[Any]] = []

    @property
    def blob(self) -> bytes:
        return b"".join(self._encoder.blobs)

    def value(self, value: Any) -> Any:
        """The tag of one value.

        Raises:
            TypeError: it cannot be recorded.
            callbacks.Unplaced: a function in it cannot.
        """
        _short(value)
        return self._encoder.value(value)

    def case(self, case: Case) -> list[Any]:
        kwargs = [[name, self.value(value)] for name, value in case.kwargs.items()]
        return [[self.value(arg) for arg in case.args], kwargs, int(case.slide)]

    def outcome(self, outcome: Outcome) -> list[Any]:
        """A returned value with the arguments changed on the way, or which exception was raised;
        not its message, which is the solution's own text."""
        if isinstance(outcome, Raised):
            return ["x", outcome.type_name, list(outcome.bases)]
        if not isinstance(outcome, Returned):
            raise TypeError(f"cannot record {outcome!r}")
        changed = [[at, self.value(value)] for at, value in outcome.changed.items()]
        return ["v", self.value(outcome.value), changed]

    def _special(self, value: Any) -> list[Any] | None:
        if isinstance(value, Fn):
            return ["f", value.name]
        if isinstance(value, Seeded):
            return ["r", value.seed]
        if isinstance(value, Opaque):
            return ["o", value.type_name, value.shown]
        if isinstance(value, Callback):
            self.callbacks.append(callbacks.place(value.function, self._encoder.value))
            return ["c", len(self.callbacks) - 1, value.name]
        return None


def _short(value: Any) -> None:
    """The encoder cuts long text, and two long texts must not become one."""
    if isinstance(value, str) and len(value) > MAX_TEXT:
        raise TypeError(f"a text of {len(value)} characters")
    if isinstance(value, list | tuple):
        for item in value:
            _short(item)
    if isinstance(value, dict):
        for key, item in value.items():
            _short(key)
            _short(item)


def digest(case: Case) -> bytes:
    """What the case's arguments are, whatever it is called: the key of its answers.

    Raises:
        TypeError, callbacks.Unplaced: an argument cannot be recorded.
    """
    writer = Writer()
    args = [writer.value(arg) for arg in case.args]
    kwargs = [[name, writer.value(case.kwargs[name])] for name in sorted(case.kwargs)]
    text = json.dumps([args, kwargs, writer.callbacks], ensure_ascii=True, separators=(",", ":"))
    head = text.encode("ascii")
    known = hashlib.sha256(len(head).to_bytes(8, "little") + head + writer.blob)
    return known.digest()[:DIGEST_BYTES]


class AnswerReader:
    """Tags to values. `names` are those of the module in which callbacks stand.

    Every method raises ValueError, TypeError or LookupError on what no `Writer` wrote.
    """

    def __init__(
        self, blob: bytes, placed: list[list[Any]], names: Mapping[str, Any] | None = None
    ) -> None:
        self._blob = blob
        self._placed = placed
        self._names = names or {}
        self._hooks: dict[str, Callable[..., Any]] = {
            "f": Fn,
            "r": Seeded,
            "o": Opaque,
            "c": lambda number, name: Callback(self._function(number), name),
        }

    def _function(self, number: int) -> Any:
        return callbacks.found(self._placed[number], self._names, self.value)

    def value(self, tag: Any) -> Any:
        return Decoder(self._blob, self._hooks).value(tag)

    def case(self, data: list[Any]) -> Case:
        args, kwargs, slide = data
        named = {name: self.value(tag) for name, tag in kwargs}
        return Case(tuple(self.value(tag) for tag in args), named, bool(slide))

    def outcome(self, data: list[Any]) -> Outcome:
        kind, first, rest = data
        if kind == "x":
            return Raised(first, tuple(rest), "")
        return Returned(self.value(first), {at: self.value(tag) for at, tag in rest})
