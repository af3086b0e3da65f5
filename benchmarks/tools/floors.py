"""The floor: a fork of a warm NumPy process a submission, the calls and nothing else."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks import recording
from benchmarks.measure import Command
from benchmarks.submissions import Program, write_files
from benchmarks.tools.base import Exercise


class Floor:
    """`compare`: each answer held against what is due with `np.testing.assert_allclose`."""

    def __init__(self, jobs: int, *, compare: bool) -> None:
        what = "calls and assert_allclose" if compare else "calls only"
        self.name = f"floor, {what}, {jobs} at once"
        self.most: int | None = None
        self.judges = compare
        self._jobs = jobs
        self._compare = compare

    def prepare(self, exercise: Exercise) -> None:
        self._exercise = exercise

    def stage(self, programs: Sequence[Program], folder: Path) -> Command:
        write_files(programs, folder / "submissions", self._exercise.name)
        calls = folder / "calls.pickle"
        recording.save(self._exercise.checks, calls)
        script = Path(__file__).parent.parent / "floor.py"
        arguments = [sys.executable, str(script), str(calls), str(folder / "submissions")]
        arguments += [f"{self._exercise.name}.py", "--workers", str(self._jobs)]
        return Command(arguments + ["--compare"] * self._compare, folder)

    def reset(self, folder: Path) -> None:
        """It leaves nothing."""

    def shares(self, folder: Path, output: str) -> dict[str, float]:
        """Without `compare` all that can be told is who raised."""
        pairs = (line.split() for line in output.splitlines() if line.startswith("student-"))
        return {student: float(share) for student, share in pairs if share != "none"}
