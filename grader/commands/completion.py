"""`grade completion SHELL`, and what the shell is answered when Tab is pressed.

argcomplete speaks with the shells; it is there where `dlgrade[completion]` is installed. The shell
asks `grade` itself each time, so that what it offers is what there is: commands, options, and the
assignments, functions and quizzes of the course around the folder.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from grader.commands.console import Console
from grader.commands.parsing import Leaf, leaf, locate
from grader.commands.registry import COMMANDS, below
from grader.course.load import choose_course
from grader.language.catalogue import SOURCE, translated
from grader.language.command_words import language_of
from grader.language.text import Text, tr
from grader.model.assignment import Course
from grader.model.errors import EXIT_PASSED, GradeError, UsageError

SHELLS = ("bash", "zsh", "fish", "powershell")

HELP: dict[str, Text] = {"shell": tr("which shell")}


def add_arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """The arguments of `grade completion`."""
    parser.add_argument("shell", choices=SHELLS, help=HELP["shell"][lang])


def run(options: argparse.Namespace, console: Console) -> int:
    """Print the script that the shell reads when it starts.

    Raises:
        UsageError: argcomplete is not installed.
    """
    try:
        from argcomplete.shell_integration import shellcode
    except ImportError:
        raise UsageError(
            tr(
                "Completion needs argcomplete, which is not installed here: pip install "
                '"dlgrade[completion]".'
            )
        ) from None
    console.say(shellcode(["grade"], shell=options.shell))
    return EXIT_PASSED


def answer() -> None:
    """Answer the shell that asks, and end. Does nothing where argcomplete is not installed."""
    try:
        from argcomplete import autocomplete
        from argcomplete.lexers import split_line
    except ImportError:
        return
    line = os.environ.get("COMP_LINE", "")
    point = int(os.environ.get("COMP_POINT", "") or len(line))
    _, _, _, words, _ = split_line(line, point)
    parser = parser_for(words[1:])
    autocomplete(parser, always_complete_options=False, validator=_begins)


def _begins(candidate: str, prefix: str) -> bool:
    return candidate.startswith(prefix)


def parser_for(words: list[str]) -> argparse.ArgumentParser:
    """A parser for what may follow `words`, filled along the way that they name and no further."""
    path = _path(words)
    prog = " ".join(("grade", *filter(None, path)))
    command = next((c for c in COMMANDS if c.words == path), None)
    if command is None:  # a group that does nothing by itself
        end = argparse.ArgumentParser(prog=prog, add_help=False)
        following = end.add_subparsers()
        for word in below(path):
            following.add_parser(word, add_help=False)
    else:
        end = _ready(leaf(command, language_of(words)))
    typed = [word for word in path if word]
    return _behind(typed, end)


def _path(words: list[str]) -> tuple[str, ...]:
    """The command that `words` name, or the group that they stop at."""
    for count in range(len(words), -1, -1):
        try:
            return locate(words[:count])[0]
        except GradeError:
            group = tuple(word for word in words[:count] if not word.startswith("-"))
            if below(group):
                return group
    return ("",)


def _behind(typed: list[str], end: argparse.ArgumentParser) -> argparse.ArgumentParser:
    """`end` as the parser of the subcommand `typed`, word by word."""
    for word in reversed(typed):
        around = argparse.ArgumentParser(prog="grade", add_help=False)
        around.add_argument("--lang", choices=(*translated(), SOURCE))
        around.add_argument("--course", type=Path)
        following = around.add_subparsers()
        following.add_parser(word)
        following.choices[word] = end
        end = around
    return end


def _ready(parser: Leaf) -> Leaf:
    """Every argument told what completes it, by what it stands for in the help."""
    from argcomplete.completers import DirectoriesCompleter, FilesCompleter, SuppressCompleter

    parser.completing = True
    first = [w for w in below(parser.command.words[:-1]) if w] if _is_default(parser) else []
    course = Candidates()
    by_metavar: dict[str, Any] = {
        "TARGET": lambda **_: [*first, *course.functions(), *_files()],
        "FUNCTION": lambda **_: course.functions(),
        "QUIZ": lambda **_: [*first, *course.quizzes()],
        "ASSIGNMENT": lambda **_: [*course.assignments(), *course.quizzes()],
        "A": lambda **_: course.assignments(),
        "DIR": DirectoriesCompleter(),
        "FOLDER": DirectoriesCompleter(),
        **dict.fromkeys(("FILE", "CSV", "SHEET", "SUBMISSIONS", "PATH"), FilesCompleter()),
    }
    for action in parser._actions:
        if action.choices is None and isinstance(action.metavar, str):
            completer = by_metavar.get(action.metavar, SuppressCompleter())
            action.completer = completer  # type: ignore[attr-defined]
    return parser


def _is_default(parser: Leaf) -> bool:
    return not parser.command.words[-1]


def _files() -> list[str]:
    """Files that could be graded, here."""
    found = (p for p in Path.cwd().iterdir() if p.suffix in (".py", ".ipynb") or p.is_dir())
    return [p.name + ("/" if p.is_dir() else "") for p in found if not p.name.startswith(".")]


class Candidates:
    """The names that the course around the folder has; none where there is no course."""

    def assignments(self) -> list[str]:
        return self._of(lambda course: course.names)

    def functions(self) -> list[str]:
        return self._of(
            lambda course: [
                *course.names,
                *(f"{a.name}.{f.name}" for a in course.assignments for f in a.functions),
            ]
        )

    def quizzes(self) -> list[str]:
        from grader.quiz.course.quiz_files import quiz_names

        return self._of(lambda course: quiz_names(course.root))

    def _of(self, names: Callable[[Course], Any]) -> list[str]:
        try:
            return list(names(choose_course(None, Path.cwd())))
        except GradeError:
            return []
