"""Looking for what must not be in a release: every byte, decoded and decompressed."""

from __future__ import annotations

import base64
import binascii
import gzip
import io
import json
import re
import zipfile
import zlib
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from grader.release.likeness import runs

DEEPEST = 5
_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{24,}={0,2}")
_HEX = re.compile(rb"(?:[0-9a-fA-F]{2}){16,}")
_PRINTABLE = re.compile(rb"[\x20-\x7e\x80-\xff\n]{12,}")
_CODE = re.compile(rb"[*@/]|\.[A-Za-z_]")
"""In every piece of code that tells; not in a list of numbers."""
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,5000}>")
"""Markup: not code, and by far the most of a page."""
_ZLIB = re.compile(rb"\x78[\x01\x5e\x9c\xda]")


def readings(name: str, content: bytes, depth: int = 0) -> Iterator[tuple[str, bytes]]:
    """Everything that can be read out of one file: itself, and whatever it holds packed."""
    yield name, content
    if depth == DEEPEST:
        return
    for inner, unpacked in _packed(content):
        yield from readings(f"{name} > {inner}", unpacked, depth + 1)


def _packed(content: bytes) -> Iterator[tuple[str, bytes]]:
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as opened:
            for info in opened.infolist():
                yield info.filename, opened.read(info)
        return
    if content[:2] == b"\x1f\x8b":
        yield "gzip", gzip.decompress(content)
    for found in _ZLIB.finditer(content):
        stream = zlib.decompressobj()
        try:
            unpacked = stream.decompress(content[found.start() :])
        except zlib.error:
            continue
        if stream.eof and len(unpacked) > 8:
            yield f"zlib at {found.start()}", unpacked
    for codec in ("utf-16-le", "utf-16-be"):
        if content.count(b"\0") * 3 > len(content):
            yield codec, content.decode(codec, "ignore").encode("utf-8", "ignore")
    if b"\0" in content:
        return
    for found in _BASE64.finditer(content):
        text = found[0].translate(bytes.maketrans(b"-_", b"+/")).rstrip(b"=")
        try:
            yield "base64", base64.b64decode(text + b"=" * (-len(text) % 4))
        except (binascii.Error, ValueError):
            continue
    for found in _HEX.finditer(content):
        yield "hex", bytes.fromhex(found[0].decode())
    if content.lstrip()[:1] in (b"{", b"["):
        try:
            strings = list(_strings(json.loads(content)))
        except ValueError:
            return
        yield "strings", "".join(strings).encode("utf-8", "ignore")


def _strings(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    for item in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _strings(item)


def text_of(reading: bytes, like: re.Pattern[bytes] | None = None) -> str:
    """The text in a reading; of a binary one, what can be printed of it, and is `like` this."""
    if b"\0" in reading:
        runs = _PRINTABLE.findall(reading)
        reading = b"\n".join(run for run in runs if like is None or like.search(run))
    return reading.decode("utf-8", "ignore")


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def lines_of(source: str, shortest: int = 18) -> set[str]:
    """The lines of code, without white space and comments, that are long enough to tell."""
    return {
        line
        for line in (squeezed(re.sub(r"(^|\s)#.*", "", raw)) for raw in source.splitlines())
        if len(line) >= shortest
    }


class Search:
    """What must not be found."""

    def __init__(
        self,
        lines: Collection[str] = (),
        grams: Collection[tuple[str, ...]] = (),
        words: Collection[str] = (),
        values: Collection[bytes] = (),
    ) -> None:
        self.lines, self.grams = set(lines), set(grams)
        self.words, self.values = set(words), set(values)

    def found(self, tree: Mapping[str, bytes]) -> list[str]:
        """Where something of it is, in any encoding."""
        return list(self._found(tree))

    def _found(self, tree: Mapping[str, bytes]) -> Iterator[str]:
        seen: set[bytes] = set()
        for name, content in tree.items():
            found = list(readings(name, content))
            after = {where for where, _ in found}
            for where, reading in found:
                if reading in seen:
                    continue
                seen.add(reading)
                text = text_of(reading)
                if b"\0" in reading or len(text.encode("utf-8")) != len(reading):
                    yield from (f"{where}: {v.hex()}" for v in self.values if v in reading)
                said = [w for w in self.words if w in text]
                yield from (f"{where}: the word {w!r}" for w in said if _word(w).search(text))
                if f"{where} > strings" in after:
                    continue  # its code is read there, in one piece
                code = text_of(reading, _CODE) if b"\0" in reading else _TAG.sub(" ", text)
                tight = squeezed(code)
                yield from (f"{where}: the line {line!r}" for line in self.lines if line in tight)
                for same in sorted(self.grams.intersection(runs(code)))[:3] if self.grams else ():
                    yield f"{where}: the tokens {' '.join(same)}"


def _word(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.]){re.escape(word)}(?![\w-])")
