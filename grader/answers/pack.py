"""A recording on disk: sections, each compressed by itself and read when it is first asked for."""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from grader.language.text import tr
from grader.model.errors import CourseError

NAME = "answers.bin"
_MAGIC = b"dlgrade recording 1\n"
_LENGTHS = struct.Struct("<II")
_MOST_BYTES = 1 << 30


def pack(sections: Mapping[str, tuple[Any, bytes]]) -> bytes:
    """A recording from sections of plain data and a blob each."""
    packed = []
    index = []
    for name, (data, blob) in sections.items():
        head = json.dumps(data, ensure_ascii=True, separators=(",", ":")).encode("ascii")
        section = zlib.compress(_LENGTHS.pack(len(head), len(blob)) + head + blob, 9)
        index.append([name, len(section)])
        packed.append(section)
    table = json.dumps(index, ensure_ascii=True, separators=(",", ":")).encode("ascii")
    return b"".join([_MAGIC, _LENGTHS.pack(len(table), 0), table, *packed])


class Recording:
    """An open recording.

    Raises:
        CourseError: it cannot be read, here or when a section is asked for.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._bytes = path.read_bytes()
            if not self._bytes.startswith(_MAGIC):
                raise ValueError("not a recording")
            at = len(_MAGIC) + _LENGTHS.size
            length, _ = _LENGTHS.unpack(self._bytes[len(_MAGIC) : at])
            place = at + length
            self._places: dict[str, tuple[int, int]] = {}
            for name, size in json.loads(self._bytes[at:place]):
                self._places[name] = (place, size)
                place += size
        except (OSError, ValueError, TypeError, struct.error) as error:
            raise self.damaged(error) from error

    def __contains__(self, name: str) -> bool:
        return name in self._places

    def section(self, name: str) -> tuple[Any, bytes]:
        """The data and the blob of one section."""
        try:
            place, size = self._places[name]
            stream = zlib.decompressobj()
            unpacked = stream.decompress(self._bytes[place : place + size], _MOST_BYTES)
            head, blob = _LENGTHS.unpack(unpacked[: _LENGTHS.size])
            start = _LENGTHS.size + head
            if len(unpacked) != start + blob or not stream.eof:
                raise ValueError("a section cut short")
            return json.loads(unpacked[_LENGTHS.size : start]), unpacked[start:]
        except (KeyError, ValueError, TypeError, struct.error, zlib.error) as error:
            raise self.damaged(error) from error

    def damaged(self, error: Exception) -> CourseError:
        """The sentence for a recording that does not hold what it should."""
        return CourseError(
            tr(
                "The recorded answers in {path} cannot be read ({error}). Download the release "
                "again.",
                path=self.path,
                error=error,
            )
        )
