"""`grade export`: quizzes for a learning management system or on paper; Gradescope's autograder."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from grader.bridges.exports.items import Item, items_of
from grader.bridges.exports.moodle import moodle_xml
from grader.bridges.exports.qti12 import qti12_package
from grader.bridges.exports.qti21 import qti21_package
from grader.bridges.exports.sheets import answer_sheet, question_sheet
from grader.bridges.gradescope.results import AFTER_PUBLISHED, VISIBILITIES
from grader.course.load import choose_course, with_solutions
from grader.files.atomic import write_whole
from grader.language.text import tr
from grader.model.assignment import Course
from grader.model.errors import EXIT_PASSED, UsageError
from grader.quiz.course.quiz_files import load_quiz, quiz_names, quiz_pool
from grader.quiz.question.records import Mode, Quiz
from grader.render.terminal_stream import write

MOST = 100
GRADESCOPE = "gradescope"
FORMATS = ("moodle", "qti21", "qti12", "print", GRADESCOPE)

HELP = {
    "format": tr(
        "quizzes: moodle (Moodle XML), qti21 (QTI 2.1), qti12 (Canvas), print (A4: questions and "
        "key); an assignment: gradescope (its autograder)"
    ),
    "quizzes": tr("which quizzes; all of them unless said. gradescope: which assignments"),
    "--out": tr("the folder to write to (default: exports); for gradescope a .zip's name too"),
    "--variants": tr(
        "how many variants of each question, 1 to {most} (default 20; print: 1)", most=MOST
    ),
    "--pool": tr("which pool: graded (the default) or practice"),
    "--hidden": tr("gradescope: when students see the hidden checks (default after_published)"),
}

_KEYS_INSIDE = tr("The key is in these files: keep them on the instructor's side.")
_THEN = {
    "moodle": tr(
        "Moodle: question bank → import → Moodle XML. Each question is a category; add a random "
        "question from it to the quiz, and everybody gets a variant."
    ),
    "qti21": tr(
        "QTI 2.1: import the package; each question is a section of which one variant is drawn."
    ),
    "qti12": tr(
        "Canvas: settings → import course content → QTI .zip. Each part is a group of which one "
        "variant is drawn."
    ),
    "print": tr("Open in a browser and print on A4 (or as PDF)."),
    GRADESCOPE: tr(
        "Gradescope: programming assignment → Configure Autograder → upload the zip → Update "
        "Autograder; then hand something in with Test Autograder."
    ),
}


def add_arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """The arguments of `grade export`, beside those of every command."""
    add = parser.add_argument
    add("format", choices=FORMATS, metavar="FORMAT", help=HELP["format"][lang])
    add("quizzes", nargs="*", metavar="QUIZ", help=HELP["quizzes"][lang])
    add("--out", type=Path, default=Path("exports"), metavar="DIR", help=HELP["--out"][lang])
    add("--variants", type=int, metavar="N", help=HELP["--variants"][lang])
    add("--pool", choices=("graded", "practice"), default="graded", help=HELP["--pool"][lang])
    add("--hidden", choices=VISIBILITIES, default=AFTER_PUBLISHED, help=HELP["--hidden"][lang])


def export_command(options: argparse.Namespace, lang: str) -> int:
    """Write the files and say where they are.

    Raises:
        UsageError: there is no such quiz, the course has none, or the number is out of range.
        CourseError: a quiz or its pool cannot be read.
    """
    course = with_solutions(choose_course(options.course, Path.cwd()))
    if options.format == GRADESCOPE:
        return _autograders(course, options, lang)
    known = quiz_names(course.root)
    names: Sequence[str] = options.quizzes or known
    if not names:
        raise UsageError(tr("This course has no quizzes."))
    count = _count(options)
    quizzes = [load_quiz(course.root, name) for name in dict.fromkeys(names)]
    mode = Mode(options.pool)
    folder: Path = options.out
    folder.mkdir(parents=True, exist_ok=True)
    for quiz in quizzes:
        questions = items_of(quiz, quiz_pool(course.root, quiz), lang, count, mode)
        for file, data in _WRITERS[options.format](quiz, questions, lang):
            write_whole(str(folder / file), data, mode=0o600)
            write(sys.stdout, f"{folder / file}\n")
    write(sys.stderr, f"{_THEN[options.format][lang]}\n{_KEYS_INSIDE[lang]}\n")
    return EXIT_PASSED


def _autograders(course: Course, options: argparse.Namespace, lang: str) -> int:
    """An autograder's zip for each assignment named, in one language where one is named."""
    from grader.bridges.gradescope.autograder_zip import autograder

    names: Sequence[str] = tuple(dict.fromkeys(options.quizzes))
    out: Path = options.out
    if not names or (out.suffix == ".zip" and len(names) > 1):
        known = ", ".join(course.names)
        raise UsageError(
            tr(
                "grade export gradescope needs the name of an assignment ({known}); only one "
                "where --out names a .zip.",
                known=known,
            )
        )
    langs = (options.lang,) if options.lang else course.languages
    for name in names:
        data = autograder(with_solutions(course), name, langs=langs, hidden=options.hidden)
        path = out if out.suffix == ".zip" else out / f"{name}.gradescope.zip"
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(str(path), data, mode=0o600)
        write(sys.stdout, f"{path}\n")
    write(sys.stderr, f"{_THEN[GRADESCOPE][lang]}\n{_KEYS_INSIDE[lang]}\n")
    return EXIT_PASSED


def _count(options: argparse.Namespace) -> int:
    if options.variants is None:
        return 1 if options.format == "print" else 20
    count: int = options.variants
    if not 1 <= count <= MOST:
        raise UsageError(
            tr("--variants must be from 1 to {most}, not {count}.", most=MOST, count=count)
        )
    return count


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
