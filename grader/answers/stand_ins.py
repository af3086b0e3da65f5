"""What stands in a release for `inputs.py`, which stays with the instructor: for a generator its
name, under which its cases are recorded; for an oracle None; for a table a table of these."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from types import SimpleNamespace
from typing import Any, NoReturn

from grader.answers.live import NotRecorded

NAME = "inputs.json"
_KEYS = (str, int, type(None))


class StandIn:
    """A generator that stayed with the instructor. `names` are those of the checks' module, where
    functions among its cases stand."""

    def __init__(self, name: str, names: Mapping[str, Any]) -> None:
        self.__name__ = self.__qualname__ = name
        self.__globals__ = names
        self.__closure__ = self.__defaults__ = None

    def __call__(self, draw: Any) -> NoReturn:
        raise NotRecorded(f"{self.__name__} is in inputs.py, which a release does not hold")


def encode(values: Mapping[str, Any], generators: Collection[str]) -> bytes:
    """The file that stands for `values`, which `inputs.py` holds; `generators` are the names of
    those that are recorded.

    Raises:
        TypeError: one is neither a generator, an oracle, nor a table of them; says which.
    """
    data = {}
    for name, value in values.items():
        try:
            data[name] = _encoded(value, generators)
        except TypeError as error:
            raise TypeError(name) from error
    return (json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n").encode("utf-8")


def _encoded(value: Any, generators: Collection[str]) -> Any:
    if callable(value) or value is None:
        name = getattr(value, "__qualname__", "")
        return name if name in generators else None
    if isinstance(value, dict) and all(isinstance(key, _KEYS) for key in value):
        return {"table": [[key, _encoded(held, generators)] for key, held in value.items()]}
    if isinstance(value, list | tuple):
        return [_encoded(held, generators) for held in value]
    raise TypeError(type(value).__name__)


def decode(content: bytes, names: Mapping[str, Any]) -> SimpleNamespace:
    """What checks take as `inputs`, from what `encode` made. `names` are those of their module.

    Raises:
        ValueError, TypeError, LookupError: `encode` did not make this.
    """
    data = json.loads(content)
    return SimpleNamespace(**{name: _decoded(held, names) for name, held in data.items()})


def _decoded(data: Any, names: Mapping[str, Any]) -> Any:
    if isinstance(data, str):
        return StandIn(data, names)
    if isinstance(data, dict):
        return {key: _decoded(held, names) for key, held in data["table"]}
    return None if data is None else [_decoded(held, names) for held in data]
