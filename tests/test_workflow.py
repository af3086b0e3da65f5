"""The sample workflow for GitHub Classroom: its steps, run in a student's repository."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml
from grading import COURSE, ROOT, reference

from grader.release import released

SAMPLE = ROOT / "docs" / "samples" / "github-classroom.yml"
WORKFLOW = yaml.safe_load(SAMPLE.read_text(encoding="utf-8"))
STEPS = {s.get("name", s.get("uses")): s for s in WORKFLOW["jobs"]["grade"]["steps"]}

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="it runs on Ubuntu"),
]


@pytest.fixture(scope="module")
def bundle() -> dict[str, bytes]:
    stub = ROOT / "assignments" / "matmul"
    files = released(COURSE, ["matmul"])
    return files | {f"matmul/{p.name}": p.read_bytes() for p in stub.iterdir() if p.is_file()}


class Repository:
    def __init__(self, folder: Path, files: dict[str, bytes]) -> None:
        self.folder = folder / "student 的作業"
        self.temp = folder / "temp"
        self.temp.mkdir()
        tools = folder / "bin"
        tools.mkdir()
        (tools / "grade").write_text(f'#!/bin/sh\nexec "{sys.executable}" -P -m grader "$@"\n')
        (tools / "grade").chmod(0o755)
        clean = {k: v for k, v in os.environ.items() if not k.startswith(("GIT_", "DLGRADE_"))}
        self.environment = {
            **clean,
            **{k: str(v) for k, v in WORKFLOW["env"].items()},
            "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "RUNNER_TEMP": str(self.temp),
            "GITHUB_STEP_SUMMARY": str(folder / "summary"),
            "GITHUB_PATH": str(folder / "path"),
            "HOME": str(folder),
        }
        self.summary = folder / "summary"
        for name, data in files.items():
            self.write(name, data)
        self.git("init", "-q")
        self.commit("starter", 1_700_000_000)

    def write(self, name: str, data: bytes) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    def git(self, *words: str, **variables: str) -> None:
        named = ["-c", "user.name=s", "-c", "user.email=s@x.edu"]
        subprocess.run(
            ["git", *named, *words],
            cwd=self.folder,
            env={**self.environment, **variables},
            check=True,
            capture_output=True,
            timeout=60,
        )

    def commit(self, what: str, at: int) -> None:
        self.git("add", "-A")
        when = f"@{at} +0000"
        self.git("commit", "-q", "-m", what, GIT_COMMITTER_DATE=when, GIT_AUTHOR_DATE=when)

    def check_out(self) -> None:
        """All files of one moment, as a runner gets them."""
        for path in self.folder.rglob("*"):
            if ".git" not in path.parts and path.is_file():
                os.utime(path, (1_800_000_000, 1_800_000_000))

    def run(self, step: str) -> subprocess.CompletedProcess[str]:
        """A step as GitHub runs it: bash, ending at the first command that fails."""
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", STEPS[step]["run"]],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=120,
        )


@pytest.fixture
def repository(bundle, tmp_path) -> Repository:
    made = Repository(tmp_path, bundle)
    made.check_out()
    return made


TIMES = "Give each file the time of its last commit"


def test_the_workflow_is_sound():
    assert WORKFLOW[True]["push"] is None, "'on' is YAML 1.1's true"
    assert WORKFLOW["permissions"] == {"contents": "read"}
    for step in STEPS.values():
        assert ("run" in step) != ("uses" in step)
        if "run" in step:
            subprocess.run(["bash", "-n", "-c", step["run"]], check=True, timeout=20)
    assert list(STEPS)[-1] == "Keep the reports"


def test_full_marks_end_in_0_and_leave_reports(repository):
    repository.write("matmul/matmul.py", reference("matmul").encode())
    repository.commit("done", 1_700_000_100)
    repository.check_out()
    assert repository.run(TIMES).returncode == 0
    done = repository.run("Grade")
    assert done.returncode == 0, done.stderr + done.stdout
    reports = repository.temp / "reports"
    suites = ET.parse(reports / "grade.xml").getroot()
    assert int(suites.get("tests")) > 10 and suites.get("failures") == "0"
    summary = json.loads((reports / "grade.json").read_text(encoding="utf-8"))["results"]["summary"]
    assert summary["passed"] == summary["tests"] == int(suites.get("tests"))
    assert (reports / "grade.html").stat().st_size > 1000
    assert "| ✓ `dot`" in repository.summary.read_text(encoding="utf-8")


def test_missing_points_end_in_1_and_say_which(repository):
    done = repository.run("Grade")
    assert done.returncode == 1, done.stderr
    said = repository.summary.read_text(encoding="utf-8")
    assert "✓" not in said and "還沒寫" in said


def test_the_notebook_that_was_committed_last_is_graded(repository):
    """After a checkout all files are of one age: the times come from the history."""
    path = repository.folder / "matmul" / "matmul.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    work = reference("matmul").replace("### BEGIN SOLUTION", "").replace("### END SOLUTION", "")
    cell = next(c for c in notebook["cells"] if c["cell_type"] == "code")
    notebook["cells"] = [{**cell, "source": work}]
    path.write_text(json.dumps(notebook), encoding="utf-8")
    repository.commit("in the notebook", 1_700_000_200)
    repository.check_out()
    assert repository.run(TIMES).returncode == 0
    done = repository.run("Grade")
    assert done.returncode == 0, done.stderr + repository.summary.read_text(encoding="utf-8")


def test_a_bundle_that_was_altered_is_not_graded(repository):
    checks = next((repository.folder / "checks" / "matmul").glob("checks.py"))
    checks.write_bytes(checks.read_bytes() + b"\n")
    done = repository.run("Grade")
    assert done.returncode == 3
    assert "Traceback" not in done.stderr


def test_what_to_install_is_read_from_the_bundle(repository, tmp_path):
    """The install step, with a pip that only says what it was asked for."""
    python = tmp_path / "bin" / "python"
    python.write_text(
        "#!/bin/sh\n"
        f'if [ "$1" = -c ]; then exec "{sys.executable}" "$@"; fi\n'
        'mkdir -p "$3/bin"\n'
        'printf \'#!/bin/sh\\necho "$@" > "%s"\\n\' "$RUNNER_TEMP/pip" > "$3/bin/python"\n'
        'chmod +x "$3/bin/python"\n'
    )
    python.chmod(0o755)
    done = repository.run("Install")
    assert done.returncode == 0, done.stderr
    asked = (repository.temp / "pip").read_text(encoding="utf-8").split()
    assert asked[-1].startswith("dlgrade==")
    assert (tmp_path / "path").read_text(encoding="utf-8").strip().endswith("/dlgrade/bin")
    repository.write("dlgrade-9.9-py3-none-any.whl", b"")
    assert repository.run("Install").returncode == 0
    asked = (repository.temp / "pip").read_text(encoding="utf-8").split()
    assert asked[-1] == "./dlgrade-9.9-py3-none-any.whl"
