"""`grade new-course` and `grade new-exercise`: something sound to start from."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from grader.course.load import MARKER as MARKER_FILE
from grader.course.load import choose_course, with_solutions
from grader.language.text import Text, tr
from grader.model.assignment import Course
from grader.model.errors import EXIT_PASSED, UsageError
from grader.quiz.course.quiz_files import quiz_names
from grader.render.terminal_stream import write
from grader.scaffold import MARKER, Made, make_course, make_exercise, make_quiz

HELP: dict[str, Text] = {
    "folder": tr("the new course's folder"),
    "name": tr("the new assignment's name, such as averages"),
    "--function": tr("a function of it (may be repeated; default: one of the assignment's name)"),
    "--quiz": tr("a quiz, not an assignment of functions"),
    "--title-zh": tr("its title in Chinese"),
    "--title-en": tr("its title in English"),
    "--id": tr("the course's id (default: from the folder)"),
    "--language": tr("what students see (default: zh-TW)"),
}


def add_arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """The arguments of `grade new-course` or `grade new-exercise`, whichever the parser is for."""
    add = parser.add_argument
    said = {name: text[lang] for name, text in HELP.items()}
    if parser.prog.endswith("new-course"):
        add("folder", type=Path, metavar="FOLDER", help=said["folder"])
        add("--id", metavar="ID", help=said["--id"])
        add("--language", choices=("zh-TW", "en"), default="zh-TW", help=said["--language"])
    else:
        add("name", metavar="NAME", help=said["name"])
        add("--quiz", action="store_true", help=said["--quiz"])
        add("--function", action="append", default=[], metavar="F", help=said["--function"])
    add("--title-zh", metavar="TEXT", help=said["--title-zh"])
    add("--title-en", metavar="TEXT", help=said["--title-en"])


def scaffold_command(command: str, options: argparse.Namespace, lang: str) -> int:
    """Make the course or the exercise, and say what to do next."""
    if command == "new-course":
        made = make_course(
            options.folder,
            id=options.id,
            title_zh=options.title_zh,
            title_en=options.title_en,
            language=options.language,
            lang=lang,
        )
        said = _course_made(made, options.folder)
    else:
        course = _course(options.course)
        taken = quiz_names(course.root)
        words = {"title_zh": options.title_zh, "title_en": options.title_en, "lang": lang}
        if options.quiz and options.function:
            raise UsageError(tr("A quiz has no functions: give --quiz or --function, not both."))
        if options.quiz:
            made = make_quiz(course, options.name, taken=taken, **words)
        else:
            made = make_exercise(course, options.name, options.function, taken=taken, **words)
        said = _exercise_made(made, options.name)
    write(sys.stdout, said[lang])
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


def _course_made(made: Made, folder: Path) -> Text:
    listed = "".join(f"  {path}\n" for path in made.paths)
    steps = "" if folder.resolve() == Path.cwd() else f"  cd {folder}\n"
    steps += "  grade verify\n  grade new-exercise NAME --function f\n"
    return tr(
        "A new course in {root}:\n{listed}Next:\n{steps}",
        root=made.root,
        listed=listed,
        steps=steps,
    )


def _exercise_made(made: Made, name: str) -> Text:
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
