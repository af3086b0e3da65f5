"""The whole of what students get, as a tree of files."""

from __future__ import annotations

import re
from collections.abc import Sequence

import jinja2

from grader import __version__
from grader.course import seal
from grader.course.load import require, with_solutions
from grader.language.tags import name_of
from grader.language.text import LANGUAGES
from grader.model.assignment import Assignment, Course
from grader.release.checks_folder import Files, checks, practice_quizzes, sealed
from grader.release.generated import generated
from grader.render.html_page import templates_folder

README = "README.md"
READMES = {"zh-TW": "README.zh-TW.md", "en": README}


def bundle(
    course: Course,
    names: Sequence[str],
    *,
    wheel: tuple[str, bytes] | None,
    quizzes: bool = True,
) -> Files:
    """Every file of the student bundle for the assignments `names`, relative to its root.

    Raises:
        UsageError: `course` is a student bundle, or has no assignment of such a name.
        CourseError: something cannot be released; says what.
    """
    with_solutions(course)
    require(course, *names)
    chosen = [name for name in course.names if name in names]
    practice = practice_quizzes(course) if quizzes else {}
    below = {n: c for n, c in practice.items() if n.startswith(f"{seal.CHECKS}/")}
    files = sealed(course, chosen, checks(course, chosen) | below)
    files |= {name: content for name, content in practice.items() if name not in below}
    for path, text in generated(course, chosen).items():
        files[path.relative_to(course.root / "assignments").as_posix()] = text.encode("utf-8")
    for path in sorted((course.root / "locale").rglob("*.mo")):
        files[path.relative_to(course.root).as_posix()] = path.read_bytes()
    if wheel is not None:
        files[wheel[0]] = wheel[1]
    pages = sorted(n for n in files if n.startswith("quizzes/") and n.endswith(".html"))
    assignments = [course.load(name) for name in chosen]
    for lang, name in readmes(course).items():
        files[name] = _readme(course, assignments, pages, lang, wheel).encode("utf-8")
    return dict(sorted(files.items()))


def readmes(course: Course) -> dict[str, str]:
    """What the bundle's READMEs are called, by the course's language that each is for. Where there
    is none in a language of the course, the English one is for all of them."""
    found = {tag: READMES[tag] for tag in course.languages if tag in READMES}
    if course.languages == (LANGUAGES[0],):
        return {LANGUAGES[0]: README}
    return found if "en" in found else {**found, course.language: README}


def _readme(
    course: Course,
    assignments: Sequence[Assignment],
    pages: Sequence[str],
    lang: str,
    wheel: tuple[str, bytes] | None,
) -> str:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates_folder()),
        undefined=jinja2.StrictUndefined,
        autoescape=False,  # noqa: S701 - Markdown
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    template = environment.get_template(f"release/{READMES.get(lang, README)}.j2")
    return template.render(
        course=course,
        assignments=assignments,
        pages=pages,
        lang=lang,
        name_of=own_name,
        others={tag: name for tag, name in readmes(course).items() if tag != lang},
        version=__version__,
        install=f"./{wheel[0]}" if wheel else f"dlgrade=={__version__}",
        wheel=wheel[0] if wheel else "",
    )


def own_name(tag: str) -> str:
    """What a link to the README in a language says: Chinese names its script."""
    return "正體中文" if tag == "zh-TW" else name_of(tag)


def folder_name(course: Course) -> str:
    """The name of the bundle's folder: the course's id, as far as every system takes it."""
    return re.sub(r"[^\w.-]+", "-", course.id).strip(".-") or "course"
