"""The wheel by itself: installed, without the source tree beside it, it grades."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest
from grading import ROOT, reference

pytestmark = pytest.mark.slow

WRONG = "\n\ndef mae(y, y_hat):\n    return np.sum(np.abs(y - y_hat))\n"


def run(*command: object, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command in a clean environment, where neither PYTHONPATH nor the course is named."""
    kept = ("SYSTEMROOT", "TEMP", "TMP", "HOME", "USERPROFILE")
    clean = {name: os.environ[name] for name in kept if name in os.environ}
    return subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env=clean | {"DLGRADE_LANG": "en", "PYTHONUTF8": "1"} | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel, built without a network by the backend that pyproject.toml names."""
    out = tmp_path_factory.mktemp("dist")
    built = run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", out, cwd=ROOT)
    assert built.returncode == 0, f'{built.stderr}\nIs ".[dev]" installed?'
    (found,) = out.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def grade(wheel, tmp_path_factory):
    """The `grade` of a fresh environment that holds the wheel and borrows its dependencies."""
    venv = tmp_path_factory.mktemp("apart") / "venv"
    made = run(sys.executable, "-m", "venv", "--without-pip", venv, cwd=venv.parent)
    assert made.returncode == 0, made.stderr
    scripts = venv / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / ("python.exe" if os.name == "nt" else "python")
    installed = run(
        *(sys.executable, "-m", "pip", "--python", python, "install", "-q", "--no-deps"),
        *("--no-index", "--disable-pip-version-check", wheel),
        cwd=venv.parent,
    )
    assert installed.returncode == 0, installed.stderr
    purelib = run(
        python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=venv.parent
    ).stdout.strip()
    theirs = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    # Appended to sys.path, so the wheel's own package comes first.
    Path(purelib, "borrowed.pth").write_text("\n".join(sorted(theirs)), encoding="utf-8")
    where = run(python, "-c", "import grader; print(grader.__file__)", cwd=venv.parent)
    assert Path(where.stdout.strip()).is_relative_to(purelib), where.stdout + where.stderr
    return scripts / ("grade.exe" if os.name == "nt" else "grade")


@pytest.fixture
def away(tmp_path):
    """A folder with a student's file and a course, and nothing else of the source tree."""
    course = tmp_path / "course"
    unwanted = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "solutions", course / "solutions", ignore=unwanted)
    shutil.copy(ROOT / "course.toml", course)
    here = tmp_path / "work"
    here.mkdir()
    (here / "losses.py").write_text(reference("losses") + WRONG, encoding="utf-8")
    return here


def test_the_wheel_holds_the_engine_and_nothing_else(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    for needed in (
        "grader/py.typed",
        "grader/engine/harness.ini",
        "grader/worker/main.py",
        "grader/render/grade-report-1.schema.json",
        "grader/templates/report.html.j2",
        "grader/templates/class.html.j2",
    ):
        assert needed in names
    source = {p.relative_to(ROOT).as_posix() for p in (ROOT / "grader").rglob("*.py")}
    assert source <= set(names)
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"grader"}
    assert not [name for name in names if "__pycache__" in name]


@pytest.mark.parametrize("format", ["text", "json", "html"])
def test_it_grades_away_from_the_source(grade, away, format):
    out = away / "report"
    words = ("losses", "--course", away.parent / "course", "--format", format)
    done = run(grade, *words, "--output", out, cwd=away)
    assert done.returncode == 1, done.stdout + done.stderr
    report = out.read_text(encoding="utf-8")
    if format == "json":
        checks = {c["id"]: c for c in json.loads(report)["checks"]}
        assert checks["mae.values"]["diagnosis"]
        assert checks["mse.values"]["status"] == "pass"
    elif format == "html":
        assert "<math" in report
        assert "mae" in report
    else:
        assert report.rstrip().splitlines()[-1].startswith("Score ")


def test_a_new_course_is_made_and_sound_away_from_the_source(grade, tmp_path):
    made = run(grade, "new-course", "c", cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    added = run(grade, "new-exercise", "fresh", cwd=tmp_path / "c")
    assert added.returncode == 0, added.stderr
    verified = run(grade, "verify", cwd=tmp_path / "c")
    assert verified.returncode == 0, verified.stdout + verified.stderr


def test_it_says_where_to_find_a_course_when_there_is_none(grade, away):
    done = run(grade, "losses", cwd=away)
    assert done.returncode == 3
    assert "--course" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_package_runs_as_a_module(grade, away):
    python = grade.with_name("python.exe" if os.name == "nt" else "python")
    done = run(python, "-m", "grader", "--version", cwd=away)
    assert done.returncode == 0
    assert done.stdout.startswith("dlgrade ")
