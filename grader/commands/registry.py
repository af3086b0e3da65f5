"""The commands of `grade`: one table. A command's module has `add_arguments(parser, lang)` and
`run(options, console)`, and is imported when the command is used."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    import argparse

    from grader.commands.console import Console


class Module(Protocol):
    """What a command's module has."""

    def add_arguments(self, parser: argparse.ArgumentParser, lang: str) -> None:
        """The arguments, beside those that every command has."""

    def run(self, options: argparse.Namespace, console: Console) -> int:
        """Do it. Returns the exit code; raises GradeError."""


@dataclass(frozen=True, slots=True)
class Command:
    """One command. `words` is what is typed behind `grade`; a last word that is empty stands for
    what the group does by itself (`grade FILE`, `grade quiz NAME`)."""

    words: tuple[str, ...]
    module: str
    writes: bool = False
    """Does it write files, so that it has --dry-run?"""
    tells: bool = True
    """Does it tell something that a program may want, so that it has --json?"""

    @property
    def name(self) -> str:
        """As it is spoken of: `quiz make`, and `quiz` for what `grade quiz` does by itself."""
        return " ".join(filter(None, self.words))

    @property
    def prog(self) -> str:
        return f"grade {self.name}".rstrip()

    def load(self) -> Module:
        return cast(Module, importlib.import_module(f"grader.commands.{self.module}"))


def _command(words: str, module: str, *, writes: bool = False, tells: bool = True) -> Command:
    return Command(tuple(words.split(" ")), module, writes, tells)


COMMANDS: tuple[Command, ...] = (
    _command("", "grade"),
    _command("hint", "hint"),
    _command("quiz ", "quiz"),
    _command("quiz list", "quiz_list"),
    _command("quiz fill", "quiz_fill", tells=False),
    _command("demo", "demo"),
    _command("doctor", "doctor"),
    _command("batch", "batch", writes=True),
    _command("gradebook", "gradebook", writes=True),
    _command("quiz make", "quiz_make", writes=True),
    _command("quiz key", "quiz_make", writes=True),
    _command("release", "release", writes=True),
    _command("export moodle", "export", writes=True),
    _command("export qti21", "export", writes=True),
    _command("export qti12", "export", writes=True),
    _command("export print", "export", writes=True),
    _command("export gradescope", "export_gradescope", writes=True),
    _command("nbgrader init", "nbgrader_init", writes=True),
    _command("nbgrader autograde", "nbgrader_autograde", writes=True),
    _command("build", "build", writes=True),
    _command("verify", "verify"),
    _command("new-course", "new_course", writes=True),
    _command("new-exercise", "new_exercise", writes=True),
    _command("completion", "completion", tells=False),
)


def below(group: Sequence[str]) -> dict[str, list[Command]]:
    """The next words that are possible behind `group`, each with the commands it leads to."""
    found: dict[str, list[Command]] = {}
    for command in COMMANDS:
        if len(command.words) > len(group) and command.words[: len(group)] == tuple(group):
            found.setdefault(command.words[len(group)], []).append(command)
    return found


def names() -> tuple[str, ...]:
    """The words that may stand right behind `grade`."""
    return tuple(word for word in below(()) if word)
