"""A course, its assignments and functions, and the mistakes that are known of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from grader.language.text import LANGUAGES, NO_TEXT, Text


@dataclass(frozen=True, slots=True)
class Policy:
    """What students may not use. `names` are dotted names (`numpy.dot`), `modules` whole modules,
    `methods` attribute names on any object, `operators` among `@`."""

    names: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()
    operators: tuple[str, ...] = ()
    why: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Function:
    """One function of an assignment, as its manifest describes it. `formula` is LaTeX."""

    name: str
    title: Text
    formula: str
    slide: Text
    hints: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Equivalent:
    """A mutant of the reference that no check can kill, and why."""

    function: str
    mutant: str
    why: str


@dataclass(frozen=True, slots=True)
class Assignment:
    """One assignment and where its instructor-side files lie."""

    name: str
    title: Text
    summary: Text
    functions: tuple[Function, ...]
    folder: Path
    policy: Policy | None = None
    equivalents: tuple[Equivalent, ...] = ()
    see: Mapping[str, Text] = field(default_factory=dict)
    """Where to look a mistake up: sentences, by the name that the mistakes call them by."""

    def function(self, name: str) -> Function | None:
        return next((f for f in self.functions if f.name == name), None)


@dataclass(frozen=True, slots=True)
class Course:
    """A folder with a `course.toml`. A manifest is read when its assignment is first asked for."""

    root: Path
    id: str
    title: Text
    language: str
    """What is spoken where nobody asks for another language."""
    seed: int
    names: tuple[str, ...]
    load: Callable[[str], Assignment]
    released: bool = False
    """A student bundle: recorded answers in place of solutions, public checks only."""
    languages: tuple[str, ...] = LANGUAGES
    """What its texts are written in, as language tags."""

    @property
    def assignments(self) -> tuple[Assignment, ...]:
        return tuple(self.load(name) for name in self.names)

    def assignment(self, name: str) -> Assignment | None:
        return self.load(name) if name in self.names else None


@dataclass(frozen=True, slots=True)
class Misconception:
    """A small wrong implementation with a name and an explanation."""

    id: str
    function: str
    text: Text
    implementation: Callable[..., Any]
    source: str = ""
