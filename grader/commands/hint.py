"""`grade hint FUNCTION [LEVEL]`."""

from __future__ import annotations

import argparse
from pathlib import Path

from grader.commands.console import Console
from grader.course.hints import find_function, hints
from grader.course.load import choose_course
from grader.language.nearest import did_you_mean
from grader.language.text import Text, tr
from grader.model.assignment import Course
from grader.model.errors import EXIT_PASSED, UsageError
from grader.render.terminal_stream import terminal_width
from grader.render.typeset import wrap

HELP: dict[str, Text] = {
    "function": tr("a function, or NAME.FUNCTION"),
    "level": tr("which hint (from 1)"),
}


def add_arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """The arguments of `grade hint`."""
    parser.add_argument("function", metavar="FUNCTION", help=HELP["function"][lang])
    parser.add_argument(
        "level", nargs="?", type=int, default=1, metavar="LEVEL", help=HELP["level"][lang]
    )


def run(options: argparse.Namespace, console: Console) -> int:
    """Print one hint and say how to get the next."""
    course = choose_course(options.course, Path.cwd())
    lang = console.speak(course)
    found = find_function(course, options.function)
    if found is None:
        near = did_you_mean(options.function, _known(course, "." in options.function))
        raise UsageError(
            tr(
                "There is no function {function}; `grade --list` names them all.",
                function=options.function,
            )
            + near
        )
    assignment, function = found
    levels = hints(course, assignment, function)
    level = options.level
    if not 1 <= level <= len(levels):
        raise UsageError(
            tr("{name} has {count} hints (1 to {count}).", name=function.name, count=len(levels))
        )
    width = terminal_width()
    lines = [part for line in levels[level - 1][lang].split("\n") for part in wrap(line, width)]
    name = f"{assignment.name}.{function.name}"
    tail = (
        tr("More? grade hint {name} {level}", name=name, level=level + 1)
        if level < len(levels)
        else tr("When you have tried it: grade {name}", name=name)
    )
    head = f"[{level}/{len(levels)}]"
    console.say("\n".join([head, *lines]))
    console.remark(f"\n{tail[lang]}")
    console.tell(function=name, level=level, levels=len(levels), text=levels[level - 1])
    return EXIT_PASSED


def _known(course: Course, dotted: bool) -> list[str]:
    functions = [(a.name, f.name) for a in course.assignments for f in a.functions]
    return [f"{name}.{f}" if dotted else f for name, f in functions]
