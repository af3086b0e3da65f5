"""A delimited sheet, read so that whatever is not changed is written back byte for byte."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from grader.files.decode import BIG5, Decoded, decode, whole
from grader.language.text import Text, tr
from grader.model.errors import UsageError

MAX_BYTES = 64 << 20
_DELIMITERS = ",;\t"
_ENDS = ("\r\n", "\n", "\r")


@dataclass(slots=True)
class Cell:
    """A cell's value, and how the file writes it."""

    value: str
    raw: str


@dataclass(slots=True)
class Line:
    """One record: its cells and what ends it (nothing, at the end of the file). `number` is the
    line of the file that it begins on."""

    cells: list[Cell]
    end: str
    number: int

    def value(self, column: int | None) -> str:
        """The value in a column; empty where the record is shorter, or for None."""
        return self.cells[column].value if column is not None and column < len(self.cells) else ""


@dataclass(slots=True)
class Sheet:
    """A sheet as it came: records, delimiter, encoding, byte order mark."""

    lines: list[Line]
    delimiter: str
    encoding: str
    mark: bytes = b""
    path: str = ""
    changed: int = field(default=0)

    def put(self, line: Line, column: int, value: str) -> None:
        """Set a cell; quoted where it has to be, or was. A short record is filled up."""
        while len(line.cells) <= column:
            line.cells.append(Cell("", ""))
        cell = line.cells[column]
        if cell.value == value:
            return
        value = value.encode(self.encoding, "replace").decode(self.encoding)
        special = any(c in value for c in ('"', self.delimiter, "\r", "\n"))
        quoted = special or cell.raw.startswith('"') or value != value.strip()
        cell.raw = '"' + value.replace('"', '""') + '"' if quoted else value
        cell.value = value
        self.changed += 1

    def data(self) -> bytes:
        """The file's bytes."""
        text = "".join(
            self.delimiter.join(cell.raw for cell in line.cells) + line.end for line in self.lines
        )
        return self.mark + text.encode(self.encoding)


def read_sheet(path: Path) -> Sheet:
    """Read a sheet: comma, semicolon or tab; UTF-8, UTF-16 or Big5, with a byte order mark or not.

    Raises:
        UsageError: it cannot be read, is no CSV, is empty, or is in an encoding that is unknown
            or that could not be written back as it was.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        why = error.strerror or str(error)
        raise UsageError(tr("Cannot read the sheet {path}: {why}.", path=path, why=why)) from None
    if len(data) > MAX_BYTES or data.startswith((b"PK\3\4", b"\xd0\xcf\x11\xe0")):
        raise _wrong(path, tr("it is no CSV; export it as CSV"))
    sheet = parse(data)
    if sheet is None:
        raise _wrong(
            path,
            tr("its encoding is unknown or cannot be written back as it is; save it as UTF-8"),
        )
    if not any(cell.value.strip() for line in sheet.lines for cell in line.cells):
        raise _wrong(path, tr("it is empty"))
    sheet.path = str(path)
    return sheet


def _wrong(path: Path, what: Text) -> UsageError:
    return UsageError(tr("The sheet {path} is wrong: {what}.", path=path, what=what))


def parse(data: bytes) -> Sheet | None:
    """A sheet from its bytes; None where no encoding gives the same bytes back."""
    decoded = decode(data, legacy=(BIG5, "big5hkscs"), fits=lambda d: whole(d) and _same(d, data))
    if decoded is None:
        return None
    delimiter = _delimiter(decoded.text)
    lines = list(_lines(decoded.text, delimiter))
    return Sheet(lines, delimiter, decoded.encoding, decoded.mark)


def _same(decoded: Decoded, data: bytes) -> bool:
    """Written back, the text gives the very bytes that it came from."""
    try:
        return decoded.mark + decoded.text.encode(decoded.encoding) == data
    except UnicodeEncodeError:
        return False


def _delimiter(text: str) -> str:
    """The one that makes most columns of the first record that has any text."""

    def columns(delimiter: str) -> int:
        for line in _lines(text, delimiter):
            if any(cell.value.strip() for cell in line.cells):
                return len(line.cells)
        return 0

    return max(_DELIMITERS, key=columns)


def _lines(text: str, delimiter: str) -> Iterator[Line]:
    """Records as RFC 4180 has them, and as spreadsheets read what does not keep to it: a quote
    in the middle of a cell is a character, what follows a closing quote belongs to the cell."""
    at, number = 0, 1
    while at < len(text):
        cells: list[Cell] = []
        first = number
        while True:
            cell, at = _cell(text, at, delimiter)
            number += _breaks(cell.raw)
            cells.append(cell)
            if text.startswith(delimiter, at):
                at += 1
                continue
            break
        end = next((e for e in _ENDS if text.startswith(e, at)), "")
        at += len(end)
        number += bool(end)
        yield Line(cells, end, first)


def _cell(text: str, at: int, delimiter: str) -> tuple[Cell, int]:
    start, value = at, []
    if text.startswith('"', at):
        at += 1
        while at < len(text):
            close = text.find('"', at)
            if close < 0:
                value.append(text[at:])
                at = len(text)
                break
            value.append(text[at:close])
            at = close + 1
            if not text.startswith('"', at):
                break
            value.append('"')
            at += 1
    rest = at
    while at < len(text) and text[at] not in (delimiter, "\r", "\n"):
        at += 1
    value.append(text[rest:at])
    return Cell("".join(value), text[start:at]), at


def _breaks(raw: str) -> int:
    return raw.count("\n") + raw.count("\r") - raw.count("\r\n")


def number_of(text: str, *, comma: bool = False) -> float | None:
    """A cell's number, with a decimal comma where `comma`; None where it is none."""
    clean = text.strip().lstrip("'")
    if comma:
        clean = clean.replace(",", ".", 1)
    try:
        value = float(clean)
    except ValueError:
        return None
    return value if value - value == 0 else None


def decimal_comma(values: Sequence[str]) -> bool:
    """Do these cells write numbers with a comma, as `7,5`?"""
    found = [v.strip() for v in values if number_of(v, comma=True) is not None]
    if any("." in v or re.fullmatch(r"[1-9]\d{0,2},\d{3}", v) for v in found):
        return False  # 1,000 is a thousand
    return any("," in v for v in found)
