"""Where `DLGRADE_MAY_SKIP` is set, a skip that it does not name fails."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

TESTS = """\
import pytest

@pytest.mark.skipif(True, reason="by a mark")
def test_mark(): ...

def test_call():
    pytest.skip("by a call")

@pytest.fixture
def thing():
    pytest.skip("by a fixture")

def test_fixture(thing): ...

@pytest.mark.xfail(reason="known")
def test_expected(): assert False

def test_passes(): ...
"""
MODULE = 'import pytest\npytest.skip("a whole module", allow_module_level=True)\n'
REASONS = ("by a mark", "by a call", "by a fixture", "a whole module")


def run(folder: Path, allowed: tuple[str, ...] | None) -> tuple[int, str]:
    """pytest's exit code and what it says, over the tests above."""
    (folder / "test_some.py").write_text(TESTS, encoding="utf-8")
    (folder / "test_module.py").write_text(MODULE, encoding="utf-8")
    environment = {n: v for n, v in os.environ.items() if n != "DLGRADE_MAY_SKIP"}
    environment["PYTHONPATH"] = str(Path(__file__).parent)
    if allowed is not None:
        environment["DLGRADE_MAY_SKIP"] = "\n".join(allowed)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "skips", "-p", "no:cacheprovider", "."],
        cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    return done.returncode, done.stdout


@pytest.mark.parametrize("allowed", [None, REASONS, ("by a ", "", "a whole mod")])
def test_skips_that_are_allowed_are_skips(tmp_path, allowed):
    code, said = run(tmp_path, allowed)
    assert code == 0, said
    assert "1 passed, 4 skipped, 1 xfailed" in said


@pytest.mark.parametrize("missing", REASONS[:3])
def test_one_that_is_not_allowed_fails(tmp_path, missing):
    code, said = run(tmp_path, ("", *(r for r in REASONS if r != missing)))
    assert code == 1, said
    assert f"does not allow it: {missing}" in said
    assert "1 passed, 3 skipped, 1 xfailed" in said
    assert "1 failed" in said or "1 error" in said


def test_a_module_that_is_not_allowed_to_skip_fails(tmp_path):
    code, said = run(tmp_path, REASONS[:3])
    assert code == 2, said
    assert "does not allow it: a whole module" in said
