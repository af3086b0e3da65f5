"""Finding a course and reading its manifests. Everything is found from `course.toml`."""

from __future__ import annotations

import functools
import os
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from grader.course import seal
from grader.course.fields import (
    Languages,
    check_keys,
    default_language,
    interface_of,
    languages_of,
    names_of,
    seed_of,
    text_of,
    words_in,
)
from grader.language.catalogue import fall_back_to, use_catalogues
from grader.language.nearest import did_you_mean
from grader.language.text import Text, tr
from grader.model.assignment import Assignment, Course, Equivalent, Function, Policy
from grader.model.errors import CourseError, UsageError, WrongField

MARKER = "course.toml"
ENVIRONMENT = "DLGRADE_COURSE"
HANDED_OUT = ".dlgrade"
"""Beside what nbgrader hands out: the checks of that one assignment."""


def find_course(*starts: Path) -> Course:
    """The course that one of `starts` lies in; else `$DLGRADE_COURSE`; else the one beside the
    installed package (a source checkout) or around the virtual environment it is installed in.

    Never the one that a graded file lies in: a course is code that runs uncaged, and a
    submission may bring a `course.toml` of its own. What nbgrader handed out has its checks in
    `.dlgrade/`, which count for whoever fetched it, and no longer once it was handed in.

    Raises:
        CourseError: none of these is, or lies in, a folder with a `course.toml`.
    """
    named = os.environ.get(ENVIRONMENT)
    found = _around(*starts, *([Path(named)] if named else []))
    if found is None and named:
        raise CourseError(
            tr(
                "There is no course ({marker}) in {named}, which {environment} names.",
                marker=MARKER,
                named=named,
                environment=ENVIRONMENT,
            )
        )
    beside = Path(__file__).resolve().parents[2]
    found = found or _around(beside, Path(sys.prefix).resolve().parent)
    if found is not None:
        return found
    raise CourseError(
        tr(
            "No course found ({marker}). Run inside the course's folder, or name it with --course.",
            marker=MARKER,
        )
    )


def _around(*starts: Path) -> Course | None:
    """The course that the first of `starts` to lie in one lies in."""
    for start in starts:
        here = start.resolve()
        for folder in [here, *here.parents]:
            if (folder / MARKER).is_file():
                return load_course(folder)
            if _fetched(folder):
                return load_course(folder / HANDED_OUT)
    return None


def _fetched(folder: Path) -> bool:
    """Does a folder hold what nbgrader handed out, and not a submission that it collected?"""
    if not (folder / HANDED_OUT / MARKER).is_file():
        return False
    return not any((folder / name).exists() for name in ("timestamp.txt", "submission_secret.txt"))


def choose_course(named: Path | None, *starts: Path) -> Course:
    """The course `named` by its folder (or its course.toml), or else what `find_course` finds.

    Raises:
        CourseError: there is no course where it was said to be.
    """
    if named is None:
        return find_course(*starts)
    folder = named.parent if named.name == MARKER else named
    if not (folder / MARKER).is_file():
        raise CourseError(
            tr(
                "There is no {marker} in {named}: it is not a course's folder.",
                marker=MARKER,
                named=named,
            )
        )
    return load_course(folder)


def require(course: Course, *names: str) -> None:
    """See that the course has assignments of these names.

    Raises:
        UsageError: it has not; says which it has.
    """
    unknown = [name for name in names if name not in course.names]
    if unknown:
        said = tr(
            "There is no assignment {unknown}; there are {known}.",
            unknown=", ".join(unknown),
            known=", ".join(course.names),
        )
        raise UsageError(said + did_you_mean(unknown[0], course.names))


def load_course(root: Path) -> Course:
    """Read `course.toml`; the manifests it lists are read as they are asked for.

    Raises:
        CourseError: a manifest is missing, unreadable, or lacks a field; or this is a student
            bundle that another version made, or that is not as it was released.
    """
    root = root.resolve()
    data = read_toml(root / MARKER)
    released = seal.TABLE in data
    if released:
        seal.check(root, data)
    floor = root / (seal.CHECKS if released else "solutions")
    use_catalogues(root / "locale")
    try:
        languages = languages_of(data)
        fall_back_to(interface_of(data))
        names = names_of(data["assignments"])
        return Course(
            root=root,
            id=str(data["id"]),
            title=text_of(data["title"], "title", languages),
            language=default_language(data, languages),
            seed=seed_of(data),
            names=names,
            load=functools.cache(functools.partial(_assignment, floor, languages)),
            released=released,
            languages=languages,
        )
    except (KeyError, TypeError, ValueError) as error:
        raise _wrong(root / MARKER, error) from error


def with_solutions(course: Course) -> Course:
    """`course`, for a command that needs its solutions.

    Raises:
        UsageError: it is a student bundle, and has none.
    """
    if course.released:
        raise UsageError(
            tr(
                "{root} is a student bundle and holds no solutions; run this command in the "
                "instructor's course folder.",
                root=course.root,
            )
        )
    return course


def _assignment(floor: Path, languages: Languages, name: str) -> Assignment:
    folder = floor / name
    path = folder / "manifest.toml"
    data = read_toml(path)
    try:
        check_keys(data, "", "title", "summary", "functions", "policy", "equivalent", "see")
        return Assignment(
            name=name,
            title=text_of(data["title"], "title", languages),
            summary=text_of(data["summary"], "summary", languages),
            functions=tuple(_function(k, v, languages) for k, v in data["functions"].items()),
            folder=folder,
            policy=_policy(data["policy"], languages) if "policy" in data else None,
            equivalents=tuple(_equivalent(e) for e in data.get("equivalent", ())),
            see={k: text_of(v, f"[see] {k}", languages) for k, v in data.get("see", {}).items()},
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise _wrong(path, error) from error


def _function(name: str, data: Mapping[str, Any], languages: Languages) -> Function:
    where = f"[functions.{name}]"
    check_keys(data, where, "title", "formula", "slide", "hints")
    return Function(
        name=name,
        title=text_of(data["title"], f"{where} title", languages),
        formula=str(data.get("formula", "")),
        slide=text_of(data["slide"], f"{where} slide", languages),
        hints=tuple(
            text_of(hint, f"{where} hint {i}", languages)
            for i, hint in enumerate(data.get("hints", ()), 1)
        ),
    )


def _policy(data: Mapping[str, Any], languages: Languages) -> Policy:
    where = "[policy]"
    check_keys(data, where, "names", "modules", "methods", "operators", "why")
    return Policy(
        names=words_in(data, "names"),
        modules=words_in(data, "modules"),
        methods=words_in(data, "methods"),
        operators=words_in(data, "operators"),
        why=text_of(data["why"], f"{where} why", languages),
    )


def _equivalent(data: Mapping[str, Any]) -> Equivalent:
    check_keys(data, "[[equivalent]]", "function", "mutant", "why")
    return Equivalent(data["function"], data["mutant"], data["why"])


def read_toml(path: Path) -> dict[str, Any]:
    """A TOML file of the course.

    Raises:
        CourseError: it is missing or unreadable.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:  # no text, no TOML, too deep
        raise CourseError(
            tr("Cannot read course file {path}: {error}.", path=path, error=error)
        ) from error


def _wrong(path: Path, error: Exception) -> CourseError:
    if isinstance(error, WrongField):
        what: Text | str = error.text
    else:
        what = tr("missing {field}", field=error) if isinstance(error, KeyError) else str(error)
    return CourseError(tr("Course file {path} is wrong: {what}.", path=path, what=what))


def source_of(assignment: Assignment) -> str:
    """The text of an assignment's one source; in a student bundle, of its stub.

    Raises:
        CourseError: it cannot be read.
    """
    path = assignment.folder / f"{assignment.name}.py"
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise _wrong(path, error) from error
