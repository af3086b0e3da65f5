"""Who may import whom: the table in docs/architecture.md, held against the source."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "grader"
FILES = sorted(PACKAGE.rglob("*.py"))
TABLE = re.compile(r"^\| `(?P<room>\w+)` \| (?P<does>[^|]+) \| (?P<may>[^|]+) \|$", re.MULTILINE)


def table() -> dict[str, set[str]]:
    """Room → the rooms it may import, as docs/architecture.md says."""
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rows = {m["room"]: set(re.findall(r"`(\w+)`", m["may"])) for m in TABLE.finditer(text)}
    assert rows, "docs/architecture.md has no table of rooms"
    return rows


def room_of(path: Path) -> str:
    """The room a file belongs to: its package, or its own name at the top."""
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def imported(path: Path) -> Iterator[tuple[str, int]]:
    """Dotted name and line of everything imported, wherever in the file."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}:{node.lineno}: a relative import"
            assert node.module is not None
            yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)


def rooms_imported(path: Path) -> Iterator[tuple[str, int]]:
    """Rooms of grader/ that a file imports; the version in `grader` itself is everybody's."""
    for name, line in imported(path):
        parts = name.split(".")
        if parts[0] == "grader" and parts[1:] not in ([], ["__version__"]):
            yield parts[1], line


def named(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def test_every_room_is_in_the_table():
    rooms = {room_of(path) for path in FILES} - {"__init__"}
    assert set(table()) == rooms
    assert set().union(*table().values()) <= rooms


@pytest.mark.parametrize("path", FILES, ids=named)
def test_a_file_imports_only_what_its_room_may(path):
    room = room_of(path)
    allowed = table().get(room, set()) | {room}
    for other, line in rooms_imported(path):
        assert other in allowed, f"{named(path)}:{line}: {room} may not import {other}"


def test_the_table_has_no_circle():
    left = {room: set(may) for room, may in table().items()}
    while left:
        free = {room for room, may in left.items() if not may}
        assert free, f"a circle among {sorted(left)}"
        left = {room: may - free for room, may in left.items() if room not in free}


# ------------------------------------------------------------------------ what no table may allow


def test_the_untrusted_side_knows_no_course_and_nobody_imports_it():
    rows = table()
    assert rows["worker"] == {"wire", "functions"}
    assert rows["wire"] == rows["functions"] == set()
    assert not [room for room, may in rows.items() if "worker" in may]


def test_the_sandbox_and_the_session_know_no_answers():
    rows = table()
    answers = {"course", "oracle", "authoring", "harness", "diagnose", "bench"}
    for room in ("sandbox", "session", "wire", "intake"):
        assert not rows[room] & answers, room


def test_renderers_see_only_the_record():
    assert table()["render"] == {"model"}


def test_nothing_is_unpickled():
    forbidden = {"pickle", "cPickle", "_pickle", "dill", "cloudpickle", "marshal", "shelve"}
    for path in FILES:
        for name, line in imported(path):
            assert name.split(".")[0] not in forbidden, f"{named(path)}:{line} imports {name}"
        assert "allow_pickle=True" not in path.read_text(encoding="utf-8"), named(path)


def test_nothing_posix_only_is_imported_at_the_top():
    posix = {"resource", "fcntl", "pwd", "grp", "termios", "tty", "pty", "syslog", "crypt"}
    read_not_imported = {"doctor/hostile.py"}
    for path in FILES:
        if named(path) in read_not_imported:
            continue
        for node in parsed(path).body:
            names = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            assert not {n.split(".")[0] for n in names} & posix, f"{named(path)}:{node.lineno}"


def test_the_cold_path_imports_neither_numpy_nor_pytest():
    code = (
        "import sys; import grader.commands.cli, grader.commands.grade\n"
        "slow = ('numpy', 'pytest', 'jinja2', 'grader.engine.pytest_run')\n"
        "print([m for m in slow if m in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "[]"


# ------------------------------------------------------------------------ no course in the engine


def docstrings(tree: ast.Module) -> set[int]:
    """The ids of the nodes that only document: docstrings, and strings standing alone."""
    return {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


def test_the_engine_names_no_assignment():
    """Neither as a word in a string nor as a name; help texts (`words`) may give examples."""
    course = tomllib.loads((ROOT / "course.toml").read_text(encoding="utf-8"))
    word = re.compile(rf"(?<![\w.])(?:{'|'.join(course['assignments'])})(?!\w)")
    # What NumPy and Python call theirs: `operator.matmul`.
    theirs = {("worker/usage.py", "matmul"), ("worker/policy.py", "matmul")}
    for path in FILES:
        if named(path) == "words.py":
            continue
        tree = parsed(path)
        skipped = docstrings(tree)
        for node in ast.walk(tree):
            if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
                continue
            if id(node) in skipped or (named(path), node.value) in theirs:
                continue
            found = word.search(node.value)
            assert found is None, f"{named(path)}:{node.lineno}: {found and found[0]!r}"


def test_the_engine_imports_no_course():
    for path in FILES:
        for name, line in imported(path):
            assert name.split(".")[0] not in {"solutions", "assignments", "examples", "tests"}, (
                f"{named(path)}:{line}"
            )
