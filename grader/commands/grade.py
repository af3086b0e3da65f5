"""`grade`: a learner's files to reports."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from grader.commands.output import output
from grader.commands.running import exit_code, grade_targets, open_cage
from grader.course import choose_course
from grader.errors import EXIT_PASSED, UsageError
from grader.model import Course
from grader.targets import resolve


def grade_command(options: argparse.Namespace) -> int:
    """Grade what the arguments name. Returns the exit code."""
    here = Path.cwd()
    course = choose_course(options.course, here)
    lang = options.lang or os.environ.get("DLGRADE_LANG") or course.language
    if options.list:
        return _list(course, lang)
    if options.assignment and options.assignment not in course.names:
        known = ", ".join(course.names)
        raise UsageError(
            zh=f"沒有 {options.assignment} 這份作業；有的是 {known}。",
            en=f"There is no assignment {options.assignment}; there are {known}.",
        )
    targets = resolve(options.targets, here, course)
    cage = open_cage()
    try:
        if options.watch:
            from grader.commands.watch import watch

            return watch(course, targets, cage, options, lang)
        # Before NumPy and pytest are imported here, so that both processes start side by side.
        cage.prestart()
        reports = grade_targets(course, targets, cage, options, show_progress=True, lang=lang)
    finally:
        cage.close()
    output(reports, options, lang)
    return exit_code(reports)


def _list(course: Course, lang: str) -> int:
    from grader.render.terminal import write

    lines = [course.title[lang], ""]
    for assignment in course.assignments:
        lines.append(f"{assignment.name}  {assignment.title[lang]}")
        lines += [f"    {assignment.name}.{f.name}  {f.title[lang]}" for f in assignment.functions]
    write(sys.stdout, "\n".join(lines) + "\n")
    return EXIT_PASSED
