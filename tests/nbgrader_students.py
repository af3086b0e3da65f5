"""Students of nbgrader's tests: what each did to the folder that was fetched.

`STUDENTS` maps an id, which says what is odd about the work, to a function of that folder. The
assignment is `matmul`: dot, matvec, matmul and affine.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

A = "matmul"

RIGHT = {
    "dot": """def dot(u, v):
    u, v = np.asarray(u), np.asarray(v)
    if len(u) != len(v):
        raise ValueError("lengths differ")
    return float(np.sum(u * v))
""",
    "matvec": """def matvec(A, x):
    A, x = np.asarray(A), np.asarray(x)
    if A.shape[1] != len(x):
        raise ValueError("sizes differ")
    return np.sum(A * x, axis=1)
""",
    "matmul": """def matmul(A, B):
    A, B = np.asarray(A), np.asarray(B)
    if A.shape[1] != B.shape[0]:
        raise ValueError("sizes differ")
    return np.array([[np.sum(row * B[:, j]) for j in range(B.shape[1])] for row in A])
""",
    "affine": """def affine(x, W, b):
    x, W, b = np.asarray(x), np.asarray(W), np.asarray(b)
    if W.shape[0] != len(x) or W.shape[1] != len(b):
        raise ValueError("sizes differ")
    return np.sum(x[:, np.newaxis] * W, axis=0) + b
""",
}
NO_LENGTHS = "def dot(u, v):\n    return float(sum(a * b for a, b in zip(u, v)))\n"
WRONG = "def dot(u, v):\n    return 0.0\n"


def load(folder: Path, name: str = A) -> dict[str, Any]:
    book: dict[str, Any] = json.loads((folder / f"{name}.ipynb").read_bytes())
    return book


def save(folder: Path, book: dict[str, Any], name: str = A) -> None:
    text = json.dumps(book, ensure_ascii=False, indent=1)
    (folder / f"{name}.ipynb").write_text(text, encoding="utf-8")


def grade_id(cell: dict[str, Any]) -> str:
    return str(cell["metadata"].get("nbgrader", {}).get("grade_id", ""))


def at(book: dict[str, Any], name: str) -> int:
    """Where the cell with this grade_id stands."""
    return [grade_id(cell) for cell in book["cells"]].index(name)


def write(book: dict[str, Any], **functions: str) -> None:
    """Put these functions into their cells."""
    for name, text in functions.items():
        book["cells"][at(book, name)]["source"] = text


def code(text: str, id: str = "own") -> dict[str, Any]:
    """A cell of the student's own."""
    made: dict[str, Any] = {"cell_type": "code", "execution_count": None, "outputs": []}
    return made | {"id": id, "metadata": {}, "source": text}


def module(**functions: str) -> str:
    return "import numpy as np\n\n\n" + "\n\n".join(functions.values())


def right(folder: Path) -> None:
    book = load(folder)
    write(book, **RIGHT)
    save(folder, book)


def partly(folder: Path) -> None:
    book = load(folder)
    write(book, **RIGHT | {"dot": NO_LENGTHS, "affine": RIGHT["affine"].replace(" + b", "")})
    save(folder, book)


def untouched(folder: Path) -> None:
    assert (folder / f"{A}.ipynb").is_file()


def in_the_py(folder: Path) -> None:
    (folder / f"{A}.py").write_text(module(**RIGHT | {"dot": WRONG}), encoding="utf-8")


def py_only(folder: Path) -> None:
    in_the_py(folder)
    (folder / f"{A}.ipynb").unlink()


def renamed(folder: Path) -> None:
    book = load(folder)
    write(book, dot=RIGHT["dot"], matvec=RIGHT["matvec"])
    save(folder, book, "我的 matmul (1)")
    (folder / f"{A}.ipynb").unlink()


def deleted(folder: Path) -> None:
    """Deletes a task with its check, a check alone, and a statement."""
    book = load(folder)
    write(book, **RIGHT)
    for name in ("matvec", "check-matvec", "check-dot", "statement-matmul"):
        del book["cells"][at(book, name)]
    save(folder, book)


def duplicated(folder: Path) -> None:
    """Copies a task and a check, ids and all; the later task, a wrong one, is what counts."""
    book = load(folder)
    write(book, **RIGHT)
    for name in ("dot", "check-dot"):
        twin = copy.deepcopy(book["cells"][at(book, name)])
        twin["id"] += "b"
        book["cells"].append(twin)
    book["cells"][-2]["source"] = WRONG
    save(folder, book)


def changed_checks(folder: Path) -> None:
    """Makes a check say what it likes, works in another, gives a third more points, and breaks
    what nbgrader wrote into a fourth."""
    book = load(folder)
    write(book, dot=RIGHT["dot"])
    book["cells"][at(book, "check-matvec")]["source"] = "26"
    book["cells"][at(book, "check-matmul")]["source"] = RIGHT["matmul"]
    book["cells"][at(book, "check-affine")]["metadata"]["nbgrader"]["points"] = 1000
    book["cells"][at(book, "check-dot")]["metadata"]["nbgrader"] = {"grade": True}
    save(folder, book)


def syntax_error(folder: Path) -> None:
    book = load(folder)
    write(book, **RIGHT | {"matvec": "def matvec(A, x:\n    return A\n"})
    save(folder, book)


def endless(folder: Path) -> None:
    book = load(folder)
    write(book, **RIGHT)
    book["cells"].insert(2, code("while True:\n    pass"))
    save(folder, book)


def noisy(folder: Path) -> None:
    """Writes on stderr, warns, floods the output, and raises at the end."""
    book = load(folder)
    write(book, **RIGHT | {"affine": "def affine(x, W, b):\n    return np.asarray(b) * 1.0\n"})
    text = (
        "import sys, warnings\nwarnings.warn('careful')\nprint('x' * 99, file=sys.stderr)\n"
        "for i in range(20000):\n    print('line', i)"
    )
    book["cells"].insert(2, code(text))
    book["cells"].append(code("raise RuntimeError('the end')", "end"))
    save(folder, book)


def forged(folder: Path) -> None:
    """Puts a check of the student's own in the place of ours, in the kernel and beside."""
    book = load(folder)
    write(book, dot=WRONG)
    book["cells"].insert(2, code("import grader.notebook\ngrader.notebook.check = lambda _: 22"))
    save(folder, book)
    for path in (folder / ".dlgrade").rglob("checks.py"):
        path.write_text("raise SystemExit(0)\n", encoding="utf-8")


STUDENTS: dict[str, Callable[[Path], None]] = {
    "right": right,
    "partly": partly,
    "王小明": in_the_py,
    "py-only": py_only,
    "李 renamed": renamed,
    "deleted": deleted,
    "duplicated": duplicated,
    "changed": changed_checks,
    "syntax": syntax_error,
    "endless": endless,
    "noisy": noisy,
    "forged": forged,
    "untouched": untouched,
}
SCORES: dict[str, tuple[float, float, float, float]] = {
    "right": (22, 26, 28, 24),
    "partly": (18, 26, 28, 0),
    "王小明": (0, 26, 28, 24),
    "py-only": (0, 26, 28, 24),
    "李 renamed": (22, 26, 0, 0),
    "deleted": (22, 0, 28, 24),
    "duplicated": (0, 26, 28, 24),
    "changed": (22, 0, 0, 0),
    "syntax": (22, 0, 28, 24),
    "endless": (22, 26, 28, 24),
    "noisy": (22, 26, 28, 0),
    "forged": (0, 0, 0, 0),
    "untouched": (0, 0, 0, 0),
}
"""What dot, matvec, matmul and affine earn."""
