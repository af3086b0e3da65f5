"""`grade build`: what is generated from `solutions/`."""

from __future__ import annotations

import argparse
from pathlib import Path

from grader.commands.console import Console
from grader.course.load import choose_course, with_solutions
from grader.language.text import Text, tr
from grader.model.errors import EXIT_PASSED, EXIT_POINTS_MISSING
from grader.quiz.course.quiz_files import build_pool, load_quiz, pool_path, quiz_names
from grader.release import build, stale

HELP: dict[str, Text] = {
    "--check": tr("compare only, write nothing; ends in 1 when a file is out of date"),
}


def add_arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """The arguments of `grade build`."""
    parser.add_argument("--check", action="store_true", help=HELP["--check"][lang])


def run(options: argparse.Namespace, console: Console) -> int:
    """Write (or with --check and --dry-run name) what is not current in assignments/ and the
    quizzes' pools. Returns 0; with --check 1 where something is not."""
    course = with_solutions(choose_course(options.course, Path.cwd()))
    compare = options.check or options.dry_run
    paths = stale(course) if compare else build(course)
    for name in quiz_names(course.root):
        if not build_pool(course.root, load_quiz(course.root, name), check=compare):
            paths.append(pool_path(course.root, name))
    shown = [path.relative_to(course.root).as_posix() for path in paths]
    for line in shown:
        console.say(line)
    console.tell(**{"stale" if compare else "written": shown})
    return EXIT_POINTS_MISSING if options.check and paths else EXIT_PASSED
