"""Gradescope's autograder: the zip, its run in the layout Gradescope documents, results.json."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import stat
import subprocess
import sys
import sysconfig
import tempfile
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest
import sample_reports as sample
from grading import ROOT, grade_cli, reference

from grader.bridges.gradescope.autograder_zip import CAGE, REQUIREMENTS, autograder
from grader.bridges.gradescope.results import VISIBILITIES, failed, refused, results
from grader.course.load import load_course
from grader.language.text import Text
from grader.model.report import Status

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="Gradescope's images are Linux"),
]

ASSIGNMENT = "matmul"
FORMAT = {"enum": ["text", "html", "simple_format", "md", "ansi"]}
VISIBILITY = {"enum": list(VISIBILITIES)}
TEST = {
    "type": "object",
    "properties": {
        "score": {"type": "number"},
        "max_score": {"type": "number"},
        "status": {"enum": ["passed", "failed"]},
        "name": {"type": "string", "minLength": 1},
        "name_format": FORMAT,
        "number": {"type": "string", "pattern": r"^\d+(\.\d+)*$"},
        "output": {"type": "string"},
        "output_format": FORMAT,
        "tags": {"type": "array", "items": {"type": "string"}},
        "visibility": VISIBILITY,
        "extra_data": {"type": "object"},
    },
    "additionalProperties": False,
}
SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "properties": {
        "score": {"type": "number"},
        "execution_time": {"type": "number"},
        "output": {"type": "string"},
        "output_format": FORMAT,
        "test_output_format": FORMAT,
        "test_name_format": FORMAT,
        "visibility": VISIBILITY,
        "stdout_visibility": VISIBILITY,
        "extra_data": {"type": "object"},
        "tests": {"type": "array", "items": TEST},
        "leaderboard": {"type": "array"},
    },
    "required": ["tests"],
    "additionalProperties": False,
}
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
"""What the autograder specifications allow in results.json."""


class Container:
    """The folders of Gradescope's image, below a folder of the test's own."""

    def __init__(self, root: Path, python: Path) -> None:
        self.root = root
        self.home = root / "opt"
        self.python = python

    @property
    def submission(self) -> Path:
        return self.root / "autograder" / "submission"

    @property
    def source(self) -> Path:
        return self.root / "autograder" / "source"

    def install(self, packed: bytes) -> None:
        """As the image is built, but for setup.sh's downloads."""
        for folder in ("source", "submission", "results"):
            (self.root / "autograder" / folder).mkdir(parents=True)
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            archive.extractall(self.source)
            for info in archive.infolist():
                (self.source / info.filename).chmod(stat.S_IMODE(info.external_attr >> 16))
        shutil.copy(self.source / "run_autograder", self.root / "autograder")
        self.home.mkdir()
        shutil.copytree(self.source / "engine", self.home / "engine")
        (self.home / "venv").symlink_to(self.python)

    def hand_in(self, **files: str | bytes) -> None:
        shutil.rmtree(self.submission)
        self.submission.mkdir()
        for name, data in files.items():
            path = self.submission / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data.encode() if isinstance(data, str) else data)

    def run(self, **variables: str) -> tuple[dict, subprocess.CompletedProcess[str]]:
        """results.json, held against the specification, and how run_autograder ended."""
        place = {
            "DLGRADE_AUTOGRADER": str(self.root / "autograder"),
            "DLGRADE_HOME": str(self.home),
        }
        done = subprocess.run(
            [str(self.root / "autograder" / "run_autograder")],
            env={**os.environ, **place, **variables},
            cwd=self.root / "autograder",
            capture_output=True,
            text=True,
            timeout=120,
        )
        path = self.root / "autograder" / "results" / "results.json"
        data = json.loads(path.read_text(encoding="utf-8"))
        VALIDATOR.validate(data)
        return data, done


@pytest.fixture(scope="module")
def packed(tmp_path_factory) -> bytes:
    folder = tmp_path_factory.mktemp("export")
    done = grade_cli("export", "gradescope", ASSIGNMENT, "--course", ROOT, cwd=folder)
    assert done.returncode == 0, done.stderr
    path = folder / "exports" / f"{ASSIGNMENT}.gradescope.zip"
    assert done.stdout.strip() == str(path.relative_to(folder))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    return path.read_bytes()


@pytest.fixture(scope="module")
def container(packed, tmp_path_factory) -> Container:
    made = Container(tmp_path_factory.mktemp("gradescope"), Path(sys.prefix))
    made.install(packed)
    return made


# --------------------------------------------------------------------------- the zip


def test_the_zip_is_what_gradescope_asks_for(packed, tmp_path):
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        names = archive.namelist()
        modes = {i.filename: stat.S_IMODE(i.external_attr >> 16) for i in archive.infolist()}
        archive.extractall(tmp_path)
    assert {"setup.sh", "run_autograder"} <= set(names)
    assert modes["setup.sh"] == modes["run_autograder"] == 0o755
    for script in ("setup.sh", "run_autograder"):
        assert (tmp_path / script).read_bytes().startswith(b"#!/usr/bin/env bash\n")
        assert b"\r" not in (tmp_path / script).read_bytes()
        subprocess.run(["bash", "-n", tmp_path / script], check=True, timeout=20)
    course = load_course(tmp_path / "course")
    assert course.names == (ASSIGNMENT,)
    assert course.seed == load_course(ROOT).seed
    others = {n for n in load_course(ROOT).names if n != ASSIGNMENT}
    assert not [n for n in names if others & set(n.split("/"))]


def test_the_same_course_makes_the_same_zip(packed):
    assert autograder(load_course(ROOT), ASSIGNMENT) == packed


def test_what_it_installs_is_what_the_engine_needs(packed):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {re.match(r"[\w-]+", line)[0] for line in project["dependencies"]}
    assert names == {*REQUIREMENTS, re.match(r"[\w-]+", CAGE)[0]}
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        pins = archive.read("requirements.txt").decode().splitlines()
    assert all(re.fullmatch(r"[\w-]+==[\w.]+", line) for line in pins[1:-1])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nothing",), "There is no assignment nothing"),
        ((), "needs the name of an assignment"),
        ((ASSIGNMENT, "losses", "--out", "one.zip"), "only one where --out names a .zip"),
    ],
)
def test_a_wrong_command_says_what_is_wrong(words, said, tmp_path):
    done = grade_cli("export", "gradescope", *words, "--course", ROOT, "--lang", "en", cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr and "Traceback" not in done.stderr
    assert not list(tmp_path.rglob("*.zip"))


# --------------------------------------------------------------------------- a run


def test_scores_are_those_of_grade_batch(container, tmp_path):
    stub = (ROOT / "assignments" / ASSIGNMENT / f"{ASSIGNMENT}.py").read_text(encoding="utf-8")
    works = {
        "right": reference(ASSIGNMENT),
        "stub": stub,
        "partly": reference(ASSIGNMENT).replace("raise ValueError", "raise KeyError"),
        "syntax": stub.replace("def dot(", "def dot((", 1),
    }
    for student, source in works.items():
        (tmp_path / "class" / student).mkdir(parents=True)
        (tmp_path / "class" / student / f"{ASSIGNMENT}.py").write_text(source, encoding="utf-8")
    done = grade_cli("batch", "class", "--out", "out", "--course", ROOT, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    text = (tmp_path / "out" / "results.csv").read_text(encoding="utf-8-sig")
    rows = {row["student"]: row for row in csv.DictReader(io.StringIO(text))}
    for student, source in works.items():
        container.hand_in(**{"hw 1 (final).py": source})
        data, run = container.run()
        assert run.returncode == 0, run.stderr
        assert data["score"] == float(rows[student]["score"]), student
        tests = data["tests"]
        assert sum(t["score"] for t in tests) == pytest.approx(data["score"])
        assert sum(t["max_score"] for t in tests) == float(rows[student]["max_score"])
    assert float(rows["right"]["score"]) > float(rows["partly"]["score"]) > 0


def test_what_the_student_reads(container):
    container.hand_in(
        **{"我的作業.py": reference(ASSIGNMENT).replace("raise ValueError", "raise KeyError")}
    )
    data, _ = container.run()
    first = data["tests"][0]
    assert first["name"].startswith("dot  內積 / Dot product")
    assert first["status"] == "failed" and 0 < first["score"] < first["max_score"]
    assert first["output"].index("丟出") < first["output"].index("raised")
    assert "我的作業.py" in data["output"] and data["stdout_visibility"] == "hidden"
    hidden = [t for t in data["tests"] if "hidden" in t["tags"]]
    assert hidden and all(t["visibility"] == "after_published" for t in hidden)
    assert not any("<pre>" in t["output"] for t in hidden)
    assert all(t["visibility"] == "visible" for t in data["tests"] if t not in hidden)


def test_a_notebook_is_graded_too(container):
    notebook = (ROOT / "assignments" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb").read_bytes()
    container.hand_in(**{"copy/Untitled1.ipynb": notebook})
    data, run = container.run()
    assert run.returncode == 0 and data["score"] == 0 and len(data["tests"]) > 4


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({}, "Nothing here can be graded"),
        ({"notes.txt": "hello", "essay.docx": b"PK"}, "notes.txt: It is neither a .py nor"),
        ({f"{ASSIGNMENT}.py": b"\x00\xff\x00\xfe\x01"}, f"{ASSIGNMENT}.py: "),
        ({f"{ASSIGNMENT}.ipynb": '{"cells": ['}, f"{ASSIGNMENT}.ipynb: "),
    ],
)
def test_nothing_to_grade_says_so(container, files, said):
    container.hand_in(**files)
    data, run = container.run()
    assert run.returncode == 0 and data["score"] == 0 and not data["tests"]
    assert said in data["output"] and "沒有找到可以評分的檔案" in data["output"]


def test_a_link_to_the_solution_is_not_handed_in(container):
    container.hand_in()
    target = container.source / "course" / "solutions" / ASSIGNMENT / f"{ASSIGNMENT}.py"
    (container.submission / f"{ASSIGNMENT}.py").symlink_to(target)
    assert container.run()[0]["score"] == 0


def test_a_fault_of_ours_is_no_zero(container):
    container.hand_in(**{f"{ASSIGNMENT}.py": reference(ASSIGNMENT)})
    checks = container.source / "course" / "solutions" / ASSIGNMENT / "checks.py"
    whole = checks.read_bytes()
    try:
        checks.write_bytes(b"import nowhere_at_all\n")
        data, run = container.run()
    finally:
        checks.write_bytes(whole)
    assert run.returncode == 3
    assert "score" not in data and not any("score" in t for t in data["tests"])
    assert "The grader itself failed" in data["output"]
    assert "nowhere_at_all" in run.stderr and "nowhere_at_all" not in json.dumps(data)
    assert container.run()[1].returncode == 0


def test_an_engine_that_does_not_start_is_no_zero(container):
    container.hand_in(**{f"{ASSIGNMENT}.py": reference(ASSIGNMENT)})
    data, run = container.run(DLGRADE_HOME="/nowhere")
    assert run.returncode != 0
    assert "score" not in data and "The grader did not start" in data["output"]


# --------------------------------------------------------------------------- results.json


@pytest.mark.parametrize("name", list(sample.varied()))
def test_every_report_makes_valid_results(name):
    report = sample.varied()[name]
    for langs in (("zh-TW", "en"), ("en",)):
        data = results(report, langs)
        VALIDATOR.validate(data)
        json.dumps(data, allow_nan=False).encode()
        scored = report.status is not Status.NEEDS_REVIEW
        assert ("score" in data) is scored
        assert all(("score" in test) is scored for test in data["tests"])
        assert len(data["tests"]) == len({t["number"] for t in data["tests"]})
        if scored and report.checks:
            assert sum(t["score"] for t in data["tests"]) == pytest.approx(data["score"])


def test_nothing_of_the_students_is_markup():
    said = Text("<script>alert(1)</script>\n<b>", "<script>alert(1)</script>\n<b>")
    for data in (refused(said), failed(said)):
        VALIDATOR.validate(data)
        assert "<script" not in data["output"] and "<b>" not in data["output"]
        assert "&lt;script&gt;" in data["output"]


# --------------------------------------------------------------------------- the cage

HOSTILE = """
import ctypes, glob, json, os, signal, subprocess, sys, time

AUTOGRADER, EVIDENCE = {autograder!r}, {evidence!r}
won = {{}}


def attempt(name):
    def run(attack):
        try:
            won[name] = bool(attack())
        except BaseException:
            won[name] = False
    return run


SOLUTION = AUTOGRADER + "/source/course/solutions/{assignment}/{assignment}.py"
RESULTS = AUTOGRADER + "/results/results.json"
attempt("list the source")(lambda: os.listdir(AUTOGRADER + "/source"))
attempt("read the solution")(lambda: open(SOLUTION).read())
attempt("list the results")(lambda: os.listdir(AUTOGRADER + "/results"))
attempt("write the results")(lambda: open(RESULTS, "w").write("{{}}") or True)
attempt("replace run_autograder")(lambda: open(AUTOGRADER + "/run_autograder", "a") and True)
attempt("put a folder there")(lambda: os.mkdir(AUTOGRADER + "/mine") or True)
attempt("be root")(lambda: os.setuid(0) or True)
attempt("own a file")(lambda: os.chown(SOLUTION, os.getuid(), -1) or True)
engine = sys.modules["grader.protocol.frames"].__file__
attempt("change the engine")(lambda: open(engine, "a") and True)
attempt("stop the grader")(lambda: os.kill(os.getppid(), signal.SIGSTOP) or True)
attempt("see its variables")(lambda: open("/proc/%d/environ" % os.getppid(), "rb").read())
attempt("see its memory")(lambda: open("/proc/%d/mem" % os.getppid(), "rb"))
attempt("see its files")(lambda: os.listdir("/proc/%d/fd" % os.getppid()))
attempt("go round by its root")(lambda: os.listdir("/proc/%d/root" % os.getppid()))
attempt("go round by its folder")(lambda: os.listdir("/proc/%d/cwd/source" % os.getppid()))
attempt("trace it")(lambda: ctypes.CDLL(None).ptrace(16, os.getppid(), 0, 0) == 0)
attempt("read what others left")(lambda: [open(p).read() for p in glob.glob("/tmp/dlgrade-*/*")
                                          if "solutions" in p])
if os.fork() == 0:
    # Out of the group and the session, it waits for the results to be written.
    os.setsid()
    if os.fork() == 0:
        with open(EVIDENCE + "/daemon", "w") as file:
            file.write(str(os.getpid()))
        while True:
            try:
                open(RESULTS, "w").write('{{"score": 1000, "tests": []}}')
            except OSError:
                time.sleep(0.01)
    os._exit(0)
while not os.path.exists(EVIDENCE + "/daemon"):
    time.sleep(0.01)
with open(EVIDENCE + "/won.json", "w") as file:
    json.dump({{"uid": os.getresuid(), "groups": os.getgroups(), "won": won}}, file)
"""


def open_to_all(path: Path) -> bool:
    """Can every user get there?"""
    return all(p.stat().st_mode & 0o001 for p in (path, *path.parents))


def python_for_all() -> str | None:
    """A Python of this version that every user can run."""
    version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    found = [
        os.path.realpath(sys.executable),
        shutil.which(version, path="/usr/local/bin:/usr/bin"),
    ]
    return next((p for p in found if p and open_to_all(Path(p).resolve())), None)


@pytest.fixture
def image(packed) -> Iterator[Container]:
    """A container's folders that another user could get into, were they not closed, with a Python
    that another user can run."""
    python, packages = python_for_all(), Path(sysconfig.get_path("purelib"))
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or sys.platform != "linux":
        pytest.skip("Gradescope runs autograders as root, on Linux")
    if python is None or not open_to_all(packages):
        pytest.skip("no Python here that other users can run")
    folder = Path(tempfile.mkdtemp(prefix="gradescope-"))
    folder.chmod(0o755)
    try:
        subprocess.run(
            [python, "-m", "venv", "--without-pip", folder / "venv"], check=True, timeout=60
        )
        (site,) = (folder / "venv" / "lib").glob("python*/site-packages")
        (site / "here.pth").write_text(f"{packages}\n", encoding="utf-8")
        made = Container(folder, folder / "venv")
        made.install(packed)
        yield made
    finally:
        shutil.rmtree(folder)


def test_student_code_gets_at_neither_solutions_nor_results(image):
    """Without namespaces and Landlock, as root: the worst that Gradescope's machines may be."""
    evidence = image.root / "evidence"
    evidence.mkdir()
    evidence.chmod(0o777)
    own = reference(ASSIGNMENT).replace("raise ValueError", "raise KeyError")
    image.hand_in(**{f"{ASSIGNMENT}.py": own})
    honest, _ = image.run(DLGRADE_TIER="L3")
    attack = HOSTILE.format(
        autograder=str(image.root / "autograder"), evidence=str(evidence), assignment=ASSIGNMENT
    )
    image.hand_in(**{f"{ASSIGNMENT}.py": own + attack})
    data, run = image.run(DLGRADE_TIER="L3")
    assert run.returncode == 0, run.stderr
    told = json.loads((evidence / "won.json").read_text(encoding="utf-8"))
    assert told["uid"][0] >= 60_000 and len(set(told["uid"])) == 1 and not told["groups"]
    assert {name for name, won in told["won"].items() if won} == set()
    assert len(told["won"]) == 17
    assert data["score"] == honest["score"] and data["extra_data"]["dlgrade"]["isolation"] == "L3"
    daemon = int((evidence / "daemon").read_text(encoding="utf-8"))
    assert not Path(f"/proc/{daemon}").exists() or "\nState:\tZ" in (
        Path(f"/proc/{daemon}/status").read_text(encoding="utf-8")
    )


def test_the_attacks_would_work_on_an_open_folder(image):
    """The same attacks against folders that are not closed: it is the modes that hold them."""
    evidence = image.root / "evidence"
    evidence.mkdir()
    evidence.chmod(0o777)
    open_folder = image.root / "open"
    shutil.copytree(image.root / "autograder", open_folder)
    for path in [open_folder, *open_folder.rglob("*")]:
        path.chmod(0o777)
    attack = HOSTILE.format(
        autograder=str(open_folder), evidence=str(evidence), assignment=ASSIGNMENT
    )
    image.hand_in(**{f"{ASSIGNMENT}.py": reference(ASSIGNMENT) + attack})
    image.run(DLGRADE_TIER="L3")
    told = json.loads((evidence / "won.json").read_text(encoding="utf-8"))["won"]
    won = {name for name, done in told.items() if done}
    assert {"list the source", "read the solution", "write the results"} <= won
