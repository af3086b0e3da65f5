"""What `grade matmul`, `matmul.dot`, `file.ipynb` or plain `grade` mean: which files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from grader.language.nearest import did_you_mean
from grader.language.text import NO_TEXT, Text, tr
from grader.model.assignment import Course
from grader.model.errors import UsageError

SUFFIXES = (".py", ".ipynb")


@dataclass(frozen=True, slots=True)
class Target:
    """One file to grade, and which of its functions (empty: all)."""

    path: Path
    assignment: str | None
    functions: tuple[str, ...] = ()


Meant = Callable[[str], Text]
"""What may have been meant by a word that names nothing: a sentence, or an empty text."""


def _nothing(_: str) -> Text:
    return NO_TEXT


def resolve(
    words: Sequence[str], here: Path, course: Course, meant: Meant = _nothing
) -> list[Target]:
    """The targets that `words` name, seen from the folder `here`; no words: all that is there.

    Raises:
        UsageError: a word names nothing, or nothing is there.
    """
    if not words:
        found = everything(here, course)
        if not found:
            names = ", ".join(f"{n}.py" for n in course.names)
            raise UsageError(
                tr(
                    "There is no exercise in {here}. Run where {names} are, or name a file.",
                    here=here,
                    names=names,
                )
            )
        return found
    targets: list[Target] = []
    for word in words:
        for target in _resolve(word, here, course, meant):
            if target not in targets:
                targets.append(target)
    return targets


def everything(here: Path, course: Course) -> list[Target]:
    """One file for each assignment that has one in or just below `here`."""
    found = (_find(name, here) for name in course.names)
    return [t for t in found if t is not None]


def _resolve(word: str, here: Path, course: Course, meant: Meant) -> list[Target]:
    path = here / word
    if path.suffix.lower() in SUFFIXES and path.is_file():
        return [Target(path, None)]
    name, _, function = word.partition(".")
    if name in course.names and not path.is_file():
        if f".{function}".lower() in SUFFIXES:
            raise UsageError(tr("There is no file {word} in {here}.", word=word, here=here))
        target = _find(name, here)
        assignment = course.assignment(name)
        assert assignment is not None
        if function and assignment.function(function) is None:
            known = [f.name for f in assignment.functions]
            said = tr(
                "{name} has no function {function}; it has {known}.",
                name=name,
                function=function,
                known=", ".join(known),
            )
            raise UsageError(said + did_you_mean(function, known, f"{name}.{{}}"))
        if target is None:
            raise UsageError(
                tr("There is no {name}.py or {name}.ipynb in {here}.", name=name, here=here)
            )
        return [Target(target.path, name, (function,) if function else ())]
    if path.is_dir():
        found = everything(path, course) or _any_files(path)
        if found:
            return found
        raise UsageError(tr("There is no exercise in {path}.", path=path))
    if path.is_file():
        raise UsageError(tr("{word} is neither a .py nor an .ipynb file.", word=word))
    owners = [n for n in course.names if _has(course, n, word)]
    if len(owners) == 1:
        return _resolve(f"{owners[0]}.{word}", here, course, meant)
    said = tr(
        "{word} is not a file, nor an assignment ({known}) or a function of one.",
        word=word,
        known=", ".join(course.names),
    )
    raise UsageError(said + meant(word))


def _has(course: Course, name: str, function: str) -> bool:
    assignment = course.assignment(name)
    return assignment is not None and assignment.function(function) is not None


def _any_files(folder: Path) -> list[Target]:
    files = sorted(p for p in folder.iterdir() if p.suffix.lower() in SUFFIXES and p.is_file())
    return [Target(p, None) for p in files]


def _find(name: str, here: Path) -> Target | None:
    """The student's file for assignment `name`: the one saved last, where there are several."""
    folders = [here, here / name, here / "assignments" / name, here / "assignments"]
    for folder in folders:
        files = [folder / f"{name}{suffix}" for suffix in SUFFIXES]
        files = [f for f in files if f.is_file()]
        if files:
            # max keeps the first of equals: the .py of a pair unpacked at the same moment.
            newest = max(files, key=lambda f: f.stat().st_mtime_ns // 10**9)
            return Target(newest, name)
    return None


def twins(target: Target) -> list[Path]:
    """Other files of the same assignment beside the one chosen."""
    others = [target.path.with_suffix(s) for s in SUFFIXES]
    return [p for p in others if p != target.path and p.is_file()]
