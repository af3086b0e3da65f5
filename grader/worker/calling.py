"""Answers calls: fresh arguments in; a value, what was changed in place, or what was raised out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from grader import functions, wire
from grader.worker.channel import WIRE_GARBLED, Channel, CountingStdout, quit_now
from grader.worker.loading import Student
from grader.worker.telling import describe

_callable = callable
_ndarray = np.ndarray
_all = np.all
_default_rng: Callable[[int], Any] | None = None
_ERRORS: dict[str, type[Exception]] = {"TypeError": TypeError, "ValueError": ValueError}


def _seeded(seed: int) -> Any:
    global _default_rng
    if _default_rng is None:
        import numpy.random

        _default_rng = numpy.random.default_rng
    return _default_rng(seed)


class Caller:
    """Calls one student's functions."""

    def __init__(
        self, student: Student, channel: Channel, stdout: CountingStdout, reply_bytes: int
    ) -> None:
        self._student = student
        self._channel = channel
        self._stdout = stdout
        self._room = max(reply_bytes - (wire.MAX_HEADER // 2), reply_bytes // 2)
        self._running = 0
        self._turn = 0
        self._hooks: dict[str, Callable[..., Any]] = {
            "f": functions.FUNCTIONS.__getitem__,
            "c": self._callback,
            "r": _seeded,
        }

    def answer(self, header: Mapping[str, Any], blob: bytes) -> None:
        """Answer every call of one `calls` frame, each with a frame of its own."""
        for index, call in enumerate(header["calls"]):
            encoder = wire.Encoder(max_bytes=self._room)
            reply = {"kind": "reply", "id": header["id"], "index": index}
            reply |= self._answer(call, blob, encoder)
            self._channel.write(reply, encoder.blobs)

    def _answer(
        self, call: Mapping[str, Any], blob: bytes, encoder: wire.Encoder
    ) -> dict[str, Any]:
        name = call["function"]
        function = self._student.namespace.get(name, self)
        if function is self:
            return _refusal("MissingFunction", f"no function named {name}")
        if not _callable(function):
            return _refusal("NotCallable", f"{name} is a {wire.type_name(function)}")
        self._turn += 1
        args, kwargs = self._arguments(call, blob)
        before = self._stdout.writes
        watcher = self._student.watcher
        self._running = self._turn
        error: BaseException | None = None
        result = None
        try:
            if watcher is None:
                result = function(*args, **kwargs)
            else:
                result = watcher.run(name, function, args, kwargs)
        except BaseException as caught:
            error = caught
        self._running = 0
        if self._stdout.writes != before:
            self._stdout.push()
        used = watcher.used() if watcher is not None else []
        if error is not None:
            told = describe(error, self._student.labels)
            return {
                "raised": told.type_name,
                "bases": list(told.bases),
                "message": told.message,
                "at": None if told.line is None else [told.label, told.line],
                "used": used,
            }
        value = encoder.value(result)
        return {
            "value": value,
            "changed": self._changed(call, blob, args, kwargs, encoder),
            "used": used,
            "printed": self._stdout.writes != before,
        }

    def _arguments(self, call: Mapping[str, Any], blob: bytes) -> tuple[list[Any], dict[str, Any]]:
        decoder = wire.Decoder(blob, self._hooks)
        args = [decoder.value(tag) for tag in call["args"]]
        return args, {key: decoder.value(tag) for key, tag in call["kwargs"]}

    def _changed(
        self,
        call: Mapping[str, Any],
        blob: bytes,
        args: list[Any],
        kwargs: dict[str, Any],
        encoder: wire.Encoder,
    ) -> list[list[Any]]:
        old_args, old_kwargs = self._arguments(call, blob)
        changed = []
        for i, old in enumerate(old_args):
            if not _same(old, args[i]):
                changed.append([i, encoder.value(args[i])])
        for key, old in old_kwargs.items():
            if not _same(old, kwargs[key]):
                changed.append([key, encoder.value(kwargs[key])])
        return changed

    def _callback(self, index: int, name: str) -> Callable[..., Any]:
        """A function that asks the trusted side, while the call that it was given to runs."""
        turn = self._turn
        ask, room = self._channel, self._room
        hooks = self._hooks

        def function(*args: Any) -> Any:
            if self._running != turn:
                raise RuntimeError(f"{name} may only be called while your function runs")
            encoder = wire.Encoder(max_bytes=room)
            tags = [encoder.value(arg) for arg in args]
            ask.write({"kind": "callback", "index": index, "args": tags}, encoder.blobs)
            header, blob = ask.read()
            if header.get("kind") != "answer":
                quit_now(WIRE_GARBLED)
            if "error" in header:
                raise _ERRORS.get(header["error"], ValueError)(header["message"])
            return wire.Decoder(blob, hooks).value(header["value"])

        function.__name__ = function.__qualname__ = name
        return function


def _refusal(kind: str, message: str) -> dict[str, Any]:
    return {"raised": kind, "bases": [kind], "message": message, "at": None, "used": []}


def _same(old: Any, new: Any) -> bool:
    """Whether an argument is still what it was; `old` is decoded anew, so of plain types."""
    kind = type(old)
    if kind is _ndarray:
        if type(new) is not _ndarray or old.dtype != new.dtype or old.shape != new.shape:
            return False
        if old.tobytes() == new.tobytes():
            return True
        return bool(_all((old == new) | ((old != old) & (new != new))))
    if kind is not type(new):
        return False
    if kind is list or kind is tuple:
        return len(old) == len(new) and all(_same(a, b) for a, b in zip(old, new, strict=True))
    if kind is dict:
        return list(old) == list(new) and all(_same(old[key], new[key]) for key in old)
    if kind in (int, float, str, bool):
        return bool(old == new or (old != old and new != new))
    return True
