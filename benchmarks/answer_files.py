"""Writes every answer that a tree knows as a file of its own, for `same_reports`.

    python -P answer_files.py COURSE OUT [--sample N] [--assignment A]

runs with the tree first on the path, so that its own loaders read its own course, its corpus and
its mistakes. It knows the layouts that trees have had. OUT becomes
`<group><number>/<assignment>.py`, and `OUT.json` beside it says what each is: {student: title}.
"""

from __future__ import annotations

import argparse
import ast
import importlib
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

MARKS = re.compile(r"^ *### (BEGIN|END) SOLUTION\n", re.MULTILINE)
LOADERS = "grader.course.load", "grader.course"
ORACLES = "grader.answers.live", "grader.oracle"


class Known(NamedTuple):
    group: str
    assignment: str
    title: str
    source: str


def first_of(*names: str) -> Any:
    """The first of these modules that the tree has."""
    for name in names:
        try:
            return importlib.import_module(name)
        except ModuleNotFoundError as missing:
            if not name.startswith(str(missing.name)):
                raise
    raise ModuleNotFoundError(f"the tree has none of {', '.join(names)}")


def in_place_of(function: str, source: str, program: str) -> str:
    """`program` with `source` where it defines `function`; at its end where it does not."""
    lines = program.splitlines(keepends=True)
    for node in ast.parse(program).body:
        if isinstance(node, ast.FunctionDef) and node.name == function:
            start, end = node.lineno - 1, node.end_lineno
            return "".join([*lines[:start], source.strip("\n"), "\n", *lines[end:]])
    return f"{program}\n\n{source}"


def mistaken(oracle: Any, assignment: Any, program: str) -> Iterator[Known]:
    for function in assignment.functions:
        for mistake in oracle.mistakes(function.name):
            text = in_place_of(mistake.function, mistake.source, program)
            yield Known("mistake", assignment.name, mistake.id, text)


def answers_of_the_course(course: Any) -> Iterator[Known]:
    """The references and, in a reference's place, every known mistake."""
    for assignment in course.assignments:
        path = assignment.folder / f"{assignment.name}.py"
        program = MARKS.sub("", path.read_text(encoding="utf-8"))
        yield Known("reference", assignment.name, "the reference", program)
        yield from mistaken(first_of(*ORACLES).LiveOracle(course, assignment), assignment, program)


def answers_of_the_corpus(root: Path) -> Iterator[Known]:
    """The blocks of tests/corpus, right, wrong and refused."""
    tests = root / "tests"
    sys.path.insert(0, str(tests))
    if (tests / "corpus_files.py").is_file():
        module = importlib.import_module("corpus_files")
        read = [answer for name in module.assignments() for answer in module.read(name)]
    else:
        module = importlib.import_module("corpus_runner")
        paths = sorted((tests / "corpus").glob("*.txt"))
        read = [answer for path in paths for answer in module.read(path)]
    for answer in read:
        title = f"{answer.kind} | {answer.function} | {answer.title}"
        [cell] = answer.submission().cells
        yield Known(answer.kind, answer.assignment, title, cell.source)


def evenly(answers: list[Known], count: int | None) -> list[Known]:
    """All of them, or `count` of each group, evenly spread."""
    if count is None:
        return answers
    chosen = []
    for group in dict.fromkeys(answer.group for answer in answers):
        members = [answer for answer in answers if answer.group == group]
        wanted = min(count, len(members))
        chosen += [members[i * len(members) // wanted] for i in range(wanted)]
    return chosen


def write(answers: list[Known], out: Path) -> None:
    titles = {}
    out.mkdir(parents=True)
    for number, answer in enumerate(answers):
        student = f"{answer.group}{number:04d}"
        titles[student] = f"{answer.assignment}: {answer.title}"
        (out / student).mkdir(parents=True)
        (out / student / f"{answer.assignment}.py").write_text(answer.source, encoding="utf-8")
    text = json.dumps(titles, ensure_ascii=False, indent=1)
    out.with_name(f"{out.name}.json").write_text(text, encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("course", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--sample", type=int)
    parser.add_argument("--assignment", action="append", default=[])
    asked = parser.parse_args()
    known = list(answers_of_the_course(first_of(*LOADERS).load_course(asked.course)))
    if (asked.course / "tests" / "corpus").is_dir():
        known += answers_of_the_corpus(asked.course)
    wanted = [a for a in known if not asked.assignment or a.assignment in asked.assignment]
    write(evenly(wanted, asked.sample), asked.out)


if __name__ == "__main__":
    main()
