"""A small class as nbgrader has it: students' folders made from what was handed out to them."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grading import reference

from grader.course.percent import cells, stub

ASSIGNMENT = "matmul"
FUNCTIONS = ("dot", "matvec", "matmul", "affine")

Notebook = dict[str, Any]


@dataclass(frozen=True)
class Pupil:
    """What one student hands in: file name to bytes."""

    files: Mapping[str, bytes]
    secret: str | None = "s"
    """None: submitted without `submission_secret.txt`."""
    submitted: str | None = "2026-03-01 08:00:00.000000 UTC"


def answers(assignment: str = ASSIGNMENT) -> dict[str, str]:
    """The reference's cell of each function, without the marks of the solution regions."""
    found = {}
    for cell in cells(reference(assignment)):
        name = re.search(r"^def (\w+)\(", cell.text, re.MULTILINE)
        if cell.kind == "code" and name:
            lines = [x for x in cell.text.split("\n") if "### " not in x]
            found[name[1]] = "\n".join(lines)
    return found


def named(notebook: Notebook, grade_id: str) -> dict[str, Any]:
    """The (first) cell of a notebook with that grade_id."""
    return next(
        c
        for c in notebook["cells"]
        if c["metadata"].get("nbgrader", {}).get("grade_id") == grade_id
    )


def written(
    released: Path, work: Mapping[str, str], edit: Callable[[Notebook], None] | None = None
) -> bytes:
    """The released notebook with cells filled in, and then edited."""
    notebook = json.loads(released.read_text(encoding="utf-8"))
    for function, text in work.items():
        named(notebook, function)["source"] = text
    if edit is not None:
        edit(notebook)
    return json.dumps(notebook, ensure_ascii=False).encode()


def varied(release: Path) -> dict[str, Pupil]:
    """The class, by student. `release` is `release/matmul` of a course directory."""
    right = answers()
    handed_out = release / f"{ASSIGNMENT}.ipynb"
    stub_py = (release / f"{ASSIGNMENT}.py").read_bytes()

    def pupil(
        work: Mapping[str, str], edit: Callable[[Notebook], None] | None = None, **more: Any
    ) -> Pupil:
        files = {
            f"{ASSIGNMENT}.ipynb": written(handed_out, work, edit),
            f"{ASSIGNMENT}.py": stub_py,
        }
        return Pupil(files, **more)

    wrong = right | {"dot": "def dot(u, v):\n    return [a * b for a, b in zip(u, v)]"}

    def deleted(notebook: Notebook) -> None:
        gone = (named(notebook, "matvec"), named(notebook, "check-affine"))
        notebook["cells"] = [c for c in notebook["cells"] if not any(c is g for g in gone)]

    def duplicated(notebook: Notebook) -> None:
        cell = named(notebook, "dot")
        at = notebook["cells"].index(cell)
        first = copy.deepcopy(cell) | {"source": wrong["dot"], "id": "copied"}
        notebook["cells"].insert(at, first)

    def tampered(notebook: Notebook) -> None:
        cell = named(notebook, "check-dot")
        cell["source"] = "10.0"
        cell["metadata"]["nbgrader"]["points"] = 1000
        notebook["cells"].append(
            {"cell_type": "code", "id": "late", "metadata": {}, "outputs": [],
             "execution_count": 1, "source": "def check(*_):\n    return 99\n"}
        )  # fmt: skip

    loop = right | {"matvec": "def matvec(A, x):\n    while True:\n        pass"}
    syntax = right | {"matmul": "def matmul(A, B:\n    return A"}
    noisy = right | {
        "affine": "import sys, warnings\nwarnings.warn('careful')\nprint('x' * 50000)\n"
        "print('no', file=sys.stderr)\n" + right["affine"]
    }
    py = stub(reference(ASSIGNMENT)).replace("raise NotImplementedError", "pass", 1)
    whole = "\n\n".join(c.text for c in cells(reference(ASSIGNMENT)) if c.kind == "code")
    note = handed_out.read_bytes()
    return {
        "right": pupil(right),
        "wrong": pupil(wrong),
        "partly": pupil({k: right[k] for k in ("dot", "matvec")}),
        "stub": pupil({}),
        "syntax": pupil(syntax),
        "deleted": pupil(right, deleted),
        "duplicated": pupil(right, duplicated),
        "tampered": pupil(wrong, tampered),
        "renamed": Pupil(
            {"my work.ipynb": written(handed_out, right), f"{ASSIGNMENT}.py": stub_py}
        ),
        "in-py": Pupil({f"{ASSIGNMENT}.ipynb": note, f"{ASSIGNMENT}.py": whole.encode()}),
        "only-py": Pupil({f"{ASSIGNMENT}.py": py.encode()}),
        "王 小明": pupil(wrong),
        "loops": pupil(loop),
        "noisy": pupil(noisy),
    }


def hand_in(submitted: Path, students: Mapping[str, Pupil], assignment: str = ASSIGNMENT) -> None:
    """Lay the class into `submitted/`, as `nbgrader collect` leaves it."""
    for student, pupil in students.items():
        folder = submitted / student / assignment
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in pupil.files.items():
            (folder / name).write_bytes(data)
        if pupil.submitted is not None:
            (folder / "timestamp.txt").write_text(pupil.submitted)
        if pupil.secret is not None:
            secret = (pupil.secret + student).encode().hex()
            (folder / "submission_secret.txt").write_text(secret)
