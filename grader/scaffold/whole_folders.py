"""Files on the disk: whole, or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from grader.course.load import MARKER as COURSE_FILE
from grader.language.text import tr
from grader.model.errors import UsageError


def free(folder: Path) -> None:
    """Nothing is there, or an empty folder (a new Git repository counts as empty)."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise there_already(folder)
    if folder.is_dir() and any(child.name != ".git" for child in folder.iterdir()):
        raise there_already(folder)


def outside(folder: Path) -> None:
    """No course lies around the new one, whose commands would then mean the wrong one."""
    for parent in folder.parents:
        if (parent / COURSE_FILE).is_file():
            raise UsageError(
                tr(
                    "{folder} lies within another course, {parent}: make the new one outside it.",
                    folder=folder,
                    parent=parent,
                )
            )


def there_already(path: Path) -> UsageError:
    """What to say where something is that is not to be overwritten."""
    return UsageError(
        tr(
            "{path} is there already and is left as it is: take another name, or move it away.",
            path=path,
        )
    )


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Whatever cannot be written within ends in one sentence about `path`."""
    try:
        yield
    except OSError as error:
        why = error.strerror or str(error)
        raise UsageError(
            tr("Cannot write {path}: {why}. Nothing was left behind.", path=path, why=why)
        ) from error


@contextmanager
def staged(beside: Path, name: str) -> Iterator[Path]:
    """A folder beside what is to be made, which goes away whatever happens; so do the folders
    around it that had to be made, unless something was."""
    missing = [p for p in (beside, *beside.parents) if not p.exists()]
    stage = None
    try:
        beside.mkdir(parents=True, exist_ok=True)
        stage = Path(tempfile.mkdtemp(prefix=f".{name}-", dir=beside))
        yield stage
    finally:
        if stage is not None:
            shutil.rmtree(stage, ignore_errors=True)
        for folder in missing:
            with suppress(OSError):  # it is not empty: something was made
                folder.rmdir()


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Write `files`, by path from `folder`."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def settle(stage: Path, folder: Path, made: list[Path] | None = None) -> None:
    """Move what is staged to where it belongs: at once into a new folder, piece by piece into an
    empty one (which may be somebody's working directory)."""
    made = [] if made is None else made
    if not folder.exists():
        folder.parent.mkdir(parents=True, exist_ok=True)
        stage.chmod(0o777 & ~_umask())
        made.append(folder)
        stage.rename(folder)
        return
    moved = []
    try:
        for child in sorted(stage.iterdir()):
            moved.append(folder / child.name)
            child.rename(folder / child.name)
    except BaseException:
        for path in moved:
            shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink(True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
