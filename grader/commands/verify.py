"""`grade verify`: is the course sound?"""

from __future__ import annotations

import argparse
from pathlib import Path

from grader.commands.console import Console
from grader.course.load import choose_course, with_solutions
from grader.language.nearest import did_you_mean
from grader.language.text import Text
from grader.model.errors import EXIT_PASSED, EXIT_POINTS_MISSING, UsageError
from grader.quiz.course.quiz_files import quiz_names
from grader.scaffold.open_places import left

HELP: dict[str, Text] = {
    "assignments": Text(
        "要檢查的作業或測驗（預設全部）", "assignments or quizzes to check (default: all)"
    ),
    "--mutants": Text("也測試參考解的變異", "also run the mutants of the reference"),
    "--jobs": Text("同時幾個行程", "processes at once"),
}


def add_arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """The arguments of `grade verify`."""
    add = parser.add_argument
    said = {name: text[lang] for name, text in HELP.items()}
    add("assignments", nargs="*", metavar="ASSIGNMENT", help=said["assignments"])
    add("--mutants", action="store_true", help=said["--mutants"])
    add("-j", "--jobs", type=int, default=1, metavar="N", help=said["--jobs"])


def run(options: argparse.Namespace, console: Console) -> int:
    """Print every flaw of the course; exit code 1 when there is one."""
    from grader.audit.verify import verify

    course = with_solutions(choose_course(options.course, Path.cwd()))
    names = (*course.names, *quiz_names(course.root))
    unknown = [n for n in options.assignments if n not in names]
    if unknown:
        near = did_you_mean(unknown[0], names)
        raise UsageError(
            zh=f"沒有這份作業或測驗：{', '.join(unknown)}。{near.zh}",
            en=f"No such assignment or quiz: {', '.join(unknown)}.{near.en}",
        )
    checked = options.assignments or names
    flaws = verify(
        course, checked, with_mutants=options.mutants, jobs=max(1, options.jobs), say=console.note
    )
    console.note(left(course.root, checked))
    for flaw in flaws:
        console.say(str(flaw))
    end = (
        Text(f"發現 {len(flaws)} 個問題。", f"{len(flaws)} flaw(s).")
        if flaws
        else Text("課程沒有問題。", "The course is sound.")
    )
    console.remark(end)
    console.tell(
        checked=list(checked),
        sound=not flaws,
        flaws=[{"place": flaw.place, "text": flaw.text} for flaw in flaws],
    )
    return EXIT_POINTS_MISSING if flaws else EXIT_PASSED
