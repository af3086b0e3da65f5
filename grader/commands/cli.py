"""The command `grade`: words to a command, what goes wrong to one sentence and an exit code.

Only the standard library is imported at the top: the student's worker is started before NumPy and
pytest are imported here, so that both processes start side by side.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from grader.commands.console import Console
from grader.commands.parsing import locate, parse
from grader.commands.registry import Command
from grader.language.command_words import HELP, language_of
from grader.language.text import Text
from grader.model.errors import EXIT_COULD_NOT_GRADE, EXIT_INTERRUPTED, GradeError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `grade`; return its exit code (0 all passed, 1 points missing, 2 usage, 3 could not)."""
    if "_ARGCOMPLETE" in os.environ:
        from grader.commands.completion import answer

        answer()
    words = list(sys.argv[1:] if arguments is None else arguments)
    _readable_output()
    console = Console(language_of(words), json="--json" in words)
    try:
        return _run(words, console)
    except KeyboardInterrupt:
        print(f"grade: {HELP['interrupted'][console.lang]}", file=sys.stderr)
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        # The reader of our output went away; there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_COULD_NOT_GRADE


def _run(words: Sequence[str], console: Console) -> int:
    """The command that `words` name, to its end."""
    name = ""
    try:
        name = _name(words)
        options = parse(words, console.lang)
        command: Command = options.command
        name = command.name
        console.options(options)
        code = command.load().run(options, console)
    except GradeError as error:
        console.fail(error.text[console.lang])
        console.finish(name, error.exit_code, error)
        return error.exit_code
    except BrokenPipeError:
        raise
    except OSError as error:
        where = f"{error.filename} " if error.filename else ""
        why = error.strerror or str(error)
        console.fail(f"{where}{why}")
        told = GradeError(Text(f"{where}{why}"))
        console.finish(name, EXIT_COULD_NOT_GRADE, told)
        return EXIT_COULD_NOT_GRADE
    console.finish(name, code)
    return code


def _name(words: Sequence[str]) -> str:
    """The command, as far as it can be told."""
    return " ".join(filter(None, locate(words)[0]))


def _readable_output() -> None:
    """A console that cannot show a character shows a stand-in, and the run goes on."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
