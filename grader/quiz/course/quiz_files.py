"""The quizzes of a course: `solutions/quizzes/<name>/quiz.py`, and the pool beside it. In a release
for students they are data: `checks/quizzes/<name>.json`."""

from __future__ import annotations

import functools
import importlib
import json
import sys
import tomllib
from dataclasses import replace
from pathlib import Path

from grader.language.nearest import did_you_mean
from grader.language.text import tr
from grader.model.errors import CourseError, UsageError
from grader.quiz.bundled.plain_data import INDEX
from grader.quiz.bundled.released_quiz import read_quiz
from grader.quiz.question.records import Quiz
from grader.quiz.variants.pool import Stock, dump_pool, load_pool, make_pool

FOLDER = Path("solutions") / "quizzes"
POOL = "pool.json"
RELEASED = Path("checks") / "quizzes"
RELEASED_INDEX = "index.json"


def quiz_names(root: Path) -> tuple[str, ...]:
    """The names of the course's quizzes, in the order that `ORDER` of the package gives, the
    others after them by name. Empty where the course has none.

    Raises:
        CourseError: the list of a release cannot be read.
    """
    if is_released(root):
        return _released_names(root)
    folder = root / FOLDER
    found = sorted(p.parent.name for p in folder.glob("*/quiz.py"))
    if not found:
        return ()
    listed = getattr(_import(root, "solutions.quizzes"), "ORDER", ())
    return tuple([n for n in listed if n in found] + [n for n in found if n not in listed])


def load_quiz(root: Path, name: str) -> Quiz:
    """The quiz `name` of the course in `root`.

    Raises:
        UsageError: there is no quiz of that name.
        CourseError: its module cannot be imported or defines no `QUIZ`.
    """
    if not name.isidentifier() or name not in quiz_names(root):
        known = quiz_names(root)
        shown = ", ".join(known) or "-"
        said = tr("There is no quiz called {name}; there are {known}.", name=name, known=shown)
        raise UsageError(said + did_you_mean(name, known))
    if is_released(root):
        return _released(root, name)[0]
    quiz = getattr(_import(root, f"solutions.quizzes.{name}.quiz"), "QUIZ", None)
    if not isinstance(quiz, Quiz) or quiz.id != name:
        raise CourseError(
            tr("The quiz.py of {name} defines no QUIZ whose id is {name}.", name=name)
        )
    return _tagged(quiz, root)


def _tagged(quiz: Quiz, root: Path) -> Quiz:
    """The quiz with its title by language: in a course of one language, an author need not say
    which it is. Pages are in the languages of the title."""
    if quiz.title.tags:
        return quiz
    try:
        languages = tomllib.loads((root / "course.toml").read_text(encoding="utf-8"))["languages"]
    except (OSError, KeyError, ValueError):
        return quiz
    return replace(quiz, title=quiz.title.in_words(languages))


def pool_path(root: Path, name: str) -> Path:
    return root / FOLDER / name / POOL


def quiz_pool(root: Path, quiz: Quiz) -> dict[str, Stock]:
    """The committed pool of a quiz; in a release, its practice half.

    Raises:
        CourseError: see `pool.load_pool`.
    """
    if is_released(root):
        return _released(root, quiz.id)[1]
    return load_pool(quiz, pool_path(root, quiz.id))


def is_released(root: Path) -> bool:
    """Are the quizzes in `root` those of a release: for practice, without `solutions/`?"""
    return (root / RELEASED / RELEASED_INDEX).is_file()


def _released_names(root: Path) -> tuple[str, ...]:
    path = root / RELEASED / RELEASED_INDEX
    try:
        data = json.loads(_text(path))
        names = tuple(data["quizzes"])
        if data["schema"] == INDEX and all(isinstance(n, str) and n.isidentifier() for n in names):
            return names
    except (KeyError, TypeError, ValueError, RecursionError):
        pass
    raise CourseError(
        tr("{path} is no list of quizzes of this version. Download the release again.", path=path)
    )


@functools.lru_cache(maxsize=32)
def _released(root: Path, name: str) -> tuple[Quiz, dict[str, Stock]]:
    return read_quiz(_text(root / RELEASED / f"{name}.json"))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CourseError(
            tr("Cannot read {path}: {error}. Download the release again.", path=path, error=error)
        ) from error


def build_pool(root: Path, quiz: Quiz, *, check: bool = False) -> bool:
    """Make the pool and write it where it changed; `check` only compares. True when it was
    current.

    Raises:
        CourseError: see `pool.make_pool`.
    """
    path = pool_path(root, quiz.id)
    text = dump_pool(quiz, make_pool(quiz))
    current = path.is_file() and path.read_text(encoding="utf-8") == text
    if not current and not check:
        path.write_text(text, encoding="utf-8", newline="\n")
    return current


def _import(root: Path, module: str) -> object:
    if str(root) not in sys.path:
        sys.path.insert(0, str(root))
    try:
        return importlib.import_module(module)
    except Exception as error:
        raise CourseError(
            tr(
                "Course module {module} cannot be imported: {name}: {error}.",
                module=module,
                name=type(error).__name__,
                error=error,
            )
        ) from error
