"""`grade --watch`: grade again at every save and say what changed."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from grader.commands.running import exit_code, grade_targets
from grader.intake.targets import Target
from grader.language.command_words import HELP
from grader.model.assignment import Course
from grader.model.errors import SubmissionError
from grader.model.report import Report
from grader.render.terminal_report import TextRenderer
from grader.render.terminal_stream import write
from grader.sandbox.best_cage import BestCage

INTERVAL = 0.3


def watch(
    course: Course,
    targets: Sequence[Target],
    cage: BestCage,
    options: argparse.Namespace,
    lang: str,
) -> int:
    """Until Ctrl-C: grade all targets once, then each whose file changes. Returns the exit code
    of the state at the end."""
    renderer = TextRenderer.for_stream(sys.stdout, lang)
    last: dict[Path, Report] = {}
    seen: dict[Path, tuple[int, int]] = {}
    try:
        while True:
            for target in targets:
                stamp = _stamp(target.path)
                if stamp is None or seen.get(target.path) == stamp:
                    continue
                seen[target.path] = stamp
                _again(course, target, cage, options, lang, renderer, last)
            cage.prestart()
            time.sleep(INTERVAL)
    except KeyboardInterrupt:
        write(sys.stdout, "\n")
        return exit_code(list(last.values()))


def _stamp(path: Path) -> tuple[int, int] | None:
    """What changes when a file is saved; None while an editor is replacing it."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size


def _again(
    course: Course,
    target: Target,
    cage: BestCage,
    options: argparse.Namespace,
    lang: str,
    renderer: TextRenderer,
    last: dict[Path, Report],
) -> None:
    try:
        report = grade_targets(course, [target], cage, options, progress=None, lang=lang)[0]
    except SubmissionError as error:
        write(sys.stdout, f"{error.text[lang]}\n")
        return
    write(sys.stdout, "\n" + renderer.render(report))
    before = last.get(target.path)
    if before is not None:
        write(sys.stdout, renderer.changes(before, report))
    last[target.path] = report
    write(sys.stdout, HELP["watching"][lang] + "\n")
