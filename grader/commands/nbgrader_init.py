"""`grade nbgrader init`: a course directory for nbgrader."""

from __future__ import annotations

import argparse
import shlex
from pathlib import Path

from grader.commands.console import Console
from grader.course.load import choose_course, require, with_solutions
from grader.language.text import Text, tr
from grader.model.assignment import Course
from grader.model.errors import EXIT_COULD_NOT_GRADE, EXIT_PASSED, UsageError

HELP: dict[str, Text] = {
    "folder": tr("nbgrader's course directory (default: this folder)"),
    "--assignment": tr(
        "only this assignment (may be repeated; default: all, or those chosen before)"
    ),
    "--quizzes": tr("the graded quizzes as well"),
    "--roster": tr(
        "whom the quizzes are for: roster (CSV) with a column of ids (default: the students "
        "in the gradebook)"
    ),
    "--secret": tr("file with the course's secret (default: DLGRADE_SECRET)"),
    "--replace": tr("replace files edited by hand as well (a copy is kept in edited/)"),
}

WOULD = tr(
    "{folder}: {written} files would be written, {unchanged} are as they were (nothing was done)."
)
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
    """The arguments of `grade nbgrader init`."""
    add = parser.add_argument
    said = {name: text[lang] for name, text in HELP.items()}
    add("folder", nargs="?", type=Path, metavar="FOLDER", help=said["folder"])
    add("--assignment", action="append", default=[], metavar="A", help=said["--assignment"])
    add("--quizzes", action="store_true", help=said["--quizzes"])
    add("--roster", type=Path, metavar="CSV", help=said["--roster"])
    add("--secret", type=Path, metavar="FILE", help=said["--secret"])
    add("--replace", action="store_true", help=said["--replace"])


def run(options: argparse.Namespace, console: Console) -> int:
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
    done = init(folder, course, names, quizzes, replace=options.replace, dry=options.dry_run)
    shown = folder.name if folder.name not in ("", "..") else str(folder.resolve().name)
    counts = {"written": len(done.written), "unchanged": done.unchanged}
    lines = [(WOULD if options.dry_run else DONE).format(folder=shown, **counts)]
    lines += [REMOVED.format(n=len(done.removed))] if done.removed else []
    lines += [KEPT.format(path=path, copy=copy) for path, copy in done.kept.items()]
    lines += [LEFT.format(path=path) for path in done.left]
    if options.dry_run:
        lines += [tr("  {path}", path=path) for path in (*done.written, *done.removed)]
    elif names and not done.left:
        place = shlex.quote(str(options.folder or "."))
        lines.append(NEXT.format(folder=place, name=names[0]))
    for line in lines:
        console.say(line)
    console.tell(
        folder=folder,
        written=done.written,
        removed=done.removed,
        unchanged=done.unchanged,
        left=done.left,
        kept=done.kept,
        dry_run=options.dry_run,
    )
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
