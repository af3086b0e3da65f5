"""`grade export`: quizzes for a learning management system or on paper."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from grader.bridges.exports.items import Item, items_of
from grader.bridges.exports.moodle import moodle_xml
from grader.bridges.exports.qti12 import qti12_package
from grader.bridges.exports.qti21 import qti21_package
from grader.bridges.exports.sheets import answer_sheet, question_sheet
from grader.commands.console import Console
from grader.course.load import choose_course, with_solutions
from grader.files.atomic import write_whole
from grader.language.text import tr
from grader.model.errors import EXIT_PASSED, UsageError
from grader.quiz.course.quiz_files import load_quiz, quiz_names, quiz_pool
from grader.quiz.question.records import Mode, Quiz

MOST = 100

HELP = {
    "quizzes": tr("which quizzes; all of them unless said"),
    "--out": tr("the folder to write to (default: exports)"),
    "--variants": tr(
        "how many variants of each question, 1 to {most} (default 20; print: 1)", most=MOST
    ),
    "--pool": tr("which pool: graded (the default) or practice"),
}

KEYS_INSIDE = tr("The key is in these files: keep them on the instructor's side.")
_THEN = {
    "moodle": tr(
        "Moodle: question bank → import → Moodle XML. Each question is a category; add a "
        "random question from it to the quiz, and everybody gets a variant."
    ),
    "qti21": tr(
        "QTI 2.1: import the package; each question is a section of which one variant is drawn."
    ),
    "qti12": tr(
        "Canvas: settings → import course content → QTI .zip. Each part is a group of which "
        "one variant is drawn."
    ),
    "print": tr("Open in a browser and print on A4 (or as PDF)."),
}


def add_arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """The arguments of `grade export FORMAT`, for every format of quizzes."""
    add = parser.add_argument
    add("quizzes", nargs="*", metavar="QUIZ", help=HELP["quizzes"][lang])
    add("--out", type=Path, default=Path("exports"), metavar="DIR", help=HELP["--out"][lang])
    add("--variants", type=int, metavar="N", help=HELP["--variants"][lang])
    add("--pool", choices=("graded", "practice"), default="graded", help=HELP["--pool"][lang])


def run(options: argparse.Namespace, console: Console) -> int:
    """Write the files and say where they are.

    Raises:
        UsageError: there is no such quiz, the course has none, or the number is out of range.
        CourseError: a quiz or its pool cannot be read.
    """
    format, lang = options.command.words[-1], console.lang
    course = with_solutions(choose_course(options.course, Path.cwd()))
    names: Sequence[str] = options.quizzes or quiz_names(course.root)
    if not names:
        raise UsageError(tr("This course has no quizzes."))
    count = _count(options.variants, format)
    quizzes = [load_quiz(course.root, name) for name in dict.fromkeys(names)]
    mode = Mode(options.pool)
    folder: Path = options.out
    written = []
    for quiz in quizzes:
        questions = items_of(quiz, quiz_pool(course.root, quiz), lang, count, mode)
        for file, data in _WRITERS[format](quiz, questions, lang):
            written.append(folder / file)
            write_key(folder / file, data, console, dry=options.dry_run)
    console.tell(files=written, written=not options.dry_run)
    console.note(_THEN[format])
    console.note(KEYS_INSIDE)
    return EXIT_PASSED


def write_key(path: Path, data: bytes, console: Console, *, dry: bool) -> None:
    """Write a file that holds answers, for nobody else to read, and say where it is; with `dry`
    only say so."""
    if not dry:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(str(path), data, mode=0o600)
    console.say(str(path))


def _count(asked: int | None, format: str) -> int:
    if asked is None:
        return 1 if format == "print" else 20
    if not 1 <= asked <= MOST:
        raise UsageError(
            tr("--variants must be from 1 to {most}, not {asked}.", most=MOST, asked=asked)
        )
    return asked


# --------------------------------------------------------------------------- the formats

Questions = Sequence[Sequence[Item]]
Files = list[tuple[str, bytes]]


def _moodle(quiz: Quiz, questions: Questions, lang: str) -> Files:
    return [(f"{quiz.id}.{lang}.moodle.xml", moodle_xml(quiz, questions, lang).encode())]


def _qti21(quiz: Quiz, questions: Questions, lang: str) -> Files:
    return [(f"{quiz.id}.{lang}.qti21.zip", qti21_package(quiz, questions, lang))]


def _qti12(quiz: Quiz, questions: Questions, lang: str) -> Files:
    return [(f"{quiz.id}.{lang}.canvas.zip", qti12_package(quiz, questions, lang))]


def _print(quiz: Quiz, questions: Questions, lang: str) -> Files:
    return [
        (f"{quiz.id}.{lang}.questions.html", question_sheet(quiz, questions, lang).encode()),
        (f"{quiz.id}.{lang}.key.html", answer_sheet(quiz, questions, lang).encode()),
    ]


_WRITERS: dict[str, Callable[[Quiz, Questions, str], Files]] = {
    "moodle": _moodle,
    "qti21": _qti21,
    "qti12": _qti12,
    "print": _print,
}
