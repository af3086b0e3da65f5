"""Answers by many hands: right ones in foreign styles, wrong ones with one mistake each.

`corpus/<assignment>.txt` holds blocks, each a submission for one function (`*`: for all of them):

    ### right | bce | np.where on the label
    ### wrong | bce | forgot the minus sign | bce.sign
    ### refused | matmul | through operator.matmul

The last field of a wrong one lists the ids it may be diagnosed as, and `-` is a mistake that has
no name: it must get none.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path

from grader.course.load import find_course
from grader.engine.pytest_run import grade_all
from grader.model.report import CheckResult, Report, Status, Verdict
from grader.model.submission import Cell, Submission
from grader.sandbox.best_cage import best_cage

FOLDER = Path(__file__).parent / "corpus"
HEADER = re.compile(r"^### (?=right|wrong|refused)", re.MULTILINE)


@dataclass(frozen=True)
class Block:
    assignment: str
    kind: str
    function: str
    title: str
    ids: frozenset[str]
    source: str
    line: int

    def submission(self) -> Submission:
        name = f"{self.assignment}.py"
        cell = Cell(name, f"import numpy as np\n{self.source}")
        functions = () if self.function == "*" else tuple(self.function.split("+"))
        return Submission(self.assignment, (cell,), name, functions=functions)


def read(path: Path) -> list[Block]:
    text = path.read_text(encoding="utf-8")
    starts = [m.start() for m in HEADER.finditer(text)]
    blocks = []
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        head, _, source = text[start:end].partition("\n")
        kind, function, title, *ids = (part.strip() for part in head[4:].split("|"))
        expected = [i.strip() for i in ids[0].split(",")] if ids else []
        line = text.count("\n", 0, start) + 1
        block = Block(path.stem, kind, function, title, frozenset(expected), source, line)
        assert len(ids) == (kind == "wrong"), f"{path.name}:{line}: fields of {head!r}"
        blocks.append(block)
    return blocks


def named(report: Report) -> frozenset[str]:
    return frozenset(d.id for check in report.checks for d in check.diagnosis)


def told(check: CheckResult) -> str:
    return f"{check.id} {check.status}: {check.message['en'] or [n['en'] for n in check.notes]}"


def complaint(block: Block, report: Report) -> str | None:
    """What is false about this verdict, if anything."""
    lost = [c for c in report.checks if c.points < c.max_points and c.status is not Verdict.SKIPPED]
    names = named(report)
    why = "; ".join(map(told, lost)) + (f" [{', '.join(sorted(names))}]" if names else "")
    if report.status is not Status.GRADED or any(c.status is Verdict.BROKEN for c in lost):
        return f"{report.status}: {why} {[n['en'] for n in report.notes]}"
    match block.kind:
        case "right":
            return why or None
        case "refused":
            refused = {c.status for c in lost} == {Verdict.REFUSED}
            return None if refused else f"not refused: {why or 'full points'}"
        case _:
            expected = block.ids - {"-"}
            if not lost:
                return "full points"
            if not names and "-" not in block.ids:
                return f"unnamed, not {sorted(expected)}: {why}"
            return None if names <= expected else f"named {sorted(names)}: {why}"


def complaints(path: Path, wanted: str = "") -> list[str]:
    blocks = [b for b in read(path) if wanted in f"{b.kind} | {b.function} | {b.title}"]
    course = find_course(FOLDER)
    submissions = [b.submission() for b in blocks]
    with best_cage() as cage:
        reports = grade_all(course, submissions, cage=cage, assignments=[path.stem])
    false = []
    for block, report in zip(blocks, reports, strict=True):
        wrong = complaint(block, report)
        if wrong is not None:
            where = f"{path.name}:{block.line}"
            false.append(f"{where} {block.kind} | {block.function} | {block.title}\n    {wrong}")
    return false


if __name__ == "__main__":  # python tests/corpus_runner.py losses "wrong | bce"
    for line in complaints(FOLDER / f"{sys.argv[1]}.txt", *sys.argv[2:3]):
        print(line)
