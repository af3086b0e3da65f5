"""Files into `autograded/` and `feedback/`: whole or not at all, and only what has changed."""

from __future__ import annotations

import contextlib
import filecmp
import fnmatch
import os
import shutil
import stat
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from grader.files.atomic import PART, write_whole


def put(path: Path, data: bytes, mode: int) -> None:
    """`data` at `path`, with these permissions. Raises OSError."""
    same = False
    with contextlib.suppress(OSError):
        same = path.stat().st_size == len(data) and path.read_bytes() == data
    if not same:
        write_whole(str(path), data)
    if stat.S_IMODE(path.stat().st_mode) != mode:
        path.chmod(mode)


def same_bytes(one: Path, other: Path) -> bool:
    """Are both there, and equal?"""
    try:
        return one.read_bytes() == other.read_bytes()
    except OSError:
        return False


def copy(source: Path, path: Path, mode: int) -> None:
    """The ordinary file `source` at `path`. Raises OSError."""
    with contextlib.suppress(OSError):
        if filecmp.cmp(source, path, shallow=False):
            if stat.S_IMODE(path.stat().st_mode) != mode:
                path.chmod(mode)
            return
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{os.getpid()}{PART}")
    try:
        shutil.copyfile(source, part, follow_symlinks=False)
        part.chmod(mode)
        os.replace(part, path)
    finally:
        with contextlib.suppress(FileNotFoundError):
            part.unlink()


def ordinary(folder: Path, ignored: Sequence[str]) -> Iterator[Path]:
    """The ordinary files in `folder` and below it, relative; no link is followed: a student may
    have laid one to a file of the instructor's. `ignored` are patterns of names."""
    for here, folders, names in os.walk(folder):
        folders[:] = [f for f in folders if not _any(f, ignored)]
        for name in sorted(names):
            path = Path(here, name)
            if not _any(name, ignored) and stat.S_ISREG(path.lstat().st_mode):
                yield path.relative_to(folder)


def clear(folder: Path, keep: Iterable[Path]) -> None:
    """Remove every file of `folder` that is not to be kept. Raises OSError."""
    kept = set(keep)
    for here, _, names in os.walk(folder):
        for name in names:
            path = Path(here, name)
            if path.relative_to(folder) not in kept:
                path.unlink()


def _any(name: str, patterns: Sequence[str]) -> bool:
    return any(fnmatch.fnmatchcase(name, pattern) for pattern in patterns)
