"""The journal: which report lies where, one JSON line each, appended as results come.

A run that dies leaves at most half a line, which is not read; what it tells of is found in the
store or graded again.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from grader.files.atomic import write_all, write_whole
from grader.language.text import LANGUAGES, Text, packed, unpacked
from grader.model.report import Status, Verdict
from grader.render.summary import FunctionScore, NamedMistake, Row

Who = tuple[str, str]
"""Student and assignment."""


@dataclass(frozen=True, slots=True)
class JournalLine:
    """One report as it lies in the results folder.

    `stamp` is empty where the grading is not settled (it needs review): it is made anew then.
    `key` is its entry in the store; empty where it has none. `stem` is its place without suffix.
    `sizes` are the bytes of the JSON and the HTML file. `run` is the run that graded it.
    """

    row: Row
    stamp: str
    key: str
    stem: str
    sizes: tuple[int, int]
    file: str
    late: Text
    seconds: float
    run: str

    @property
    def who(self) -> Who:
        return self.row.student, self.row.assignment


class Journal:
    """The lines of a results folder, by student and assignment; the last one counts.

    Lines are kept as the bytes they are on disk: a class of 10,000 takes some 20 MB.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._lines: dict[Who, bytes] = {}
        self._descriptor = -1
        try:
            with open(path, "rb") as file:
                for raw in file:
                    who = _who(raw)
                    if who is not None:
                        self._lines[who] = raw
        except FileNotFoundError:
            pass

    def __contains__(self, who: Who) -> bool:
        return who in self._lines

    def __len__(self) -> int:
        return len(self._lines)

    def get(self, who: Who) -> JournalLine | None:
        raw = self._lines.get(who)
        return None if raw is None else decoded(json.loads(raw))

    def __iter__(self) -> Iterator[Who]:
        return iter(sorted(self._lines))

    def lines(self) -> Iterator[JournalLine]:
        """All lines by student and assignment, decoded one by one."""
        for who in self:
            yield decoded(json.loads(self._lines[who]))

    def add(self, line: JournalLine) -> None:
        """Append a line, on disk when this returns. Raises OSError."""
        raw = json.dumps(encoded(line), ensure_ascii=True, separators=(",", ":")).encode() + b"\n"
        if self._descriptor < 0:
            self._rewrite()
            flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)
            self._descriptor = os.open(self._path, flags, 0o644)
        try:
            write_all(self._descriptor, raw)
        except OSError as error:
            raise OSError(error.errno, error.strerror, self._path) from error
        self._lines[line.who] = raw

    def drop(self, whos: Iterable[Who]) -> None:
        """Forget lines. Raises OSError."""
        before = len(self._lines)
        for who in whos:
            self._lines.pop(who, None)
        if len(self._lines) != before:
            self.close()
            self._rewrite()

    def close(self) -> None:
        """Close the file. `add` opens it again."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def _rewrite(self) -> None:
        write_whole(self._path, b"".join(self._lines[who] for who in self))


def _who(raw: bytes) -> Who | None:
    if not raw.endswith(b"\n"):
        return None
    try:
        row = json.loads(raw)["row"]
        return str(row[0]), str(row[1])
    except (ValueError, LookupError, TypeError):
        return None


def encoded(line: JournalLine) -> dict[str, Any]:
    """A line as plain data."""
    row = line.row
    data: dict[str, Any] = {
        "row": [
            row.student,
            row.assignment,
            packed(row.title),
            row.score,
            row.max_score,
            row.status.value,
            row.isolation,
            [
                [f.name, packed(f.title), f.points, f.max_points, f.status.value, f.unwritten]
                for f in row.functions
            ],
            [[m.id, m.function, packed(m.text)] for m in row.mistakes],
            [packed(r) for r in row.reasons],
            row.name,
            row.href,
        ]
    }
    for name in ("stamp", "key", "stem", "sizes", "file", "seconds", "run"):
        data[name] = getattr(line, name)
    data["late"] = packed(line.late.in_words(line.row.title.tags or LANGUAGES))
    return data


def decoded(data: dict[str, Any]) -> JournalLine:
    """The line that `encoded` made."""
    row = data["row"]
    student, assignment, title, score, most, status, tier, functions, mistakes, why, name, href = (
        row
    )
    return JournalLine(
        Row(
            student,
            assignment,
            unpacked(title),
            score,
            most,
            Status(status),
            tier,
            tuple(
                FunctionScore(f[0], unpacked(f[1]), f[2], f[3], Verdict(f[4]), f[5])
                for f in functions
            ),
            tuple(NamedMistake(m[0], m[1], unpacked(m[2])) for m in mistakes),
            tuple(unpacked(r) for r in why),
            name,
            href,
        ),
        data["stamp"],
        data["key"],
        data["stem"],
        (data["sizes"][0], data["sizes"][1]),
        data["file"],
        unpacked(data["late"]),
        data["seconds"],
        data["run"],
    )
