"""`grade demo`: the example class, graded end to end."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from grader.commands.console import Console
from grader.commands.output import save
from grader.course.load import choose_course
from grader.language.text import Text, tr
from grader.model.assignment import Course
from grader.model.errors import EXIT_PASSED, SubmissionError, UsageError
from grader.model.report import Report, Status
from grader.model.submission import Submission
from grader.sandbox.best_cage import open_cage
from grader.sandbox.cage import Cage

SUFFIXES = (".py", ".ipynb")


HELP: dict[str, Text] = {
    "--out": tr("folder for the results (default: demo-results)"),
    "--seed": tr("seed of the random cases (default: the course's)"),
}


def add_arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """The arguments of `grade demo`."""
    add = parser.add_argument
    add("--out", type=Path, default=Path("demo-results"), metavar="DIR", help=HELP["--out"][lang])
    add("--seed", type=int, metavar="N", help=HELP["--seed"][lang])


def run(options: argparse.Namespace, console: Console) -> int:
    """Grade the class in `examples/class`; write results.csv, index.html, a report each."""
    from grader.render import class_page, html
    from grader.render.json_report import dumps
    from grader.render.terminal_stream import Progress

    course = choose_course(options.course, Path.cwd())
    lang = console.speak(course)
    folder = course.root / "examples" / "class"
    files = list(_files(folder))
    if not files:
        raise UsageError(tr("There are no example submissions in {folder}.", folder=folder))
    seed = course.seed if options.seed is None else options.seed
    out: Path = options.out
    cage = open_cage()
    cage.prestart()
    submissions, rejected, unread = _read(course, files, seed, cage)
    links: list[tuple[Report, str]] = []
    try:
        from grader.engine.pytest_run import grade

        with Progress(sys.stderr, enabled=console.shows_progress) as progress:

            def keep(report: Report) -> None:
                stem = _safe(f"{report.student}-{report.assignment}")
                save(out / "reports" / f"{stem}.html", html.render(report, lang))
                save(out / "reports" / f"{stem}.json", dumps(report))
                links.append((report, f"reports/{stem}.html"))
                total = len(submissions) + len(rejected)
                progress.update(f"{len(links)}/{total}  {report.student}")

            for report in rejected:
                keep(report)
            grade(
                course,
                submissions,
                keep,
                cage=cage,
                seed=seed,
                assignments=list(dict.fromkeys(s.assignment for s in submissions)),
            )
    finally:
        cage.close()
    save(out / "results.csv", class_page.csv_text([r for r, _ in links], unread, lang), bom=True)
    save(out / "index.html", class_page.render(course.title, links, unread, lang))
    console.say(_summary(links, unread, out))
    console.tell(
        overview=out / "index.html",
        results=out / "results.csv",
        reports=[
            {
                "student": report.student,
                "assignment": report.assignment,
                "status": report.status,
                "score": report.score,
                "max_score": report.max_score,
                "report": out / href,
            }
            for report, href in links
        ],
        unread=[{"file": name, "why": why} for name, why in unread],
    )
    return EXIT_PASSED


def _files(folder: Path) -> Iterator[Path]:
    for student in sorted(p for p in folder.glob("*") if p.is_dir()):
        yield from sorted(p for p in student.iterdir() if p.suffix in SUFFIXES)


def _read(
    course: Course, files: list[Path], seed: int, cage: Cage
) -> tuple[list[Submission], list[Report], list[tuple[str, Text]]]:
    """What can be graded, what is known but cannot be read, and what is not even known."""
    from grader.intake.student_file import guess_assignment, read_submission

    read: list[Submission] = []
    rejected: list[Report] = []
    unread: list[tuple[str, Text]] = []
    for path in files:
        name = f"{path.parent.name}/{path.name}"
        try:
            submission = read_submission(path, course, student=path.parent.name)
            read.append(replace(submission, path=name))
        except SubmissionError as error:
            why = error.text
            known = guess_assignment(path, (), course)
            if known is None:
                unread.append((name, why))
            else:
                rejected.append(
                    _rejected(course, known, path.parent.name, name, seed, cage.tier, why)
                )
    read.sort(key=lambda s: course.names.index(s.assignment))
    return read, rejected, unread


def _rejected(
    course: Course, assignment: str, student: str, path: str, seed: int, tier: str, why: Text
) -> Report:
    return Report(
        assignment=assignment,
        title=course.load(assignment).title,
        student=student,
        path=path,
        seed=seed,
        status=Status.REJECTED,
        isolation=tier,
        checks=(),
        notes=(why,),
    )


def _safe(name: str) -> str:
    return re.sub(r"[^\w.-]+", "_", name).strip("_")


def _summary(links: list[tuple[Report, str]], unread: list[tuple[str, Text]], out: Path) -> Text:
    students = {report.student for report, _ in links}
    graded = [r for r, _ in links if r.status is not Status.REJECTED]
    full = sum(r.score >= r.max_score for r in graded)
    failed = len(links) - len(graded) + len(unread)
    page = out / "index.html"
    told = tr(
        "Graded {graded} submissions of {students} students, {full} of them in full",
        graded=len(graded),
        students=len(students),
        full=full,
    )
    if failed:
        told += tr("; {failed} could not be read", failed=failed)
    return told + tr(
        ".\nOverview: {page}\nGrades:   {table}\n", page=page, table=out / "results.csv"
    )
