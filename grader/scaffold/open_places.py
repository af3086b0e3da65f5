"""Where a course's author has something left to fill in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from grader.language.text import Text, joined, tr
from grader.language.written import PLACE

MARKER = PLACE
"""Stands at every place of a new exercise that its author has to fill in."""

Places = tuple[tuple[str, int], ...]


def unfilled(root: Path, names: Sequence[str]) -> Places:
    """The source files of the assignments and quizzes `names` of the course in `root` that say
    `MARKER`, as paths from `root`, and how often."""
    solutions = root / "solutions"
    found = []
    for folder in [f for name in names for f in (solutions / name, solutions / "quizzes" / name)]:
        for path in sorted(folder.rglob("*")):
            if path.suffix in (".py", ".toml") and path.is_file():
                count = path.read_text(encoding="utf-8", errors="replace").count(MARKER)
                if count:
                    found.append((path.relative_to(root).as_posix(), count))
    return tuple(found)


def left(root: Path, names: Sequence[str]) -> Text:
    """A line for each file of `unfilled`; empty where nothing is left."""
    return joined(
        tr("{path}: still to fill in ({marker}): {n}\n", path=path, marker=MARKER, n=n)
        for path, n in unfilled(root, names)
    )
