"""Making an nbgrader course directory, and bringing one up to date."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from grader.bridges.nbgrader import config
from grader.bridges.nbgrader.function_points import points_of
from grader.bridges.nbgrader.ledger import NAME, Ledger, digest, read_ledger
from grader.bridges.nbgrader.notebooks import source_notebook
from grader.course.load import HANDED_OUT, source_of
from grader.course.percent import stub
from grader.files.atomic import write_whole
from grader.language.text import tr
from grader.model.assignment import Course
from grader.model.errors import UsageError
from grader.release import released

EDITED = "edited"
"""Where files that were edited by hand are kept when they are replaced: not in `source/`, all of
which nbgrader hands out."""


@dataclass(slots=True)
class Done:
    """What became of the files, by their path in the course directory. `left` were edited by hand
    and stay as they are; `kept` were replaced, and a copy lies at the path beside each."""

    written: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    unchanged: int = 0
    left: list[str] = field(default_factory=list)
    kept: dict[str, str] = field(default_factory=dict)


def assignment_files(course: Course, name: str, points: Mapping[str, float]) -> dict[str, bytes]:
    """What lies in `source/<name>/`: the notebook with its solutions, which nbgrader takes out;
    the stub; and the checks that students have, without a solution."""
    assignment = course.load(name)
    source = source_of(assignment)
    text = stub(source, f"{name}.py")
    files = {
        f"{name}.ipynb": source_notebook(source, name, points).encode(),
        f"{name}.py": text.encode(),
    }
    return files | {f"{HANDED_OUT}/{path}": data for path, data in released(course, [name]).items()}


def init(
    folder: Path,
    course: Course,
    names: Sequence[str],
    quizzes: Mapping[str, Mapping[str, bytes]],
    *,
    replace: bool = False,
    dry: bool = False,
) -> Done:
    """Bring `folder` up to date for the assignments `names` and `quizzes` (name to files).

    What was set up before stays. A file that was edited by hand is left as it is, or with
    `replace` replaced, a copy being kept. With `dry` nothing is written, and what would be done
    is told.

    Raises:
        CourseError: the course's own files are wrong.
        UsageError: the folder cannot be written, or holds something else under our names.
    """
    before = read_ledger(folder)
    points = points_of(course, names) if names else {}
    wanted: dict[str, bytes] = {}
    for name in names:
        for path, data in assignment_files(course, name, points[name]).items():
            wanted[f"source/{name}/{path}"] = data
    for name, files in quizzes.items():
        wanted |= {f"source/{name}/{path}": data for path, data in files.items()}
    every = tuple(dict.fromkeys((*before.assignments, *names)))
    all_quizzes = tuple(dict.fromkeys((*before.quizzes, *quizzes)))
    configured = _configured(folder, course, every)
    try:
        if not dry:
            folder.mkdir(parents=True, exist_ok=True)
        done = _Writing(folder, before, replace, dry).all(wanted, (*names, *quizzes))
        _write(folder / config.NAME, configured, done[0], config.NAME, dry)
        place = config.relative(course.root, folder)
        ledger = Ledger(place, every, all_quizzes, done[1])
        _write(folder / NAME, ledger.text().encode(), done[0], NAME, dry)
    except OSError as error:
        where, why = error.filename or folder, error.strerror or str(error)
        raise UsageError(tr("Cannot write {where}: {why}.", where=where, why=why)) from error
    return done[0]


def _configured(folder: Path, course: Course, assignments: Sequence[str]) -> bytes:
    path = folder / config.NAME
    try:
        text = path.read_bytes().decode("utf-8", "surrogateescape") if path.exists() else ""
    except OSError as error:
        why = error.strerror or str(error)
        raise UsageError(tr("Cannot read {path}: {why}.", path=path, why=why)) from error
    made = config.block(folder, course.root, course.id, assignments)
    return config.with_block(text, made).encode("utf-8", "surrogateescape")


class _Writing:
    def __init__(self, folder: Path, before: Ledger, replace: bool, dry: bool) -> None:
        self._folder = folder
        self._before = before
        self._replace = replace
        self._dry = dry
        self._done = Done()

    def all(self, wanted: Mapping[str, bytes], names: Sequence[str]) -> tuple[Done, dict[str, str]]:
        """Write what is wanted, remove what once was; return what was done and the new digests."""
        digests = dict(self._before.files)
        for path, data in wanted.items():
            if self._one(path, data):
                digests[path] = digest(path, data)
        ours = tuple(f"source/{name}/" for name in names)
        for path in [p for p in digests if p.startswith(ours) and p not in wanted]:
            if self._gone(path):
                del digests[path]
        return self._done, digests

    def _one(self, path: str, data: bytes) -> bool:
        """Is the file now as we make it?"""
        place = self._folder / path
        found = place.read_bytes() if place.is_file() else None
        if found is not None:
            is_now = digest(path, found)
            if found == data or is_now == digest(path, data):
                self._done.unchanged += 1
                return True
            if is_now != self._before.files.get(path) and not self._keep(path, place):
                return False
        _write(place, data, self._done, path, self._dry)
        return True

    def _gone(self, path: str) -> bool:
        """Remove a file that is no longer made, unless it was edited."""
        place = self._folder / path
        if not place.is_file():
            return True
        edited = digest(path, place.read_bytes()) != self._before.files.get(path)
        if edited and not self._keep(path, place):
            return False
        if not self._dry:
            place.unlink()
        self._done.removed.append(path)
        return True

    def _keep(self, path: str, place: Path) -> bool:
        """May a file that was edited by hand be replaced? Then a copy of it is kept."""
        if not self._replace:
            self._done.left.append(path)
            return False
        copy = self._folder / EDITED / path.removeprefix("source/")
        number = 1
        while copy.exists():
            number += 1
            copy = copy.with_name(f"{place.stem}-{number}{place.suffix}")
        if not self._dry:
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(place, copy)
        self._done.kept[path] = copy.relative_to(self._folder).as_posix()
        return True


def _write(place: Path, data: bytes, done: Done, path: str, dry: bool) -> None:
    """Write a whole file or none of it; one that is as it should be is not touched."""
    if place.is_file() and place.read_bytes() == data:
        done.unchanged += 1
        return
    if not dry:
        write_whole(str(place), data)
    done.written.append(path)
