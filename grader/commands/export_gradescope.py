"""`grade export gradescope`: an assignment's autograder."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from grader.bridges.gradescope.results import AFTER_PUBLISHED, VISIBILITIES
from grader.commands.console import Console
from grader.commands.export import KEYS_INSIDE, write_key
from grader.course.load import choose_course, with_solutions
from grader.language.text import tr
from grader.model.errors import EXIT_PASSED, UsageError

HELP = {
    "assignments": tr("which assignments"),
    "--out": tr("the folder to write to (default: exports), or a .zip's name"),
    "--hidden": tr("when students see the hidden checks (default after_published)"),
}

_THEN = tr(
    "Gradescope: programming assignment → Configure Autograder → upload the zip → Update "
    "Autograder; then hand something in with Test Autograder."
)


def add_arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """The arguments of `grade export gradescope`."""
    add = parser.add_argument
    add("assignments", nargs="*", metavar="ASSIGNMENT", help=HELP["assignments"][lang])
    add("--out", type=Path, default=Path("exports"), metavar="PATH", help=HELP["--out"][lang])
    add("--hidden", choices=VISIBILITIES, default=AFTER_PUBLISHED, help=HELP["--hidden"][lang])


def run(options: argparse.Namespace, console: Console) -> int:
    """An autograder's zip for each assignment named, in one language where one is named.

    Raises:
        UsageError: no assignment is named, there is no such one, or several for one .zip.
    """
    from grader.bridges.gradescope.autograder_zip import autograder

    course = with_solutions(choose_course(options.course, Path.cwd()))
    names: Sequence[str] = tuple(dict.fromkeys(options.assignments))
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
    langs = (console.speak(course),) if options.lang else course.languages
    paths = []
    for name in names:
        data = autograder(course, name, langs=langs, hidden=options.hidden)
        paths.append(out if out.suffix == ".zip" else out / f"{name}.gradescope.zip")
        write_key(paths[-1], data, console, dry=options.dry_run)
    console.tell(files=paths, written=not options.dry_run)
    console.note(_THEN)
    console.note(KEYS_INSIDE)
    return EXIT_PASSED
