"""New courses and exercises on the disk: whole, or not at all."""

from __future__ import annotations

import os
import shutil
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from grader.course.load import MARKER as COURSE_FILE
from grader.course.load import load_course
from grader.language.text import LANGUAGES, tr
from grader.model.assignment import Course
from grader.model.errors import CourseError, UsageError
from grader.release import generated
from grader.scaffold import valid_names
from grader.scaffold.assignment_list import with_assignment
from grader.scaffold.filled_templates import (
    EXAMPLE,
    EXAMPLE_TITLE,
    EXAMPLE_TITLES,
    blank,
    course_files,
    exercise_files,
)
from grader.scaffold.open_places import Places, unfilled
from grader.scaffold.valid_names import NO_TITLES, Titles
from grader.scaffold.whole_folders import (
    free,
    outside,
    settle,
    staged,
    there_already,
    write,
    writing,
)


@dataclass(frozen=True, slots=True)
class Made:
    """What was made: where, which files, and what is left to fill in."""

    root: Path
    paths: tuple[str, ...]
    places: Places = ()
    """How many places each file has that its author has to fill in."""


def make_course(
    folder: Path,
    *,
    id: str | None = None,
    titles: Titles = NO_TITLES,
    languages: Sequence[str] = LANGUAGES,
    lang: str = "en",
    dry: bool = False,
) -> Made:
    """A course of one finished example in `folder`, in `languages`, built; `lang` is of what the
    author reads. With `dry` nothing is written, and what would be is told.

    Raises:
        UsageError: a name is unfit, `folder` holds something already, or cannot be written.
    """
    folder = Path(os.path.abspath(folder))
    found = valid_names.course_id(id, folder.name)
    title = valid_names.title(titles, tr("A new course"), languages)
    free(folder)
    outside(folder)
    files = course_files(found, title, languages, zlib.crc32(found.encode()) % 10**6, lang)
    example = exercise_files(
        EXAMPLE,
        tuple(EXAMPLE_TITLES),
        EXAMPLE_TITLE,
        lang,
        languages=languages,
        titles=EXAMPLE_TITLES,
    )
    files |= {f"solutions/{EXAMPLE}/{name}": text for name, text in example.items()}
    if dry:
        return Made(folder, tuple(sorted((*files, *_built(EXAMPLE)))))
    with writing(folder), staged(folder.parent, folder.name) as stage:
        write(stage, files)
        built = generated(load_course(stage))
        files |= {path.relative_to(stage.resolve()).as_posix(): t for path, t in built.items()}
        write(stage, files)
        settle(stage, folder)
    return Made(folder, tuple(sorted(files)), unfilled(folder, [EXAMPLE]))


def make_exercise(
    course: Course,
    name: str,
    functions: Sequence[str] = (),
    *,
    taken: Sequence[str] = (),
    titles: Titles = NO_TITLES,
    lang: str = "en",
    dry: bool = False,
) -> Made:
    """A new assignment of `functions` (one of the assignment's own name without them) at the end
    of `course`, with its stub and notebook; `taken` are names of its quizzes. With `dry` nothing
    is written, and what would be is told.

    Raises:
        UsageError: a name is unfit, a folder of that name is there, or cannot be written.
        CourseError: course.toml lists its assignments in a way that cannot be added to.
    """
    valid_names.check_assignment(name, (*course.names, *taken))
    functions = tuple(functions) or (name,)
    valid_names.check_functions(functions)
    title = valid_names.title(titles, blank(name), course.languages)
    if not (course.root / "solutions").is_dir():
        raise UsageError(
            tr(
                "There is no folder solutions in {root}: run inside the course that you write.",
                root=course.root,
            )
        )
    solutions, assignments = course.root / "solutions" / name, course.root / "assignments" / name
    for there in (solutions, assignments):
        if there.exists() or there.is_symlink():
            raise there_already(there)
    manifest = course.root / COURSE_FILE
    before = manifest.read_bytes()
    listed = with_assignment(before.decode("utf-8"), name)
    if listed is None:
        raise CourseError(
            tr(
                "The list `assignments` in {manifest} is written in a way that cannot be added "
                'to; nothing was changed. Write it as assignments = ["…"] and try again.',
                manifest=manifest,
            )
        )
    files = exercise_files(name, functions, title, lang, languages=course.languages)
    paths = [f"solutions/{name}/{file}" for file in files] + _built(name)
    if dry:
        return Made(course.root, (COURSE_FILE, *sorted(paths)))
    with writing(solutions), staged(course.root, name) as stage:
        write(stage / "solutions", files)
        (stage / COURSE_FILE).write_bytes(listed.encode("utf-8"))
        made: list[Path] = []
        try:
            settle(stage / "solutions", solutions, made)
            built = generated(load_course(course.root), [name])
            write(stage / "assignments", {path.name: text for path, text in built.items()})
            settle(stage / "assignments", assignments, made)
            if manifest.read_bytes() != before:
                raise UsageError(
                    tr("{manifest} was changed meanwhile: try again.", manifest=manifest)
                )
            shutil.copymode(manifest, stage / COURSE_FILE)
            os.replace(stage / COURSE_FILE, manifest)
        except BaseException:
            for path in made:
                shutil.rmtree(path, ignore_errors=True)
            raise
    return Made(course.root, (COURSE_FILE, *sorted(paths)), unfilled(course.root, [name]))


def _built(name: str) -> list[str]:
    """What `grade build` makes of an assignment."""
    return [f"assignments/{name}/{name}{suffix}" for suffix in (".py", ".ipynb")]
