"""Zips read member by member, in memory, trusting nothing that they say of themselves.

The standard library's `zipfile` gives up a whole archive for one malformed name, hides the bytes
that names are made of (Big5 without a flag is common in Taiwan) and keeps every record in memory.
This reads the central directory (APPNOTE 4.3.12, zip64 included) and inflates with a limit that
holds for the bytes that come out, not for those announced. Nothing is ever written.
"""

from __future__ import annotations

import calendar
import stat
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from grader.files.decode import file_name
from grader.intake.gathered import Refused, Spot

STORED, DEFLATED = 0, 8
_END = struct.Struct("<4s4H2LH")
_END64_LOCATOR = struct.Struct("<4sLQL")
_END64 = struct.Struct("<4sQ2H2L4Q")
_MEMBER = struct.Struct("<4s4B4H3L5H2L")
_LOCAL = struct.Struct("<4s2B4H3L2H")
_MAX_DIRECTORY = 96 << 20
_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Member:
    """One file of a zip. `problem` is the kind of refusal its entry alone is cause for, if any;
    `time` in seconds, as `clock` counts them ('utc', or 'dos': the packing machine's local time).
    """

    name: str
    parts: tuple[str, ...]
    spot: Spot
    time: int | None
    clock: str
    problem: str | None = None


def members(file: BinaryIO, *, limit: int) -> Iterator[Member]:
    """The files of a zip in the order of its directory; folders are left out.

    Raises:
        Refused: it is no zip, is damaged, or has more than `limit` entries.
    """
    start, size, count, shift = _directory(file)
    if size > _MAX_DIRECTORY or count > limit:
        raise Refused("too-many", limit=limit)
    file.seek(start)
    data = file.read(size)
    found: list[tuple[int, int, str, int | None, str, str | None, int, int]] = []
    at = 0
    while at + _MEMBER.size <= len(data) and data[at : at + 4] == b"PK\1\2":
        if len(found) >= limit:
            raise Refused("too-many", limit=limit)
        field = _MEMBER.unpack_from(data, at)
        flags, method, when, day, crc, packed, plain = field[5], *field[6:12]
        lengths, attributes, offset = field[12:15], field[17], field[18]
        at += _MEMBER.size
        raw = data[at : at + lengths[0]]
        extra = data[at + lengths[0] : at + lengths[0] + lengths[1]]
        at += sum(lengths)
        packed, offset, stamp, real = _extra(extra, raw, plain, packed, offset)
        name = real if real is not None else file_name(raw)
        name = name.replace("\\", "/")
        mode = attributes >> 16
        if name.endswith("/") or stat.S_ISDIR(mode):
            continue
        problem = _problem(name, flags, mode)
        clock = "utc" if stamp is not None else "dos"
        seconds = stamp if stamp is not None else _dos(day, when)
        spot = (offset + shift, packed, name, seconds, clock, problem, method, crc)
        found.append(spot)
    if at != len(data) and len(found) < count:
        raise Refused("bad-archive", why="central directory")
    crossed = _overlapping(found)
    for number, (offset, packed, name, seconds, clock, problem, method, crc) in enumerate(found):
        yield Member(
            name,
            tuple(p for p in name.split("/") if p and p != "."),
            Spot(offset, method, packed, crc),
            seconds,
            clock,
            problem or ("overlap" if number in crossed else None),
        )


def _directory(file: BinaryIO) -> tuple[int, int, int, int]:
    """Start and size in bytes of the central directory, its entries, and what stands before the
    archive (a self-extractor's program, say)."""
    size = file.seek(0, 2)
    reach = min(size, _END.size + 0xFFFF)
    file.seek(size - reach)
    tail = file.read(reach)
    at = tail.rfind(b"PK\5\6")
    while at >= 0 and at + _END.size > len(tail):
        at = tail.rfind(b"PK\5\6", 0, at)
    if at < 0:
        raise Refused("bad-archive", why="no end record")
    _, disk, _, _, count, length, offset, _ = _END.unpack_from(tail, at)
    end = size - reach + at
    if count == 0xFFFF or length == 0xFFFFFFFF or offset == 0xFFFFFFFF:
        end, count, length, offset = _directory64(file, end, count, length, offset)
    elif disk:
        raise Refused("bad-archive", why="split archive")
    shift = end - length - offset
    if shift < 0 or end < length:
        raise Refused("bad-archive", why="cut off")
    return end - length, length, count, shift


def _directory64(
    file: BinaryIO, end: int, count: int, length: int, offset: int
) -> tuple[int, int, int, int]:
    if end < _END64_LOCATOR.size + _END64.size:
        return end, count, length, offset
    file.seek(end - _END64_LOCATOR.size)
    if file.read(4) != b"PK\6\7":
        return end, count, length, offset
    at = end - _END64_LOCATOR.size - _END64.size
    file.seek(at)
    record = _END64.unpack(file.read(_END64.size))
    if record[0] != b"PK\6\6":
        raise Refused("bad-archive", why="zip64")
    return at, record[7], record[8], record[9]


def _extra(
    extra: bytes, raw: bytes, plain: int, packed: int, offset: int
) -> tuple[int, int, int | None, str | None]:
    """Packed size, offset, UTC seconds and Unicode name out of an entry's extra fields."""
    stamp: int | None = None
    name: str | None = None
    at = 0
    while at + 4 <= len(extra):
        tag, length = struct.unpack_from("<HH", extra, at)
        body = extra[at + 4 : at + 4 + length]
        at += 4 + length
        if tag == 0x0001:
            wide = [body[i : i + 8] for i in range(0, len(body) - 7, 8)]
            if plain == 0xFFFFFFFF and wide:
                wide.pop(0)
            if packed == 0xFFFFFFFF and wide:
                packed = int.from_bytes(wide.pop(0), "little")
            if offset == 0xFFFFFFFF and wide:
                offset = int.from_bytes(wide.pop(0), "little")
        elif tag == 0x5455 and len(body) >= 5 and body[0] & 1:
            stamp = int.from_bytes(body[1:5], "little", signed=True)
        elif tag == 0x7075 and body[:5] == b"\1" + zlib.crc32(raw).to_bytes(4, "little"):
            name = body[5:].decode("utf-8", "replace")
    return packed, offset, stamp, name


def _dos(day: int, when: int) -> int | None:
    if day == 0:
        return None
    date = ((day >> 9) + 1980, day >> 5 & 15, day & 31)
    clock = (when >> 11, when >> 5 & 63, (when & 31) * 2)
    if date == (1980, 1, 1):  # what packers write that know no time
        return None
    try:
        return calendar.timegm((*date, *clock))
    except (ValueError, OverflowError):
        return None


def _problem(name: str, flags: int, mode: int) -> str | None:
    parts = name.split("/")
    if name.startswith("/") or ".." in parts or (parts[0][1:2] == ":" and parts[0][0].isalpha()):
        return "unsafe-path"
    if stat.S_ISLNK(mode):
        return "symlink"
    if stat.S_IFMT(mode) not in {0, stat.S_IFREG}:
        return "special"
    if flags & 0x2041:
        return "encrypted"
    return None


def _overlapping(
    found: list[tuple[int, int, str, int | None, str, str | None, int, int]],
) -> set[int]:
    """Numbers of the entries whose data runs into that of another."""
    order = sorted(range(len(found)), key=lambda i: (found[i][0], found[i][1]))
    crossed: set[int] = set()
    furthest, owner = -1, -1
    for i in order:
        offset, packed = found[i][0], found[i][1]
        if offset < furthest:
            crossed |= {i, owner}
        end = offset + _LOCAL.size + packed
        if end > furthest:
            furthest, owner = end, i
    return crossed


def unpack(file: BinaryIO, spot: Spot, *, limit: int) -> bytes:
    """The content of one member: at most `limit` bytes, counted as they come out.

    Raises:
        Refused: it is larger ('bomb' where it was packed more than a hundredfold), damaged, or
            packed by a method other than store and deflate.
    """
    file.seek(spot.offset)
    head = file.read(_LOCAL.size)
    if len(head) < _LOCAL.size or head[:4] != b"PK\3\4":
        raise Refused("bad-archive", why="local header")
    field = _LOCAL.unpack(head)
    file.seek(field[-2] + field[-1], 1)
    if spot.method not in {STORED, DEFLATED}:
        raise Refused("bad-archive", why=f"method {spot.method}")
    data = _stored(file, spot, limit) if spot.method == STORED else _inflated(file, spot, limit)
    if zlib.crc32(data) != spot.crc:
        raise Refused("bad-archive", why="CRC-32")
    return data


def _stored(file: BinaryIO, spot: Spot, limit: int) -> bytes:
    if spot.packed > limit:
        raise Refused("too-large", limit=limit >> 20)
    return file.read(spot.packed)


def _inflated(file: BinaryIO, spot: Spot, limit: int) -> bytes:
    engine = zlib.decompressobj(-zlib.MAX_WBITS)
    out = bytearray()
    left = spot.packed
    try:
        while left > 0 and not engine.eof:
            chunk = file.read(min(_CHUNK, left))
            if not chunk:
                break
            left -= len(chunk)
            while chunk and not engine.eof:
                out += engine.decompress(chunk, limit + 1 - len(out))
                if len(out) > limit:
                    taken = spot.packed - left - len(engine.unconsumed_tail)
                    kind = "bomb" if len(out) > 100 * max(taken, 1) else "too-large"
                    raise Refused(kind) if kind == "bomb" else Refused(kind, limit=limit >> 20)
                chunk = engine.unconsumed_tail
    except zlib.error:
        raise Refused("bad-archive", why="deflate") from None
    if not engine.eof:
        raise Refused("bad-archive", why="cut off")
    return bytes(out)
