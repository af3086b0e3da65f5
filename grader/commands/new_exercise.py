"""`grade new-exercise`: one more assignment or quiz in a course."""

from __future__ import annotations

import argparse
from pathlib import Path

from grader.commands.console import Console
from grader.commands.new_course import told
from grader.course.load import MARKER as MARKER_FILE
from grader.course.load import choose_course, with_solutions
from grader.language.text import Text
from grader.model.assignment import Course
from grader.model.errors import EXIT_PASSED, UsageError
from grader.quiz.course.quiz_files import quiz_names
from grader.scaffold import MARKER, Made, make_exercise, make_quiz

HELP: dict[str, Text] = {
    "name": Text("新作業的名稱，例如 averages", "the new assignment's name, such as averages"),
    "--function": Text(
        "作業裡的函式（可重複；預設一個，和作業同名）",
        "a function of it (may be repeated; default: one of the assignment's name)",
    ),
    "--quiz": Text("一份測驗，而不是程式作業", "a quiz, not an assignment of functions"),
    "--title-zh": Text("中文名稱", "its title in Chinese"),
    "--title-en": Text("英文名稱", "its title in English"),
}


def add_arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """The arguments of `grade new-exercise`."""
    add = parser.add_argument
    said = {name: text[lang] for name, text in HELP.items()}
    add("name", metavar="NAME", help=said["name"])
    add("--quiz", action="store_true", help=said["--quiz"])
    add("--function", action="append", default=[], metavar="F", help=said["--function"])
    add("--title-zh", metavar="TEXT", help=said["--title-zh"])
    add("--title-en", metavar="TEXT", help=said["--title-en"])


def run(options: argparse.Namespace, console: Console) -> int:
    """Make the exercise, and say what to do next."""
    if options.quiz and options.function:
        raise UsageError(
            zh="測驗沒有函式：--quiz 和 --function 不能一起用。",
            en="A quiz has no functions: give --quiz or --function, not both.",
        )
    course = _course(options.course)
    taken = quiz_names(course.root)
    words = {
        "title_zh": options.title_zh,
        "title_en": options.title_en,
        "lang": console.lang,
    }
    if options.quiz:
        made = make_quiz(course, options.name, taken=taken, dry=options.dry_run, **words)
    else:
        made = make_exercise(
            course, options.name, options.function, taken=taken, dry=options.dry_run, **words
        )
    told(made, console, written=not options.dry_run)
    if not options.dry_run:
        console.say(_made(made, options.name))
    return EXIT_PASSED


def _course(named: Path | None) -> Course:
    """The course named, or the one around the working directory: no other is ever added to.

    Raises:
        UsageError: there is none.
    """
    here = Path.cwd()
    if named is None and not any((p / MARKER_FILE).is_file() for p in (here, *here.parents)):
        raise UsageError(
            zh=f"{here} 不在任何課程裡（找不到 {MARKER_FILE}）。請到課程資料夾裡執行，"
            "或用 --course 指出它；還沒有課程的話，先執行 grade new-course。",
            en=f"{here} is in no course (there is no {MARKER_FILE}). Run inside the course's "
            "folder, or name it with --course; without a course, begin with grade new-course.",
        )
    return with_solutions(choose_course(named, here))


def _made(made: Made, name: str) -> Text:
    listed = "".join(f"  {path}\n" for path in made.paths)
    places = "".join(f"  {path}  {count}\n" for path, count in made.places)
    steps = f"  grade verify {name}\n  grade build\n"
    return Text(
        f"{name} 做好了，現在是一個可以評分的範例：\n{listed}"
        f"換成你自己的：這些地方標著 {MARKER}，並寫著那裡該放什麼：\n{places}"
        f"改好之後：\n{steps}",
        f"{name} is made; as it stands, an example that can be graded:\n{listed}"
        f"To make it yours: these places say {MARKER}, and what belongs there:\n{places}"
        f"When done:\n{steps}",
    )
