"""What argparse complains about, in the language spoken, and what may have been meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from grader.language.nearest import did_you_mean
from grader.language.text import NO_TEXT, Text, tr
from grader.model.errors import UsageError

Options = Iterable[tuple[str, Sequence[str]]]
"""Commands, each with the options it has."""

_TYPES = {"int": tr("a whole number"), "float": tr("a number")}

_WHAT = r"argument (?P<what>\S+?)(?:/\S+)?: "
_COMPLAINTS: tuple[tuple[str, Text], ...] = (
    (
        r"the following arguments are required: (?P<what>.+)",
        tr("{what} is missing."),
    ),
    (
        _WHAT + r"expected (?:one|at least one|\d+) arguments?",
        tr("{what} needs a value behind it."),
    ),
    (
        _WHAT + r"invalid choice: (?P<given>'(?:[^'\\]|\\.)*'|\S+?)"
        r"(?:, maybe you meant .+?\?)? \(choose from (?P<known>.+)\)",
        tr("{what} cannot be {given}; it is one of {known}."),
    ),
    (
        _WHAT + r"invalid (?P<type>\w+) value: (?P<given>.+)",
        tr("{what} is {type}, not {given}."),
    ),
    (
        _WHAT + r"not allowed with argument (?P<other>\S+?)(?:/\S+)?",
        tr("{what} and {other} do not go together."),
    ),
    (
        _WHAT + r"ignored explicit argument (?P<given>.+)",
        tr("{what} takes no value ({given})."),
    ),
)


def complaint(message: str, prog: str) -> UsageError:
    """argparse's own message as one sentence of ours; what is not known stays as it is."""
    for pattern, text in _COMPLAINTS:
        found = re.fullmatch(pattern, message)
        if found is None:
            continue
        parts: dict[str, object] = dict(found.groupdict())
        meant = Text("")
        if "known" in parts:
            known = [name.strip().strip("'") for name in str(parts["known"]).split(",")]
            parts["given"] = str(parts["given"]).strip("'")
            parts["known"] = ", ".join(known)
            meant = did_you_mean(str(parts["given"]), known)
        if "type" in parts:
            parts["type"] = _TYPES[str(parts["type"])]
        return _usage(text.format(**parts) + meant, prog)
    return _usage(Text(message), prog)


def left_over(
    words: Sequence[str], options: Iterable[str], others: Owners, prog: str
) -> UsageError:
    """The command knows nothing of `words`: an option of another command, one that is misspelt,
    or a word too many."""
    word = next((w for w in words if w.startswith("-") and w != "-"), None)
    if word is None:
        shown = " ".join(words)
        return _usage(tr("{shown} is too much.", shown=shown), prog)
    option = word.split("=", 1)[0]
    said = tr("There is no option {option}.", option=option)
    owners = others.near(option)
    meant = NO_TEXT if owners else did_you_mean(option, options)
    if not meant and (owners := owners or others.far(option)):
        named = ", ".join(owners)
        text = tr("{option} is an option of {named}.", option=option, named=named)
        return _usage(text, prog)
    return _usage(said + meant, prog)


def no_command(word: str, known: Sequence[str], prog: str) -> UsageError:
    """Behind `prog` there is no such word."""
    names = ", ".join(known)
    meant = did_you_mean(word, known, f"{prog} {{}}")
    said = tr(
        "There is no command {prog} {word}; there are {names}.", prog=prog, word=word, names=names
    )
    return _usage(said + meant, prog)


def which(known: Sequence[str], prog: str) -> UsageError:
    """Nothing stands behind `prog`, which does nothing by itself."""
    names = ", ".join(known)
    return _usage(
        tr("{prog} has to be told what to do: {names}.", prog=prog, names=names),
        prog,
    )


class Owners:
    """Which other commands have an option, found out only when somebody asks: those `near`, or
    else those `far`."""

    def __init__(self, near: Options, far: Options) -> None:
        self._near, self._far = near, far

    def near(self, option: str) -> list[str]:
        return [prog for prog, options in self._near if option in options]

    def far(self, option: str) -> list[str]:
        return [prog for prog, options in self._far if option in options]


def _usage(text: Text, prog: str) -> UsageError:
    return UsageError(tr("{text} ({prog} --help)", text=text, prog=prog))
