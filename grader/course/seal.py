"""The digests of a student bundle, in its `course.toml`: kept as released, or not.

They find a download cut short, a file lost and a file edited in passing. They are no signature:
whoever edits a file can write its digest too.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from grader import __version__
from grader.language.text import tr
from grader.model.errors import CourseError

FORMAT = 1
TABLE = "release"
CHECKS = "checks"


def seal(data: Mapping[str, Any], files: Mapping[str, bytes]) -> dict[str, Any]:
    """`data`, the rest of a `course.toml`, with the table that seals it and `files`."""
    table: dict[str, Any] = {"format": FORMAT, "engine": __version__}
    table["sha256"] = {path: digest(files[path]) for path in sorted(files)}
    sealed = {**data, TABLE: table}
    table["course"] = _own(sealed)
    return sealed


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _own(data: Mapping[str, Any]) -> str:
    """The digest of a `course.toml` as data, without this very entry."""
    table = {name: entry for name, entry in data[TABLE].items() if name != "course"}
    text = json.dumps({**data, TABLE: table}, sort_keys=True, ensure_ascii=False)
    return digest(text.encode("utf-8"))


def check(root: Path, data: Mapping[str, Any]) -> None:
    """The bundle at `root`, whose `course.toml` holds `data`, is as it was released, and made by
    this version of the engine.

    Raises:
        CourseError: it is not; says what is wrong and what to do.
    """
    table = data[TABLE]
    files = table.get("sha256") if isinstance(table, dict) else None
    if not isinstance(files, dict) or not isinstance(table.get("engine"), str):
        raise _altered(root / "course.toml")
    if table["engine"] != __version__ or table.get("format") != FORMAT:
        raise CourseError(
            tr(
                "{root} was made by dlgrade {engine}; {version} is installed here. Download the "
                "release again, or run pip install dlgrade=={engine}.",
                root=root,
                engine=table["engine"],
                version=__version__,
            )
        )
    if table.get("course") != _own(data):
        raise _altered(root / "course.toml")
    for name, expected in files.items():
        if Path(name).is_absolute() or ".." in Path(name).parts:
            raise _altered(root / "course.toml")
        path = root / name
        try:
            content = path.read_bytes()
        except OSError:
            raise CourseError(
                tr(
                    "The release is not complete: {path} cannot be read. Download it again and "
                    "unpack it into a new folder.",
                    path=path,
                )
            ) from None
        if digest(content) != expected:
            raise _altered(path)


def _altered(path: Path) -> CourseError:
    return CourseError(
        tr(
            "A file of the release was altered or damaged: {path}. Download the release again and "
            "unpack it into a new folder (keep your own exercise files).",
            path=path,
        )
    )
