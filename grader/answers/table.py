"""Answers to cases known by their digests: written once, and looked up one by one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import numpy as np

from grader.answers.codec import DIGEST_BYTES, AnswerReader, Writer
from grader.answers.live import NotRecorded
from grader.model.outcome import Outcome

_NUMBER = np.dtype("<i4")
_ABSENT = -1


class AnswersWriter:
    """A table, a row for each function or mistake and a column for each case, of numbers of
    outcomes; an outcome that occurs again is kept once."""

    def __init__(self) -> None:
        self._writer = Writer()
        self._cases: dict[bytes, int] = {}
        self._outcomes: list[bytes] = []
        self._known: dict[bytes, int] = {}
        self._rows: dict[str, dict[int, int]] = {}

    def keep(self, name: str, key: bytes, outcome: Outcome) -> None:
        """`name` gives `outcome` for the case of digest `key`.

        Raises:
            TypeError, Unplaced: it cannot be recorded.
        """
        case = self._cases.setdefault(key, len(self._cases))
        alone = Writer()
        same = _text(alone.outcome(outcome)) + b"\0" + alone.blob
        if same not in self._known:
            self._known[same] = len(self._outcomes)
            self._outcomes.append(_text(self._writer.outcome(outcome)))
        self._rows.setdefault(name, {})[case] = self._known[same]

    def section(self) -> tuple[Any, bytes]:
        """The section of a recording that `AnswerTable` reads."""
        table = np.full((len(self._rows), len(self._cases)), _ABSENT, _NUMBER)
        for row, answers in zip(table, self._rows.values(), strict=True):
            row[list(answers)] = list(answers.values())
        ends = np.cumsum([0, *map(len, self._outcomes)]).astype(_NUMBER)
        parts = [
            b"".join(self._cases),
            table.tobytes(),
            ends.tobytes(),
            b"".join(self._outcomes),
            self._writer.blob,
        ]
        data = {
            "names": list(self._rows),
            "cases": len(self._cases),
            "outcomes": len(self._outcomes),
            "sizes": [len(part) for part in parts],
        }
        return data, b"".join(parts)


def _text(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=True, separators=(",", ":")).encode("ascii")


class AnswerTable:
    """What an `AnswersWriter` wrote. An outcome is decoded when it is first asked for.

    Raises ValueError, TypeError or LookupError on anything else.
    """

    def __init__(self, data: Mapping[str, Any], blob: bytes) -> None:
        parts, at = [], 0
        for size in data["sizes"]:
            parts.append(blob[at : at + size])
            at += size
        digests, table, ends, self._texts, arrays = parts
        steps = range(0, len(digests), DIGEST_BYTES)
        self._columns = {digests[i : i + DIGEST_BYTES]: n for n, i in enumerate(steps)}
        self._rows = {name: n for n, name in enumerate(data["names"])}
        shape = (len(self._rows), data["cases"])
        self._table = np.frombuffer(table, _NUMBER).reshape(shape)
        self._ends = np.frombuffer(ends, _NUMBER)
        self._reader = AnswerReader(arrays, [])
        self._decoded: dict[int, Outcome] = {}

    def get(self, name: str, key: bytes) -> Outcome:
        """What function or mistake `name` gives for the case of this digest.

        Raises:
            NotRecorded: nobody asked when the release was made.
        """
        if name not in self._rows or key not in self._columns:
            raise NotRecorded(f"{name} on this case")
        number = int(self._table[self._rows[name], self._columns[key]])
        if number == _ABSENT:
            raise NotRecorded(f"{name} on this case")
        if number not in self._decoded:
            text = self._texts[self._ends[number] : self._ends[number + 1]]
            self._decoded[number] = self._reader.outcome(json.loads(text))
        return self._decoded[number]
