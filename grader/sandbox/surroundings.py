"""What a worker has to see of this machine: the interpreter, NumPy, shared libraries, itself.

Imports neither NumPy nor anything else that is slow.
"""

from __future__ import annotations

import importlib.util
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from grader.language.text import tr
from grader.model.errors import SandboxError

WORKER = Path(__file__).resolve().parent.parent / "worker" / "main.py"

FLAGS = ("-s", "-P", "-X", "utf8")
"""-I would ignore PYTHONHASHSEED, and the order of a set would differ between runs; the environment
is ours, so -s and -P are all of -I that is left to do."""

ENVIRONMENT = {
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "NUMEXPR_NUM_THREADS": "1",
    "VECLIB_MAXIMUM_THREADS": "1",
    "BLIS_NUM_THREADS": "1",
    "MALLOC_ARENA_MAX": "2",
    "PYTHONHASHSEED": "0",
    "MPLBACKEND": "Agg",
    "LC_ALL": "C.UTF-8",
}

_PACKAGES = ("site-packages", "dist-packages")
_MANY = 40
_LOADER_FILES = ("/etc/ld.so.cache", "/etc/alternatives")


@dataclass(frozen=True)
class Surroundings:
    """Paths on this machine.

    `readable` are files and trees, `listed` folders of which only the names matter. `links` are
    symbolic links at the root, such as /lib on most systems, with where they point.
    """

    python: str
    numpy: str
    worker: str
    readable: tuple[str, ...]
    listed: tuple[str, ...]
    links: tuple[tuple[str, str], ...]

    @property
    def hidden(self) -> tuple[str, ...]:
        """Folders inside the listed ones that stay closed: other people's packages."""
        folders = (os.path.join(f, name) for f in self.listed for name in _PACKAGES)
        return tuple(folder for folder in folders if os.path.isdir(folder))

    @property
    def trees(self) -> tuple[str, ...]:
        """The same as `readable` in fewer pieces, where what is `hidden` is covered afterwards."""
        hidden, whole = self.hidden, list(self.listed)
        own = _own_folder()
        if sum(os.path.dirname(path) == own for path in self.readable) > _MANY:
            whole.insert(0, own)
        return tuple(whole) + tuple(
            path
            for path in self.readable
            if any(_within(path, folder) for folder in hidden)
            or not any(_within(path, folder) for folder in whole)
        )


def here() -> Surroundings:
    """Raises SandboxError when there is no NumPy."""
    spec = importlib.util.find_spec("numpy")
    if spec is None or spec.origin is None:
        raise SandboxError(tr("NumPy is not installed: pip install numpy."))
    python = os.path.realpath(getattr(sys, "_base_executable", None) or sys.executable)
    readable = {python: None, str(WORKER.parent): None}
    readable[str(WORKER.parent.parent / "protocol")] = None
    listed: dict[str, None] = {}
    for folder in _standard_library():
        listed[folder] = None
        for entry in sorted(os.listdir(folder)):
            if entry not in _PACKAGES:
                readable[os.path.join(folder, entry)] = None
    folders, links = _system_libraries()
    readable |= dict.fromkeys(folders)
    readable |= dict.fromkeys(_own_libraries(folders))
    package = os.path.dirname(os.path.realpath(spec.origin))
    readable[package] = None
    libraries = f"{package}.libs"
    if os.path.isdir(libraries):
        readable[libraries] = None
    return Surroundings(
        python,
        os.path.join(package, "__init__.py"),
        str(WORKER),
        tuple(readable),
        tuple(listed),
        links,
    )


def environment() -> dict[str, str]:
    """The worker's environment, whole."""
    kept = ("LD_LIBRARY_PATH",)
    return ENVIRONMENT | {name: os.environ[name] for name in kept if name in os.environ}


def _standard_library() -> list[str]:
    folders = [os.path.dirname(os.__file__)]
    folders += [path for path in sys.path if os.path.basename(path) == "lib-dynload"]
    kept: list[str] = []
    for folder in map(os.path.realpath, folders):
        if os.path.isdir(folder) and not any(_within(folder, other) for other in kept):
            kept.append(folder)
    return kept


def _system_libraries() -> tuple[list[str], tuple[tuple[str, str], ...]]:
    """Folders that the loader looks into by default, and the links among them."""
    folders: dict[str, None] = {}
    links = []
    triplet = getattr(sys.implementation, "_multiarch", "")
    for name in ("/lib", "/lib64", "/usr/lib", "/usr/lib64"):
        if not os.path.isdir(name):
            continue
        if os.path.islink(name):
            links.append((name, os.readlink(name)))
        real = os.path.realpath(name)
        narrow = os.path.join(real, triplet)
        folders[narrow if triplet and os.path.isdir(narrow) else real] = None
    if sys.base_prefix.startswith("/nix/store/"):
        folders["/nix/store"] = None
    return list(folders) + [path for path in _LOADER_FILES if os.path.exists(path)], tuple(links)


def _own_libraries(folders: list[str]) -> list[str]:
    """Shared libraries beside an interpreter that is not the system's."""
    folder = _own_folder()
    if not os.path.isdir(folder) or any(_within(folder, other) for other in folders):
        return []
    found = [os.path.join(folder, name) for name in os.listdir(folder) if ".so" in name]
    return sorted({path for name in found for path in (name, os.path.realpath(name))})


def _own_folder() -> str:
    return os.path.realpath(os.path.join(sys.base_prefix, "lib"))


def _within(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip("/") + "/")
