"""Answers calls: fresh arguments in; a value, what was changed in place, or what was raised out."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping
from typing import Any

import numpy as np

from grader.protocol import frames, functions
from grader.worker.channel import WIRE_GARBLED, Channel, CountingStdout, quit_now
from grader.worker.exception_text import describe
from grader.worker.loading import LoadedFile
from grader.worker.prepared import Plan, PreparedCall, Seed, fresh, seeded

_callable = callable
_ndarray = np.ndarray
_all = np.all
_now, _pack = time.perf_counter, frames.pack
TOGETHER_SECONDS = 0.005
_ERRORS: dict[str, type[Exception]] = {"TypeError": TypeError, "ValueError": ValueError}


class Caller:
    """Calls one student's functions."""

    def __init__(
        self,
        student: LoadedFile,
        channel: Channel,
        stdout: CountingStdout,
        reply_bytes: int,
        plan: Plan | None = None,
    ) -> None:
        self._student = student
        self._plan = plan or []
        self._channel = channel
        self._stdout = stdout
        self._room = max(reply_bytes - (frames.MAX_HEADER // 2), reply_bytes // 2)
        self._running = 0
        self._turn = 0
        self._hooks: dict[str, Callable[..., Any]] = {
            "f": functions.FUNCTIONS.__getitem__,
            "c": self._callback,
            "r": seeded,
        }

    def answer(self, header: Mapping[str, Any], blob: bytes) -> None:
        """Answer every call of one `calls` frame, each with a frame of its own."""
        for index, call in enumerate(header["calls"]):
            self._turn += 1
            encoder = frames.Encoder(max_bytes=self._room)
            reply = {"kind": "reply", "id": header["id"], "index": index}
            reply |= self._answer(self._asked(call, blob), self._asked(call, blob), encoder)
            self._channel.write(reply, encoder.blobs)

    def answer_planned(self, header: Mapping[str, Any]) -> None:
        """Answer the calls of the plan for one function, a frame for each check. Frames that are
        ready within a moment of each other go out together: each write wakes the other side.

        What does not fit into a frame that several calls share may fit into one of its own: then
        there is no reply here, and the calls are asked one by one."""
        group = header["group"]
        ready: list[bytes] = []
        began = _now()
        for number, check in enumerate(self._plan[group]):
            self._turn += 1
            encoder = frames.Encoder(max_bytes=self._room)
            replies = [
                self._answer(kept, PreparedCall(kept[0], fresh(kept[1]), fresh(kept[2])), encoder)
                for kept in check
            ]
            if encoder.refused:
                replies = []
                encoder.blobs.clear()
            reply = {"kind": "planned", "check": [group, number], "replies": replies}
            ready.append(_pack(reply, encoder.blobs))
            if _now() - began > TOGETHER_SECONDS:
                self._channel.put(b"".join(ready))
                ready, began = [], _now()
        self._channel.put(b"".join(ready))

    def _asked(self, call: Mapping[str, Any], blob: bytes) -> PreparedCall:
        decoder = frames.Decoder(blob, self._hooks)
        args = tuple([decoder.value(tag) for tag in call["args"]])
        return PreparedCall(
            call["function"], args, {key: decoder.value(tag) for key, tag in call["kwargs"]}
        )

    def _answer(
        self, kept: PreparedCall, asked: PreparedCall, encoder: frames.Encoder
    ) -> dict[str, Any]:
        """Call with what `asked` holds; `kept` holds the same and is not touched."""
        name = asked.function
        function = self._student.namespace.get(name, self)
        if function is self:
            return _refusal("MissingFunction", f"no function named {name}")
        if not _callable(function):
            return _refusal("NotCallable", f"{name} is a {frames.type_name(function)}")
        stdout, watcher = self._stdout, self._student.watcher
        before = stdout.writes
        self._running = self._turn
        error: BaseException | None = None
        result = None
        try:
            if watcher is None:
                result = function(*asked.args, **asked.kwargs)
            else:
                result = watcher.run(name, function, asked.args, asked.kwargs)
        except BaseException as caught:
            error = caught
        self._running = 0
        if stdout.writes != before:
            stdout.push()
        used = watcher.used() if watcher is not None else None
        if error is not None:
            reply = _told(error, self._student.labels)
        else:
            reply = {"value": encoder.value(result)}
            if changed := _changes(kept, asked, encoder):
                reply["changed"] = changed
            if stdout.writes != before:
                reply["printed"] = True
        if used:
            reply["used"] = used
        return reply

    def _callback(self, index: int, name: str) -> Callable[..., Any]:
        """A function that asks the trusted side, while the call that it was given to runs."""
        turn = self._turn
        ask, room = self._channel, self._room
        hooks = self._hooks

        def function(*args: Any) -> Any:
            if self._running != turn:
                raise RuntimeError(f"{name} may only be called while your function runs")
            encoder = frames.Encoder(max_bytes=room)
            tags = [encoder.value(arg) for arg in args]
            ask.write({"kind": "callback", "index": index, "args": tags}, encoder.blobs)
            header, blob = ask.read()
            if header.get("kind") != "answer":
                quit_now(WIRE_GARBLED)
            if "error" in header:
                raise _ERRORS.get(header["error"], ValueError)(header["message"])
            return frames.Decoder(blob, hooks).value(header["value"])

        function.__name__ = function.__qualname__ = name
        return function


def _refusal(kind: str, message: str) -> dict[str, Any]:
    return {"raised": kind, "bases": [kind], "message": message, "at": None}


def _told(error: BaseException, labels: Collection[str]) -> dict[str, Any]:
    told = describe(error, labels)
    return {
        "raised": told.type_name,
        "bases": list(told.bases),
        "message": told.message,
        "at": None if told.line is None else [told.label, told.line],
    }


def _changes(kept: PreparedCall, asked: PreparedCall, encoder: frames.Encoder) -> list[list[Any]]:
    """Which arguments are no more what they were, and what they are now."""
    changed: list[list[Any]] = []
    for i, old in enumerate(kept.args):
        if not _same(old, asked.args[i]):
            changed.append([i, encoder.value(asked.args[i])])
    for key, old in kept.kwargs.items():
        if not _same(old, asked.kwargs[key]):
            changed.append([key, encoder.value(asked.kwargs[key])])
    return changed


def _same(old: Any, new: Any) -> bool:
    """Whether an argument is still what it was; `old` is decoded anew, so of plain types. A
    generator is there to be drawn from."""
    kind = type(old)
    if kind is Seed:
        return True
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
