"""Folders and files on disk, opened so that no link is ever followed.

A class's folder may lie where students can write (an exchange), so between the moment a name is
listed and the moment it is opened anything may have been put in its place. Every folder on the
way is therefore opened by itself, below the one before it, and refused if it is a link; a file is
opened without blocking and looked at before it is read.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from grader.files.decode import file_name
from grader.intake.gathered import Refused

_NOFOLLOW = getattr(os, "O_NOFOLLOW", 0)
_DIRECTORY = getattr(os, "O_DIRECTORY", 0)
_FILE = os.O_RDONLY | _NOFOLLOW | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
_FILE |= getattr(os, "O_BINARY", 0) | getattr(os, "O_NOCTTY", 0)
_FOLDER = os.O_RDONLY | _NOFOLLOW | _DIRECTORY | getattr(os, "O_CLOEXEC", 0)
_BELOW = os.open in os.supports_dir_fd and os.scandir in os.supports_fd and bool(_NOFOLLOW)

DEEPEST = 24


@dataclass(frozen=True, slots=True)
class Thing:
    """What a folder holds. `kind` is 'file', 'folder', or why it is not taken: 'symlink',
    'special', 'unreadable'. `parts` are as the system names them, `time` in whole seconds."""

    parts: tuple[str, ...]
    kind: str
    time: int | None = None
    why: str = ""


def readable(name: str) -> str:
    """A name from the file system as text: bytes that are not UTF-8 are taken for Big5."""
    if name.isascii():
        return name
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return file_name(os.fsencode(name))
    return name


def _folder_below(root: str, parts: tuple[str, ...]) -> int:
    """A descriptor of the folder `parts` below `root`; links on the way are an OSError."""
    fd = os.open(root, _FOLDER & ~_NOFOLLOW)
    for part in parts:
        try:
            below = os.open(part, _FOLDER, dir_fd=fd)
        finally:
            os.close(fd)
        fd = below
    return fd


def _checked(root: str, parts: tuple[str, ...]) -> str:
    """The path, where the system cannot open below a descriptor (Windows): no link on the way."""
    path = root
    for part in parts:
        path = os.path.join(path, part)
        info = os.lstat(path)
        if stat.S_ISLNK(info.st_mode) or bool(getattr(info, "st_reparse_tag", False)):
            raise Refused("symlink")
    return path


def open_file(root: str, parts: tuple[str, ...]) -> BinaryIO:
    """An ordinary file below `root`, open for reading.

    Raises:
        Refused: it is a link or lies behind one, is not an ordinary file, or cannot be read.
    """
    try:
        if _BELOW:
            folder = _folder_below(root, parts[:-1])
            try:
                fd = os.open(parts[-1], _FILE, dir_fd=folder)
            finally:
                os.close(folder)
        else:
            fd = os.open(_checked(root, parts), _FILE)
    except OSError as error:
        raise Refused("unreadable", why=error.strerror or str(error)) from None
    if not stat.S_ISREG(os.fstat(fd).st_mode):
        os.close(fd)
        raise Refused("special")
    return os.fdopen(fd, "rb")


def listing(root: str, parts: tuple[str, ...]) -> list[Thing]:
    """What one folder holds, sorted by name.

    Raises:
        Refused: the folder cannot be read.
    """
    try:
        if not _BELOW:
            with os.scandir(_checked(root, parts)) as entries:
                return sorted((_thing(parts, e) for e in entries), key=lambda t: t.parts)
        fd = _folder_below(root, parts)
        try:
            with os.scandir(fd) as entries:
                return sorted((_thing(parts, e) for e in entries), key=lambda t: t.parts)
        finally:
            os.close(fd)
    except OSError as error:
        raise Refused("unreadable", why=error.strerror or str(error)) from None


def _thing(parts: tuple[str, ...], entry: os.DirEntry[str]) -> Thing:
    here = (*parts, entry.name)
    try:
        info = entry.stat(follow_symlinks=False)
    except OSError as error:
        return Thing(here, "unreadable", why=error.strerror or str(error))
    if stat.S_ISLNK(info.st_mode) or bool(getattr(info, "st_reparse_tag", False)):
        return Thing(here, "symlink")
    if stat.S_ISDIR(info.st_mode):
        return Thing(here, "folder")
    if stat.S_ISREG(info.st_mode):
        return Thing(here, "file", int(info.st_mtime_ns // 10**9))
    return Thing(here, "special")


def walk(root: str, skip: frozenset[str] = frozenset()) -> Iterator[Thing]:
    """Everything below `root` but folders that could be read, in a fixed order.

    `skip` are resolved paths not looked into. A folder that cannot be read, or lies too deep, is
    one Thing of kind 'unreadable' or 'too-deep'.
    """
    todo: list[tuple[str, ...]] = [()]
    while todo:
        parts = todo.pop()
        if len(parts) > DEEPEST:
            yield Thing(parts, "too-deep")
            continue
        try:
            things = listing(root, parts)
        except Refused as refused:
            if not parts:
                raise
            yield Thing(parts, refused.kind, why=str(refused.values.get("why", "")))
            continue
        below: list[tuple[str, ...]] = []
        for thing in things:
            if skip and str(Path(root, *thing.parts)) in skip:
                continue
            if thing.kind == "folder" and not junk(thing.parts[-1]):
                below.append(thing.parts)
            else:
                yield thing
        todo += reversed(below)


_JUNK = frozenset({
    "__macosx", "__pycache__", "thumbs.db", "desktop.ini", "ehthumbs.db", "node_modules",
    "site-packages", "$recycle.bin", "system volume information",
})  # fmt: skip


def junk(name: str) -> bool:
    """Hidden, or left there by a system or a tool: nobody handed it in."""
    low = name.lower()
    return name.startswith(".") or low in _JUNK or low.endswith((".pyc", ".pyo"))
