"""A course's grading side as content-addressed bytes, and what each assignment depends on.

A batch grades from an unpacked bundle, never from the course's own folder: what was hashed is
what runs, even when somebody edits a check meanwhile, and a machine of a cluster need not see the
folder at all.
"""

from __future__ import annotations

import hashlib
import io
import os
import re
import shutil
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from grader.language.text import tr
from grader.model.errors import CourseError

MANIFEST = "course.toml"
SOLUTIONS = "solutions"
QUIZZES = "solutions/quizzes"
DATA = "data"
LOCALE = "locale"
# Parsing a course's files takes half a second; finding their imports takes none.
_IMPORT = re.compile(
    r"(?:^|;)[ \t]*(?:from[ \t]+(\.*)[ \t]*([\w.]*)[ \t]+import[ \t]*(\([^)]*\)|(?:[^\n\\]|\\\n?)*)"
    r"|import[ \t]+((?:[^\n\\]|\\\n?)*))",
    re.MULTILINE,
)
_MENTIONED = re.compile(rf"\b{SOLUTIONS}(?:\.\w+)+")
_IGNORED = ("__pycache__", ".ipynb_checkpoints")


@dataclass(frozen=True, slots=True)
class Bundle:
    """The files of a course that grading needs.

    `digest` names the content; `data` is a zip of it; `parts` maps an assignment to the digest of
    what its grades depend on.
    """

    digest: str
    data: bytes
    parts: Mapping[str, str]


def bundle(root: Path, assignments: Iterable[str], quizzes: Iterable[str] = ()) -> Bundle:
    """Pack the course at `root`: course.toml, solutions/, data/ and the modules they import.

    An assignment depends on its own folder, on course.toml, on data/, on the folders below
    solutions/ that are no assignment and no quizzes, and on what its modules import from the
    course; a quiz on its own folder and on what it imports.

    Raises:
        CourseError: a file cannot be read.
    """
    names = tuple(assignments)
    files = _readable_files(root)
    hashes = {name: hashlib.sha256(data).digest() for name, data in files.items()}
    shared = [n for n in files if _is_shared(n, names, files)]
    imports = {n: tuple(_imported(n, d, files)) for n, d in files.items() if n.endswith(".py")}
    parts = {}
    for name in names:
        parts[name] = _digest(hashes, _closure([*shared, *_own(name, files)], imports))
    packages = [n for n in (f"{SOLUTIONS}/__init__.py", f"{QUIZZES}/__init__.py") if n in files]
    for name in quizzes:
        own = [n for n in files if n.startswith(f"{QUIZZES}/{name}/")]
        parts[name] = _digest(hashes, _closure([*packages, *own], imports))
    return Bundle(_digest(hashes, files), _packed(files), parts)


def needed(root: Path, assignment: str, assignments: Iterable[str]) -> dict[str, bytes]:
    """Relative name to content of what one assignment of those of a course depends on.

    Raises:
        CourseError: a file cannot be read.
    """
    names, files = tuple(assignments), _readable_files(root)
    shared = [n for n in files if _is_shared(n, names, files)]
    imports = {n: tuple(_imported(n, d, files)) for n, d in files.items() if n.endswith(".py")}
    found = _closure([*shared, *_own(assignment, files)], imports)
    return {name: files[name] for name in sorted(found)}


def unpack(data: bytes, folder: Path) -> None:
    """Unpack a bundle into `folder`, which is there whole or not at all.

    Raises:
        OSError: it cannot be written.
    """
    if (folder / MANIFEST).is_file():
        return
    folder.parent.mkdir(parents=True, exist_ok=True)
    part = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f"{folder.name}.", suffix=".part"))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            for name in packed.namelist():
                path = part.joinpath(*_safe(name).parts)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(packed.read(name))
        os.replace(part, folder)
    except OSError:
        # Another process may have been first.
        if not (folder / MANIFEST).is_file():
            raise
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _safe(name: str) -> PurePosixPath:
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name:
        raise OSError(f"{name!r} is no path inside a course")
    return path


def _own(assignment: str, files: Iterable[str]) -> list[str]:
    return [n for n in files if n.startswith(f"{SOLUTIONS}/{assignment}/")]


def _readable_files(root: Path) -> dict[str, bytes]:
    try:
        return _files(root)
    except OSError as error:
        where = error.filename or root
        raise CourseError(
            tr("Cannot read course file {where}: {strerror}.", where=where, strerror=error.strerror)
        ) from error


def _files(root: Path) -> dict[str, bytes]:
    """Relative name to content, sorted: solutions/, data/, locale/, course.toml, modules beside
    them."""
    found = {MANIFEST: (root / MANIFEST).read_bytes()}
    for top in (SOLUTIONS, DATA, LOCALE):
        found |= _tree(root, root / top)
    waiting = [n for n in found if n.endswith(".py")]
    seen: set[str] = set()
    while waiting:
        name = waiting.pop()
        for module in _modules(name, found[name]):
            first = module.split(".", 1)[0]
            if first in seen or first in (SOLUTIONS, DATA, LOCALE):
                continue
            seen.add(first)
            more = _beside(root, first)
            found |= more
            waiting += [n for n in more if n.endswith(".py")]
    return dict(sorted(found.items()))


def _beside(root: Path, name: str) -> dict[str, bytes]:
    """The module or package `name` that lies beside course.toml; the engine itself is none."""
    if name == "grader":
        return {}
    module = root / f"{name}.py"
    found = {f"{name}.py": module.read_bytes()} if module.is_file() else {}
    return found | (_tree(root, root / name) if (root / name / "__init__.py").is_file() else {})


def _tree(root: Path, top: Path) -> dict[str, bytes]:
    found = {}
    for folder, folders, names in os.walk(top):
        folders[:] = sorted(f for f in folders if f not in _IGNORED and not f.startswith("."))
        for name in names:
            path = Path(folder, name)
            if path.is_file() and not name.endswith((".pyc", ".part")) and name[0] != ".":
                found[path.relative_to(root).as_posix()] = path.read_bytes()
    return found


def _is_shared(name: str, assignments: tuple[str, ...], files: Mapping[str, bytes]) -> bool:
    parts = PurePosixPath(name).parts
    if parts[0] != SOLUTIONS:
        return parts[0] in (MANIFEST, DATA, LOCALE)
    if len(parts) == 2:
        return True
    if name.startswith(f"{QUIZZES}/"):
        return False
    folder = "/".join(parts[:2])
    return parts[1] not in assignments and f"{folder}/manifest.toml" not in files


def _closure(start: Iterable[str], imports: Mapping[str, tuple[str, ...]]) -> set[str]:
    waiting, found = list(start), set(start)
    while waiting:
        for other in imports.get(waiting.pop(), ()):
            if other not in found:
                found.add(other)
                waiting.append(other)
    return found


def _imported(name: str, source: bytes, files: Mapping[str, bytes]) -> Iterator[str]:
    """The course's own files that a module's import statements name, packages included."""
    for module in _modules(name, source):
        parts = module.split(".")
        for end in range(1, len(parts) + 1):
            path = "/".join(parts[:end])
            for candidate in (f"{path}.py", f"{path}/__init__.py"):
                if candidate in files:
                    yield candidate


def _modules(name: str, source: bytes) -> Iterator[str]:
    """Dotted names that a module imports or mentions in full; rather one too many. Each name of
    a `from` is taken for a module too."""
    text = source.decode("utf-8", "replace")
    package = PurePosixPath(name).parent.parts
    for found in _IMPORT.finditer(text):
        dots, base, names, plain = found.groups()
        if plain is not None:
            yield from re.findall(r"[\w.]+", plain)
            continue
        above = package[: len(package) - len(dots) + 1] if dots else ()
        module = ".".join([*above, *([base] if base else [])])
        yield module
        yield from (f"{module}.{word}" for word in re.findall(r"\w+", names))
    yield from _MENTIONED.findall(text)


def _digest(hashes: Mapping[str, bytes], names: Iterable[str]) -> str:
    total = hashlib.sha256()
    for name in sorted(names):
        total.update(f"{len(name.encode())} {name}\n".encode() + hashes[name])
    return total.hexdigest()


def _packed(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as packed:
        for name, data in files.items():
            packed.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()
