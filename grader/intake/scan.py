"""Everything that lies in a folder or a zip, zips within it opened: one flat stream of files."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from grader.intake.disk import junk, readable, walk
from grader.intake.file_reading import FileReader
from grader.intake.gathered import Refused, Spot, Where
from grader.intake.name_parts import shown
from grader.intake.zips import members
from grader.language.text import Text, tr
from grader.model.errors import UsageError

MAX_MEMBERS = 250_000
MAX_NESTED_MEMBERS = 10_000
MAX_ZIPS = 2
_OTHER_ARCHIVE = re.compile(
    r"\.(tar(\.\w+)?|tgz|tbz2?|txz|gz|bz2|xz|zst|7z|rar|zipx|lzh|ace)$", re.I
)

# What nbgrader keeps beside `submitted/` in a course's folder.
_NBGRADER = frozenset({
    "source", "release", "autograded", "feedback", "gradebook.db", "nbgrader_config.py",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """One file. `parts` are NFC, a zip being one of them; `time` and `clock` as in `zips.Member`,
    or 'disk'. `problem` is why it cannot be taken, with `values` for the sentence."""

    parts: tuple[str, ...]
    where: Where
    time: int | None = None
    clock: str = "disk"
    problem: str | None = None
    values: tuple[tuple[str, object], ...] = ()

    @property
    def file(self) -> str:
        return self.parts[-1]


def is_zip(name: str) -> bool:
    return name.lower().endswith(".zip")


def other_archive(name: str) -> str | None:
    """The suffix of an archive of a kind that is not read, or None."""
    match = _OTHER_ARCHIVE.search(name)
    return match[0].lower() if match else None


def scan(root: Path, reader: FileReader, skip: frozenset[str] = frozenset()) -> Iterator[Entry]:
    """Every file in the folder or the zip `root`, or `root` itself where it is one file.

    Raises:
        UsageError: `root` does not exist, cannot be read, or is an archive of another kind.
    """
    try:
        whole = root.resolve(strict=True)
        if not whole.is_dir():
            yield from _one(whole, reader)
            return
        only = _nbgrader(whole)
        for thing in walk(str(whole), skip):
            parts = tuple(unicodedata.normalize("NFC", readable(p)) for p in thing.parts)
            where = Where(str(whole), thing.parts, (), shown(parts))
            if only is not None and thing.parts[0] != only:
                yield Entry(parts, where, None, "disk", "not-submissions", (("folder", only),))
            elif any(junk(p) for p in parts):
                yield Entry(parts, where, thing.time, "disk", "junk")
            elif thing.kind != "file":
                values = (("why", thing.why),) if thing.kind == "unreadable" else ()
                yield Entry(parts, where, None, "disk", thing.kind, values)
            else:
                yield from _file(Entry(parts, where, thing.time), reader, 0)
    except OSError as error:
        why = error.strerror or str(error)
        raise _unusable(root, Text(why)) from error
    except Refused as refused:
        why = str(refused.values.get("why", refused.kind))
        raise _unusable(root, Text(why)) from None


def _unusable(root: Path, why: Text) -> UsageError:
    return UsageError(
        tr(
            "Cannot read {root}: {why}. Give a folder of submissions, or a .zip of them.",
            root=root,
            why=why,
        )
    )


def _one(whole: Path, reader: FileReader) -> Iterator[Entry]:
    """A root that is a file: its parts are without its own name if it is a zip."""
    suffix = other_archive(whole.name)
    if suffix:
        raise _unusable(whole, tr("{suffix} archives are not read", suffix=suffix))
    name = unicodedata.normalize("NFC", readable(whole.name))
    where = Where(str(whole.parent), (whole.name,), (), shown((name,)))
    with whole.open("rb") as file:
        zipped = is_zip(whole.name) or file.read(4) == b"PK\3\4"
    if not zipped:
        yield Entry((name,), where, int(whole.stat().st_mtime_ns // 10**9))
        return
    opened = _members(Entry((), where), reader, 0)
    first = next(opened, None)
    if first is not None and first.problem in {"bad-archive", "too-many"} and not first.parts:
        why = str(dict(first.values).get("why", first.problem))
        raise _unusable(whole, tr("it is not a whole zip ({why})", why=why))
    if first is not None:
        yield first
        yield from opened


def _nbgrader(root: Path) -> str | None:
    """'submitted', where the folder is an nbgrader course's: the rest of it is the instructor's."""
    names = {p.name for p in root.iterdir()}
    return "submitted" if "submitted" in names and names & _NBGRADER else None


def _file(entry: Entry, reader: FileReader, zips: int) -> Iterator[Entry]:
    if not is_zip(entry.file):
        yield entry
    elif zips >= MAX_ZIPS:
        yield _with(entry, "nested")
    else:
        yield from _members(entry, reader, zips)


def _with(entry: Entry, problem: str, values: tuple[tuple[str, object], ...] = ()) -> Entry:
    return Entry(entry.parts, entry.where, entry.time, entry.clock, problem, values)


def _members(zipped: Entry, reader: FileReader, zips: int) -> Iterator[Entry]:
    """The files in a zip, or the zip itself with what is wrong with it."""
    limit = MAX_NESTED_MEMBERS if zips else MAX_MEMBERS
    where = zipped.where
    try:
        archive = reader.archive(where.root, where.parts, where.inside)
        inside = list(members(archive, limit=limit))
    except Refused as refused:
        yield _with(zipped, refused.kind, tuple(refused.values.items()))
        return
    except OSError as error:
        yield _with(zipped, "unreadable", (("why", error.strerror or str(error)),))
        return
    last = {member.parts: number for number, member in enumerate(inside)}
    if not inside:
        yield _with(zipped, "empty")
    for number, member in enumerate(inside):
        names = tuple(unicodedata.normalize("NFC", p) for p in member.parts)
        parts = (*zipped.parts, *names)
        spots: tuple[Spot, ...] = (*where.inside, member.spot)
        path = shown((*zipped.parts, unicodedata.normalize("NFC", member.name)))
        spot = Where(where.root, where.parts, spots, path)
        entry = Entry(parts or ("?",), spot, member.time, member.clock, member.problem)
        if member.problem is None and not names:
            yield _with(entry, "unsafe-path")
        elif member.problem is None and any(junk(p) for p in names):
            yield _with(entry, "junk")
        elif member.problem is None and last[member.parts] != number:
            yield _with(entry, "duplicate")
        elif member.problem is not None:
            yield entry
        else:
            yield from _file(entry, reader, zips + 1)
