"""`grade new-exercise`: one more assignment or quiz in a course."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path

from grader.commands.console import Console
from grader.commands.new_course import told
from grader.course.load import MARKER as MARKER_FILE
from grader.course.load import choose_course, with_solutions
from grader.language.text import Text, tr
from grader.model.assignment import Course
from grader.model.errors import EXIT_PASSED, UsageError
from grader.quiz.course.quiz_files import quiz_names
from grader.scaffold import MARKER, Made, Titles, make_exercise, make_quiz

HELP: dict[str, Text] = {
    "name": tr("the new assignment's name, such as averages"),
    "--function": tr("a function of it (may be repeated; default: one of the assignment's name)"),
    "--quiz": tr("a quiz, not an assignment of functions"),
    "--title": tr("its title in the course's first language"),
    "--title-zh": tr("its title in Chinese"),
    "--title-en": tr("its title in English"),
}


def add_arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """The arguments of `grade new-exercise`."""
    add = parser.add_argument
    said = {name: text[lang] for name, text in HELP.items()}
    add("name", metavar="NAME", help=said["name"])
    add("--quiz", action="store_true", help=said["--quiz"])
    add("--function", action="append", default=[], metavar="F", help=said["--function"])
    add("--title", metavar="TEXT", help=said["--title"])
    add("--title-zh", metavar="TEXT", help=said["--title-zh"])
    add("--title-en", metavar="TEXT", help=said["--title-en"])


def run(options: argparse.Namespace, console: Console) -> int:
    """Make the exercise, and say what to do next."""
    if options.quiz and options.function:
        raise UsageError(tr("A quiz has no functions: give --quiz or --function, not both."))
    course = _course(options.course)
    taken = quiz_names(course.root)
    make = make_quiz if options.quiz else partial(make_exercise, functions=options.function)
    made = make(
        course,
        options.name,
        taken=taken,
        titles=Titles(options.title, options.title_zh, options.title_en),
        lang=console.lang,
        dry=options.dry_run,
    )
    told(made, console, written=not options.dry_run)
    if not options.dry_run:
        console.say(_made(made, options.name))
    return EXIT_PASSED


def _course(named: Path | None) -> Course:
    """The course named, or the one around the working directory: no other is ever added to.

    Raises:
        UsageError: there is none.
    """
    here = Path.cwd()
    if named is None and not any((p / MARKER_FILE).is_file() for p in (here, *here.parents)):
        raise UsageError(
            tr(
                "{here} is in no course (there is no {marker_file}). Run inside the course's "
                "folder, or name it with --course; without a course, begin with grade new-course.",
                here=here,
                marker_file=MARKER_FILE,
            )
        )
    return with_solutions(choose_course(named, here))


def _made(made: Made, name: str) -> Text:
    listed = "".join(f"  {path}\n" for path in made.paths)
    places = "".join(f"  {path}  {count}\n" for path, count in made.places)
    steps = f"  grade verify {name}\n  grade build\n"
    return tr(
        "{name} is made; as it stands, an example that can be graded:\n"
        "{listed}To make it yours: these places say {marker}, and what belongs there:\n"
        "{places}When done:\n"
        "{steps}",
        name=name,
        listed=listed,
        marker=MARKER,
        places=places,
        steps=steps,
    )
