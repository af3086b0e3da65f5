"""`grade verify`: is the course sound?"""

from __future__ import annotations

import argparse
from pathlib import Path

from grader.commands.console import Console
from grader.course.load import choose_course, with_solutions
from grader.language.nearest import did_you_mean
from grader.language.text import Text, tr
from grader.model.errors import EXIT_PASSED, EXIT_POINTS_MISSING, UsageError
from grader.quiz.course.quiz_files import quiz_names
from grader.scaffold.open_places import left

HELP: dict[str, Text] = {
    "assignments": tr("assignments or quizzes to check (default: all)"),
    "--mutants": tr("also run the mutants of the reference"),
    "--jobs": tr("processes at once"),
}


def add_arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """The arguments of `grade verify`."""
    add = parser.add_argument
    said = {name: text[lang] for name, text in HELP.items()}
    add("assignments", nargs="*", metavar="ASSIGNMENT", help=said["assignments"])
    add("--mutants", action="store_true", help=said["--mutants"])
    add("-j", "--jobs", type=int, default=1, metavar="N", help=said["--jobs"])


def run(options: argparse.Namespace, console: Console) -> int:
    """Print every flaw of the course; exit code 1 when there is one."""
    from grader.audit.verify import verify

    course = with_solutions(choose_course(options.course, Path.cwd()))
    names = (*course.names, *quiz_names(course.root))
    unknown = [n for n in options.assignments if n not in names]
    if unknown:
        near = did_you_mean(unknown[0], names)
        raise UsageError(
            tr("No such assignment or quiz: {unknown}.", unknown=", ".join(unknown)) + near
        )
    checked = options.assignments or names
    flaws = verify(
        course, checked, with_mutants=options.mutants, jobs=max(1, options.jobs), say=console.note
    )
    console.note(left(course.root, checked))
    for flaw in flaws:
        console.say(str(flaw))
    end = tr("{count} flaw(s).", count=len(flaws)) if flaws else tr("The course is sound.")
    console.remark(end)
    console.tell(
        checked=list(checked),
        sound=not flaws,
        flaws=[{"place": flaw.place, "text": flaw.text} for flaw in flaws],
    )
    return EXIT_POINTS_MISSING if flaws else EXIT_PASSED
