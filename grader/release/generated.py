"""What students get, generated from `solutions/`: never edited by hand, compared in CI."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from grader.course.load import source_of
from grader.course.percent import notebook, stub
from grader.model.assignment import Course


def generated(course: Course, names: Sequence[str] | None = None) -> dict[Path, str]:
    """Every generated file (of the named assignments) and what it should hold."""
    files: dict[Path, str] = {}
    for name in names or course.names:
        assignment = course.load(name)
        text = stub(source_of(assignment), f"{assignment.name}.py")
        folder = course.root / "assignments" / assignment.name
        files[folder / f"{assignment.name}.py"] = text
        functions = [f.name for f in assignment.functions]
        files[folder / f"{assignment.name}.ipynb"] = notebook(text, assignment.name, functions)
    return files


def stale(course: Course, names: Sequence[str] | None = None) -> list[Path]:
    """Generated files that are missing or differ from what they should hold."""
    return [path for path, text in generated(course, names).items() if _read(path) != text]


def build(course: Course) -> list[Path]:
    """Write the generated files that are not current; return those written."""
    written = stale(course)
    files = generated(course)
    for path in written:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(files[path], encoding="utf-8", newline="\n")
    return written


def _read(path: Path) -> str | None:
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
