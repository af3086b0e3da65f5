"""A bundle on disk: a folder and the same tree as one zip."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath

from grader.course.load import MARKER, read_toml
from grader.course.seal import TABLE, digest
from grader.files.atomic import write_whole
from grader.language.text import tr
from grader.model.errors import CourseError, UsageError
from grader.release.packing import pack


def _list_beside(folder: Path) -> Path:
    """Which files the last release wrote into `folder`, by digest: what differs since is
    somebody's own."""
    return folder.parent / f".{folder.name}.release"


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """`files` as `folder`, which is not there yet, is empty, or holds an earlier release. Other
    files that lie in an earlier release stay.

    Raises:
        UsageError: it holds something else, or a file of it was edited since.
    """
    if _used(folder):
        _update(folder, files)
        return
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".release-", dir=folder.parent) as made:
        new = Path(made) / "new"
        new.mkdir()
        for name, content in files.items():
            path = new / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        if folder.is_dir():
            folder.rmdir()
        os.replace(new, folder)
    _replace(_list_beside(folder), _written(files))


def check_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """See that `write_folder` may write there; raises what it raises."""
    if _used(folder):
        _untouched(folder, files, _earlier(folder))


def _used(folder: Path) -> bool:
    return folder.is_dir() and any(folder.iterdir())


def _written(files: Mapping[str, bytes]) -> bytes:
    lines = (f"{digest(files[name])}  {name}\n" for name in sorted(files))
    return "".join(lines).encode("utf-8")


def _untouched(folder: Path, files: Mapping[str, bytes], before: Mapping[str, str]) -> None:
    """Nobody edited since what would be overwritten."""
    for name in sorted({*before, *files}):
        path = folder / name
        kept = {before.get(name), digest(files[name]) if name in files else None}
        if path.is_file() and digest(path.read_bytes()) not in kept:
            raise UsageError(
                tr(
                    "{path} was edited since the last release. Move it away, or name another "
                    "folder with --out.",
                    path=path,
                )
            )


def _update(folder: Path, files: Mapping[str, bytes]) -> None:
    before = _earlier(folder)
    _untouched(folder, files, before)
    for name, content in files.items():
        _replace(folder / name, content)
    for name in before:
        if name not in files and (folder / name).is_file():
            (folder / name).unlink()
    for gone in sorted({above for name in before for above in PurePath(name).parents[:-1]})[::-1]:
        if (folder / gone).is_dir() and not any(_real(folder / gone)):
            shutil.rmtree(folder / gone)
    _replace(_list_beside(folder), _written(files))


def _real(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")


def _earlier(folder: Path) -> dict[str, str]:
    """What the earlier release in `folder` wrote: file to digest."""
    try:
        released = TABLE in read_toml(folder / MARKER)
    except CourseError:
        released = False
    if not released:
        raise UsageError(
            tr(
                "{folder} holds something that is no earlier release; name another folder with "
                "--out.",
                folder=folder,
            )
        )
    try:
        lines = _list_beside(folder).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        lines = []
    found = {}
    for line in lines:
        known, _, name = line.partition("  ")
        if name and not Path(name).is_absolute() and ".." not in Path(name).parts:
            found[name] = known
    return found


def _replace(path: Path, content: bytes) -> None:
    """Write a file whole; one that is as it should be is not touched."""
    if path.is_file() and path.read_bytes() == content:
        return
    write_whole(str(path), content)


def write_zip(path: Path, top: str, files: Mapping[str, bytes]) -> None:
    """`files` as a zip, all below one folder `top`.

    Raises:
        UsageError: there is another file of that name that is no such zip.
    """
    check_zip(path)
    _replace(path, pack({f"{top}/{name}": content for name, content in files.items()}))


def check_zip(path: Path) -> None:
    """See that `write_zip` may write there; raises what it raises."""
    if path.exists() and not _is_zip(path):
        raise UsageError(
            tr("{path} exists and is no zip; name another file with --zip.", path=path)
        )


def _is_zip(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(2) == b"PK"
