"""Gradescope's `submission_metadata.yml`: which folder is whose.

The download of a programming assignment is `assignment_123456_export/` with one folder a
submission and this file, written by Ruby (symbols with a colon before and after):

    submission_789:
      :submitters:
      - :name: 王小明
        :sid: B10901001
        :email: ming@example.edu
      :created_at: 2026-03-01 10:00:00.000000000 Z
      :score: 2.0
      :results: …

Only this shape is read, line by line, and nothing is built or run. What an autograder printed is
in the file too, as text that a student may have a say in; it always stands further in than the
keys that count, so the keys of a submission are only those at the indentation of its first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

METADATA = "submission_metadata.yml"

_KEY = re.compile(r"^(?P<space> *)(?P<dash>- +)?:?(?P<key>[\w\"' .-]+?):(?: +(?P<value>.*))?$")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "0": "\0", "e": "\x1b", "a": "\a", "b": "\b"}


@dataclass(frozen=True, slots=True)
class Submitter:
    name: str | None = None
    sid: str | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True)
class Submitted:
    """One submission: several `submitters` where it is a group's."""

    submitters: tuple[Submitter, ...]
    created_at: str | None


def submissions(text: str) -> dict[str, Submitted]:
    """Folder name → who handed it in. What cannot be made out is left out."""
    found: dict[str, Submitted] = {}
    block: list[str] = []
    folder: str | None = None
    for line in [*text.split("\n"), "end:"]:
        line = line.rstrip("\r")
        if line[:1] in {" ", "-"} or not line.strip() or line.startswith("#"):
            block.append(line)
            continue
        if folder is not None and folder not in found:
            found[folder] = _submission(block)
        match = _KEY.match(line)
        folder = _scalar(match["key"]) if match and not match["value"] else None
        block = []
    return found


def _submission(lines: list[str]) -> Submitted:
    indent: int | None = None
    created: str | None = None
    people: list[dict[str, str]] = []
    listing, seen = False, False
    for line in lines:
        space = len(line) - len(line.lstrip(" "))
        match = _KEY.match(line)
        if indent is None:
            indent = space
        if listing and match and (space > indent or (space == indent and match["dash"])):
            if match["dash"]:
                people.append({})
                inner = space + len(match["dash"])
            elif not people or space != inner:
                continue
            if match["key"] in {"name", "sid", "email"}:
                people[-1].setdefault(match["key"], _scalar(match["value"] or ""))
            continue
        if space > indent or not match or match["dash"]:
            continue
        listing = match["key"] == "submitters" and not seen
        seen = seen or listing
        if match["key"] == "created_at" and created is None:
            created = _scalar(match["value"] or "") or None
    submitters = tuple(
        Submitter(p.get("name") or None, p.get("sid") or None, p.get("email") or None)
        for p in people
    )
    return Submitted(tuple(s for s in submitters if s != Submitter()), created)


def _scalar(text: str) -> str:
    text = text.strip()
    if len(text) >= 2 and text[0] == text[-1] == "'":
        return text[1:-1].replace("''", "'")
    if len(text) >= 2 and text[0] == text[-1] == '"':
        return re.sub(r"\\(x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", _char, text[1:-1])
    return "" if text in {"null", "~", "''", '""'} else text


def _char(match: re.Match[str]) -> str:
    code = match[1]
    if len(code) > 1:
        number = int(code[1:], 16)
        return chr(number) if number < 0x110000 else "\ufffd"
    return _ESCAPES.get(code, code)
