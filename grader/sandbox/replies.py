"""What a worker says, checked field by field and turned into records; and answers to callbacks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from grader.model.outcome import (
    FunctionFacts,
    Loaded,
    Opaque,
    Outcome,
    Problem,
    Raised,
    Returned,
    Violation,
)
from grader.model.submission import Callback
from grader.protocol import frames
from grader.sandbox.cage import Frame

T = TypeVar("T")
_HOOKS: dict[str, Callable[..., Any]] = {"o": Opaque}
_CALLBACK_HOOKS: dict[str, Callable[..., Any]] = {"o": Opaque}
MAX_MESSAGE = 500


def progress(header: dict[str, Any]) -> list[Any]:
    """Which statement runs now: index, label, line."""
    label, line = _list(header.get("at"), 2, 2)
    return [_is(header.get("index"), int), _text(label, 300), _is(line, int)]


def loaded(header: dict[str, Any], functions: Sequence[str], skipped: list[list[Any]]) -> Loaded:
    """The `loaded` frame as a record. `skipped` are problems of statements left out."""
    facts = _is(header.get("functions"), dict)
    problems = [_problem(p) for p in [*skipped, *_list(header.get("problems"), 0, 200)]]
    return Loaded(
        {name: _facts(_is(facts.get(name), dict), functions) for name in functions},
        tuple(problems),
        tuple(_text(n, 100) for n in _list(header.get("names"), 0, 1000)),
    )


def _facts(facts: dict[str, Any], functions: Sequence[str]) -> FunctionFacts:
    at = facts.get("at")
    label, line, end_line = (None, None, None) if at is None else _list(at, 3, 3)
    violations = []
    for entry in _list(facts.get("violations"), 0, 100):
        rule, where, at_line = _list(entry, 3, 3)
        violations.append(Violation(_text(rule, 100), _text(where, 300), _is(at_line, int)))
    uses = {_text(n, 100) for n in _list(facts.get("uses"), 0, 1000)}
    return FunctionFacts(
        defined=_is(facts.get("defined"), bool),
        callable=_is(facts.get("callable"), bool),
        label=None if label is None else _text(label, 300),
        line=_maybe_int(line),
        end_line=_maybe_int(end_line),
        uses=tuple(name for name in functions if name in uses),
        violations=tuple(violations),
    )


def _problem(entry: Any) -> Problem:
    kind, message, label, line, end_line = _list(entry, 5, 5)
    return Problem(
        _text(kind, 100),
        _text(message, MAX_MESSAGE),
        _text(label, 300),
        _maybe_int(line),
        _maybe_int(end_line),
    )


def outcome(header: dict[str, Any], blob: bytes) -> Outcome:
    """A `reply` frame as a record."""
    return _outcome(header, frames.Decoder(blob, _HOOKS))


def planned(frame: Frame, at: tuple[int, int], calls: int) -> list[Outcome]:
    """The outcomes of a check of so many calls, from the `planned` frame for group and number
    `at`."""
    header = frames.parse(frame[0])
    if header.get("kind") != "planned" or header.get("check") != [*at]:
        raise frames.WireProtocolError("not the planned replies that are due")
    decoder = frames.Decoder(frame[1], _HOOKS)
    return [
        _outcome(_is(reply, dict), decoder) for reply in _list(header.get("replies"), calls, calls)
    ]


def _outcome(header: dict[str, Any], decoder: frames.Decoder) -> Outcome:
    used = tuple(_text(rule, 100) for rule in _list(header.get("used", []), 0, 100))
    if "raised" in header:
        at = header.get("at")
        label, line = (None, None) if at is None else _list(at, 2, 2)
        return Raised(
            _text(header["raised"], 100),
            tuple(_text(base, 100) for base in _list(header.get("bases"), 0, 20)),
            _text(header.get("message"), MAX_MESSAGE),
            None if label is None else _text(label, 300),
            _maybe_int(line),
            used,
        )
    value = decoder.value(header.get("value"))
    changed: dict[int | str, Any] = {}
    for entry in _list(header.get("changed", []), 0, 1000):
        key, tag = _list(entry, 2, 2)
        changed[key if type(key) is int else _text(key, 100)] = decoder.value(tag)
    return Returned(value, changed, used, _is(header.get("printed", False), bool))


def answer(header: dict[str, Any], blob: bytes, callbacks: Sequence[Callback]) -> bytes:
    """The answer frame to a `callback` frame. An exception of the callback becomes an error
    answer, and so does an argument that is no data."""
    index = _is(header.get("index"), int)
    if not 0 <= index < len(callbacks):
        raise frames.WireProtocolError("a callback that does not exist")
    decoder = frames.Decoder(blob, _CALLBACK_HOOKS)
    args = [decoder.value(tag) for tag in _list(header.get("args"), 0, 100)]
    name = callbacks[index].name
    encoder = frames.Encoder(strict=True)
    try:
        for arg in args:
            if isinstance(arg, Opaque):
                raise TypeError(f"{name} cannot take a {arg.type_name}")
        tag = encoder.value(callbacks[index].function(*args))
    except TypeError as error:
        return _error("TypeError", error, name)
    except Exception as error:  # noqa: BLE001 (the student called it with what it cannot take)
        return _error("ValueError", error, name)
    return frames.pack({"kind": "answer", "value": tag}, encoder.blobs)


def _error(kind: str, error: Exception, name: str) -> bytes:
    message = str(error)[:MAX_MESSAGE] or f"{name} could not be computed"
    return frames.pack({"kind": "answer", "error": kind, "message": message})


def _is(value: Any, kind: type[T]) -> T:
    if type(value) is not kind:
        raise frames.WireProtocolError(f"a {kind.__name__} was due")
    return value


def _maybe_int(value: Any) -> int | None:
    return None if value is None else _is(value, int)


def _text(value: Any, limit: int) -> str:
    return frames.clean(_is(value, str), limit)


def _list(value: Any, least: int, most: int) -> list[Any]:
    entries: list[Any] = _is(value, list)
    if not least <= len(entries) <= most:
        raise frames.WireProtocolError("a list of the wrong length")
    return entries
