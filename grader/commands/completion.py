"""`grade completion SHELL`: the script that completes the command line, made by shtab."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from grader.commands.console import Console
from grader.course import choose_course
from grader.errors import EXIT_PASSED, GradeError, UsageError
from grader.model import Text

SHELLS = ("bash", "zsh", "fish", "powershell")

HELP: dict[str, Text] = {
    "shell": Text("哪一種 shell", "which shell"),
}
_MISSING = UsageError(
    zh='補完設定由 shtab 產生，這裡沒有安裝：pip install "dlgrade[completion]"。',
    en='The script is made by shtab, which is not installed here: pip install '
    '"dlgrade[completion]".',
)


def add_arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """The arguments of `grade completion`."""
    parser.add_argument(
        "shell", choices=(*SHELLS, "names"), metavar="|".join(SHELLS), help=HELP["shell"][lang]
    )


def run(options: argparse.Namespace, console: Console) -> int:
    """Print the script; or, for the scripts themselves, the names that a course has.

    Raises:
        UsageError: shtab is not installed.
    """
    if options.shell == "names":
        console.say("\n".join(_names(options.course)))
        return EXIT_PASSED
    try:
        import shtab
    except ImportError:
        raise _MISSING from None
    console.say(shtab.complete(_whole(shtab, console.lang), shell=options.shell))
    return EXIT_PASSED


def _names(course: Path | None) -> list[str]:
    """What can stand behind `grade`, beside commands and files; nothing where no course is."""
    try:
        found = choose_course(course, Path.cwd())
        functions = [f"{a.name}.{f.name}" for a in found.assignments for f in a.functions]
    except GradeError:
        return []
    return [*found.names, *functions]
