"""`grade`: a learner's files to reports."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

from grader import __version__
from grader.commands.console import Console
from grader.commands.output import output
from grader.commands.running import exit_code, grade_targets
from grader.course.load import choose_course, require
from grader.intake.targets import resolve
from grader.language.text import NO_TEXT, Text, tr
from grader.model.assignment import Course
from grader.model.errors import EXIT_PASSED, GradeError, UsageError
from grader.model.report import Report
from grader.sandbox.best_cage import open_cage

FORMATS = ("text", "json", "junit", "ctrf", "markdown", "html")

HELP: dict[str, Text] = {
    "targets": tr("assignment, assignment.function, file, folder"),
    "--format": tr("output format (default: text)"),
    "--output": tr("write to this file, not the screen"),
    "--seed": tr("seed of the random cases (default: the course's)"),
    "--assignment": tr("which assignment the files are for"),
    "--secret": tr("file with the course's secret, for quiz answers (default: DLGRADE_SECRET)"),
    "--list": tr("list assignments and functions"),
    "--watch": tr("grade again at every save and say what changed"),
    "--version": tr("show the version"),
}


def add_arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """The arguments of `grade` without a command."""
    add = parser.add_argument
    said = {name: text[lang] for name, text in HELP.items()}
    add("targets", nargs="*", metavar="TARGET", help=said["targets"])
    add("--format", choices=FORMATS, help=said["--format"])
    add("--output", type=Path, metavar="FILE", help=said["--output"])
    add("--seed", type=int, metavar="N", help=said["--seed"])
    add("--assignment", metavar="A", help=said["--assignment"])
    add("--secret", type=Path, metavar="FILE", help=said["--secret"])
    add("--list", action="store_true", help=said["--list"])
    add("--watch", action="store_true", help=said["--watch"])
    add("--version", action="store_true", help=said["--version"])


def run(options: argparse.Namespace, console: Console) -> int:
    """Grade what the arguments name. Returns the exit code."""
    if options.version:
        console.say(f"dlgrade {__version__}")
        console.tell(version=__version__)
        return EXIT_PASSED
    _fits(options)
    course = _course(options)
    console.speak(course)
    return _list(course, console) if options.list else _grade(course, options, console)


def _fits(options: argparse.Namespace) -> None:
    """--json is an envelope around the reports, and no format of one."""
    for other in ("format", "output", "watch"):
        if options.json and getattr(options, other):
            raise UsageError(
                tr(
                    "--json and --{other} do not go together; --format json is the report alone.",
                    other=other,
                )
            )


def _course(options: argparse.Namespace) -> Course:
    """Where no course is found, a misspelt command is what is told."""
    try:
        return choose_course(options.course, Path.cwd())
    except GradeError:
        word = next(iter(options.targets), "")
        meant = _meant(word)
        if meant and not Path(word).exists():
            raise UsageError(
                tr("There is no command grade {word}.{meant}", word=word, meant=meant)
            ) from None
        raise


def _meant(word: str, course: Course | None = None) -> Text:
    """What is to be typed in place of a word that names nothing."""
    from grader.commands.registry import names

    options = {name: f"grade --{name}" for name in ("help", "list", "version", "watch")}
    if course is None:
        return _near(word, options | {name: f"grade {name}" for name in names()})
    from grader.quiz.course.quiz_files import quiz_names

    quizzes = quiz_names(course.root)
    if word.partition(".")[0] in quizzes:
        return tr(" {word} is a quiz: grade quiz {word}", word=word)
    functions = [(a.name, f.name) for a in course.assignments for f in a.functions]
    typed = {
        **{name: f"grade quiz {name}" for name in quizzes},
        **{name: f"grade {name}" for name in names()},
        **{function: f"grade {name}.{function}" for name, function in functions},
        **{f"{name}.{function}": f"grade {name}.{function}" for name, function in functions},
        **{name: f"grade {name}" for name in course.names},
    }
    return _near(word, options | typed)


def _near(word: str, typed: Mapping[str, str]) -> Text:
    """What is to be typed for the one of the words that `word` is a slip of."""
    from grader.language.nearest import did_you_mean, nearest

    found = nearest(word, typed)
    return did_you_mean(found, [found], typed[found]) if found else NO_TEXT


def _grade(course: Course, options: argparse.Namespace, console: Console) -> int:
    if options.assignment:
        require(course, options.assignment)
    answers = [Path(word) for word in options.targets if _is_answers(Path(word))]
    words = [word for word in options.targets if not _is_answers(Path(word))]
    if answers and not words:  # no cage is needed, and nothing to watch
        return _told(_marked(course, answers, options), options, console)
    targets = resolve(words, Path.cwd(), course, lambda word: _meant(word, course))
    cage = open_cage()
    try:
        if options.watch:
            from grader.commands.watch import watch

            return watch(course, targets, cage, options, console.lang)
        # Before NumPy and pytest are imported here, so that both processes start side by side.
        cage.prestart()
        reports = grade_targets(
            course, targets, cage, options, progress=console.shows_progress, lang=console.lang
        )
    finally:
        cage.close()
    if answers:
        reports += _marked(course, answers, options)
    return _told(reports, options, console)


def _marked(course: Course, answers: Sequence[Path], options: argparse.Namespace) -> list[Report]:
    from grader.commands.quiz import answers_reports

    return answers_reports(course, answers, options.secret)


def _told(reports: Sequence[Report], options: argparse.Namespace, console: Console) -> int:
    output(reports, options, console)
    return exit_code(reports)


def _is_answers(path: Path) -> bool:
    """Is it a file of answers to a quiz?"""
    return path.suffix.lower() == ".json" and path.is_file()


def _list(course: Course, console: Console) -> int:
    lines = [course.title[console.lang], ""]
    for assignment in course.assignments:
        lines.append(f"{assignment.name}  {assignment.title[console.lang]}")
        lines += [
            f"    {assignment.name}.{f.name}  {f.title[console.lang]}" for f in assignment.functions
        ]
    console.say("\n".join(lines))
    console.tell(
        course={"id": course.id, "title": course.title, "root": course.root},
        assignments=[
            {
                "name": a.name,
                "title": a.title,
                "functions": [{"name": f.name, "title": f.title} for f in a.functions],
            }
            for a in course.assignments
        ],
    )
    return EXIT_PASSED
