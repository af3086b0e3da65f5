"""Plain pytest over the same calls: a process for each submission, or one for the whole class.

Neither isolates anything. Assertion rewriting, plugin autoload and the cache are off and tracebacks
are Python's own (pytest's reads the whole test file again for each), which makes both faster.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks import written_tests
from benchmarks.measure import Command
from benchmarks.submissions import Program, write_files
from benchmarks.tools.base import Exercise

OPTIONS = "-q --assert=plain -p no:cacheprovider --tb=native -c pytest.ini --rootdir=."
BARE = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTEST_ADDOPTS": "", "PYTHONPATH": ""}
LOOP = """
for home in submissions/*; do
    PYTHONPATH="$home" "{python}" -m pytest {options} test_{name}.py > "$home/said.txt" 2>&1
    echo "$(basename "$home") $?"
done
"""
CONFTEST = """
import json
import os
import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest

FILES = sorted(Path("submissions").glob("*/{name}.py"))
TALLY = {{}}


@pytest.fixture(scope="session", params=FILES, ids=lambda path: path.parent.name)
def submission(request):
    return SimpleNamespace(**runpy.run_path(str(request.param), run_name="{name}"))


def pytest_runtest_logreport(report):
    student = report.nodeid.partition("[")[2].rstrip("]")
    if report.when == "call" or report.failed:
        passed, total = TALLY.get(student, (0, 0))
        TALLY[student] = passed + report.passed, total + 1


def pytest_sessionfinish():
    shares = {{student: passed / total for student, (passed, total) in TALLY.items()}}
    Path("shares.json").write_text(json.dumps(shares))
"""


class PytestLoop:
    """A shell loop that starts pytest for each submission and trusts its exit code."""

    def __init__(self, most: int | None) -> None:
        self.name = "pytest, a process each"
        self.most = most
        self.judges = True

    def prepare(self, exercise: Exercise) -> None:
        self._exercise = exercise

    def stage(self, programs: Sequence[Program], folder: Path) -> Command:
        name = self._exercise.name
        write_files(programs, folder / "submissions", name)
        tests = written_tests.pytest_file(self._exercise.checks, name)
        (folder / f"test_{name}.py").write_text(tests, encoding="utf-8")
        (folder / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
        loop = LOOP.format(python=sys.executable, options=OPTIONS, name=name)
        return Command(["sh", "-c", loop], folder, BARE)

    def reset(self, folder: Path) -> None:
        for path in folder.glob("submissions/*/said.txt"):
            path.unlink()

    def shares(self, folder: Path, output: str) -> dict[str, float]:
        """All or nothing: what an exit code can say."""
        pairs = (line.split() for line in output.splitlines())
        return {student: float(code == "0") for student, code in pairs}


class PytestOnce:
    """One pytest process for the class: every test parametrised over the submissions."""

    def __init__(self) -> None:
        self.name = "pytest, one process, no isolation"
        self.most: int | None = None
        self.judges = True

    def prepare(self, exercise: Exercise) -> None:
        self._exercise = exercise

    def stage(self, programs: Sequence[Program], folder: Path) -> Command:
        name = self._exercise.name
        write_files(programs, folder / "submissions", name)
        tests = written_tests.class_pytest_file(self._exercise.checks)
        (folder / f"test_{name}.py").write_text(tests, encoding="utf-8")
        (folder / "conftest.py").write_text(CONFTEST.format(name=name), encoding="utf-8")
        (folder / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
        arguments = [sys.executable, "-m", "pytest", *OPTIONS.split(), f"test_{name}.py"]
        return Command(arguments, folder, BARE)

    def reset(self, folder: Path) -> None:
        (folder / "shares.json").unlink(missing_ok=True)
        shutil.rmtree(folder / "__pycache__", ignore_errors=True)

    def shares(self, folder: Path, output: str) -> dict[str, float]:
        path = folder / "shares.json"
        return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
