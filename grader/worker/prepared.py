"""Calls that a whole class is asked, decoded once: templates, of which each call gets a copy."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

from grader.protocol import frames, functions

_ndarray, _copy = np.ndarray, np.ndarray.copy
_default_rng: Callable[[int], Any] | None = None


class Seed(NamedTuple):
    """Stands for a random generator, made anew for each call."""

    seed: int


class PreparedCall(NamedTuple):
    """One call: a function's name and the templates of its arguments."""

    function: str
    args: tuple[Any, ...]
    kwargs: dict[str, Any]


Check = list[PreparedCall]
Plan = list[list[Check]]
"""For each function in turn the checks, for each check its calls."""

_HOOKS: dict[str, Callable[..., Any]] = {"f": functions.FUNCTIONS.__getitem__, "r": Seed}


def seeded(seed: int) -> Any:
    """A `numpy.random.Generator`; the module is imported when the first is asked for."""
    global _default_rng
    if _default_rng is None:
        import numpy.random

        _default_rng = numpy.random.default_rng
    return _default_rng(seed)


def prepare(frame: bytes) -> Plan:
    """A plan from its frame, which comes from the trusted side."""
    head, blob = frames.PREFIX.unpack(frame[: frames.PREFIX.size])
    start = frames.PREFIX.size
    header = frames.parse(frame[start : start + head])
    return read(header, frame[start + head : start + head + blob])


def read(header: dict[str, Any], blob: bytes) -> Plan:
    """A plan from a frame's header and blob."""
    return [
        [[_asked(call, blob) for call in check] for check in group] for group in header["groups"]
    ]


def _asked(call: list[Any], blob: bytes) -> PreparedCall:
    function, args, kwargs = call
    decoder = frames.Decoder(blob, _HOOKS)
    return PreparedCall(
        function,
        tuple([decoder.value(tag) for tag in args]),
        {key: decoder.value(tag) for key, tag in kwargs},
    )


def fresh(template: Any) -> Any:
    """A copy that a call may do with as it likes."""
    kind = type(template)
    if kind is _ndarray:
        return _copy(template)
    if kind is list:
        return [fresh(item) for item in template]
    if kind is tuple:
        return tuple([_copy(x) if type(x) is _ndarray else fresh(x) for x in template])
    if kind is dict:
        return {key: fresh(item) for key, item in template.items()}
    if kind is Seed:
        return seeded(template.seed)
    return template
