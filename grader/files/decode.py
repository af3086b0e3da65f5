"""Text of an encoding that nobody states: what Windows in Taiwan, Excel and editors write."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

BIG5 = "cp950"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins as UTF-16's does
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and how its bytes say it: `mark` stood before it, the rest is in `encoding`."""

    text: str
    encoding: str
    mark: bytes = b""

    @property
    def guessed_wide(self) -> bool:
        """UTF-16 without a mark: almost any bytes can be read so."""
        return not self.mark and self.encoding.startswith("utf-16")

    @property
    def name(self) -> str:
        """The encoding as a person calls it: a mark says the order of the bytes."""
        return self.encoding.removesuffix("-le").removesuffix("-be") if self.mark else self.encoding


def whole(decoded: Decoded) -> bool:
    """No NUL: it was read as what it is, and is text."""
    return "\0" not in decoded.text


def decode(
    data: bytes,
    *,
    declared: Sequence[str] = (),
    legacy: Sequence[str] = (BIG5,),
    fits: Callable[[Decoded], bool] = whole,
) -> Decoded | None:
    """The text of `data`: by its byte order mark; else what is `declared`, UTF-8, UTF-16 where
    NUL bytes show it, and the `legacy` encodings, the first that can be read and `fits`. None
    where none does.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _first(data, [encoding], fits, mark)
    return _first(data, [*declared, "utf-8", *_wide(data), *legacy], fits)


def file_name(raw: bytes) -> str:
    """A file name of unknown encoding: UTF-8, else Big5, else cp437, which takes all."""
    return _first(raw, ["utf-8", BIG5, "cp437"], lambda _: True).text  # type: ignore[union-attr]


def _first(
    data: bytes, encodings: Iterable[str], fits: Callable[[Decoded], bool], mark: bytes = b""
) -> Decoded | None:
    for encoding in encodings:
        try:
            decoded = Decoded(data[len(mark) :].decode(encoding), encoding, mark)
        except (UnicodeDecodeError, LookupError):
            continue
        if fits(decoded):
            return decoded
    return None


def _wide(data: bytes) -> Iterator[str]:
    """UTF-16 of the byte order in which the first ASCII characters have their NULs."""
    low, high = data[1:200:2].count(0), data[0:200:2].count(0)
    if low or high:
        yield "utf-16-le" if low >= high else "utf-16-be"
