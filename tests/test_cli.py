"""The real command, as a student types it."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time

import jsonschema
import pytest
from grading import ROOT, grade_cli, reference

from grader.course.percent import notebook, stub
from grader.render.json_report import schema

WRONG = "\n\ndef mae(y, y_hat):\n    return np.sum(np.abs(y - y_hat))\n"


@pytest.fixture
def folder(tmp_path):
    """A folder with a space and Chinese in its name, holding one student's losses.py."""
    here = tmp_path / "深度 學習"
    here.mkdir()
    (here / "losses.py").write_text(reference("losses") + WRONG, encoding="utf-8")
    return here


def test_text_names_the_mistake_and_ends_with_the_score(folder):
    run = grade_cli("losses.py", "--lang", "en", cwd=folder)
    assert run.returncode == 1
    assert "Traceback" not in run.stdout + run.stderr
    assert run.stdout.rstrip().splitlines()[-1].startswith("Score ")
    assert "Call" in run.stdout
    assert "mae" in run.stdout
    assert max(map(len, run.stdout.splitlines())) <= 80
    assert "\x1b" not in run.stdout
    chinese = grade_cli("losses.py", cwd=folder, env={"DLGRADE_LANG": ""})
    assert "得分" in chinese.stdout


def test_json_is_the_contract_and_alone_on_stdout(folder):
    run = grade_cli(
        "losses", "--format", "json", "--seed", "5", cwd=folder, env={"DLGRADE_TIER": "L3"}
    )
    assert run.returncode == 1
    report = json.loads(run.stdout)
    jsonschema.validate(report, schema())
    assert report["schema"] == "grade-report/1"
    assert (report["assignment"], report["seed"], report["isolation"]) == ("losses", 5, "L3")
    failing = next(c for c in report["checks"] if c["id"] == "mae.values")
    assert failing["status"] == "wrong"
    assert failing["diagnosis"][0]["zh-TW"]
    assert failing["shown"]["call"].startswith("mae(")


@pytest.mark.slow
@pytest.mark.parametrize("format", ["junit", "html", "json", "text"])
def test_output_to_a_file(folder, format):
    run = grade_cli("losses.mae", "--format", format, "--output", "out/報告", cwd=folder)
    assert run.returncode == 1
    assert run.stdout == ""
    assert "mae" in (folder / "out" / "報告").read_text(encoding="utf-8")


@pytest.mark.slow
def test_one_function_one_folder_and_all_passed(folder):
    run = grade_cli("losses.mse", cwd=folder)
    assert run.returncode == 0, run.stdout
    assert "bce" not in run.stdout
    assert grade_cli("mse", cwd=folder).returncode == 0
    assert grade_cli(cwd=folder).returncode == 1
    assert grade_cli(folder, cwd=folder.parent).returncode == 1


@pytest.mark.slow
def test_a_notebook_is_the_same_submission(folder):
    made = json.loads(notebook(reference("losses") + WRONG, "losses"))
    made["cells"].insert(
        1,
        {
            "cell_type": "code",
            "id": "magic",
            "metadata": {},
            "source": ["%matplotlib inline\n", "!echo hi\n", "x = 1\n"],
            "outputs": [],
            "execution_count": None,
        },
    )
    path = folder / "losses.ipynb"
    path.write_text(json.dumps(made), encoding="utf-8")
    reports = [
        json.loads(grade_cli(p, "--format", "json", cwd=folder).stdout)
        for p in ("losses.py", "losses.ipynb")
    ]
    verdicts = [
        [(c["id"], c["status"], c["points"], c["diagnosis"]) for c in r["checks"]] for r in reports
    ]
    assert verdicts[0] == verdicts[1]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["nothing.py"], "nothing.py"),
        (["matmul.py"], "There is no file matmul.py"),
        (["losses.nothing"], "no function nothing"),
        (["--format", "pdf"], "pdf"),
        (["--frobnicate"], "frobnicate"),
        (["--assignment", "nothing", "losses.py"], "nothing"),
        (["hint", "nothing"], "nothing"),
        (["hint", "bce", "99"], "hints"),
        (["verify", "nothing"], "nothing"),
        (["--lang", "en", "hint", "nothing"], "nothing"),
    ],
)
def test_wrong_usage_is_one_sentence_and_code_2(folder, arguments, says):
    run = grade_cli(*arguments, cwd=folder)
    assert run.returncode == 2
    assert says in run.stderr
    assert len(run.stderr.strip().splitlines()) == 1
    assert run.stdout == ""


def test_what_cannot_be_graded_is_code_3(folder):
    (folder / "losses.py").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00")
    run = grade_cli("losses.py", cwd=folder)
    assert run.returncode == 3
    assert "losses.py" in run.stderr
    (folder / "losses.py").write_text("x = " + "(" * 200_000, encoding="utf-8")
    run = grade_cli("losses.py", cwd=folder)
    assert run.returncode in (1, 3)
    assert "Traceback" not in run.stdout + run.stderr


def test_a_course_that_is_not_there(folder):
    run = grade_cli("losses.py", "--course", folder / "none", cwd=folder)
    assert run.returncode in (2, 3)
    assert len(run.stderr.strip().splitlines()) == 1


@pytest.mark.slow
def test_list_hint_and_help(folder):
    assert "losses.bce" in grade_cli("--list", cwd=folder).stdout
    first = grade_cli("hint", "bce", "--lang", "en", cwd=folder)
    second = grade_cli("hint", "bce", "2", "--lang", "zh-TW", cwd=folder)
    assert first.returncode == second.returncode == 0
    assert first.stdout != second.stdout
    assert "grade hint losses.bce 2" in first.stdout
    assert "結束代碼" in grade_cli("--help", "--lang", "zh-TW", cwd=folder).stdout
    assert "exit codes" in grade_cli("--help", "--lang", "en", cwd=folder).stdout


@pytest.mark.slow
@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "cp950"},
        {"PYTHONIOENCODING": "ascii"},
        {"NO_COLOR": "1", "COLUMNS": "40"},
    ],
)
def test_consoles_that_cannot_show_everything(folder, environment):
    run = subprocess.run(
        [sys.executable, "-m", "grader", "losses.py"],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert run.returncode == 1
    assert b"Traceback" not in run.stderr
    assert b"mae" in run.stdout


@pytest.mark.slow
def test_watch_says_what_was_fixed(folder):
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "grader", "--watch", "losses.mae", "--lang", "en"],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), "PATH": os.environ.get("PATH", "")},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
        # A suite that runs in the background has SIGINT ignored, which children inherit.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL) and None,
    )
    try:
        assert "Grading again" in _until(process, "Grading again")
        (folder / "losses.py").write_text(reference("losses"), encoding="utf-8")
        said = _until(process, "Grading again")
        assert "mae" in said
        assert "fixed" in said.lower()
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 0
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def _until(process, mark):
    lines = []
    deadline = time.monotonic() + 60
    for line in process.stdout:
        lines.append(line)
        if mark in line or time.monotonic() > deadline:
            break
    return "".join(lines)


@pytest.mark.slow
def test_without_posix(folder):
    """Windows and macOS take the same path: no fork, no POSIX-only module."""
    block = (
        "import sys, os\n"
        "for name in ('resource', 'fcntl', 'pwd', 'grp', 'termios'):\n"
        "    sys.modules[name] = None\n"
        "for name in ('fork', 'forkpty', 'memfd_create', 'pidfd_open'):\n"
        "    if hasattr(os, name): delattr(os, name)\n"
        "from grader.commands.cli import main\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    text = reference("losses") + WRONG
    (folder / "losses.py").write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))
    (folder / "mine.py").write_bytes(text.encode("cp950", "ignore"))
    for name in ("losses.py", "mine.py"):
        run = subprocess.run(
            [sys.executable, "-c", block, name, "--format", "json"],
            cwd=folder,
            env={"PYTHONPATH": str(ROOT)},
            capture_output=True,
            timeout=60,
            check=False,
        )
        assert run.returncode == 1, run.stderr
        report = json.loads(run.stdout)
        assert report["status"] == "graded"
        assert {c["function"] for c in report["checks"] if c["status"] == "wrong"} == {"mae"}


@pytest.mark.slow
def test_a_stub_straight_from_the_box(folder):
    shutil.rmtree(folder)
    folder.mkdir()
    (folder / "metrics.py").write_text(stub(reference("metrics")), encoding="utf-8")
    run = grade_cli("--lang", "en", cwd=folder)
    assert run.returncode == 1
    assert run.stdout.rstrip().endswith("Score 0/100")
    assert "not written yet" in run.stdout


@pytest.mark.slow
def test_nothing_beside_a_submission_runs_in_the_grader(folder):
    """Modules with famous names, a conftest, and a course of the student's own."""
    boom = "raise SystemExit('ran in the wrong process')\n"
    for name in ("numpy.py", "conftest.py", "json.py", "pytest.py", "solutions.py"):
        (folder / name).write_text(boom, encoding="utf-8")
    (folder / "pytest.ini").write_text("[pytest]\naddopts = --frobnicate\n", encoding="utf-8")
    run = grade_cli("losses.py", cwd=folder)
    assert run.returncode == 1, run.stderr
    assert "wrong process" not in run.stdout + run.stderr
    (folder / "course.toml").write_text('id = "mine"\n', encoding="utf-8")
    run = grade_cli(folder / "losses.py", cwd=folder.parent)
    assert run.returncode == 1, run.stderr


@pytest.mark.slow
def test_errors_are_said_in_the_language_of_the_reports(tmp_path):
    """The course's, whatever the terminal's locale is."""
    (tmp_path / "matmul.py").write_bytes(b"\0\1\2")
    environment = {"DLGRADE_LANG": "", "LANG": "en_US.UTF-8", "PYTHONUTF8": "1"}
    for words in (("matmul.py",), ("hint", "dot", "99"), ("--assignment", "nothing")):
        done = grade_cli("--course", ROOT, *words, cwd=tmp_path, env=environment)
        assert re.search("[\u4e00-\u9fff]", done.stderr + done.stdout), words
        done = grade_cli("--course", ROOT, "--lang", "en", *words, cwd=tmp_path, env=environment)
        assert not re.search("[\u4e00-\u9fff]", done.stderr), words


def test_a_course_that_the_environment_names_wrongly_is_told(tmp_path):
    done = grade_cli("--list", cwd=tmp_path, env={"DLGRADE_COURSE": str(tmp_path / "無")})
    assert done.returncode == 3 and "DLGRADE_COURSE" in done.stderr
