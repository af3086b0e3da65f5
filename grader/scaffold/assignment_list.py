"""One more name in the `assignments` of a course.toml, and not a byte else changed."""

from __future__ import annotations

import re
import tomllib

_HEAD = re.compile(r"^[ \t]*(?:assignments|\"assignments\")[ \t]*=[ \t]*\[", re.MULTILINE)
_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)
# What may stand between the brackets: strings, comments, commas, space.
_PIECE = re.compile(
    r"""(?P<string>"(?:[^"\\\n]|\\.)*"|'[^'\n]*')|(?P<comment>\#[^\n]*)|(?P<comma>,)|\s+"""
)


def with_assignment(text: str, name: str) -> str | None:
    """`text`, a course.toml, with `name` as the last of its assignments; comments, line ends and
    layout stay. None where the list is written in a way that is not understood.
    """
    head = _HEAD.search(text)
    table = _TABLE.search(text)
    if head is None or (table is not None and table.start() < head.start()):
        return None
    at, last, comma = head.end(), head.end(), True
    while text[at : at + 1] != "]":
        piece = _PIECE.match(text, at)
        if piece is None:
            return None
        if piece["string"]:
            last, comma = piece.end(), False
        elif piece["comma"]:
            last, comma = piece.end(), True
        at = piece.end()
    inside = text[head.end() : at]
    separator = "" if comma else ","
    if "\n" in inside:
        newline = "\r\n" if "\r\n" in inside else "\n"
        line = inside[: last - head.end()].rfind("\n")
        indent = re.match(r"[ \t]*", inside[line + 1 :]) if line >= 0 else None
        spaces = indent[0] if indent is not None else "    "
        end = text.find("\n", last)  # a comment behind the last name stays with it
        end = at if end < 0 or end > at else end - (newline == "\r\n")
        made = f'{text[:last]}{separator}{text[last:end]}{newline}{spaces}"{name}",{text[end:]}'
    else:
        space = " " if comma and last > head.end() else "" if comma else " "
        made = f'{text[:last]}{separator}{space}"{name}"{text[at:]}'
    return made if _adds(text, made, name) else None


def _adds(before: str, after: str, name: str) -> bool:
    try:
        old, new = tomllib.loads(before), tomllib.loads(after)
    except tomllib.TOMLDecodeError:
        return False
    return new == old | {"assignments": [*old["assignments"], name]}
