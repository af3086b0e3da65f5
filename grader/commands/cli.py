"""The command `grade`: arguments to calls, nothing else.

Only the standard library is imported at the top: the student's worker is started before NumPy and
pytest are imported here, so that both processes start side by side.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from grader import __version__
from grader.language.command_words import HELP, language_choices, language_of, language_tag
from grader.model.errors import EXIT_COULD_NOT_GRADE, EXIT_USAGE, GradeError

COMMANDS = (
    *("batch", "build", "demo", "doctor", "export", "gradebook", "hint", "nbgrader"),
    *("new-course", "new-exercise", "quiz", "release", "verify"),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `grade`; return its exit code (0 all passed, 1 points missing, 2 usage, 3 could not)."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    _readable_output()
    lang = language_of(words)
    try:
        return _dispatch(words, lang)
    except GradeError as error:
        said = error.text[error.lang or lang]
        print(f"grade: {said}", file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        print(f"grade: {HELP['interrupted'][lang]}", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # The reader of our output went away; there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_COULD_NOT_GRADE
    except OSError as error:
        where = f" {error.filename}" if error.filename else ""
        print(f"grade:{where} {error.strerror or error}", file=sys.stderr)
        return EXIT_COULD_NOT_GRADE


def _readable_output() -> None:
    """A console that cannot show a character shows a stand-in, and the run goes on."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def _dispatch(words: list[str], lang: str) -> int:
    at = _first_word(words)
    command = words[at] if at < len(words) and words[at] in COMMANDS else "grade"
    rest = words[:at] + words[at + 1 :] if command != "grade" else words
    if command == "batch":
        from grader.commands.batch import batch_command

        return batch_command(_parser_of("batch", lang).parse_args(rest), lang)
    if command == "doctor":
        from grader.commands.doctor import doctor_command

        return doctor_command(_doctor_parser(lang).parse_args(rest), lang)
    if command == "verify":
        from grader.commands.author import verify_command

        return verify_command(_verify_parser(lang).parse_args(rest), lang)
    if command == "build":
        from grader.commands.author import build_command

        return build_command(_build_parser(lang).parse_args(rest), lang)
    if command == "demo":
        from grader.commands.demo import demo_command

        return demo_command(_demo_parser(lang).parse_args(rest), lang)
    if command == "hint":
        from grader.commands.hint import hint_command

        return hint_command(_hint_parser(lang).parse_args(rest), lang)
    if command == "export":
        from grader.commands.export import export_command

        return export_command(_parser_of("export", lang).parse_intermixed_args(rest), lang)
    if command == "quiz":
        from grader.commands.quiz import quiz_command

        return quiz_command(_quiz_parser(lang).parse_args(rest), lang)
    if command == "release":
        from grader.commands.release import release_command

        return release_command(_parser_of("release", lang).parse_args(rest), lang)
    if command == "nbgrader":
        from grader.commands.nbgrader import nbgrader_command

        return nbgrader_command(_parser_of("nbgrader", lang).parse_args(rest), lang)
    if command == "gradebook":
        from grader.commands.gradebook import gradebook_command

        return gradebook_command(_parser_of("gradebook", lang).parse_args(rest), lang)
    if command in ("new-course", "new-exercise"):
        from grader.commands.scaffold import scaffold_command

        return scaffold_command(command, _parser_of(command, lang).parse_args(rest), lang)
    options = _grade_parser(lang).parse_args(rest)
    from grader.commands.grade import grade_command

    return grade_command(options)


def _first_word(words: Sequence[str]) -> int:
    """Where the first word stands that is neither an option nor an option's value."""
    at = 0
    while at < len(words) and words[at].startswith("-"):
        at += 2 if words[at] in ("--lang", "--course") else 1
    return at


class _Parser(argparse.ArgumentParser):
    """argparse whose own complaint is one sentence and exit code 2."""

    def error(self, message: str) -> NoReturn:
        print(f"grade: {message} (grade --help)", file=sys.stderr)
        sys.exit(EXIT_USAGE)


def _parser(name: str, lang: str) -> _Parser:
    parser = _Parser(
        prog=name,
        description=HELP[name][lang],
        add_help=False,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("-h", "--help", action="help", help=HELP["--help"][lang])
    parser.add_argument(
        "--lang", type=language_tag, metavar=language_choices(), help=HELP["--lang"][lang]
    )
    parser.add_argument("--course", type=Path, help=HELP["--course"][lang])
    return parser


def _grade_parser(lang: str) -> _Parser:
    parser = _parser("grade", lang)
    parser.epilog = HELP["grade.epilog"][lang]
    add = parser.add_argument
    add("targets", nargs="*", metavar="TARGET", help=HELP["targets"][lang])
    add(
        "--format",
        choices=("text", "json", "junit", "ctrf", "markdown", "html"),
        default="text",
        help=HELP["--format"][lang],
    )
    add("--output", type=Path, metavar="FILE", help=HELP["--output"][lang])
    add("--seed", type=int, help=HELP["--seed"][lang])
    add("--assignment", help=HELP["--assignment"][lang])
    add("--secret", type=Path, metavar="FILE", help=HELP["--secret"][lang])
    add("--list", action="store_true", help=HELP["--list"][lang])
    add("--watch", action="store_true", help=HELP["--watch"][lang])
    add(
        "--version",
        action="version",
        version=f"dlgrade {__version__}",
        help=HELP["--version"][lang],
    )
    return parser


def _verify_parser(lang: str) -> _Parser:
    parser = _parser("grade verify", lang)
    parser.add_argument(
        "assignments", nargs="*", metavar="ASSIGNMENT", help=HELP["assignments"][lang]
    )
    parser.add_argument("--mutants", action="store_true", help=HELP["--mutants"][lang])
    parser.add_argument("-j", "--jobs", type=int, default=1, help=HELP["--jobs"][lang])
    return parser


def _build_parser(lang: str) -> _Parser:
    parser = _parser("grade build", lang)
    parser.add_argument("--check", action="store_true", help=HELP["--check"][lang])
    return parser


_MODULES = {"new-course": "scaffold", "new-exercise": "scaffold"}


def _parser_of(command: str, lang: str) -> _Parser:
    """The parser of a command whose module adds its own arguments."""
    module = importlib.import_module(f"grader.commands.{_MODULES.get(command, command)}")
    parser = _parser(f"grade {command}", lang)
    module.add_arguments(parser, lang)
    return parser


def _quiz_parser(lang: str) -> _Parser:
    from grader.commands.quiz import add_arguments

    parser = _parser("grade quiz", lang)
    parser.epilog = HELP["grade quiz.epilog"][lang]
    add_arguments(parser, lang)
    return parser


def _doctor_parser(lang: str) -> _Parser:
    parser = _parser("grade doctor", lang)
    parser.add_argument("--json", action="store_true", help=HELP["--json"][lang])
    return parser


def _demo_parser(lang: str) -> _Parser:
    parser = _parser("grade demo", lang)
    parser.add_argument("--out", type=Path, default=Path("demo-results"), help=HELP["--out"][lang])
    parser.add_argument("--seed", type=int, help=HELP["--seed"][lang])
    return parser


def _hint_parser(lang: str) -> _Parser:
    parser = _parser("grade hint", lang)
    parser.add_argument("function", metavar="FUNCTION", help=HELP["function"][lang])
    parser.add_argument("level", nargs="?", type=int, default=1, help=HELP["level"][lang])
    return parser
