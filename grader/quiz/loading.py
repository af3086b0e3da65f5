"""The quizzes of a course: `solutions/quizzes/<name>/quiz.py`, and the pool beside it."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

from grader.errors import CourseError, UsageError
from grader.quiz.pool import Stock, dump_pool, load_pool, make_pool
from grader.quiz.records import Quiz

FOLDER = Path("solutions") / "quizzes"
POOL = "pool.json"


def quiz_names(root: Path) -> tuple[str, ...]:
    """The names of the course's quizzes, in the order that `ORDER` of the package gives, the
    others after them by name. Empty where the course has none."""
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
    if not name.isidentifier() or not (root / FOLDER / name / "quiz.py").is_file():
        known = ", ".join(quiz_names(root)) or "-"
        raise UsageError(
            zh=f"沒有叫 {name} 的測驗；有的是 {known}。",
            en=f"There is no quiz called {name}; there are {known}.",
        )
    quiz = getattr(_import(root, f"solutions.quizzes.{name}.quiz"), "QUIZ", None)
    if not isinstance(quiz, Quiz) or quiz.id != name:
        raise CourseError(
            zh=f"測驗 {name} 的 quiz.py 沒有定義 id 是 {name} 的 QUIZ。",
            en=f"The quiz.py of {name} defines no QUIZ whose id is {name}.",
        )
    return quiz


def pool_path(root: Path, name: str) -> Path:
    return root / FOLDER / name / POOL


def quiz_pool(root: Path, quiz: Quiz) -> dict[str, Stock]:
    """The committed pool of a quiz.

    Raises:
        CourseError: see `pool.load_pool`.
    """
    return load_pool(quiz, pool_path(root, quiz.id))


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
            zh=f"課程模組 {module} 無法載入：{type(error).__name__}: {error}。",
            en=f"Course module {module} cannot be imported: {type(error).__name__}: {error}.",
        ) from error
