"""`grade quiz fill FILE`: a graded quiz's answers, typed in the terminal beside its page."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from grader.commands.console import Console
from grader.commands.output import save
from grader.language.text import Text, tr
from grader.model.errors import EXIT_PASSED, UsageError
from grader.quiz.marking.entries import attempt_from_json, attempt_to_json
from grader.quiz.terminal.filling import ask_part, is_blank
from grader.render.terminal_stream import write

_HELP = tr(
    "The questions are on the page; here a line fills a part, its cells apart by spaces or commas. "
    "Enter keeps what is there, q ends."
)
_SAVED = tr("Saved to {file}. {blank} parts are blank.")


HELP: dict[str, Text] = {
    "file": tr("the answers file to fill in (*.answers.json)"),
}


def add_arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """The arguments of `grade quiz fill`."""
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help=HELP["file"][lang])


def run(options: argparse.Namespace, console: Console) -> int:
    """Type the answers to a graded quiz; this needs the answers file and no course."""
    if options.file is None:
        raise UsageError(tr("Which file is to be filled in? grade quiz fill mlp_quiz.answers.json"))
    return fill(options.file, options.lang or console.lang)


def fill(file: Path, lang: str) -> int:
    """Ask for every part of the answers file and write it again. Returns the exit code.

    Raises:
        SubmissionError: it is no answers file.
        UsageError: it cannot be read or written.
    """
    try:
        attempt = attempt_from_json(file.read_bytes())
    except OSError as error:
        why = error.strerror or str(error)
        raise UsageError(tr("Cannot read {file}: {why}.", file=file, why=why)) from error
    write(sys.stdout, _HELP[lang] + "\n")
    entries = dict(attempt.entries)

    def ask(prompt: str) -> str | None:
        write(sys.stdout, prompt)
        sys.stdout.flush()
        line = sys.stdin.readline()
        return line.rstrip("\r\n") if line else None

    try:
        for part, entry in attempt.entries.items():
            filled = ask_part(part, entry, ask, lambda said: write(sys.stdout, said + "\n"), lang)
            if filled is None:
                break
            entries[part] = filled
    finally:  # what was typed before Ctrl-C is kept
        save(file, attempt_to_json(replace(attempt, entries=entries)))
    blank = sum(map(is_blank, entries.values()))
    write(sys.stdout, "\n" + _SAVED.format(file=file, blank=blank)[lang] + "\n")
    return EXIT_PASSED
