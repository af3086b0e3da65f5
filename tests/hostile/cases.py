"""The hostile files and what must come of each: see README.md beside this file."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from grading import reference

HERE = Path(__file__).parent
ATTACKED, NEIGHBOUR = "tanh", "relu"


@dataclass(frozen=True)
class Case:
    """One hostile file and its expected outcome.

    `verdicts` are, for each function, those that its checks may have; where 'pass' is not among
    them the function earns nothing. `some` is one that must occur, `fails` the checks that must
    fail and no others.
    """

    id: str
    title: str
    data: bytes
    file: str
    verdicts: dict[str, frozenset[str]]
    status: frozenset[str]
    notes: str
    says: str
    never: tuple[str, ...]
    hidden_never: tuple[str, ...]
    fails: frozenset[str]
    some: str
    intake: str
    runs: int

    def __str__(self) -> str:
        return self.id


@cache
def cases() -> tuple[Case, ...]:
    """Every file under this folder, in the order of its name."""
    found = sorted([*HERE.glob("*/*.py"), *HERE.glob("*/*.toml")])
    return tuple(_python(p) if p.suffix == ".py" else _recipe(p) for p in found)


def _python(path: Path) -> Case:
    """A hostile file that is written out: it follows the reference, of which it replaces `tanh`."""
    text = path.read_text(encoding="utf-8")
    head = [line[2:].strip() for line in text.splitlines() if line.startswith("#:")]
    data = f"{reference('activations')}\n\n{text}".encode()
    return _case(path, tomllib.loads("\n".join(head)), data)


def _recipe(path: Path) -> Case:
    """A hostile file that is told in pieces and how often each comes."""
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    text = "".join(piece * times for piece, times in told.pop("pieces"))
    text = text.replace("@REFERENCE@", reference("activations"))
    if newline := told.pop("newline", ""):
        text = text.replace("\n", newline)
    return _case(path, told, text.encode(told.pop("encoding", "utf-8")))


def _case(path: Path, told: dict[str, Any], data: bytes) -> Case:
    def several(key: str, default: str) -> frozenset[str]:
        value = told.pop(key, default)
        return frozenset([value] if isinstance(value, str) else value)

    verdicts = {name: several(name, "pass") for name in (ATTACKED, NEIGHBOUR)}
    if "timeout" in verdicts[ATTACKED]:  # what it takes, its neighbour may not have left
        verdicts[NEIGHBOUR] |= {"timeout"}
    case = Case(
        id=f"{path.parent.name}/{path.stem}",
        title=told.pop("title"),
        data=data,
        file=told.pop("file", "activations.py"),
        verdicts=verdicts,
        status=several("status", "graded"),
        notes=told.pop("notes", ""),
        says=told.pop("says", ""),
        never=tuple(told.pop("never", ())),
        hidden_never=tuple(told.pop("hidden_never", ())),
        fails=frozenset(told.pop("fails", ())),
        some=told.pop("some", ""),
        intake=told.pop("intake", ""),
        runs=told.pop("runs", 1),
    )
    assert not told, f"{path}: unknown keys {sorted(told)}"
    return case
