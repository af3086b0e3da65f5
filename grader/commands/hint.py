"""`grade hint FUNCTION [LEVEL]`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from grader.course.hints import find_function, hints
from grader.course.load import choose_course
from grader.course.spoken import language_for
from grader.language.text import tr
from grader.model.assignment import Course
from grader.model.errors import EXIT_PASSED, UsageError, told_in
from grader.render.terminal_stream import terminal_width, write
from grader.render.typeset import wrap


def hint_command(options: argparse.Namespace, lang: str) -> int:
    """Print one hint and say how to get the next."""
    course = choose_course(options.course, Path.cwd())
    lang = language_for(course, options.lang)
    with told_in(lang):
        return _hint(course, options, lang)


def _hint(course: Course, options: argparse.Namespace, lang: str) -> int:
    found = find_function(course, options.function)
    if found is None:
        raise UsageError(
            tr(
                "There is no function {function}; `grade --list` names them all.",
                function=options.function,
            )
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
    write(sys.stdout, "\n".join([head, *lines, "", tail[lang]]) + "\n")
    return EXIT_PASSED
