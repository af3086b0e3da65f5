"""`grade`: a learner's files to reports."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from grader.commands.output import output
from grader.commands.running import exit_code, grade_targets
from grader.course.load import choose_course, require
from grader.course.spoken import language_for
from grader.intake.targets import resolve
from grader.model.assignment import Course
from grader.model.errors import EXIT_PASSED, told_in
from grader.sandbox.best_cage import open_cage


def grade_command(options: argparse.Namespace) -> int:
    """Grade what the arguments name. Returns the exit code."""
    course = choose_course(options.course, Path.cwd())
    lang = language_for(course, options.lang)
    with told_in(lang):
        return _list(course, lang) if options.list else _grade(course, options, lang)


def _grade(course: Course, options: argparse.Namespace, lang: str) -> int:
    if options.assignment:
        require(course, options.assignment)
    answers = [Path(word) for word in options.targets if _is_answers(Path(word))]
    words = [word for word in options.targets if not _is_answers(Path(word))]
    if answers and not words:
        return _mark(course, answers, options, lang)
    targets = resolve(words, Path.cwd(), course)
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
    if answers:
        from grader.commands.quiz import answers_reports

        reports += answers_reports(course, answers, options.secret)
    output(reports, options, lang)
    return exit_code(reports)


def _mark(course: Course, answers: list[Path], options: argparse.Namespace, lang: str) -> int:
    """Answers only: no cage is needed, and nothing to watch."""
    from grader.commands.quiz import answers_reports

    reports = answers_reports(course, answers, options.secret)
    output(reports, options, lang)
    return exit_code(reports)


def _is_answers(path: Path) -> bool:
    """Is it a file of answers to a quiz?"""
    return path.suffix.lower() == ".json" and path.is_file()


def _list(course: Course, lang: str) -> int:
    from grader.render.terminal_stream import write

    lines = [course.title[lang], ""]
    for assignment in course.assignments:
        lines.append(f"{assignment.name}  {assignment.title[lang]}")
        lines += [f"    {assignment.name}.{f.name}  {f.title[lang]}" for f in assignment.functions]
    write(sys.stdout, "\n".join(lines) + "\n")
    return EXIT_PASSED
