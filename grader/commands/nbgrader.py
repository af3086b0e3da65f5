"""`grade nbgrader`: a course directory for nbgrader, and its grades back."""

from __future__ import annotations

import argparse
import shlex
import sys
from pathlib import Path

from grader.course.load import choose_course, require, with_solutions
from grader.language.text import Text
from grader.model.assignment import Course
from grader.model.errors import EXIT_COULD_NOT_GRADE, EXIT_PASSED, UsageError
from grader.render.terminal_stream import write

HELP: dict[str, Text] = {
    "init": Text(
        "建立或更新 nbgrader 的課程資料夾。", "Make or update nbgrader's course directory."
    ),
    "autograde": Text(
        "用評分引擎評收回來的作業，把成績寫進 nbgrader。",
        "Grade what was collected with the engine, and put the grades into nbgrader.",
    ),
    "folder": Text(
        "nbgrader 的課程資料夾（預設：目前的資料夾）",
        "nbgrader's course directory (default: this folder)",
    ),
    "--assignment": Text(
        "只要這份作業（可重複；預設：全部，或先前選過的）",
        "only this assignment (may be repeated; default: all, or those chosen before)",
    ),
    "--quizzes": Text("也放進計分測驗", "the graded quizzes as well"),
    "--roster": Text(
        "計分測驗給誰：名冊（CSV），要有學號欄（預設：成績簿裡的學生）",
        "whom the quizzes are for: roster (CSV) with a column of ids (default: the students in "
        "the gradebook)",
    ),
    "--secret": Text(
        "課程密鑰檔（預設用環境變數 DLGRADE_SECRET）",
        "file with the course's secret (default: DLGRADE_SECRET)",
    ),
    "--replace": Text(
        "手動改過的檔案也換成新的（原檔留在 edited/）",
        "replace files edited by hand as well (a copy is kept in edited/)",
    ),
    "--course": Text("課程資料夾", "the course's folder"),
    "--lang": Text("語言", "language"),
    "--help": Text("顯示說明", "show this help"),
}

DONE = Text(
    "{folder}：寫入 {written} 個檔案，{unchanged} 個沒有變動。",
    "{folder}: {written} files written, {unchanged} unchanged.",
)
REMOVED = Text("移除了不再需要的 {n} 個檔案。", "{n} files no longer needed were removed.")
LEFT = Text(
    "有人手動改過，沒有更動：{path}（要換成新的，加 --replace，原檔會留在 edited/）",
    "Edited by hand, and left as it is: {path} (--replace replaces it and keeps a copy in edited/)",
)
KEPT = Text(
    "手動改過的 {path} 已換新，原檔在 {copy}",
    "{path} was edited by hand and is replaced; a copy is {copy}",
)
NEXT = Text(
    "下一步：cd {folder} && nbgrader generate_assignment {name} && "
    "nbgrader release_assignment {name}",
    "Next: cd {folder} && nbgrader generate_assignment {name} && "
    "nbgrader release_assignment {name}",
)


def add_arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """The subcommands of `grade nbgrader`; each takes --course and --lang as well."""
    commands = parser.add_subparsers(dest="subcommand", required=True, metavar="init | autograde")
    init = _command(commands, "init", lang)
    said = {name: text[lang] for name, text in HELP.items()}
    init.add_argument("folder", nargs="?", type=Path, metavar="FOLDER", help=said["folder"])
    init.add_argument(
        "--assignment", action="append", default=[], metavar="A", help=said["--assignment"]
    )
    init.add_argument("--quizzes", action="store_true", help=said["--quizzes"])
    init.add_argument("--roster", type=Path, metavar="CSV", help=said["--roster"])
    init.add_argument("--secret", type=Path, metavar="FILE", help=said["--secret"])
    init.add_argument("--replace", action="store_true", help=said["--replace"])
    from grader.commands import nbgrader_autograde

    nbgrader_autograde.add_arguments(_command(commands, "autograde", lang), lang)


def _command(commands: argparse._SubParsersAction, name: str, lang: str) -> argparse.ArgumentParser:  # type: ignore[type-arg]
    parser: argparse.ArgumentParser = commands.add_parser(
        name,
        prog=f"grade nbgrader {name}",
        help=HELP[name][lang],
        description=HELP[name][lang],
        add_help=False,
        allow_abbrev=False,
    )
    none = argparse.SUPPRESS
    parser.add_argument("-h", "--help", action="help", help=HELP["--help"][lang])
    parser.add_argument("--lang", choices=("zh-TW", "en"), default=none, help=HELP["--lang"][lang])
    parser.add_argument("--course", type=Path, default=none, help=HELP["--course"][lang])
    return parser


def nbgrader_command(options: argparse.Namespace, lang: str) -> int:
    """Run the subcommand. Returns the exit code."""
    lang = options.lang or lang
    if options.subcommand == "autograde":
        from grader.commands.nbgrader_autograde import autograde_command

        return autograde_command(options, lang)
    return init_command(options, lang)


def init_command(options: argparse.Namespace, lang: str) -> int:
    """Make or update a course directory. Returns 0, or 3 where edited files were left alone."""
    from grader.bridges.nbgrader.course_dir import init
    from grader.bridges.nbgrader.ledger import read_ledger

    folder: Path = options.folder or Path.cwd()
    if folder.exists() and not folder.is_dir():
        raise UsageError(zh=f"{folder} 不是資料夾。", en=f"{folder} is not a folder.")
    before = read_ledger(folder)
    course = _course(options.course, folder, before.course)
    names = _names(course, options.assignment, before.assignments)
    quizzes = _quizzes(course, folder, options) if options.quizzes else {}
    done = init(folder, course, names, quizzes, replace=options.replace)
    shown = folder.name if folder.name not in ("", "..") else str(folder.resolve().name)
    counts = {"written": len(done.written), "unchanged": done.unchanged}
    lines = [DONE.format(folder=shown, **counts)]
    lines += [REMOVED.format(n=len(done.removed))] if done.removed else []
    lines += [KEPT.format(path=path, copy=copy) for path, copy in done.kept.items()]
    lines += [LEFT.format(path=path) for path in done.left]
    if names and not done.left:
        place = shlex.quote(str(options.folder or "."))
        lines.append(NEXT.format(folder=place, name=names[0]))
    write(sys.stdout, "".join(line[lang] + "\n" for line in lines))
    return EXIT_COULD_NOT_GRADE if done.left else EXIT_PASSED


def _course(named: Path | None, folder: Path, recorded: str) -> Course:
    """The course named; else the one this directory was made from; else as everywhere."""
    if named is None and recorded and (folder / recorded / "course.toml").is_file():
        named = folder / recorded
    starts = [Path.cwd(), *([folder] if folder.exists() else [])]
    return with_solutions(choose_course(named, *starts))


def _names(course: Course, asked: list[str], before: tuple[str, ...]) -> list[str]:
    """The assignments to write: those asked for and those of earlier runs; by default all."""
    require(course, *asked)
    chosen = {*asked, *before} or set(course.names)
    return [name for name in course.names if name in chosen]


def _quizzes(
    course: Course, folder: Path, options: argparse.Namespace
) -> dict[str, dict[str, bytes]]:
    """The files of every graded quiz, for the students on the roster or in the gradebook."""
    from grader.bridges.nbgrader.quiz_assignment import quiz_files, students_of
    from grader.quiz.course.quiz_files import quiz_names
    from grader.quiz.variants.drawing import course_secret

    key = course_secret(course.root, options.secret)
    students = students_of(folder, options.roster)
    names = quiz_names(course.root)
    return {name: quiz_files(course, name, key, students) for name in names}
