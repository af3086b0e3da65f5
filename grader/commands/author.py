"""`grade build` and `grade verify`: for those who write a course."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from grader.course.load import choose_course, with_solutions
from grader.language.text import tr
from grader.model.assignment import Course
from grader.model.errors import EXIT_PASSED, EXIT_POINTS_MISSING, UsageError
from grader.quiz.course.quiz_files import build_pool, load_quiz, pool_path, quiz_names
from grader.release import build, stale
from grader.render.terminal_stream import write
from grader.scaffold.open_places import left


def _course(options: argparse.Namespace) -> Course:
    return with_solutions(choose_course(options.course, Path.cwd()))


def build_command(options: argparse.Namespace, lang: str) -> int:
    """Write (or with --check compare) what is generated from solutions/, the pools of the
    quizzes among it."""
    course = _course(options)
    paths = stale(course) if options.check else build(course)
    for name in quiz_names(course.root):
        if not build_pool(course.root, load_quiz(course.root, name), check=options.check):
            paths.append(pool_path(course.root, name))
    for path in paths:
        write(sys.stdout, f"{path.relative_to(course.root).as_posix()}\n")
    return EXIT_POINTS_MISSING if options.check and paths else EXIT_PASSED


def verify_command(options: argparse.Namespace, lang: str) -> int:
    """Print every flaw of the course; exit code 1 when there is one."""
    from grader.audit.verify import verify

    course = _course(options)
    names = (*course.names, *quiz_names(course.root))
    unknown = [n for n in options.assignments if n not in names]
    if unknown:
        raise UsageError(tr("No such assignment or quiz: {unknown}.", unknown=", ".join(unknown)))
    flaws = verify(
        course,
        options.assignments or names,
        with_mutants=options.mutants,
        jobs=max(1, options.jobs),
        say=lambda text: write(sys.stderr, text + "\n"),
    )
    write(sys.stderr, left(course.root, options.assignments or names)[lang])
    for flaw in flaws:
        write(sys.stdout, f"{flaw}\n")
    end = tr("{count} flaw(s).", count=len(flaws)) if flaws else tr("The course is sound.")
    write(sys.stdout, end[lang] + "\n")
    return EXIT_POINTS_MISSING if flaws else EXIT_PASSED
