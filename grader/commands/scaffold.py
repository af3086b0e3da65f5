"""`grade new-course` and `grade new-exercise`: something sound to start from."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from grader.course.load import MARKER as MARKER_FILE
from grader.course.load import choose_course, with_solutions
from grader.language.text import Text
from grader.model.assignment import Course
from grader.model.errors import EXIT_PASSED, UsageError
from grader.quiz.course.quiz_files import quiz_names
from grader.render.terminal_stream import write
from grader.scaffold import MARKER, Made, make_course, make_exercise, make_quiz

HELP: dict[str, Text] = {
    "folder": Text("新課程的資料夾", "the new course's folder"),
    "name": Text("新作業的名稱，例如 averages", "the new assignment's name, such as averages"),
    "--function": Text(
        "作業裡的函式（可重複；預設一個，和作業同名）",
        "a function of it (may be repeated; default: one of the assignment's name)",
    ),
    "--quiz": Text("一份測驗，而不是程式作業", "a quiz, not an assignment of functions"),
    "--title-zh": Text("中文名稱", "its title in Chinese"),
    "--title-en": Text("英文名稱", "its title in English"),
    "--id": Text("課程代號（預設由資料夾名稱）", "the course's id (default: from the folder)"),
    "--language": Text("學生預設看到的語言（預設 zh-TW）", "what students see (default: zh-TW)"),
}


def add_arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """The arguments of `grade new-course` or `grade new-exercise`, whichever the parser is for."""
    add = parser.add_argument
    said = {name: text[lang] for name, text in HELP.items()}
    if parser.prog.endswith("new-course"):
        add("folder", type=Path, metavar="FOLDER", help=said["folder"])
        add("--id", metavar="ID", help=said["--id"])
        add("--language", choices=("zh-TW", "en"), default="zh-TW", help=said["--language"])
    else:
        add("name", metavar="NAME", help=said["name"])
        add("--quiz", action="store_true", help=said["--quiz"])
        add("--function", action="append", default=[], metavar="F", help=said["--function"])
    add("--title-zh", metavar="TEXT", help=said["--title-zh"])
    add("--title-en", metavar="TEXT", help=said["--title-en"])


def scaffold_command(command: str, options: argparse.Namespace, lang: str) -> int:
    """Make the course or the exercise, and say what to do next."""
    if command == "new-course":
        made = make_course(
            options.folder,
            id=options.id,
            title_zh=options.title_zh,
            title_en=options.title_en,
            language=options.language,
            lang=lang,
        )
        said = _course_made(made, options.folder)
    else:
        course = _course(options.course)
        taken = quiz_names(course.root)
        words = {"title_zh": options.title_zh, "title_en": options.title_en, "lang": lang}
        if options.quiz and options.function:
            raise UsageError(
                zh="測驗沒有函式：--quiz 和 --function 不能一起用。",
                en="A quiz has no functions: give --quiz or --function, not both.",
            )
        if options.quiz:
            made = make_quiz(course, options.name, taken=taken, **words)
        else:
            made = make_exercise(course, options.name, options.function, taken=taken, **words)
        said = _exercise_made(made, options.name)
    write(sys.stdout, said[lang])
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


def _course_made(made: Made, folder: Path) -> Text:
    listed = "".join(f"  {path}\n" for path in made.paths)
    steps = "" if folder.resolve() == Path.cwd() else f"  cd {folder}\n"
    steps += "  grade verify\n  grade new-exercise NAME --function f\n"
    return Text(
        f"新課程在 {made.root}：\n{listed}接下來：\n{steps}",
        f"A new course in {made.root}:\n{listed}Next:\n{steps}",
    )


def _exercise_made(made: Made, name: str) -> Text:
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
