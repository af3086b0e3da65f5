"""What a benchmarked tool has to say about itself."""

from __future__ import annotations

import subprocess
import sys
import venv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np

from benchmarks.measure import Command
from benchmarks.recording import RecordedCheck
from benchmarks.submissions import Makings, Program

INSTALL_SECONDS = 1200
FULL = 1 - 1e-9


class Unavailable(Exception):
    """A tool cannot be run here; the message says why in a sentence."""


@dataclass(frozen=True, slots=True)
class Exercise:
    """The one assignment that every tool grades, and where the benchmark may write."""

    name: str
    checks: tuple[RecordedCheck, ...]
    makings: Makings
    repository: Path
    work: Path

    def by_function(self) -> dict[str, list[RecordedCheck]]:
        found: dict[str, list[RecordedCheck]] = {name: [] for name in self.makings.names}
        for check in self.checks:
            found[check.function].append(check)
        return found


class Tool(Protocol):
    """One row of the table. `most` bounds the submissions of one run (None: all of them);
    `judges`: it tells right from wrong."""

    name: str
    most: int | None
    judges: bool

    def prepare(self, exercise: Exercise) -> None:
        """Install and check. Raises Unavailable."""

    def stage(self, programs: Sequence[Program], folder: Path) -> Command:
        """Lay `programs` out in the empty `folder`; the command that grades them all."""

    def reset(self, folder: Path) -> None:
        """Remove what a run left, so that the next one has everything to do."""

    def shares(self, folder: Path, output: str) -> Mapping[str, float]:
        """Student → the share of the marks that the last run gave, 0 to 1. A student for whom
        it gave none is left out."""


def is_right(share: float | None, program: Program) -> bool:
    """The tool gave full marks, and only to a right program. No marks at all is never right."""
    return share is not None and (share > FULL) == program.full


def environment_of(exercise: Exercise, name: str, *requirements: str) -> Path:
    """A virtual environment for `requirements` and our NumPy under the work folder, made once.

    Raises:
        Unavailable: it cannot be installed.
    """
    home = exercise.work / "environments" / name
    wanted = "\n".join([*requirements, f"numpy=={np.__version__}"])
    record = home / "installed.txt"
    if record.is_file() and record.read_text(encoding="utf-8") == wanted:
        return home
    print(f"installing {', '.join(requirements)} …", file=sys.stderr, flush=True)
    venv.create(home, with_pip=True, clear=True)
    install = [str(home / "bin" / "python"), "-m", "pip", "install", "-q", *wanted.splitlines()]
    try:
        done = subprocess.run(
            install, capture_output=True, text=True, timeout=INSTALL_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise Unavailable(f"{name} was not installed within {INSTALL_SECONDS} s") from None
    if done.returncode != 0:
        raise Unavailable(f"{name} cannot be installed: {last_line(done.stderr)}")
    record.write_text(wanted, encoding="utf-8")
    return home


def home_variables(home: Path, folder: Path) -> dict[str, str]:
    """Variables under which a tool of `home` finds its own programs and writes to `folder`."""
    own = folder / "home"
    own.mkdir(exist_ok=True)
    return {
        "PATH": f"{home / 'bin'}:/usr/local/bin:/usr/bin:/bin",
        "HOME": str(own),
        "IPYTHONDIR": str(own / "ipython"),
        "JUPYTER_CONFIG_DIR": str(own / "config"),
        "JUPYTER_DATA_DIR": str(own / "data"),
        "JUPYTER_RUNTIME_DIR": str(own / "runtime"),
    }


def last_line(text: str) -> str:
    """The last line that says something."""
    return next((line.strip() for line in reversed(text.splitlines()) if line.strip()), "(silent)")


def checked(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> str:
    """Run a step of the preparation, untimed. Raises Unavailable."""
    done = subprocess.run(
        command, cwd=folder, env=dict(environment), capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        said = last_line(done.stderr or done.stdout)
        raise Unavailable(f"{' '.join(command[:3])} ended with {done.returncode}: {said}")
    return done.stdout
