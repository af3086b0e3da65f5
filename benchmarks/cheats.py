"""What a submission earns that does nothing right but reaches for the grader.

Every function of each is wrong. One replaces `numpy.testing`'s comparison, one ends the process
with success. After each an honest wrong answer is graded, to see whether the cheat reaches others.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence

from benchmarks.measure import run
from benchmarks.submissions import Makings, Program
from benchmarks.tools.base import Exercise, Tool, Unavailable

PATCH = """import numpy as np
import numpy.testing

numpy.testing.assert_allclose = lambda *args, **kwargs: None
numpy.testing.assert_array_equal = lambda *args, **kwargs: None"""
EXIT = """import os

os._exit(0)"""
CHEATS = (
    ("nothing (honest, wrong)", ""),
    ("replaces `np.testing.assert_allclose`", PATCH),
    ("`os._exit(0)` at import", EXIT),
)


def programs(makings: Makings, top: str) -> list[Program]:
    """The cheat and, after it in every order that tools use, an honest wrong answer."""
    wrong = {name: f"{makings.heads[name]}\n    return 0 * z - 7.0" for name in makings.names}
    cheat = makings.assembled("student-00001", "wrong", wrong, top)
    return [cheat, makings.assembled("student-00002", "wrong", wrong)]


def table(exercise: Exercise, tools: Sequence[Tool]) -> str:
    """The share of the marks each cheat gets, and what the one after it gets, as Markdown."""
    out = ["| tool | " + " | ".join(name for name, _ in CHEATS) + " |"]
    out.append("|---" * (len(CHEATS) + 1) + "|")
    for tool in tools:
        fields = []
        for _, top in CHEATS:
            folder = exercise.work / "cheats"
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            try:
                command = tool.stage(programs(exercise.makings, top), folder)
            except Unavailable as why:
                fields.append(str(why))
                continue
            shares = tool.shares(folder, run(command, seconds=600).output)
            fields.append(f"{_told(shares, '00001')}; the next one {_told(shares, '00002')}")
        out.append(f"| {tool.name} | " + " | ".join(fields) + " |")
    return "\n".join(out)


def _told(shares: object, number: str) -> str:
    share = dict(shares).get(f"student-{number}") if isinstance(shares, dict) else None
    return "no marks" if share is None else f"{share:.0%}"
