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
from grader.language.text import LANGUAGES, Text
from grader.model.assignment import Course
from grader.model.errors import EXIT_PASSED, UsageError
from grader.quiz.course.quiz_files import load_quiz, quiz_names, quiz_pool
from grader.quiz.question.records import Mode, Quiz
from grader.render.terminal_stream import write

MOST = 100
GRADESCOPE = "gradescope"
FORMATS = ("moodle", "qti21", "qti12", "print", GRADESCOPE)

HELP = {
    "format": Text(
        "測驗：moodle（Moodle XML）、qti21（QTI 2.1）、qti12（Canvas）、print（A4 題目與解答）；"
        "作業：gradescope（自動評分檔）",
        "quizzes: moodle (Moodle XML), qti21 (QTI 2.1), qti12 (Canvas), print (A4: questions and "
        "key); an assignment: gradescope (its autograder)",
    ),
    "quizzes": Text(
        "哪些測驗；不寫就是全部。gradescope：哪些作業",
        "which quizzes; all of them unless said. gradescope: which assignments",
    ),
    "--out": Text(
        "寫到哪個資料夾（預設 exports）；gradescope 也可以是 .zip 檔名",
        "the folder to write to (default: exports); for gradescope a .zip's name too",
    ),
    "--variants": Text(
        f"每題輸出幾個版本，1 到 {MOST}（預設 20；print 是 1）",
        f"how many variants of each question, 1 to {MOST} (default 20; print: 1)",
    ),
    "--pool": Text(
        "用哪個題庫：graded（計分，預設）或 practice（練習）",
        "which pool: graded (the default) or practice",
    ),
    "--hidden": Text(
        "gradescope：不公開的檢查何時給學生看（預設 after_published，公布成績之後）",
        "gradescope: when students see the hidden checks (default after_published)",
    ),
}

_KEYS_INSIDE = Text(
    "這些檔案裡有答案，請只放在老師那邊。",
    "The key is in these files: keep them on the instructor's side.",
)
_THEN = {
    "moodle": Text(
        "Moodle：題庫 → 匯入 → Moodle XML。每一題是一個類別；測驗裡從類別加「隨機試題」，"
        "一人一個版本。",
        "Moodle: question bank → import → Moodle XML. Each question is a category; add a random "
        "question from it to the quiz, and everybody gets a variant.",
    ),
    "qti21": Text(
        "QTI 2.1：整包匯入；每一題是一個段落，從中抽一個版本。",
        "QTI 2.1: import the package; each question is a section of which one variant is drawn.",
    ),
    "qti12": Text(
        "Canvas：設定 → 匯入課程內容 → QTI .zip。每一小題是一個題組，從中抽一個版本。",
        "Canvas: settings → import course content → QTI .zip. Each part is a group of which one "
        "variant is drawn.",
    ),
    "print": Text(
        "用瀏覽器開啟、列印成 A4（或存成 PDF）。", "Open in a browser and print on A4 (or as PDF)."
    ),
    GRADESCOPE: Text(
        "Gradescope：程式作業 → Configure Autograder → 上傳這個 zip → Update Autograder；"
        "再用 Test Autograder 試交一次。",
        "Gradescope: programming assignment → Configure Autograder → upload the zip → Update "
        "Autograder; then hand something in with Test Autograder.",
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
        raise UsageError(zh="這門課沒有測驗。", en="This course has no quizzes.")
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
            zh=f"grade export gradescope 要指出作業（{known}）；--out 是 .zip 檔名時只能有一份。",
            en=f"grade export gradescope needs the name of an assignment ({known}); only one "
            "where --out names a .zip.",
        )
    langs = (options.lang,) if options.lang else LANGUAGES
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
            zh=f"--variants 要在 1 到 {MOST} 之間，你寫的是 {count}。",
            en=f"--variants must be from 1 to {MOST}, not {count}.",
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
