"""Finding a course and reading its manifests. Everything is found from `course.toml`."""

from __future__ import annotations

import functools
import json
import os
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from grader.course import seal
from grader.language.catalogue import SOURCE, fall_back_to, translated, use_catalogues
from grader.language.nearest import did_you_mean
from grader.language.tags import languages_flaw
from grader.language.text import LANGUAGES, Text, tr
from grader.model.assignment import Assignment, Course, Equivalent, Function, Policy
from grader.model.errors import CourseError, UsageError, WrongField

Languages = tuple[str, ...]

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
        languages = _languages(data)
        fall_back_to(_interface(data))
        names = _names(data["assignments"])
        return Course(
            root=root,
            id=str(data["id"]),
            title=_text(data["title"], "title", languages),
            language=_default(data, languages),
            seed=_seed(data),
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
        _only(data, "", "title", "summary", "functions", "policy", "equivalent", "see")
        return Assignment(
            name=name,
            title=_text(data["title"], "title", languages),
            summary=_text(data["summary"], "summary", languages),
            functions=tuple(_function(k, v, languages) for k, v in data["functions"].items()),
            folder=folder,
            policy=_policy(data["policy"], languages) if "policy" in data else None,
            equivalents=tuple(_equivalent(e) for e in data.get("equivalent", ())),
            see={k: _text(v, f"[see] {k}", languages) for k, v in data.get("see", {}).items()},
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise _wrong(path, error) from error


def _function(name: str, data: Mapping[str, Any], languages: Languages) -> Function:
    where = f"[functions.{name}]"
    _only(data, where, "title", "formula", "slide", "hints")
    return Function(
        name=name,
        title=_text(data["title"], f"{where} title", languages),
        formula=str(data.get("formula", "")),
        slide=_text(data["slide"], f"{where} slide", languages),
        hints=tuple(
            _text(hint, f"{where} hint {i}", languages)
            for i, hint in enumerate(data.get("hints", ()), 1)
        ),
    )


def _policy(data: Mapping[str, Any], languages: Languages) -> Policy:
    where = "[policy]"
    _only(data, where, "names", "modules", "methods", "operators", "why")
    return Policy(
        names=_words(data, "names"),
        modules=_words(data, "modules"),
        methods=_words(data, "methods"),
        operators=_words(data, "operators"),
        why=_text(data["why"], f"{where} why", languages),
    )


def _equivalent(data: Mapping[str, Any]) -> Equivalent:
    _only(data, "[[equivalent]]", "function", "mutant", "why")
    return Equivalent(data["function"], data["mutant"], data["why"])


def _words(data: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """A list of texts. A single text in its place would be a list of letters."""
    words = data.get(key, ())
    if isinstance(words, str) or not all(isinstance(word, str) for word in words):
        raise WrongField(tr("[policy] {key} is not a list of texts", key=key))
    return tuple(words)


def _only(data: Mapping[str, Any], where: str, *known: str) -> None:
    """A misspelt key would be a rule that never holds."""
    for key in data:
        if key not in known:
            raise WrongField(_unknown(key, where, known))


def _unknown(key: str, where: str, known: tuple[str, ...]) -> Text:
    names = ", ".join(known)
    if not where:
        return tr("has {key}; known are {known}", key=repr(key), known=names)
    return tr("{where} has {key}; known are {known}", where=where, key=repr(key), known=names)


def _text(data: Any, where: str, languages: Languages) -> Text:
    """A text in the course's languages, by tag; in a course of one language, just so."""
    if isinstance(data, str) and len(languages) == 1:
        return Text({languages[0]: data.strip()})
    for tag in languages:
        if not isinstance(data, Mapping) or tag not in data:
            raise WrongField(tr("{where} has no {tag}", where=where, tag=repr(tag)))
    return Text({tag: str(data[tag]).strip() for tag in languages})


def _names(data: Any) -> tuple[str, ...]:
    """The assignments: folders that are imported, so their names are Python's."""
    if not isinstance(data, list) or not all(isinstance(name, str) for name in data):
        raise WrongField(
            tr(
                "assignments is not a list of names, such as {example}",
                example='["first", "second"]',
            )
        )
    for name in data:
        if not name.isidentifier():
            raise WrongField(
                tr("assignments has {name}, which is no name in Python", name=repr(name))
            )
        if data.count(name) > 1:
            raise WrongField(tr("assignments has {name} twice", name=repr(name)))
    return tuple(data)


def _seed(data: Mapping[str, Any]) -> int:
    seed = data.get("seed", 0)
    if type(seed) is not int:
        raise WrongField(tr("seed is {seed}, which is no whole number", seed=repr(seed)))
    return seed


def _languages(data: Mapping[str, Any]) -> Languages:
    """What the course is written in: `languages`, the default first. A course that has `language`
    alone is in Traditional Chinese and English, and names which of the two is its default."""
    if "languages" not in data:
        if "language" in data and data["language"] not in LANGUAGES:
            raise WrongField(
                tr(
                    "language is {named}; a course that is not in zh-TW and en names its "
                    "languages: languages = [{tag}]",
                    named=repr(data["language"]),
                    tag=json.dumps(str(data["language"])),
                )
            )
        return LANGUAGES
    found = data["languages"]
    if not isinstance(found, list) or not found or not all(isinstance(t, str) for t in found):
        raise WrongField(tr('languages is not a list of language tags, such as ["en"]'))
    if flaw := languages_flaw(found):
        raise WrongField(tr("languages: {flaw}", flaw=flaw))
    return tuple(found)


def _default(data: Mapping[str, Any], languages: Languages) -> str:
    named = str(data.get("language", languages[0]))
    if named not in languages:
        raise WrongField(
            tr("language is {named}, which is not one of languages", named=repr(named))
        )
    return named


def _interface(data: Mapping[str, Any]) -> str | None:
    """What the interface speaks where it has none of the course's languages."""
    named = data.get("interface")
    known = (SOURCE, *translated())
    if named is not None and named not in known:
        raise WrongField(
            tr(
                "interface is {named}; the interface speaks {known}",
                named=repr(named),
                known=", ".join(known),
            )
        )
    return named


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
