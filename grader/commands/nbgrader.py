"""`grade nbgrader`: a course directory for nbgrader, and its grades back."""

from __future__ import annotations

import argparse
import shlex
import sys
from pathlib import Path

from grader.course.load import choose_course, require, with_solutions
from grader.language.command_words import language_choices, language_tag
from grader.language.text import Text, tr
from grader.model.assignment import Course
from grader.model.errors import EXIT_COULD_NOT_GRADE, EXIT_PASSED, UsageError
from grader.render.terminal_stream import write

HELP: dict[str, Text] = {
    "init": tr("Make or update nbgrader's course directory."),
    "autograde": tr("Grade what was collected with the engine, and put the grades into nbgrader."),
    "folder": tr("nbgrader's course directory (default: this folder)"),
    "--assignment": tr(
        "only this assignment (may be repeated; default: all, or those chosen before)"
    ),
    "--quizzes": tr("the graded quizzes as well"),
    "--roster": tr(
        "whom the quizzes are for: roster (CSV) with a column of ids (default: the students in "
        "the gradebook)"
    ),
    "--secret": tr("file with the course's secret (default: DLGRADE_SECRET)"),
    "--replace": tr("replace files edited by hand as well (a copy is kept in edited/)"),
    "--course": tr("the course's folder"),
    "--lang": tr("language"),
    "--help": tr("show this help"),
}

DONE = tr("{folder}: {written} files written, {unchanged} unchanged.")
REMOVED = tr("{n} files no longer needed were removed.")
LEFT = tr(
    "Edited by hand, and left as it is: {path} (--replace replaces it and keeps a copy in edited/)"
)
KEPT = tr("{path} was edited by hand and is replaced; a copy is {copy}")
NEXT = tr(
    "Next: cd {folder} && nbgrader generate_assignment {name} && nbgrader release_assignment {name}"
)


def add_arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """The subcommands of `grade nbgrader`; each takes --course and --lang as well."""
    commands = parser.add_subparsers(dest="subcommand", required=True, metavar="init | autograde")
    init = _command(commands, "init", lang)
    said = {name: text[lang] for name, text in HELP.items()}
    init.add_argument("folder", nargs="?", type=Path, metavar="FOLDER", help=said["folder"])
    init.add_argument(
        "--assignment", action="append", default=[], metavar="A", help=said["--assignment"]
    )
    init.add_argument("--quizzes", action="store_true", help=said["--quizzes"])
    init.add_argument("--roster", type=Path, metavar="CSV", help=said["--roster"])
    init.add_argument("--secret", type=Path, metavar="FILE", help=said["--secret"])
    init.add_argument("--replace", action="store_true", help=said["--replace"])
    from grader.commands import nbgrader_autograde

    nbgrader_autograde.add_arguments(_command(commands, "autograde", lang), lang)


def _command(commands: argparse._SubParsersAction, name: str, lang: str) -> argparse.ArgumentParser:  # type: ignore[type-arg]
    parser: argparse.ArgumentParser = commands.add_parser(
        name,
        prog=f"grade nbgrader {name}",
        help=HELP[name][lang],
        description=HELP[name][lang],
        add_help=False,
        allow_abbrev=False,
    )
    none = argparse.SUPPRESS
    parser.add_argument("-h", "--help", action="help", help=HELP["--help"][lang])
    parser.add_argument(
        "--lang",
        type=language_tag,
        metavar=language_choices(),
        default=none,
        help=HELP["--lang"][lang],
    )
    parser.add_argument("--course", type=Path, default=none, help=HELP["--course"][lang])
    return parser


def nbgrader_command(options: argparse.Namespace, lang: str) -> int:
    """Run the subcommand. Returns the exit code."""
    lang = options.lang or lang
    if options.subcommand == "autograde":
        from grader.commands.nbgrader_autograde import autograde_command

        return autograde_command(options, lang)
    return init_command(options, lang)


def init_command(options: argparse.Namespace, lang: str) -> int:
    """Make or update a course directory. Returns 0, or 3 where edited files were left alone."""
    from grader.bridges.nbgrader.course_dir import init
    from grader.bridges.nbgrader.ledger import read_ledger

    folder: Path = options.folder or Path.cwd()
    if folder.exists() and not folder.is_dir():
        raise UsageError(tr("{folder} is not a folder.", folder=folder))
    before = read_ledger(folder)
    course = _course(options.course, folder, before.course)
    names = _names(course, options.assignment, before.assignments)
    quizzes = _quizzes(course, folder, options) if options.quizzes else {}
    done = init(folder, course, names, quizzes, replace=options.replace)
    shown = folder.name if folder.name not in ("", "..") else str(folder.resolve().name)
    counts = {"written": len(done.written), "unchanged": done.unchanged}
    lines = [DONE.format(folder=shown, **counts)]
    lines += [REMOVED.format(n=len(done.removed))] if done.removed else []
    lines += [KEPT.format(path=path, copy=copy) for path, copy in done.kept.items()]
    lines += [LEFT.format(path=path) for path in done.left]
    if names and not done.left:
        place = shlex.quote(str(options.folder or "."))
        lines.append(NEXT.format(folder=place, name=names[0]))
    write(sys.stdout, "".join(line[lang] + "\n" for line in lines))
    return EXIT_COULD_NOT_GRADE if done.left else EXIT_PASSED


def _course(named: Path | None, folder: Path, recorded: str) -> Course:
    """The course named; else the one this directory was made from; else as everywhere."""
    if named is None and recorded and (folder / recorded / "course.toml").is_file():
        named = folder / recorded
    starts = [Path.cwd(), *([folder] if folder.exists() else [])]
    return with_solutions(choose_course(named, *starts))


def _names(course: Course, asked: list[str], before: tuple[str, ...]) -> list[str]:
    """The assignments to write: those asked for and those of earlier runs; by default all."""
    require(course, *asked)
    chosen = {*asked, *before} or set(course.names)
    return [name for name in course.names if name in chosen]


def _quizzes(
    course: Course, folder: Path, options: argparse.Namespace
) -> dict[str, dict[str, bytes]]:
    """The files of every graded quiz, for the students on the roster or in the gradebook."""
    from grader.bridges.nbgrader.quiz_assignment import quiz_files, students_of
    from grader.quiz.course.quiz_files import quiz_names
    from grader.quiz.variants.drawing import course_secret

    key = course_secret(course.root, options.secret)
    students = students_of(folder, options.roster)
    names = quiz_names(course.root)
    return {name: quiz_files(course, name, key, students) for name in names}
