"""What the engine must not do. Who may import whom is `lint-imports`: see pyproject.toml."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.batch import identity

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "grader"
FILES = sorted(PACKAGE.rglob("*.py"))


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


def named(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def test_a_module_is_known_by_its_name():
    """No two are called the same, but for a command's, which bears the command's."""
    names = Counter(
        path.stem
        for path in FILES
        if path.stem not in ("__init__", "__main__") and path.parent.name != "commands"
    )
    assert [name for name, times in names.items() if times > 1] == []


def test_what_is_imported_in_a_text_is_there():
    """In a driver of a test, a cell of a notebook, a page: no linter sees these."""
    folders = ("grader", "tests", "templates", "docs", "solutions", "examples", "benchmarks")
    kinds = {".py", ".j2", ".md", ".toml", ".ipynb"}
    imports = re.compile(r"\b(?:from|import) grader\.([\w.]*\w)")
    for path in (p for f in folders for p in (ROOT / f).rglob("*") if p.suffix in kinds):
        for name in imports.findall(path.read_text(encoding="utf-8", errors="replace")):
            place = PACKAGE.joinpath(*name.split("."))
            there = place.is_dir() or place.with_suffix(".py").is_file()
            assert there, f"{path.relative_to(ROOT)}: there is no grader.{name}"


def test_a_class_is_known_by_its_name():
    names = Counter(
        node.name
        for path in FILES
        for node in parsed(path).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    )
    assert [name for name, times in names.items() if times > 1] == []


def test_what_no_grade_hangs_on_is_called_by_its_name():
    """A package that moves must not leave its old name among those that are passed over."""
    for name in (*identity._SHOWING, *identity._BESIDE):
        assert (PACKAGE / name).exists() or (ROOT / name).exists(), name
    for name in identity._SHOWING_QUIZZES:
        assert (PACKAGE / "quiz" / name).exists(), name


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


@pytest.mark.slow
def test_the_engine_names_no_assignment():
    """Neither as a word in a string nor as a name; help texts (`words`) may give examples."""
    course = tomllib.loads((ROOT / "course.toml").read_text(encoding="utf-8"))
    word = re.compile(rf"(?<![\w.])(?:{'|'.join(course['assignments'])})(?!\w)")
    # What NumPy and Python call theirs: `operator.matmul`.
    theirs = {("worker/usage.py", "matmul"), ("worker/policy.py", "matmul")}
    for path in FILES:
        if named(path) == "language/command_words.py":
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
