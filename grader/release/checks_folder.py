"""What lies below `checks/` of a student bundle, and the `course.toml` that seals it."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from grader.answers import stand_ins
from grader.answers.pack import NAME
from grader.course import seal
from grader.course.load import source_of, with_solutions
from grader.course.percent import stub
from grader.language.text import LANGUAGES, tr
from grader.model.assignment import Assignment, Course
from grader.model.errors import CourseError
from grader.release import toml_writer
from grader.release.answer_recording import Recorded, record
from grader.release.outgoing import faults, taken
from grader.release.trial_run import prove
from grader.sandbox.best_cage import best_cage
from grader.sandbox.cage import Cage

Files = dict[str, bytes]
"""A tree: path relative to its root, with `/`, to content."""


def released(course: Course, names: Sequence[str]) -> Files:
    """`course.toml` and everything below `checks/` for the assignments `names` alone: a course
    with which their public checks run, and which holds no solution.

    Raises:
        UsageError: `course` is itself a student bundle.
        CourseError: an assignment cannot be released; says why.
    """
    return sealed(course, names, checks(course, names))


def sealed(course: Course, names: Sequence[str], files: Files) -> Files:
    """`files`, all below `checks/`, with a `course.toml` that names the assignments `names`."""
    data: dict[str, Any] = {
        "id": course.id,
        "language": course.language,
        "seed": course.seed,
        "assignments": list(names),
        "title": course.title.to_json(course.languages),
    }
    if course.languages != LANGUAGES:
        data["languages"] = list(course.languages)
    marker = toml_writer.dumps(seal.seal(data, files)).encode("utf-8")
    return {"course.toml": marker, **dict(sorted(files.items()))}


def checks(course: Course, names: Sequence[str]) -> Files:
    """The files below `checks/` of the assignments `names`."""
    with_solutions(course)
    files: Files = {}
    with best_cage() as cage:
        for name in names:
            assignment = course.load(name)
            own = {
                f"{seal.CHECKS}/{name}/{path}": content
                for path, content in _assignment(course, assignment, cage).items()
            }
            prove(assignment, sealed(course, [name], own), cage)
            files |= own
    return files


def _assignment(course: Course, assignment: Assignment, cage: Cage) -> Files:
    name, recorded = assignment.name, record(course, assignment, cage)
    source = _read(assignment.folder / "checks.py")
    place = f"solutions/{name}/checks.py"
    for fault in faults(source, source_of(assignment)):
        raise CourseError(tr("{place}: {fault}", place=place, fault=fault))
    files = {
        "checks.py": (assignment.folder / "checks.py").read_bytes(),
        stand_ins.NAME: _stand_ins(assignment, source, recorded),
        f"{assignment.name}.py": stub(source_of(assignment)).encode("utf-8"),
        "manifest.toml": _manifest(assignment.folder / "manifest.toml"),
        NAME: recorded.content,
    }
    return files | dict(_data(assignment.folder, source))


def _stand_ins(assignment: Assignment, source: str, recorded: Recorded) -> bytes:
    """What students get for `inputs.py`.

    Raises:
        CourseError: the checks take something of it that a release cannot stand in for, or a
            function among its cases does not stand in `checks.py`.
    """
    package, name = f"solutions.{assignment.name}", assignment.name
    wanted = sorted(taken(source))
    held = vars(import_module(f"{package}.inputs")) if wanted else {}
    checks = vars(import_module(f"{package}.checks"))
    for function in sorted(recorded.needed):
        if function not in checks or held.get(function, checks[function]) is not checks[function]:
            raise CourseError(
                tr(
                    "{name}: the function {function} among the cases is run on the student's "
                    "machine and cannot stand in inputs.py. Write it at the top level of "
                    "checks.py, and import it from there.",
                    name=name,
                    function=function,
                )
            )
    if missing := [n for n in wanted if n not in held]:
        raise CourseError(
            tr(
                "{name}: inputs.py lacks {missing}, which checks.py takes from it.",
                name=name,
                missing=missing[0],
            )
        )
    try:
        return stand_ins.encode({n: held[n] for n in wanted}, recorded.generators)
    except TypeError as error:
        raise CourseError(
            tr(
                "{name}: checks.py takes inputs.{held}, which is neither a generator, an oracle "
                "nor a table of them, and will not be there on a student's machine. Write it "
                "into checks.py.",
                name=name,
                held=str(error),
            )
        ) from error


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CourseError(tr("Cannot read {path}: {error}.", path=path, error=error)) from error


def _manifest(path: Path) -> bytes:
    """The manifest without what it says of the reference, and without comments."""
    data = tomllib.loads(_read(path))
    said = ("title", "summary", "policy", "functions")
    kept: dict[str, Any] = {key: data[key] for key in said if key in data}
    return toml_writer.dumps(kept).encode("utf-8")


def _data(folder: Path, source: str) -> Iterator[tuple[str, bytes]]:
    """The data files whose names the checks say."""
    said = {
        node.value.replace("\\", "/").rpartition("/")[2]
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    for path in sorted(folder.rglob("*")):
        if path.name in said and path.is_file() and path.suffix not in (".py", ".pyc", ".toml"):
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def practice_quizzes(course: Course) -> Files:
    """The quizzes' part of a bundle, wherever in the tree it lies."""
    from grader.quiz.make.release_files import released_quizzes  # loads what pages are made with

    return released_quizzes(course.root, course.language)
