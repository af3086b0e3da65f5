"""`grade activations.py` against plain pytest running the same checks without isolation.

    python -m benchmarks.local [--runs 9] [--assignment activations]

Whole processes, cold, in turn (A B A B …), so that a machine whose speed drifts slows both alike.
Prints wall-clock and CPU seconds (this process's children) as min, median, max, and the ratio of
each pair. Run it from the repository's root with dlgrade installed.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path


def timed(command: Sequence[str], environment: dict[str, str]) -> tuple[float, float]:
    """Wall-clock and CPU seconds of one run, the process's own children included."""
    before, start = os.times(), time.perf_counter()
    run = subprocess.run(command, env=environment, capture_output=True, check=False)
    wall, after = time.perf_counter() - start, os.times()
    if run.returncode != 0:
        sys.exit(f"{command[:4]} ended with {run.returncode}:\n{run.stdout.decode()[-2000:]}")
    cpu = after.children_user + after.children_system
    return wall, cpu - before.children_user - before.children_system


def row(name: str, values: Sequence[float]) -> str:
    return f"{name:<28}{min(values):>9.3f}{statistics.median(values):>9.3f}{max(values):>9.3f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--assignment", default="activations")
    options = parser.parse_args()
    folder = Path("solutions") / options.assignment
    file = str(folder / f"{options.assignment}.py")
    ours = [sys.executable, "-m", "grader", file]
    plain = [sys.executable, "-m", "pytest", "-q", "--assert=plain", "-p", "no:cacheprovider"]
    plain += ["-p", "benchmarks.in_process", "-c", "grader/engine/harness.ini", "--rootdir=."]
    plain += [str(folder / "checks.py"), str(folder / "hidden.py")]
    environment = {**os.environ, "PYTHONPATH": "."}
    bare = {**environment, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "DLGRADE_FILE": file}
    timed(ours, environment)
    timed(plain, bare)
    pairs = [(timed(ours, environment), timed(plain, bare)) for _ in range(options.runs)]
    print(f"{options.assignment}, {options.runs} pairs{'':<9}{'min':>9}{'median':>9}{'max':>9}")
    for i, what in enumerate(("wall s", "cpu s")):
        print(row(f"grade, {what}", [a[i] for a, _ in pairs]))
        print(row(f"plain pytest, {what}", [b[i] for _, b in pairs]))
        print(row(f"ratio, {what}", [a[i] / b[i] for a, b in pairs]))


if __name__ == "__main__":
    main()
