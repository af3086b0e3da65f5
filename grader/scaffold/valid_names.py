"""Which names an assignment, a function, a course may bear, and why not the others."""

from __future__ import annotations

import builtins
import keyword
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from grader.language.tags import languages_flaw
from grader.language.text import Text, tr
from grader.language.written import written_in
from grader.model.errors import UsageError
from grader.scaffold.course_texts import in_course

MOST_FUNCTIONS = 12  # so that every check of each is worth a whole point of 100

COMMANDS = frozenset(
    {
        "batch",
        "build",
        "completion",
        "demo",
        "doctor",
        "export",
        "gradebook",
        "hint",
        "nbgrader",
        "quiz",
    }
    | {"release", "verify"}
)
PACKAGES = frozenset(
    {"grader", "solutions", "assignments", "quizzes", "numpy", "np", "pytest", "jinja2", "psutil"}
)
# `graded` takes a function's points by its name, beside these of its own.
TAKEN = frozenset({"kind", "title", "zh", "en", "hidden", "needs", "limit", "np"})

_ASSIGNMENT = re.compile(r"[a-z][a-z0-9_]*")
_FUNCTION = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_COURSE = re.compile(r"[a-z0-9][a-z0-9-]*")


def check_assignment(name: str, taken: Sequence[str] = ()) -> None:
    """`name` can be a folder, a module and a student's file, and means nothing else.

    Raises:
        UsageError: it cannot.
    """
    if not _ASSIGNMENT.fullmatch(name):
        raise UsageError(
            tr(
                "An assignment cannot be called {name}: use lower-case letters, digits and "
                "underscores, beginning with a letter.",
                name=repr(name),
            )
        )
    if keyword.iskeyword(name) or name in sys.stdlib_module_names or name in PACKAGES:
        raise UsageError(
            tr(
                "An assignment cannot be called {name}: Python or one of its libraries has that "
                "name already. Take another one.",
                name=name,
            )
        )
    if name in COMMANDS:
        raise UsageError(
            tr(
                "An assignment cannot be called {name}: `grade {name}` is a command. Take another "
                "name.",
                name=name,
            )
        )
    if name in taken:
        raise UsageError(
            tr("The course has an assignment or quiz called {name} already.", name=name)
        )


def check_functions(names: Sequence[str]) -> None:
    """Each of `names` can be a function that students write.

    Raises:
        UsageError: one cannot, is there twice, or there are too many.
    """
    for name in names:
        if not _FUNCTION.fullmatch(name) or keyword.iskeyword(name):
            raise UsageError(
                tr(
                    "A function cannot be called {name}: give a Python name of letters, digits "
                    "and underscores that begins with a letter and is no keyword.",
                    name=repr(name),
                )
            )
        if name in TAKEN or hasattr(builtins, name):
            raise UsageError(
                tr(
                    "A function cannot be called {name}: Python or the checks use that name "
                    "already. Take another one.",
                    name=name,
                )
            )
        if names.count(name) > 1:
            raise UsageError(tr("The function {name} is there twice.", name=name))
    if len(names) > MOST_FUNCTIONS:
        raise UsageError(
            tr(
                "An assignment takes at most {most_functions} functions; {count} are named. Make "
                "several assignments of them.",
                most_functions=MOST_FUNCTIONS,
                count=len(names),
            )
        )


def course_id(named: str | None, folder: str) -> str:
    """The id asked for, or one made of the folder's name.

    Raises:
        UsageError: it is not of lower-case letters, digits and hyphens, or none can be made.
    """
    if named is None:
        made = re.sub(r"[^a-z0-9]+", "-", folder.lower()).strip("-")
        if not made:
            raise UsageError(
                tr(
                    "The folder's name {folder} gives no id for the course: name one, such as "
                    "--id my-course.",
                    folder=folder,
                )
            )
        return made
    if not _COURSE.fullmatch(named):
        raise UsageError(
            tr(
                "A course's id cannot be {named}: use lower-case letters, digits and hyphens.",
                named=repr(named),
            )
        )
    return named


@dataclass(frozen=True, slots=True)
class Titles:
    """The titles given on the command line: `first` is in the course's first language."""

    first: str | None = None
    zh: str | None = None
    en: str | None = None


NO_TITLES = Titles()


def title(given: Titles, otherwise: Text, languages: Sequence[str]) -> Text:
    """The titles given, each in its language; `otherwise` for what was not given.

    Raises:
        UsageError: one is empty, holds control characters, is not in its language, or is in none
            of the course's.
    """
    said = in_course(otherwise, languages)
    found = {tag: said[tag] for tag in languages}
    options = (("--title", languages[0]), ("--title-zh", "zh-TW"), ("--title-en", "en"))
    for (option, tag), text in zip(options, (given.first, given.zh, given.en), strict=True):
        if text is None:
            continue
        if tag not in languages:
            raise UsageError(
                tr(
                    "{option} is of no use: the course is in {languages}. Give its title with "
                    "--title.",
                    option=option,
                    languages=", ".join(languages),
                )
            )
        if not text.strip() or not text.isprintable():
            raise UsageError(
                tr("{option} is empty or holds control characters: write one line.", option=option)
            )
        if not written_in(text, tag):
            raise UsageError(
                tr("{option} is in the wrong language: it is to be {tag}.", option=option, tag=tag)
            )
        found[tag] = text.strip()
    return Text(found)


def course_languages(given: Sequence[str]) -> tuple[str, ...]:
    """The languages of a new course, from `--languages` (a list with commas, may be repeated).

    Raises:
        UsageError: one is no language tag, or is there twice.
    """
    tags = [tag.strip() for words in given for tag in words.split(",")]
    if flaw := languages_flaw(tags):
        raise UsageError(tr("--languages: {flaw}.", flaw=flaw))
    return tuple(tags)
