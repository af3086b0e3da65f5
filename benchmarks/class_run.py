"""One class on every tool, a table out.

    python -m benchmarks --work DIR [--runs 3] [-n 100] [--sample 10] [--only WORD …]
    python -m benchmarks --work DIR --scale 10,100,1000,10000 [--kinds distinct,edited,identical]
    python -m benchmarks --work DIR --cheats

Whole processes, cold, in turn (A B C … A B C …), so that a machine whose speed drifts slows all
alike; medians, and ratios taken round by round. Memory is sampled in a first round of its own,
which also warms the disk and is not timed. Run it from the repository's root with dlgrade
installed, on a quiet machine.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import statistics
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from benchmarks import cheats, scale
from benchmarks.measure import Command, Measured, adopt_orphans, run
from benchmarks.recording import record
from benchmarks.submissions import Makings, Program, distinct
from benchmarks.tools.base import Exercise, Tool, Unavailable, is_right, last_line
from benchmarks.tools.floors import Floor
from benchmarks.tools.notebook_graders import Nbgrader, Otter
from benchmarks.tools.ours import Batch
from benchmarks.tools.plain_pytest import PytestLoop, PytestOnce
from grader.course.load import find_course


@dataclass(slots=True)
class Row:
    """One tool's runs over the first `count` programs of the class."""

    tool: Tool
    programs: Sequence[Program]
    folder: Path
    command: Command
    timed: list[Measured] = field(default_factory=list)
    shares: Mapping[str, float] = field(default_factory=dict)
    peak: int = 0

    @property
    def wall(self) -> list[float]:
        """Seconds a submission, run by run."""
        return [m.wall / len(self.programs) for m in self.timed]

    @property
    def right(self) -> int:
        return sum(is_right(self.shares.get(p.student), p) for p in self.programs)

    @property
    def cpu(self) -> float:
        return statistics.median(m.cpu for m in self.timed) / len(self.programs)


def tools_of(options: argparse.Namespace) -> list[Tool]:
    """Ours first: it is what the others are set against."""
    unisolated = options.allow_unisolated
    every: list[Tool] = [
        Batch(2, unisolated=unisolated),
        Batch(1, unisolated=unisolated),
        Floor(2, compare=False),
        Floor(2, compare=True),
        Floor(1, compare=False),
        Floor(1, compare=True),
        PytestOnce(),
        PytestLoop(options.loop_sample),
        Nbgrader(options.sample),
        Nbgrader(options.sample, by="function"),
        Otter(options.sample),
    ]
    words = options.only or [""]
    return [tool for tool in every if any(word in tool.name for word in words)]


def ready(tools: Sequence[Tool], exercise: Exercise) -> list[Tool]:
    """The tools that can run here. Of each other one a line says why not."""
    able = []
    for tool in tools:
        try:
            tool.prepare(exercise)
        except Unavailable as why:
            say(f"left out: {tool.name}: {why}")
        else:
            able.append(tool)
    return able


def staged(tool: Tool, programs: Sequence[Program], folder: Path) -> Row | None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    few = programs[: tool.most]
    try:
        return Row(tool, few, folder, tool.stage(few, folder))
    except Unavailable as why:
        say(f"left out: {tool.name}: {why}")
        return None


def warmed(row: Row) -> bool:
    """The untimed round: memory and verdicts. False: the tool graded nobody."""
    measured = run(row.command, sample_memory=True)
    row.peak = measured.peak
    row.shares = row.tool.shares(row.folder, measured.output)
    if not row.shares:
        why = f"graded nobody (exit code {measured.code}): {last_line(measured.output)}"
        say(f"left out: {row.tool.name}: {why}")
        return False
    for program in row.programs if row.tool.judges else ():
        share = row.shares.get(program.student)
        if not is_right(share, program):
            told = "no marks" if share is None else f"{share:.2f} of the marks"
            say(f"wrong verdict: {row.tool.name}: {program.student} ({program.kind}) got {told}")
    return True


def measure(rows: Sequence[Row], runs: int) -> list[Row]:
    """Time every row `runs` times, in turn. Returns those whose every run gave the same marks."""
    steady = list(rows)
    for number in range(runs):
        for row in list(steady):
            row.tool.reset(row.folder)
            measured = run(row.command)
            if row.tool.shares(row.folder, measured.output) != row.shares:
                say(f"left out: {row.tool.name}: a timed run gave other marks than the first")
                steady.remove(row)
                continue
            row.timed.append(measured)
            say(f"round {number + 1}: {row.tool.name}: {row.wall[-1] * 1000:.1f} ms a submission")
    return steady


def say(line: str) -> None:
    """What is not part of the table goes to stderr, at once."""
    print(line, file=sys.stderr, flush=True)


def table(rows: Sequence[Row]) -> str:
    """The rows as Markdown; ratios are to the first row of ours, round by round."""
    ours = next((row for row in rows if isinstance(row.tool, Batch)), None)
    head = "| tool | N | submissions/s | CPU ms each | peak MB | time, ours = 1 | right verdicts |"
    out = [head, "|---|---|---|---|---|---|---|"]
    for row in rows:
        ratio = "–"
        if ours is not None:
            pairs = zip(row.wall, ours.wall, strict=True)
            ratio = f"{statistics.median(a / b for a, b in pairs):.3g}"
        rate = 1 / statistics.median(row.wall)
        tier = f" ({', '.join(sorted(row.tool.tiers))})" if isinstance(row.tool, Batch) else ""
        right = f"{row.right} of {len(row.programs)}" if row.tool.judges else "–"
        out.append(
            f"| {row.tool.name}{tier} | {len(row.programs)} | {rate:.3g} | {row.cpu * 1000:.3g} "
            f"| {row.peak / 1e6:.0f} | {ratio} | {right} |"
        )
    return "\n".join(out)


def exercise_of(options: argparse.Namespace) -> Exercise:
    course = find_course(Path.cwd())
    assignment = course.assignment(options.assignment)
    if assignment is None:
        raise SystemExit(f"no assignment {options.assignment}; there are {', '.join(course.names)}")
    checks = tuple(record(assignment, course.seed))
    return Exercise(
        assignment.name, checks, Makings(assignment), course.root.resolve(), options.work.resolve()
    )


def arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--work", type=Path, required=True, help="where tools are installed, once")
    parser.add_argument("--assignment", default="activations")
    parser.add_argument("--runs", type=int, default=3, help="timed rounds (default 3)")
    parser.add_argument("-n", type=int, default=100, help="submissions (default 100)")
    parser.add_argument(
        "--sample", type=int, default=10, help="of these for nbgrader and otter (default 10)"
    )
    parser.add_argument(
        "--loop-sample", type=int, default=20, help="for a pytest process each (default 20)"
    )
    parser.add_argument("--only", nargs="+", help="words: only tools whose name has one of them")
    parser.add_argument("--allow-unisolated", action="store_true", help="ours at L3")
    parser.add_argument("--scale", help="our cost at these numbers, such as 10,100,1000")
    parser.add_argument("--kinds", default="edited", help="for --scale: distinct,edited,identical")
    parser.add_argument("--jobs", type=int, default=2, help="for --scale: grade batch -j")
    parser.add_argument("--cheats", action="store_true", help="what two cheats earn on each tool")
    return parser


def main() -> None:
    options = arguments().parse_args()
    os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1")
    adopt_orphans()
    exercise = exercise_of(options)
    calls = sum(len(check.calls) for check in exercise.checks)
    print(f"{exercise.name}: {len(exercise.checks)} checks, {calls} calls; ", end="")
    print(f"Python {platform.python_version()}, NumPy {np.__version__}, {os.cpu_count()} cores\n")
    if options.scale:
        counts = [int(n) for n in options.scale.split(",")]
        batch = Batch(options.jobs, unisolated=options.allow_unisolated)
        if ready([batch], exercise):
            print(scale.table(exercise, batch, counts, options.kinds.split(","), options.runs))
        return
    if options.cheats:
        tools = [t for t in tools_of(options) if t.judges and not isinstance(t, Floor)]
        print(cheats.table(exercise, ready(tools, exercise)))
        return
    programs = distinct(exercise.makings, options.n)
    rows = []
    for i, tool in enumerate(ready(tools_of(options), exercise)):
        row = staged(tool, programs, exercise.work / "class" / str(i))
        if row is not None and warmed(row):
            rows.append(row)
    if not rows:
        raise SystemExit("no tool is left to measure: see above")
    print(table(measure(rows, options.runs)))


if __name__ == "__main__":
    main()
