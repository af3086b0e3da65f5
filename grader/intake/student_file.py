"""Reading what a student hands in: bytes to source text, and which assignment it is for.

Nothing here parses Python: the student's source may be made to crash a parser, so that is the
worker's business.
"""

from __future__ import annotations

import io
import json
import re
import tokenize
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from grader.files import decode as guess
from grader.language.text import Text, tr
from grader.model.assignment import Assignment, Course
from grader.model.errors import SubmissionError
from grader.model.submission import Cell, Submission

MAX_BYTES = 4 << 20
"""Of source text."""
MAX_NOTEBOOK = 16 << 20
"""Of a notebook's file: the pictures and tables in its outputs count there, and are not read."""


def most_bytes(name: str) -> int:
    """How large a file of this name may be."""
    return MAX_NOTEBOOK if name.lower().endswith(".ipynb") else MAX_BYTES


def too_long(cells: Sequence[Cell]) -> bool:
    """Is it more source text than an exercise could have?"""
    return sum(len(cell.source) for cell in cells) > MAX_BYTES


def read_submission(
    path: Path,
    course: Course,
    *,
    assignment: str | None = None,
    student: str | None = None,
    functions: Sequence[str] = (),
) -> Submission:
    """Read one `.py` or `.ipynb` file.

    Raises:
        SubmissionError: the file cannot be read, is too large, is not text, is not a notebook, or
            belongs to no assignment of the course.
    """
    data = _bytes(path)
    if path.suffix.lower() == ".ipynb":
        cells, notes = notebook_cells(data, path)
        if too_long(cells):
            raise _too_large(path, MAX_BYTES)
    else:
        text, notes = decode(data, path.name)
        cells = (Cell(path.name, text),)
    name = assignment or guess_assignment(path, cells, course)
    if name is None:
        known = ", ".join(course.names)
        raise SubmissionError(
            tr(
                "Cannot tell which assignment {path} is for; name it with --assignment ({known}).",
                path=path,
                known=known,
            )
        )
    return Submission(name, cells, path.name, student, notes, tuple(functions))


def _bytes(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise SubmissionError(tr("{path} is not a file.", path=path))
        if path.stat().st_size > most_bytes(path.name):
            raise _too_large(path, most_bytes(path.name))
        return path.read_bytes()
    except OSError as error:
        why = error.strerror or str(error)
        raise SubmissionError(tr("Cannot read {path}: {why}.", path=path, why=why)) from error


def _too_large(path: Path, limit: int) -> SubmissionError:
    return SubmissionError(
        tr("{path} is too large (over {limit} MB) to be an exercise.", path=path, limit=limit >> 20)
    )


def decode(data: bytes, name: str) -> tuple[str, tuple[Text, ...]]:
    """Source text from bytes: BOM, coding line, UTF-8, then Big5; line ends made `\\n`.

    Raises:
        SubmissionError: it is none of these.
    """
    decoded = guess.decode(data, declared=_declared(data), fits=_like_source)
    if decoded is not None:
        return _lines(decoded.text), _encoding_note(decoded.name, name)
    if b"\x00" in data:
        raise SubmissionError(tr("{name} is not a text file (it holds NUL bytes).", name=name))
    raise SubmissionError(
        tr(
            "The text encoding of {name} cannot be made out; save it as UTF-8 in your editor.",
            name=name,
        )
    )


def _like_source(decoded: guess.Decoded) -> bool:
    """Any bytes can be read as UTF-16: only what looks like Python is."""
    text = decoded.text
    if not guess.whole(decoded):
        return False
    return not decoded.guessed_wide or (
        "\n" in text and re.search(r"def \w+\(|import |=", text) is not None
    )


# What a coding line may name. Python knows more: codecs made to fail, to take the square of the
# file's length in time, or to turn escapes into lines.
_DECLARED = re.compile(
    r"utf-?8|us-?ascii|ascii|latin-?1|iso-?8859-?\d+|windows-?\d+|cp\d+|big5|big5-?hkscs"
    r"|gb2312|gbk|gb18030|euc-?(?:jp|kr|tw)|shift-?jis|koi8-[ru]"
)


def _declared(data: bytes) -> list[str]:
    """What a coding line says."""
    try:
        declared, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
    except (SyntaxError, LookupError, UnicodeError):  # UnicodeError: from 3.14 on
        return []
    return [declared] if _DECLARED.fullmatch(declared.lower().replace("_", "-")) else []


def _encoding_note(encoding: str, name: str) -> tuple[Text, ...]:
    if encoding.replace("_", "-").lower() in {"utf-8", "ascii", "iso-8859-1"}:
        return ()
    shown = {guess.BIG5: "Big5 (cp950)"}.get(encoding, encoding.upper())
    return (
        tr(
            "{name} is saved as {shown}; it was read all the same. Please save it as UTF-8.",
            name=name,
            shown=shown,
        ),
    )


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def notebook_cells(data: bytes, path: Path) -> tuple[tuple[Cell, ...], tuple[Text, ...]]:
    """The student's code cells of a notebook, and remarks on its encoding.

    Raises:
        SubmissionError: it is not text, or not a whole notebook.
    """
    text, notes = decode(data, path.name)
    try:
        document = json.loads(text)
        if "cells" in document:
            raw = document["cells"]
        else:
            raw = [c for sheet in document["worksheets"] for c in sheet["cells"]]
        cells = tuple(
            Cell(f"cell {i}", _lines(_source(c)))
            for i, c in enumerate(raw, start=1)
            if c.get("cell_type") == "code" and _is_solution(c)
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise SubmissionError(
            tr(
                "{name} is not a whole notebook (its JSON cannot be read); save it again in "
                "Jupyter.",
                name=path.name,
            )
        ) from error
    return cells, notes


def _source(cell: dict[str, Any]) -> str:
    source = cell.get("source", cell.get("input", ""))
    return source if isinstance(source, str) else "".join(map(str, source))


def _is_solution(cell: dict[str, Any]) -> bool:
    """Cells that check the work are not part of it, nor a copy of one that lost its tag."""
    metadata = cell.get("metadata") or {}
    nbgrader = metadata.get("nbgrader") or {}
    if nbgrader.get("grade") and not nbgrader.get("solution"):
        return False
    return "grade-check" not in (metadata.get("tags") or []) and not only_checks(_source(cell))


_CHECKS = re.compile(
    r"(?:from grader\.notebook import check|check\(\s*[\"'][\w.]*[\"']\s*\))\s*(?:#.*)?"
)


def only_checks(source: str) -> bool:
    """Does a cell do nothing but call `check("…")`?"""
    lines = [line.strip() for line in source.splitlines()]
    said = [line for line in lines if line and not line.startswith("#")]
    return bool(said) and all(_CHECKS.fullmatch(line) for line in said)


def guess_assignment(path: Path, cells: Sequence[Cell], course: Course) -> str | None:
    """By the file's name, its folder's, a name within the name, then by what it defines."""
    names = course.names
    stem = path.stem.lower()
    for candidate in (stem, path.parent.name.lower()):
        if candidate in names:
            return candidate
    within = [n for n in names if re.search(rf"(?<![a-z]){re.escape(n)}(?![a-z])", stem)]
    if within:
        return max(within, key=len)
    text = "\n".join(cell.source for cell in cells)
    scored = [(_defined(assignment, text), assignment.name) for assignment in course.assignments]
    best = max(score for score, _ in scored) if scored else 0
    winners = [name for score, name in scored if score == best]
    return winners[0] if best and len(winners) == 1 else None


def _defined(assignment: Assignment, text: str) -> int:
    names = "|".join(re.escape(f.name) for f in assignment.functions)
    return len(set(re.findall(rf"^(?:def\s+)?({names})\s*[(=]", text, flags=re.MULTILINE)))
