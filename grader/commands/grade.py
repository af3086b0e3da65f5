"""`grade`: a learner's files to reports."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from grader.course import choose_course
from grader.errors import (
    EXIT_COULD_NOT_GRADE,
    EXIT_PASSED,
    EXIT_POINTS_MISSING,
    SubmissionError,
    UsageError,
)
from grader.model import Course, Report, Status, Submission, Text
from grader.sandbox.portable import PortableCage
from grader.targets import Target, resolve, twins


def grade_command(options: argparse.Namespace) -> int:
    """Grade what the arguments name. Returns the exit code."""
    here = Path.cwd()
    course = choose_course(options.course, *_folders(options.targets, here), here)
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
    cage = PortableCage()
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


def _folders(words: Sequence[str], here: Path) -> Iterator[Path]:
    """A file named on the command line brings its course with it."""
    for word in words:
        path = here / word
        if path.exists():
            yield path.parent


def exit_code(reports: Sequence[Report]) -> int:
    if any(r.status is not Status.GRADED for r in reports):
        return EXIT_COULD_NOT_GRADE
    full = all(r.score >= r.max_score for r in reports)
    return EXIT_PASSED if full else EXIT_POINTS_MISSING


def grade_targets(
    course: Course,
    targets: Sequence[Target],
    cage: PortableCage,
    options: argparse.Namespace,
    *,
    show_progress: bool,
    lang: str,
) -> list[Report]:
    """Read and grade each target."""
    from grader.harness import grade
    from grader.render.terminal import Progress

    submissions = [_read(target, course, options.assignment) for target in targets]
    names = list(dict.fromkeys(s.assignment for s in submissions))
    reports: list[Report] = []
    with Progress(sys.stderr, enabled=None if show_progress else False) as progress:

        def on_check(function: str, done: int, total: int) -> None:
            progress.update(f"{function}  {done}/{total}")

        grade(
            course,
            submissions,
            reports.append,
            cage=cage,
            seed=options.seed,
            assignments=names,
            on_check=on_check,
        )
    return reports


def _read(target: Target, course: Course, assignment: str | None) -> Submission:
    from dataclasses import replace

    from grader.intake import read_submission

    submission = read_submission(
        target.path, course, assignment=assignment or target.assignment, functions=target.functions
    )
    known = course.assignment(submission.assignment)
    if known is None:
        raise SubmissionError(
            zh=f"沒有 {submission.assignment} 這份作業。",
            en=f"There is no assignment {submission.assignment}.",
        )
    if target.assignment is None:
        return submission
    notes = tuple(
        Text(
            f"旁邊還有 {p.name}；這次評的是較晚存檔的 {target.path.name}。",
            f"There is also {p.name}; {target.path.name}, saved later, is what was graded.",
        )
        for p in twins(target)
        if p.stat().st_mtime_ns // 10**9 != target.path.stat().st_mtime_ns // 10**9
        and target.path.suffix == ".ipynb"
    )
    return replace(submission, notes=(*submission.notes, *notes))


def output(reports: Sequence[Report], options: argparse.Namespace, lang: str) -> None:
    """Write the reports in the format asked for, to the file or the screen."""
    from grader.render.terminal import write

    if options.format == "html" and options.output is None:
        for report in reports:
            path = Path(f"{Path(report.path).stem}-report.html")
            save(path, rendered([report], "html", lang))
            write(sys.stdout, f"{path}\n")
        return
    if options.output is not None:
        save(options.output, rendered(reports, options.format, lang))
        return
    if options.format == "text":
        from grader.render.text import TextRenderer

        write(sys.stdout, TextRenderer.for_stream(sys.stdout, lang).render_all(reports))
        return
    data = rendered(reports, options.format, lang)
    sys.stdout.flush()
    sys.stdout.buffer.write(data.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()


def rendered(reports: Sequence[Report], format: str, lang: str) -> str:
    """The reports as one text of `format`."""
    if format == "json":
        from grader.render.json_report import dumps

        return dumps(reports[0] if len(reports) == 1 else reports)
    if format == "junit":
        from grader.render import junit

        return junit.render(reports, lang)
    if format == "html":
        from grader.render import html

        return (
            html.render(reports[0], lang) if len(reports) == 1 else html.render_all(reports, lang)
        )
    from grader.render.text import TextRenderer

    return TextRenderer(lang).render_all(reports)


def save(path: Path, text: str, *, bom: bool = False) -> None:
    """Write a whole file or none of it.

    Raises:
        UsageError: it cannot be written there.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f".{path.name}.{os.getpid()}.part")
        try:
            encoding = "utf-8-sig" if bom else "utf-8"
            part.write_text(text, encoding=encoding, errors="replace", newline="")
            os.replace(part, path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        why = error.strerror or str(error)
        raise UsageError(zh=f"寫不了 {path}:{why}。", en=f"Cannot write {path}: {why}.") from error


def _list(course: Course, lang: str) -> int:
    from grader.render.terminal import write

    lines = [course.title[lang], ""]
    for assignment in course.assignments:
        lines.append(f"{assignment.name}  {assignment.title[lang]}")
        lines += [f"    {assignment.name}.{f.name}  {f.title[lang]}" for f in assignment.functions]
    write(sys.stdout, "\n".join(lines) + "\n")
    return EXIT_PASSED
