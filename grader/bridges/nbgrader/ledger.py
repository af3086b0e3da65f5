"""What `grade nbgrader init` has written into a course directory: our files, told from edited."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from grader.bridges.nbgrader.notebooks import meaning
from grader.language.text import tr
from grader.model.errors import UsageError

NAME = ".dlgrade-nbgrader.json"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Ledger:
    """`course` is where the course lies, seen from the course directory; `files` the digest of
    each file written, by its path."""

    course: str = ""
    assignments: tuple[str, ...] = ()
    quizzes: tuple[str, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)

    def text(self) -> str:
        whole = {
            "format": FORMAT,
            "course": self.course,
            "assignments": list(self.assignments),
            "quizzes": list(self.quizzes),
            "files": dict(sorted(self.files.items())),
        }
        return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def read_ledger(folder: Path) -> Ledger:
    """The ledger of a course directory; an empty one where there is none.

    Raises:
        UsageError: it cannot be read.
    """
    path = folder / NAME
    try:
        data = json.loads(path.read_bytes().decode("utf-8"))
        if data["format"] != FORMAT:
            raise ValueError(f"format {data['format']}")
        return Ledger(
            str(data["course"]),
            tuple(str(name) for name in data["assignments"]),
            tuple(str(name) for name in data["quizzes"]),
            {str(k): str(v) for k, v in data["files"].items()},
        )
    except FileNotFoundError:
        return Ledger()
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(
            tr(
                "Cannot read {path} ({error}). Delete it and run this again; files in source/ "
                "then count as edited.",
                path=path,
                error=error,
            )
        ) from error


def digest(name: str, data: bytes) -> str:
    """What tells whether a file was edited. A notebook's is of its meaning: opening and saving it
    changes the bytes."""
    if name.endswith(".ipynb"):
        said = meaning(data.decode("utf-8", "surrogateescape"))
        data = repr(said).encode("utf-8", "surrogateescape")
    return hashlib.sha256(data).hexdigest()
