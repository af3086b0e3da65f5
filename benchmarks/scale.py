"""What one submission costs `grade batch` as the class grows.

Kinds of class: `distinct` (every file another mixture of functions), `edited` (a hundred programs
over and over, each file ending in a comment of its own: the same work at every size) and
`identical` (the hundred programs over and over, byte for byte, which the store grades once).
"""

from __future__ import annotations

import shutil
import statistics
import sys
from collections.abc import Sequence

from benchmarks.measure import run
from benchmarks.submissions import Makings, Program, copies, distinct
from benchmarks.tools.base import Exercise, is_right, last_line
from benchmarks.tools.ours import Batch


def programs_of(makings: Makings, kind: str, count: int) -> list[Program]:
    """Raises SystemExit for an unknown kind."""
    if kind == "distinct":
        return distinct(makings, count)
    if kind in ("edited", "identical"):
        return copies(makings, count, edited=kind == "edited")
    raise SystemExit(f"no kind {kind!r}: distinct, edited or identical")


def table(
    exercise: Exercise, batch: Batch, counts: Sequence[int], kinds: Sequence[str], runs: int
) -> str:
    """Cost a submission at each of `counts`, as Markdown. Sizes are run in turn, `runs` times;
    one run more for memory. The second run of a class, with everything in the store, is timed
    once."""
    out = ["| class | N | ms each | CPU ms each | peak MB | right verdicts | run again, ms each |"]
    out.append("|---|---|---|---|---|---|---|")
    for kind in kinds:
        walls: dict[int, list[float]] = {n: [] for n in counts}
        cpus: dict[int, list[float]] = {n: [] for n in counts}
        facts: dict[int, str] = {}
        for number in range(runs + 1):
            for count in counts:
                programs = programs_of(exercise.makings, kind, count)
                folder = exercise.work / "scale"
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir(parents=True)
                command = batch.stage(programs, folder)
                measured = run(command, sample_memory=number == 0)
                shares = batch.shares(folder, "")
                if not shares:
                    raise SystemExit(f"{batch.name}: {last_line(measured.output)}")
                if number == 0:
                    again = run(command)
                    right = sum(is_right(shares.get(p.student), p) for p in programs)
                    facts[count] = (
                        f"{measured.peak / 1e6:.0f} | {right} of {count} "
                        f"| {again.wall / count * 1000:.2f}"
                    )
                else:
                    walls[count].append(measured.wall / count * 1000)
                    cpus[count].append(measured.cpu / count * 1000)
                print(
                    f"{kind}, {count}: {measured.wall / count * 1000:.2f} ms a submission",
                    file=sys.stderr,
                    flush=True,
                )
        for count in counts:
            wall, cpu = statistics.median(walls[count]), statistics.median(cpus[count])
            out.append(f"| {kind} | {count:,} | {wall:.2f} | {cpu:.2f} | {facts[count]} |")
    return "\n".join(out)
