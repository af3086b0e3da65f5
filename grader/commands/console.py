"""What a command says: lines for people, or one envelope of JSON for programs."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from grader import __version__
from grader.course.spoken import language_for
from grader.language.text import LANGUAGES, Text, tr
from grader.model.errors import GradeError

if TYPE_CHECKING:
    import argparse

    from grader.model.assignment import Course

SCHEMA = "grade-command/1"


class Console:
    """One command's voice. `lang` is the language it speaks; a command that finds its course
    speaks the course's from then on."""

    def __init__(self, lang: str, *, json: bool = False) -> None:
        self.lang = lang
        self.json = json
        self.quiet = self.verbose = False
        self._asked: str | None = None
        self._data: dict[str, Any] = {}
        self._notes: list[str] = []

    def options(self, options: argparse.Namespace) -> None:
        """Speak as the command line asks for."""
        self._asked = options.lang
        self.json = getattr(options, "json", False)
        self.quiet, self.verbose = options.quiet, options.verbose

    @property
    def shows_progress(self) -> bool | None:
        """For `Progress(enabled=…)`: None leaves it to the stream."""
        return False if self.quiet or self.json else None

    def speak(self, course: Course) -> str:
        """From here on: the language asked for, else `$DLGRADE_LANG`, else the course's."""
        self.lang = language_for(course, self._asked)
        self.detail(tr("course: {root}", root=course.root))
        return self.lang

    # ------------------------------------------------------------------ for people

    def say(self, text: str | Text) -> None:
        """A result, to stdout."""
        if not self.json:
            self._write(sys.stdout, text)

    def remark(self, text: str | Text) -> None:
        """Something beside the result, such as what to do next: not with --quiet."""
        if not self.quiet:
            self.say(text)

    def note(self, text: str | Text) -> None:
        """What is to be known beside the result, to stderr: not with --quiet."""
        shown = text[self.lang] if isinstance(text, Text) else text
        if self.json:
            self._notes += filter(None, [shown.strip()])
        elif shown and not self.quiet:
            self._write(sys.stderr, shown)

    def warn(self, text: str | Text) -> None:
        """Something that went wrong and did not end the command, to stderr."""
        shown = text[self.lang] if isinstance(text, Text) else text
        if self.json:
            self._notes += [shown.strip()]
        else:
            self._write(sys.stderr, f"grade: {shown}")

    def fail(self, text: str) -> None:
        """Why the command ends, to stderr, with --json as well."""
        from grader.render.typeset import clean

        self._write(sys.stderr, clean(f"grade: {text}"))

    def detail(self, text: str | Text) -> None:
        """What only --verbose wants to know, to stderr."""
        if self.verbose and not self.json:
            self._write(sys.stderr, text)

    def _write(self, stream: Any, text: str | Text) -> None:
        from grader.render.terminal_stream import write
        from grader.render.workflow import logged

        shown = logged(text[self.lang] if isinstance(text, Text) else text)
        if shown:
            write(stream, shown if shown.endswith("\n") else f"{shown}\n")

    # ------------------------------------------------------------------ for programs

    def tell(self, **data: object) -> None:
        """Fields of the envelope's `data`."""
        self._data |= data

    def finish(self, command: str, code: int, error: GradeError | None = None) -> None:
        """With --json: the envelope, alone on stdout."""
        if not self.json:
            return
        envelope = {
            "schema": SCHEMA,
            "command": command or "grade",
            "dlgrade": __version__,
            "exit_code": code,
            "data": self._data,
            "notes": self._notes,
            "error": None if error is None else error.text.to_json(),
        }
        import json  # not on the way to a student's worker

        from grader.render.json_text import text_of, without_surrogates
        from grader.render.workflow import logged

        plain = without_surrogates(json.loads(json.dumps(envelope, default=_plain)))
        text = logged(text_of(plain) + "\n", "json")
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode())
        sys.stdout.buffer.flush()


def _plain(value: object) -> object:
    """Texts by language tag, paths and everything else as it is written."""
    return value.to_json(value.tags or LANGUAGES) if isinstance(value, Text) else str(value)
