"""A class of submissions, the same on every run: right in many styles, wrong, raising.

Right functions come from the reference and from tests/corpus, wrong ones from the catalogue of
misconceptions. Each file is the reference's, its functions exchanged, so it has a student's length.
Of any ten in a row six are right, three have one to three known mistakes, one raises.
"""

from __future__ import annotations

import ast
import builtins
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from grader.answers.live import LiveOracle
from grader.course.load import load_course
from grader.course.percent import cells
from grader.model.assignment import Assignment

KINDS = "right", "right", "wrong", "right", "right", "wrong", "right", "right", "wrong", "raising"
RAISING = (
    "raise NotImplementedError",
    "return undefined_name + 1",
    "raise ValueError('not yet')",
    "return 'z' + 1",
    "return [1, 2, 3][7]",
    "return int('one')",
)
HEADING = re.compile(r"^# %% .*\n", re.MULTILINE)
DEFINITION = re.compile(r"^def (\w+)(\(.*\)):", re.MULTILINE)


def defined(source: str) -> list[str]:
    """The functions that `source` defines."""
    return [match[1] for match in DEFINITION.finditer(source)]


@dataclass(frozen=True, slots=True)
class Part:
    """One cell of a program: "markdown" or "code", its text, the graded function it gives."""

    kind: str
    text: str
    function: str | None = None


@dataclass(frozen=True, slots=True)
class Program:
    """One student's file, as cells, and what it should earn: `full` marks or not."""

    student: str
    kind: str
    cells: tuple[Part, ...]

    @property
    def full(self) -> bool:
        return self.kind == "right"

    def text(self) -> str:
        """The file in the percent format."""
        parts = []
        for cell in self.cells:
            if cell.kind == "markdown":
                lines = "\n".join(f"# {line}".rstrip() for line in cell.text.splitlines())
                parts.append(f"# %% [markdown]\n{lines}\n")
            else:
                parts.append(f"# %%\n{cell.text}\n")
        return "\n".join(parts)


class Makings:
    """What the programs of one assignment are made of."""

    def __init__(self, assignment: Assignment) -> None:
        self.assignment = assignment.name
        self._oracle = LiveOracle(load_course(assignment.folder.parents[1]), assignment)
        self.names = [f.name for f in assignment.functions]
        reference = (assignment.folder / f"{assignment.name}.py").read_text(encoding="utf-8")
        unmarked = re.sub(r"^ *### (BEGIN|END) SOLUTION\n", "", reference, flags=re.MULTILINE)
        self.base = cells(unmarked)
        self.heads = {m[1]: m[0] for c in self.base for m in DEFINITION.finditer(c.text)}
        self.right = self._right()
        self.wrong = self._wrong()

    def _right(self) -> dict[str, list[str]]:
        """Function → right versions of it."""
        found: dict[str, list[str]] = {name: [] for name in self.names}
        for name, versions in found.items():
            path = Path("tests/corpus", self.assignment, f"{name}.py")
            text = path.read_text(encoding="utf-8") if path.is_file() else ""
            _, *written_out = HEADING.split(text)
            versions += [v.strip("\n") for v in written_out if self._alone(v, name)]
        for cell in self.base:
            for name in defined(cell.text):
                if name in found:
                    found[name].append(cell.text)
        return found

    def _wrong(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {name: [] for name in self.names}
        for mistake in (m for name in self.names for m in self._oracle.mistakes(name)):
            if self._alone(mistake.source, mistake.function):
                found[mistake.function].append(mistake.source.strip("\n"))
        return found

    def _alone(self, source: str, function: str) -> bool:
        """The source brings no other name of the assignment and needs none but NumPy's."""
        tree = ast.parse(source)
        stored = {function, "np"} | set(dir(builtins))
        for node in ast.walk(tree):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                stored.add(node.id)
            elif isinstance(node, ast.arg):
                stored.add(node.arg)
            elif isinstance(node, ast.alias):
                stored.add((node.asname or node.name).split(".")[0])
            elif isinstance(node, ast.FunctionDef | ast.ClassDef):
                stored.add(node.name)
        loaded = {n.id for n in ast.walk(tree) if isinstance(n, ast.Name)}
        others = set(self.names) - {function}
        return loaded <= stored and not others & (stored | loaded)

    def program(self, number: int) -> Program:
        """Program `number`; its choices come from the number alone."""
        kind = KINDS[number % len(KINDS)]
        choose = random.Random(f"{self.assignment}/{number}")
        pieces = {name: choose.choice(self.right[name]) for name in self.names}
        if kind == "wrong":
            for name in choose.sample([n for n in self.names if self.wrong[n]], 1 + number % 3):
                pieces[name] = choose.choice(self.wrong[name])
        elif kind == "raising":
            for name in choose.sample(self.names, 1 + number // 10 % 2):
                pieces[name] = f"{self.heads[name]}\n    {choose.choice(RAISING)}"
        return self.assembled(f"student-{number:05d}", kind, pieces)

    def assembled(self, student: str, kind: str, pieces: dict[str, str], top: str = "") -> Program:
        """The reference with `pieces` in its functions' places and `top` before everything."""
        made = [Part("code", top)] if top else []
        for cell in self.base:
            names = defined(cell.text) if cell.kind == "code" else []
            name = next((n for n in names if n in self.names), None)
            made.append(Part(cell.kind, pieces.get(name or "", cell.text), name))
        return Program(student, kind, tuple(made))


def distinct(makings: Makings, count: int) -> list[Program]:
    """`count` programs, each another mixture of functions."""
    return [makings.program(i) for i in range(count)]


def copies(makings: Makings, count: int, *, edited: bool, of: int = 100) -> list[Program]:
    """`count` files from `of` programs; `edited` ends each with a comment of its own."""
    programs = distinct(makings, min(of, count))
    made = []
    for i in range(count):
        base = programs[i % len(programs)]
        comment = (Part("code", f"# handed in as number {i:05d}"),) if edited else ()
        made.append(Program(f"student-{i:05d}", base.kind, (*base.cells, *comment)))
    return made


def write_files(programs: Sequence[Program], folder: Path, assignment: str) -> None:
    """`<folder>/<student>/<assignment>.py`."""
    for program in programs:
        home = folder / program.student
        home.mkdir(parents=True, exist_ok=True)
        (home / f"{assignment}.py").write_text(program.text(), encoding="utf-8")
