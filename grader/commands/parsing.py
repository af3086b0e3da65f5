"""The command line as a tree of argparse parsers, made from the registry.

A command's module is imported when its parser is asked something: `grade` itself has to start the
student's worker before it imports what the other commands need.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NoReturn, cast

from grader.commands import complaints
from grader.commands.registry import COMMANDS, Command, below
from grader.language.command_words import HELP, language_choices, language_tag
from grader.language.nearest import nearest

_NEWER: dict[str, Any] = {"suggest_on_error": False} if sys.version_info >= (3, 14) else {}
"""Python's own guesses, since 3.14, exist in English only."""


def parse(words: Sequence[str], lang: str) -> argparse.Namespace:
    """The options of the command that `words` name; `command` among them is the command itself.

    Raises:
        UsageError: the command line is wrong.
    """
    path, rest = locate(words)
    options: argparse.Namespace = tree(lang, path).parse_args([*path, *rest])
    return options


def locate(words: Sequence[str]) -> tuple[tuple[str, ...], list[str]]:
    """Which command `words` name, and all its other words: what stands before the command's own
    belongs to it as well.

    Raises:
        UsageError: behind a group stands no word of it, and it does nothing by itself.
    """
    path: tuple[str, ...] = ()
    rest = list(words)
    while following := below(path):
        at = _first_word(rest)
        word = rest[at] if at < len(rest) else None
        if word in following and word:
            path, rest = (*path, word), rest[:at] + rest[at + 1 :]
        elif "" in following:
            return (*path, ""), rest
        elif {"-h", "--help"} & set(rest):
            return path, ["--help"]
        else:
            prog = " ".join(("grade", *path))
            known = list(following)
            if word is None:
                raise complaints.which(known, prog)
            raise complaints.no_command(word, known, prog)
    return path, rest


def _first_word(words: Sequence[str]) -> int:
    """Where the first word stands that is neither an option nor an option's value."""
    at = 0
    while at < len(words) and words[at].startswith("-"):
        if words[at] == "--":
            return len(words)
        at += 2 if words[at] in ("--lang", "--course") else 1
    return at


class Group(argparse.ArgumentParser):
    """A word that other words follow. It hears nothing itself: `locate` has named the command."""


class Leaf(argparse.ArgumentParser):
    """One command's parser. Its arguments are added when they are first needed; options and
    words may stand in any order."""

    def __init__(self, *, command: Command, lang: str, **given: Any) -> None:
        super().__init__(**given)
        self.command = command
        self.lang = lang
        self.completing = False
        """Is a shell asking what may follow? Then the words stay as they are typed."""
        self._filled = self._mixing = False

    def fill(self) -> Leaf:
        """Add the arguments, once."""
        if self._filled:
            return self
        self._filled = True
        self.description = HELP[self.prog][self.lang]
        self.epilog = self._more()
        _common(self, self.command, self.lang)
        self.command.load().add_arguments(self, self.lang)
        self.set_defaults(command=self.command)
        return self

    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        self.fill()
        words = list(sys.argv[1:] if args is None else args)
        if self._mixing or self.completing:
            return super().parse_known_args(args, namespace)
        self._mixing = True
        if not {"-h", "--help"} & set(words):
            self.usage = self.prog  # argparse would put it together, which nobody reads
        try:
            # Behind `--` nothing is an option, and argparse loses that when it mixes.
            mixed = "--" not in words
            options, extra = (
                self.parse_known_intermixed_args(words, namespace)
                if mixed
                else super().parse_known_args(words, namespace)
            )
        finally:
            self._mixing, self.usage = False, None
        if extra:
            self._misspelt(words)
            raise complaints.left_over(extra, self.option_strings(), self._others(), self.prog)
        return options, extra

    def format_help(self) -> str:
        self.fill()
        return super().format_help()

    def error(self, message: str) -> NoReturn:
        raise complaints.complaint(message, self.prog)

    def option_strings(self) -> list[str]:
        """Every option by the names it is typed with."""
        return [name for action in self.fill()._actions for name in action.option_strings]

    def _misspelt(self, words: Sequence[str]) -> None:
        """Arguments that fit nothing may be another command's, whose name is misspelt.

        Raises:
            UsageError: so it is.
        """
        at = _first_word(words)
        siblings = [word for word in below(self.command.words[:-1]) if word]
        if self.command.words[-1] or at >= len(words) or Path(words[at]).exists():
            return
        if nearest(words[at], siblings) is not None:
            raise complaints.no_command(words[at], siblings, self.prog)

    def _others(self) -> complaints.Owners:
        """The other commands, those of the same group first."""

        def found(near: bool) -> Iterator[tuple[str, list[str]]]:
            for command in COMMANDS:
                same = command.words[0] == self.command.words[0]
                if command is not self.command and same is near:
                    yield command.prog, leaf(command, self.lang).option_strings()

        return complaints.Owners(found(True), found(False))

    def _more(self) -> str | None:
        """The examples, and which commands there are beside a group's own."""
        parts = []
        if f"{self.prog}.epilog" in HELP:
            parts.append(HELP[f"{self.prog}.epilog"][self.lang])
        if not self.command.words[-1]:
            parts.append(_listed(self.command.words[:-1], self.lang))
        return "\n\n".join(parts) or None


def _listed(group: tuple[str, ...], lang: str) -> str:
    """The commands of a group, a line each."""
    from grader.render.terminal_stream import terminal_width
    from grader.render.typeset import wrap

    progs = [" ".join(("grade", *group, word)) for word in below(group) if word]
    room = max(map(len, progs)) + 4
    lines = []
    for prog in progs:
        first, *more = wrap(HELP[prog][lang], min(terminal_width(), 80) - room)
        lines += [f"  {prog:<{room - 2}}{first}", *(" " * room + part for part in more)]
    return "\n".join([f"{HELP['commands'][lang]}:", *lines])


def _common(parser: argparse.ArgumentParser, command: Command, lang: str) -> None:
    """The options that every command has, and those that it has for what it does."""
    add = parser.add_argument
    add("-h", "--help", action="help", help=HELP["--help"][lang])
    add("--lang", type=language_tag, metavar=language_choices(), help=HELP["--lang"][lang])
    add("--course", type=Path, metavar="DIR", help=HELP["--course"][lang])
    loudness = parser.add_mutually_exclusive_group()
    loudness.add_argument("-q", "--quiet", action="store_true", help=HELP["--quiet"][lang])
    loudness.add_argument("-v", "--verbose", action="store_true", help=HELP["--verbose"][lang])
    if command.tells:
        add("--json", action="store_true", help=HELP["--json"][lang])
    if command.writes:
        add("-n", "--dry-run", action="store_true", help=HELP["--dry-run"][lang])


def leaf(command: Command, lang: str) -> Leaf:
    """The parser of one command, with its arguments."""
    return Leaf(prog=command.prog, command=command, lang=lang, **_style()).fill()


def _style() -> dict[str, Any]:
    return {
        "add_help": False,
        "allow_abbrev": False,
        "formatter_class": argparse.RawDescriptionHelpFormatter,
        **_NEWER,
    }


def tree(lang: str, along: tuple[str, ...] | None = None) -> Group:
    """`grade` and everything behind it; with `along` only what lies on the way there: making
    the others takes time, and nobody asks them."""
    return _grown(Group(prog="grade", **_style()), lang, (), along)


def _grown(parser: Group, lang: str, path: tuple[str, ...], along: tuple[str, ...] | None) -> Group:
    prog = " ".join(("grade", *path))
    parser.description = HELP[prog][lang]
    if "" not in below(path):
        parser.add_argument("-h", "--help", action="help", help=HELP["--help"][lang])
    following = parser.add_subparsers(
        required=True,
        prog=prog,
        metavar=HELP["command"][lang],
        title=HELP["commands"][lang],
        parser_class=cast(type[Leaf], _branch),
    )
    for word, commands in below(path).items():
        here = (*path, word)
        if along is not None and here != along[: len(here)]:
            continue
        prog = " ".join(("grade", *filter(None, here)))
        style = _style() | {"prog": prog, "help": HELP[prog][lang].splitlines()[0]}
        if commands[0].words == here:
            following.add_parser(word, command=commands[0], lang=lang, **style)
        else:
            _grown(cast(Group, following.add_parser(word, **style)), lang, here, along)
    return parser


def _branch(**given: Any) -> argparse.ArgumentParser:
    return Leaf(**given) if "command" in given else Group(**given)
