"""`grade batch`, the whole command: cage, checks, diagnosis, JSON and HTML reports, tables."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.measure import Command
from benchmarks.submissions import Program, write_files
from benchmarks.tools.base import Exercise, Unavailable

GRADE = (sys.executable, "-m", "grader")


class Batch:
    """`grade batch -j JOBS` into a folder of its own, nothing kept from an earlier run."""

    def __init__(self, jobs: int, *, unisolated: bool = False) -> None:
        self.name = f"dlgrade, grade batch -j {jobs}"
        self.most: int | None = None
        self.judges = True
        self.tiers: set[str] = set()
        self._jobs = jobs
        self._unisolated = unisolated

    def prepare(self, exercise: Exercise) -> None:
        self._exercise = exercise
        known = subprocess.run(
            [*GRADE, "batch", "--help"],
            cwd=exercise.repository,
            capture_output=True,
            text=True,
            check=False,
        )
        if known.returncode != 0 or "--resume" not in known.stdout:
            raise Unavailable("this checkout has no grade batch")

    def stage(self, programs: Sequence[Program], folder: Path) -> Command:
        write_files(programs, folder / "submissions", self._exercise.name)
        arguments = [*GRADE, "batch", str(folder / "submissions")]
        arguments += ["--out", str(folder / "out"), "-j", str(self._jobs)]
        arguments += ["--assignment", self._exercise.name, "--lang", "en"]
        if self._unisolated:
            arguments.append("--allow-unisolated")
        return Command(arguments, self._exercise.repository)

    def reset(self, folder: Path) -> None:
        shutil.rmtree(folder / "out", ignore_errors=True)

    def shares(self, folder: Path, output: str) -> dict[str, float]:
        found = {}
        for path in sorted((folder / "out" / "reports").glob("*/*.json")):
            report = json.loads(path.read_text(encoding="utf-8"))
            self.tiers.add(report["isolation"])
            if report["status"] != "needs-review":
                found[report["student"] or path.parent.name] = report["score"] / report["max_score"]
        return found
