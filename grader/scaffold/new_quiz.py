"""A new quiz, with its pool."""

from __future__ import annotations

import importlib
import shutil
from collections.abc import Sequence
from pathlib import Path

from grader.model.assignment import Course
from grader.quiz.course.quiz_files import build_pool, load_quiz, pool_path
from grader.scaffold import valid_names
from grader.scaffold.filled_templates import blank, quiz_files
from grader.scaffold.making import Made
from grader.scaffold.open_places import unfilled
from grader.scaffold.valid_names import NO_TITLES, Titles
from grader.scaffold.whole_folders import settle, staged, there_already, write, writing

PACKAGE = '"""The course\'s quizzes: one folder each."""\n'


def make_quiz(
    course: Course,
    name: str,
    *,
    taken: Sequence[str] = (),
    titles: Titles = NO_TITLES,
    lang: str = "en",
    dry: bool = False,
) -> Made:
    """A new quiz of one question, with its pool; `taken` are the names of the quizzes there are.
    With `dry` nothing is written, and what would be is told.

    Raises:
        UsageError: the name is unfit, a folder of that name is there, or cannot be written.
    """
    valid_names.check_assignment(name, (*course.names, *taken))
    title = valid_names.title(titles, blank(name), course.languages)
    quizzes = course.root / "solutions" / "quizzes"
    if (quizzes / name).exists() or (quizzes / name).is_symlink():
        raise there_already(quizzes / name)
    made_files = quiz_files(name, title, lang, languages=course.languages)
    files = {f"{name}/{file}": text for file, text in made_files.items()}
    package = {} if quizzes.exists() else {"__init__.py": PACKAGE}
    paths = [f"solutions/quizzes/{path}" for path in (*package, *files)]
    paths.append(pool_path(course.root, name).relative_to(course.root).as_posix())
    if dry:
        return Made(course.root, tuple(sorted(paths)))
    with writing(quizzes / name), staged(course.root, name) as stage:
        made: list[Path] = []
        try:
            if not package:
                write(stage, files)
                settle(stage / name, quizzes / name, made)
            else:
                write(stage / "quizzes", package | files)
                settle(stage / "quizzes", quizzes, made)
            importlib.invalidate_caches()
            build_pool(course.root, load_quiz(course.root, name))
        except BaseException:
            for path in made:
                shutil.rmtree(path, ignore_errors=True)
            raise
    return Made(course.root, tuple(sorted(paths)), unfilled(course.root, [name]))
