"""nbgrader and otter-grader on the same submissions as notebooks, each through its own commands."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from benchmarks import notebooks, written_tests
from benchmarks.measure import Command
from benchmarks.recording import RecordedCheck
from benchmarks.submissions import Program
from benchmarks.tools.base import Exercise, checked, environment_of, home_variables

NBGRADER_CONFIG = "c = get_config()\nc.CourseDirectory.course_id = 'benchmark'\n"
SCORES = """
import json, sys
from nbgrader.api import Gradebook
with Gradebook("sqlite:///gradebook.db") as book:
    shares = {
        s.student.id: s.score / s.max_score for s in book.assignment_submissions(sys.argv[1])
    }
print(json.dumps(shares))
"""
OTTER_LOOP = """
for home in submissions/*; do
    out="$home/out"
    mkdir -p "$out"
    otter run --no-logo -a autograder.zip -o "$out" "$home/{name}.ipynb" > "$out/said.txt" 2>&1
done
"""


class Nbgrader:
    """`nbgrader autograde`, with a locked test cell a check or, `by="function"`, a function."""

    def __init__(self, most: int, *, by: str = "check") -> None:
        self.name = f"nbgrader autograde, a test cell a {by}"
        self.most: int | None = most
        self.judges = True
        self._by = by

    def prepare(self, exercise: Exercise) -> None:
        self._exercise = exercise
        self._home = environment_of(exercise, "nbgrader", "nbgrader==0.9.*", "ipykernel")

    def _tests(self) -> list[tuple[str, list[RecordedCheck]]]:
        if self._by == "check":
            return [(check.test_name, [check]) for check in self._exercise.checks]
        groups = self._exercise.by_function().items()
        return [(f"test_{name}", checks) for name, checks in groups]

    def stage(self, programs: Sequence[Program], folder: Path) -> Command:
        name, tests = self._exercise.name, self._tests()
        variables = home_variables(self._home, folder)
        (folder / "nbgrader_config.py").write_text(NBGRADER_CONFIG, encoding="utf-8")
        reference = self._exercise.makings.assembled("reference", "right", {})
        homes = {folder / "source" / name: reference}
        homes |= {folder / "submitted" / p.student / name: p for p in programs}
        for home, program in homes.items():
            home.mkdir(parents=True)
            text = notebooks.nbgrader(program, tests)
            (home / f"{name}.ipynb").write_text(text, encoding="utf-8")
        command = str(self._home / "bin" / "nbgrader")
        checked([command, "generate_assignment", name], folder, {**os.environ, **variables})
        shutil.copy(folder / "gradebook.db", folder / "gradebook.fresh")
        return Command([command, "autograde", name], folder, variables)

    def reset(self, folder: Path) -> None:
        shutil.rmtree(folder / "autograded", ignore_errors=True)
        shutil.copy(folder / "gradebook.fresh", folder / "gradebook.db")

    def shares(self, folder: Path, output: str) -> dict[str, float]:
        """Marks of those whose notebook was autograded to the end."""
        python = str(self._home / "bin" / "python")
        environment = {**os.environ, **home_variables(self._home, folder)}
        said = checked([python, "-c", SCORES, self._exercise.name], folder, environment)
        done = {path.parts[-3] for path in folder.glob("autograded/*/*/*.ipynb")}
        shares: dict[str, float] = json.loads(said.splitlines()[-1])
        return {student: share for student, share in shares.items() if student in done}


class Otter:
    """A shell loop over `otter run`, otter-grader's runner without containers."""

    def __init__(self, most: int) -> None:
        self.name = "otter run, a process each"
        self.most: int | None = most
        self.judges = True

    def prepare(self, exercise: Exercise) -> None:
        self._exercise = exercise
        self._home = environment_of(exercise, "otter", "otter-grader[grading]", "ipykernel")

    def stage(self, programs: Sequence[Program], folder: Path) -> Command:
        name = self._exercise.name
        variables = home_variables(self._home, folder)
        (folder / "tests").mkdir()
        for function, checks in self._exercise.by_function().items():
            text = written_tests.otter_file(function, checks)
            (folder / "tests" / f"{function}.py").write_text(text, encoding="utf-8")
        for program in programs:
            home = folder / "submissions" / program.student
            home.mkdir(parents=True)
            (home / f"{name}.ipynb").write_text(notebooks.plain(program), encoding="utf-8")
        bare = ["--no-config", "--no-environment", "--no-requirements"]
        generate = ["otter", "generate", "-t", "tests", "-o", "autograder.zip", *bare]
        generate[0] = str(self._home / "bin" / "otter")
        checked(generate, folder, {**os.environ, **variables})
        return Command(["sh", "-c", OTTER_LOOP.format(name=name)], folder, variables)

    def reset(self, folder: Path) -> None:
        for out in folder.glob("submissions/*/out"):
            shutil.rmtree(out)

    def shares(self, folder: Path, output: str) -> dict[str, float]:
        found = {}
        for path in folder.glob("submissions/*/out/results.json"):
            tests = json.loads(path.read_text(encoding="utf-8"))["tests"]
            earned = sum(test.get("score", 0.0) for test in tests)
            expected = sum(test.get("max_score", 0.0) for test in tests)
            if expected:
                found[path.parts[-3]] = earned / expected
        return found
