"""What a result depends on, as one hash; what a written report depends on, as another."""

from __future__ import annotations

import functools
import hashlib
import json
import platform
import sys
from collections.abc import Mapping, Sequence
from importlib import metadata
from pathlib import Path
from typing import Any

from grader import __version__
from grader.language.text import Text, carried
from grader.model.report import REPORT_SCHEMA
from grader.model.submission import Limits, Submission

PACKAGE = Path(__file__).resolve().parent.parent
_SHOWING = ("render", "templates")
_BESIDE = (
    *("audit", "batch", "bridges", "commands", "doctor", "quiz", "release", "scaffold"),
    *("__main__.py", "notebook.py"),
)
_SHOWING_QUIZZES = ("page", "terminal", "markup", "question/plots.py")


@functools.cache
def engine() -> Mapping[str, str]:
    """What grades here: versions, and a hash of the engine's source files.

    Two processes in which this is equal give the same report for the same submission.
    """
    return {
        "dlgrade": __version__,
        "code": _hash_of([*_sources(but=_SHOWING + _BESIDE), *_catalogues()]),
        "python": ".".join(map(str, sys.version_info[:2])),
        "numpy": metadata.version("numpy"),
        "platform": f"{sys.platform}-{platform.machine()}",
    }


@functools.cache
def quiz_engine() -> str:
    """A hash of what marks quizzes, beside what `engine` says."""
    showing = [PACKAGE / "quiz" / name for name in _SHOWING_QUIZZES]
    paths = _sources(only=("quiz",))
    return _hash_of([p for p in paths if p not in showing and p.parent not in showing])


@functools.cache
def looks() -> str:
    """A hash of what turns a report into a page."""
    templates = PACKAGE / "templates"
    if not templates.is_dir():
        templates = PACKAGE.parent / "templates"
    return _hash_of([*_sources(only=_SHOWING[:1]), *sorted(templates.rglob("*")), *_catalogues()])


def _catalogues() -> list[Path]:
    return sorted((PACKAGE / "locale").rglob("*.mo"))


def content_key(
    submission: Submission,
    part: str,
    seed: int,
    limits: Limits,
    tier: str,
    grader: Mapping[str, str],
) -> str:
    """The hash under which a grading is kept (64 hexadecimal digits).

    `part` is the digest of what the assignment's grades depend on (`Bundle.parts`), `grader` what
    `engine` says. The student's name is not part of it: equal files share a grading.
    """
    limit = [getattr(limits, name) for name in Limits.__slots__]
    return _sha(
        [
            [REPORT_SCHEMA, part, seed, limit, tier, sorted(grader.items())],
            [submission.assignment, submission.path, list(submission.functions)],
            [[cell.label, cell.source] for cell in submission.cells],
            [carried(note) for note in submission.notes],
        ]
    )


def text_key(*parts: str | Text) -> str:
    """The hash of plain texts: for what cannot be graded, and why."""
    return _sha([p if isinstance(p, str) else carried(p) for p in parts])


def stamp(key: str, student: str, notes: Sequence[Text], lang: str, stem: str) -> str:
    """The hash of what a written report shows: a grading, under a student's name, in a place."""
    return _sha([key, student, [carried(n) for n in notes], lang, stem, looks()])[:32]


def _sha(data: Any) -> str:
    return hashlib.sha256(json.dumps(data, separators=(",", ":")).encode()).hexdigest()


def _sources(but: Sequence[str] = (), only: Sequence[str] = ()) -> list[Path]:
    found = []
    for path in sorted(PACKAGE.rglob("*")):
        first = path.relative_to(PACKAGE).parts[0]
        wanted = first in only if only else first not in but
        if wanted and path.suffix in (".py", ".ini", ".json"):
            found.append(path)
    return found


def _hash_of(paths: Sequence[Path]) -> str:
    total = hashlib.sha256()
    for path in paths:
        if path.is_file() and "__pycache__" not in path.parts:
            data = path.read_bytes()
            total.update(f"{path.name} {len(data)}\n".encode() + data)
    return total.hexdigest()[:16]
