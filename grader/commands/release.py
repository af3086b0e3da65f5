"""`grade release`: what students get, as a folder and as a zip."""

from __future__ import annotations

import argparse
from pathlib import Path

from grader.commands.console import Console
from grader.course.load import choose_course, with_solutions
from grader.language.text import Text, tr
from grader.model.errors import EXIT_PASSED
from grader.quiz.course.quiz_files import quiz_names
from grader.scaffold.open_places import left

HELP: dict[str, Text] = {
    "assignments": tr("assignments (default: all)"),
    "--out": tr(
        "folder to write to (default: release): a folder named after the course, and its zip"
    ),
    "--zip": tr("name of the zip (default: within --out)"),
    "--wheel": tr("enclose this wheel of dlgrade; none: students install it with pip"),
    "--no-quizzes": tr("leave the practice quizzes out"),
}


def add_arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """The arguments of `grade release`, beside --help, --lang and --course."""
    add = parser.add_argument
    said = {name: text[lang] for name, text in HELP.items()}
    add("assignments", nargs="*", metavar="ASSIGNMENT", help=said["assignments"])
    add("--out", type=Path, default=Path("release"), metavar="FOLDER", help=said["--out"])
    add("--zip", type=Path, metavar="FILE", help=said["--zip"])
    add("--wheel", metavar="FILE|none", help=said["--wheel"])
    add("--no-quizzes", action="store_true", help=said["--no-quizzes"])


def run(options: argparse.Namespace, console: Console) -> int:
    """Write the student bundle (with --dry-run make it and write nothing) and say where it lies.
    Returns 0."""
    from grader.release.student_bundle import bundle, folder_name
    from grader.release.wheel import wheel
    from grader.release.writing import check_folder, check_zip, write_folder, write_zip

    course = with_solutions(choose_course(options.course, Path.cwd()))
    console.speak(course)
    engine = wheel(options.wheel)
    files = bundle(
        course,
        options.assignments or course.names,
        wheel=engine,
        quizzes=not options.no_quizzes,
    )
    top = folder_name(course)
    folder: Path = options.out / top
    packed: Path = options.zip or options.out / f"{top}.zip"
    check_folder(folder, files)
    check_zip(packed)
    size = sum(map(len, files.values()))
    if not options.dry_run:
        write_folder(folder, files)
        write_zip(packed, top, files)
        size = packed.stat().st_size
    for name, content in files.items():
        console.detail(f"{top}/{name}  {len(content)}")
    console.say(_said(packed, folder, len(files), size / 1e6, dry=options.dry_run))
    console.tell(
        zip=packed, folder=folder, files=list(files), bytes=size, written=not options.dry_run
    )
    quizzes = () if options.no_quizzes else quiz_names(course.root)
    console.note(left(course.root, (*(options.assignments or course.names), *quizzes)))
    if engine is None and options.wheel != "none":
        note = tr(
            "No wheel is enclosed (dlgrade is not installed here, nor hatchling to build it): "
            "students install dlgrade with pip."
        )
        console.note(note)
    return EXIT_PASSED


def _said(packed: Path, folder: Path, count: int, megabytes: float, *, dry: bool) -> Text:
    if dry:
        return tr(
            "Would be written (nothing was):\n"
            "{packed}\n"
            "{folder}\n"
            "{count} files, {megabytes:.1f} MB before packing.",
            packed=packed,
            folder=folder,
            count=count,
            megabytes=megabytes,
        )
    return tr(
        "{packed}\n{folder}\n{count} files, the zip {megabytes:.1f} MB.",
        packed=packed,
        folder=folder,
        count=count,
        megabytes=megabytes,
    )
