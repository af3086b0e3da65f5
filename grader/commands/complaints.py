"""What argparse complains about, in both languages, and what may have been meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from grader.language.nearest import did_you_mean
from grader.language.text import Text
from grader.model.errors import UsageError

Options = Iterable[tuple[str, Sequence[str]]]
"""Commands, each with the options it has."""

_TYPES = {"int": Text("整數", "a whole number"), "float": Text("數字", "a number")}

_WHAT = r"argument (?P<what>\S+?)(?:/\S+)?: "
_COMPLAINTS: tuple[tuple[str, Text], ...] = (
    (
        r"the following arguments are required: (?P<what>.+)",
        Text("還缺 {what}。", "{what} is missing."),
    ),
    (
        _WHAT + r"expected (?:one|at least one|\d+) arguments?",
        Text("{what} 後面要有一個值。", "{what} needs a value behind it."),
    ),
    (
        _WHAT + r"invalid choice: (?P<given>'(?:[^'\\]|\\.)*'|\S+?)"
        r"(?:, maybe you meant .+?\?)? \(choose from (?P<known>.+)\)",
        Text(
            "{what} 不能是 {given}；可以是 {known}。",
            "{what} cannot be {given}; it is one of {known}.",
        ),
    ),
    (
        _WHAT + r"invalid (?P<type>\w+) value: (?P<given>.+)",
        Text("{what} 要是{type}，不是 {given}。", "{what} is {type}, not {given}."),
    ),
    (
        _WHAT + r"not allowed with argument (?P<other>\S+?)(?:/\S+)?",
        Text("{what} 和 {other} 不能一起用。", "{what} and {other} do not go together."),
    ),
    (
        _WHAT + r"ignored explicit argument (?P<given>.+)",
        Text("{what} 後面不接值（{given}）。", "{what} takes no value ({given})."),
    ),
)


def complaint(message: str, prog: str) -> UsageError:
    """argparse's own message as one sentence of ours; what is not known stays as it is."""
    for pattern, text in _COMPLAINTS:
        found = re.fullmatch(pattern, message)
        if found is None:
            continue
        parts: dict[str, object] = dict(found.groupdict())
        meant = Text("", "")
        if "known" in parts:
            known = [name.strip().strip("'") for name in str(parts["known"]).split(",")]
            parts["given"] = str(parts["given"]).strip("'")
            parts["known"] = ", ".join(known)
            meant = did_you_mean(str(parts["given"]), known)
        if "type" in parts:
            parts["type"] = _TYPES.get(str(parts["type"]), Text(str(parts["type"]), "of that kind"))
        return _usage(text.format(**parts) + meant, prog)
    return _usage(Text(message, message), prog)


def left_over(
    words: Sequence[str], options: Iterable[str], others: Owners, prog: str
) -> UsageError:
    """The command knows nothing of `words`: an option of another command, one that is misspelt,
    or a word too many."""
    word = next((w for w in words if w.startswith("-") and w != "-"), None)
    if word is None:
        shown = " ".join(words)
        return _usage(Text(f"多了 {shown}。", f"{shown} is too much."), prog)
    option = word.split("=", 1)[0]
    said = Text(f"沒有 {option} 這個選項。", f"There is no option {option}.")
    meant = did_you_mean(option, options)
    if not meant and (owners := others.of(option)):
        named = ", ".join(owners)
        return _usage(
            Text(f"{option} 是 {named} 的選項。", f"{option} is an option of {named}."), prog
        )
    return _usage(said + meant, prog)


def no_command(word: str, known: Sequence[str], prog: str) -> UsageError:
    """Behind `prog` there is no such word."""
    names = ", ".join(known)
    meant = did_you_mean(word, known, f"{prog} {{}}")
    said = Text(
        f"沒有 {prog} {word} 這個指令；有的是 {names}。",
        f"There is no command {prog} {word}; there are {names}.",
    )
    return _usage(said + meant, prog)


def which(known: Sequence[str], prog: str) -> UsageError:
    """Nothing stands behind `prog`, which does nothing by itself."""
    names = ", ".join(known)
    return _usage(
        Text(f"{prog} 後面要寫做什麼：{names}。", f"{prog} has to be told what to do: {names}."),
        prog,
    )


class Owners:
    """Which other commands have an option, found out only when somebody asks: those `near`, or
    else those `far`."""

    def __init__(self, near: Options, far: Options) -> None:
        self._places = (near, far)

    def of(self, option: str) -> list[str]:
        for commands in self._places:
            found = [prog for prog, options in commands if option in options]
            if found:
                return found
        return []


def _usage(text: Text, prog: str) -> UsageError:
    return UsageError(zh=f"{text.zh} ({prog} --help)", en=f"{text.en} ({prog} --help)")
