"""`grade release`: what students get, as a folder and as a zip."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from grader.course.load import choose_course, with_solutions
from grader.course.spoken import language_for
from grader.language.text import Text, tr
from grader.model.errors import EXIT_PASSED
from grader.quiz.course.quiz_files import quiz_names
from grader.render.terminal_stream import write
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


def release_command(options: argparse.Namespace, lang: str) -> int:
    """Write the student bundle and say where it lies. Returns 0."""
    from grader.release.student_bundle import bundle, folder_name
    from grader.release.wheel import wheel
    from grader.release.writing import write_folder, write_zip

    course = with_solutions(choose_course(options.course, Path.cwd()))
    lang = language_for(course, options.lang)
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
    write_folder(folder, files)
    write_zip(packed, top, files)
    size = packed.stat().st_size / 1e6
    said = tr(
        "{packed}\n{folder}\n{count} files, the zip {size:.1f} MB.",
        packed=packed,
        folder=folder,
        count=len(files),
        size=size,
    )
    write(sys.stdout, said[lang] + "\n")
    quizzes = () if options.no_quizzes else quiz_names(course.root)
    write(sys.stderr, left(course.root, (*(options.assignments or course.names), *quizzes))[lang])
    if engine is None and options.wheel != "none":
        note = tr(
            "No wheel is enclosed (dlgrade is not installed here, nor hatchling to build it): "
            "students install dlgrade with pip."
        )
        write(sys.stderr, note[lang] + "\n")
    return EXIT_PASSED
