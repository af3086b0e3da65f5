"""`grade batch`, the real command on small classes: what it writes, spares and survives.

A driver script stands in for the command where something has to happen at an exact point: it
patches, in the parent and in every process that is spawned from it, and then runs the command.
"""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from grading import ROOT, grade_sources, reference

from grader.batch import tables, work
from grader.batch.course_snapshot import bundle, unpack
from grader.batch.journal import Journal, JournalLine, encoded
from grader.batch.local import LocalExecutor
from grader.batch.lock import hold_shared
from grader.batch.store import Store, decoded
from grader.batch.store import encoded as entry_of
from grader.commands.batch import run as batch_command
from grader.commands.console import Console
from grader.commands.parsing import parse
from grader.intake.gathered import Absent
from grader.language.text import Text
from grader.model.errors import SandboxError
from grader.model.report import Status, Verdict
from grader.render import html
from grader.render.json_report import dumps
from grader.render.summary import FunctionScore, NamedMistake, Row

pytestmark = pytest.mark.slow

BATCH_TIMES = {"run.json", "index.html", "times.csv"}
"""What holds times, and differs between two runs over the same class."""

Finished = subprocess.CompletedProcess[str]

DRIVER = """\
import errno, os, signal, sys
{patch}
if __name__ == "__main__":
    from grader.commands.cli import main
    sys.exit(main())
"""


def run(*arguments: object, patch: str = "", cwd: Path, **options: object) -> Finished:
    """`grade batch`, in a process of its own."""
    with started(*arguments, patch=patch, cwd=cwd) as process:
        out, err = process.communicate(timeout=120)
    return subprocess.CompletedProcess(process.args, process.returncode, out, err)


def started(*arguments: object, patch: str = "", cwd: Path) -> subprocess.Popen[str]:
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("DLGRADE", "PYTEST"))}
    environment |= {"PYTHONPATH": str(ROOT), "DLGRADE_LANG": "en", "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "grader"]
    if patch:
        driver = cwd / "driver.py"
        driver.write_text(DRIVER.format(patch=patch), encoding="utf-8")
        command = [sys.executable, str(driver)]
    return subprocess.Popen(
        [*command, "batch", *map(str, arguments)],
        cwd=cwd,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def snapshot(out: Path) -> dict[str, bytes]:
    """Everything a run wrote that must not differ between two runs over the same class."""
    return {
        p.relative_to(out).as_posix(): p.read_bytes()
        for p in sorted(out.rglob("*"))
        if p.is_file() and ".store" not in p.parts and p.name not in BATCH_TIMES
    }


def table(path: Path) -> list[dict[str, str]]:
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert b"\n" not in data.replace(b"\r\n", b"")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def record(out: Path) -> dict[str, Any]:
    return json.loads((out / "run.json").read_text(encoding="utf-8"))


WORK: Mapping[str, Callable[[str], str]] = {
    "right": lambda source: source,
    "wrong": lambda source: source.replace("return ", "return 1 + ", 1),
    "raising": lambda source: source + "\nraise RuntimeError('unfinished')\n",
    "broken": lambda source: "def dot(u, v:\n",
}


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course of two assignments, to be copied where a test edits it."""
    return make_course(tmp_path_factory.mktemp("course"))


def make_course(root: Path) -> Path:
    text = (ROOT / "course.toml").read_text(encoding="utf-8")
    head, rest = text.split("assignments = [", 1)
    root.mkdir(exist_ok=True)
    tail = rest.split("]", 1)[1]
    (root / "course.toml").write_text(f'{head}assignments = ["matmul", "neuron"]{tail}', "utf-8")
    (root / "solutions").mkdir()
    shutil.copy(ROOT / "solutions" / "__init__.py", root / "solutions")
    for name in ("matmul", "neuron"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / "solutions" / name, root / "solutions" / name, ignore=ignored)
    return root


def make_class(root: Path, students: Mapping[str, str]) -> Path:
    """`<student>/matmul.py` and `neuron.py`, of these kinds of work."""
    for student, kind in students.items():
        folder = root / student
        folder.mkdir(parents=True)
        for name in ("matmul", "neuron"):
            (folder / f"{name}.py").write_text(WORK[kind](reference(name)), encoding="utf-8")
    return root


CLASS = {"王小明": "right", "Chen, Yi-Ting": "wrong", "李美玲": "raising", "lin": "wrong"}


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory, course: Path) -> tuple[Path, Path]:
    """The class, and what an undisturbed run over it writes."""
    here = tmp_path_factory.mktemp("due")
    students = make_class(here / "class", CLASS)
    done = run(
        students, "--out", here / "out", "-j", 2, "--course", course, "--allow-unisolated", cwd=here
    )
    assert done.returncode == 0, done.stderr
    # Two of them hand in the same, and both are in hand at once: graded once.
    assert "Submissions: 8; graded 6, reused 2" in done.stdout
    return students, here / "out"


def command(course: Path, students: Path, out: Path) -> list[object]:
    return [students, "--out", out, "-j", 2, "--course", course, "--allow-unisolated"]


# ------------------------------------------------------------------------ what is written


def test_a_report_each_and_the_tables(expected: tuple[Path, Path]):
    _, out = expected
    assert {p.name for p in (out / "reports").iterdir()} == set(CLASS)
    for student in CLASS:
        for name in ("matmul", "neuron"):
            data = json.loads((out / "reports" / student / f"{name}.json").read_text("utf-8"))
            assert (data["student"], data["assignment"]) == (student, name)
            assert "seconds" not in data and "seconds" not in data["checks"][0]
            assert student in (out / "reports" / student / f"{name}.html").read_text("utf-8")
    rows = {row["student"]: row for row in table(out / "grades.csv")}
    assert rows["王小明"]["total"] == rows["王小明"]["max_total"] == "200"
    assert 0 < float(rows["lin"]["matmul"]) < 100
    assert rows["lin"]["matmul"] == rows["Chen, Yi-Ting"]["matmul"]
    long = {(r["student"], r["assignment"]): r for r in table(out / "results.csv")}
    assert len(long) == 8
    # Equal files share a grading, whoever handed them in.
    assert long["lin", "neuron"]["key"] == long["Chen, Yi-Ting", "neuron"]["key"]
    state = record(out)
    assert state["state"] == "finished" and state["counts"]["graded"] == 6
    assert state["versions"]["numpy"] and state["tier"] in ("L1", "L2", "L3")
    assert "王小明" in (out / "index.html").read_text("utf-8")
    assert not list(out.rglob("*.part"))


def test_a_second_run_grades_what_changed_and_says_what_it_did(expected, course, tmp_path):
    students, first = expected
    out = tmp_path / "out"
    shutil.copytree(first, out)
    shutil.copytree(students, tmp_path / "class")
    again = run(*command(course, tmp_path / "class", out), cwd=tmp_path)
    assert "Submissions: 8; graded 0, reused 8" in again.stdout, again.stderr
    assert "No score has changed" in again.stdout
    assert snapshot(out) == snapshot(first)

    edited = tmp_path / "class" / "lin" / "matmul.py"
    edited.write_text(WORK["right"](reference("matmul")), encoding="utf-8")
    shutil.rmtree(tmp_path / "class" / "李美玲")
    third = run(*command(course, tmp_path / "class", out), cwd=tmp_path)
    assert "Submissions: 6; graded 0, reused 6" in third.stdout, "the work is 王小明's too"
    assert "lin  matmul: " in third.stdout and "→ 100" in third.stdout
    changes = {(r["student"], r["assignment"]): r for r in table(out / "changes.csv")}
    assert changes["lin", "matmul"]["after"] == "100"
    assert changes["李美玲", "neuron"]["change"] == "withdrawn"
    assert not (out / "reports" / "李美玲").exists()
    moved = out / "withdrawn" / "李美玲" / "neuron.json"
    assert moved.read_bytes() == (first / "reports" / "李美玲" / "neuron.json").read_bytes()
    assert "lin" in (out / "reports" / "lin" / "matmul.html").read_text("utf-8")


def test_changed_checks_regrade_their_assignment_only(expected, tmp_path):
    students, first = expected
    course = make_course(tmp_path / "course")
    out = tmp_path / "out"
    shutil.copytree(first, out)
    checks = course / "solutions" / "neuron" / "checks.py"
    checks.write_text(checks.read_text("utf-8") + "\n# told apart by this line\n", "utf-8")
    done = run(*command(course, students, out), cwd=tmp_path)
    assert "Submissions: 8; graded 3, reused 5" in done.stdout, done.stderr
    assert "No score has changed" in done.stdout
    regraded = run(*command(course, students, out), "--regrade", "lin/matmul", cwd=tmp_path)
    assert "graded 1, reused 7" in regraded.stdout, regraded.stderr
    nobody = run(*command(course, students, out), "--regrade", "nobody", cwd=tmp_path)
    assert nobody.returncode == 2 and "nobody" in nobody.stderr


def test_only_the_assignment_asked_for_the_rest_stays(expected, course, tmp_path):
    students, first = expected
    out = tmp_path / "out"
    shutil.copytree(first, out)
    done = run(*command(course, students, out), "--assignment", "neuron", cwd=tmp_path)
    assert "Submissions: 4; graded 0, reused 4" in done.stdout, done.stderr
    assert (out / "grades.csv").read_bytes() == (first / "grades.csv").read_bytes()
    assert (out / "reports" / "lin" / "matmul.json").is_file()


# ------------------------------------------------------------------------ what it survives

DIE_AFTER = """\
from grader.batch.journal import Journal
added = Journal.add
def add(self, line):
    added(self, line)
    if len(self) == {after}:
        {how}
Journal.add = add
"""
POOL_DIES = """\
from grader.batch import local, run
taken, left = run.BatchRun._take, [{after}]
def take(self, *arguments):
    taken(self, *arguments)
    left[0] -= 1
    if not left[0]:
        pool = self._pool._executor._executor
        os.makedirs(f"{{self._folder}}/reports/lin", exist_ok=True)
        open(f"{{self._folder}}/reports/lin/.1-2.part", "w").close()
        os.kill(next(iter(pool._processes)), signal.SIGKILL)
run.BatchRun._take = take
"""


@pytest.mark.parametrize("after", [1, 4, 7])
def test_killed_at_once_and_resumed(expected, course, tmp_path, after):
    students, first = expected
    out = tmp_path / "out"
    patch = DIE_AFTER.format(after=after, how="os.kill(os.getpid(), signal.SIGKILL)")
    dead = run(*command(course, students, out), patch=patch, cwd=tmp_path)
    assert dead.returncode == -signal.SIGKILL
    assert record(out)["state"] == "running"
    done = run("--out", out, "--resume", "-j", 2, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert snapshot(out) == snapshot(first)
    assert record(out)["state"] == "finished"
    nothing = run("--out", out, "--resume", cwd=tmp_path)
    assert nothing.returncode == 0 and "nothing to resume" in nothing.stdout


@pytest.mark.parametrize("after", [1, 3, 6])
def test_a_grading_process_dies(expected, course, tmp_path, after):
    students, first = expected
    out = tmp_path / "out"
    done = run(*command(course, students, out), patch=POOL_DIES.format(after=after), cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert snapshot(out) == snapshot(first)


def test_the_one_that_kills_its_process_is_found_and_nobody_suffers(expected, course, tmp_path):
    students, first = expected
    patch = """\
from grader.batch import work
graded = work._graded
def die(task, *rest):
    if task.who == ("李美玲", "matmul"):
        os.kill(os.getpid(), signal.SIGKILL)
    return graded(task, *rest)
work._graded = die
"""
    out = tmp_path / "out"
    done = run(*command(course, students, out), patch=patch, cwd=tmp_path)
    assert done.returncode == 3, done.stderr
    assert "Need review, no grade yet (1)" in done.stdout
    row = next(r for r in table(out / "grades.csv") if r["student"] == "李美玲")
    assert row["matmul"] == row["total"] == "" and row["status"] == "needs-review: matmul"
    others = {k: v for k, v in snapshot(out).items() if "李美玲/matmul" not in k and "/" in k}
    assert others == {k: v for k, v in snapshot(first).items() if k in others}
    assert len(others) == 14
    healed = run(*command(course, students, out), cwd=tmp_path)
    assert healed.returncode == 0 and "graded 1, reused 7" in healed.stdout
    assert snapshot(out)["grades.csv"] == snapshot(first)["grades.csv"]


DISK_FULL = """\
from grader.files import atomic as files
wrote, left = files.write_all, [{writes}]
def write(descriptor, data):
    left[0] -= 1
    if left[0] < 0 and not os.path.exists({room!r}):
        wrote(descriptor, bytes(data)[:10])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    wrote(descriptor, data)
files.write_all = write
"""


@pytest.mark.parametrize("writes", [0, 1, 2, 4, 6])
def test_a_full_disk_is_one_sentence_and_can_be_resumed(expected, course, tmp_path, writes):
    """In every process the write after so many fails: in the parent, at a report, at a table."""
    students, first = expected
    out, room = tmp_path / "out", tmp_path / "room"
    patch = DISK_FULL.format(writes=writes, room=str(room))
    full = run(*command(course, students, out), patch=patch, cwd=tmp_path)
    assert full.returncode == 3
    assert full.stderr.count("\n") == 1 and "No space left on device" in full.stderr
    assert "--resume" in full.stderr and "Traceback" not in full.stderr
    assert not list(out.rglob("*.part"))
    done = run(*command(course, students, out), "--resume", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert snapshot(out) == snapshot(first)


def test_ctrl_c_stops_keeps_and_can_be_resumed(expected, course, tmp_path):
    students, first = expected
    out = tmp_path / "out"
    patch = DIE_AFTER.format(after=2, how="os.kill(os.getpid(), signal.SIGINT)")
    stopped = run(*command(course, students, out), patch=patch, cwd=tmp_path)
    assert stopped.returncode == 130, stopped.stderr
    assert "Traceback" not in stopped.stderr and "--resume" in stopped.stdout
    state = record(out)
    assert state["state"] == "interrupted" and 2 <= state["counts"]["total"] < 8
    done = run("--out", out, "--resume", "-j", 2, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert snapshot(out) == snapshot(first)


def test_two_runs_into_one_folder_are_refused(expected, course, tmp_path):
    students, _ = expected
    out = tmp_path / "out"
    waiting = tmp_path / "waiting"
    go = tmp_path / "go"
    os.mkfifo(go)
    patch = DIE_AFTER.format(after=1, how=f"open({str(waiting)!r}, 'w'); open({str(go)!r}).read()")
    with started(*command(course, students, out), patch=patch, cwd=tmp_path) as first:
        while not waiting.exists():
            assert first.poll() is None
        second = run(*command(course, students, out), cwd=tmp_path)
        go.write_text("")
        _, err = first.communicate(timeout=60)
    assert second.returncode == 2 and "Another grade batch is writing" in second.stderr
    assert first.returncode == 0, err


# ------------------------------------------------------------------------ its parts


def row(student: str, **fields: Any) -> Row:
    base = Row(student, "matmul", Text("矩", "m"), 10.0, 12.0, Status.GRADED, "L1")
    return replace(base, **fields)


def line(student: str, **fields: object) -> JournalLine:
    return JournalLine(
        row(student, **fields), "s", "k", "reports/x/matmul", (1, 2), "f", Text("", ""), 0.5, "r"
    )


def parsed(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("王小明", "王小明"),
        ('O"Brien, Pat\nJr.', 'O"Brien, Pat\nJr.'),
        ("=1+1", "'=1+1"),
        ("+886", "'+886"),
        ("-x", "'-x"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
    ],
)
def test_tables_carry_any_name_and_run_no_formula(name, shown):
    scores = [tables.score_of(line(name, name=name))]
    for data in (
        tables.grades(scores, (), (), ["matmul"]),
        tables.results(scores, (), 7, "en"),
        tables.times(scores),
    ):
        assert data.startswith(b"\xef\xbb\xbf")
        assert parsed(data)[1][0] == shown
    assert parsed(tables.grades(scores, (), (), ["matmul"]))[1][1:4] == [shown, "10", "10"]


def test_what_needs_review_is_no_zero_and_leaves_the_total_open():
    review = replace(
        line("a"), row=row("a", assignment="neuron", score=0.0, status=Status.NEEDS_REVIEW)
    )
    absent = [Absent("b", "李", "neuron", ("x.txt",))]
    scores = [tables.score_of(line("a")), tables.score_of(review), tables.score_of(line("b"))]
    head, a, b = parsed(tables.grades(scores, absent, (), ["matmul", "neuron"]))
    assert head == ["student", "name", "matmul", "neuron", "total", "max_total", "status", "late"]
    assert a[2:7] == ["10", "", "", "", "needs-review: neuron"]
    assert b == ["b", "李", "10", "", "10", "12", "absent: neuron", ""]
    assert [r[5] for r in parsed(tables.results(scores, absent, 7, "en"))[1:]] == [
        "graded", "needs-review", "graded", "absent",
    ]  # fmt: skip


def test_the_journal_reads_back_what_it_wrote_and_forgets_half_a_line(tmp_path):
    path = str(tmp_path / "journal.jsonl")
    full = row(
        "王",
        functions=(FunctionScore("dot", Text("內", "d"), 1.0, 2.0, Verdict.WRONG, True),),
        mistakes=(NamedMistake("dot.x", "dot", Text("錯", "no")),),
        reasons=(Text("因", "why"),),
        name="n",
        href="h",
    )
    first = JournalLine(
        full, "s", "k", "reports/王/matmul", (3, 4), "f", Text("遲", "late"), 1.5, "r"
    )
    journal = Journal(path)
    for one in (line("a"), first, line("a", score=11.0)):
        journal.add(one)
    journal.close()
    with open(path, "ab") as file:
        file.write(json.dumps(encoded(line("b"))).encode()[:-9])
    again = Journal(path)
    assert list(again) == [("a", "matmul"), ("王", "matmul")]
    assert list(again.lines()) == [line("a", score=11.0), first]
    again.add(line("b"))
    again.close()
    assert list(Journal(path)) == [("a", "matmul"), ("b", "matmul"), ("王", "matmul")]


def test_an_assignment_depends_on_its_folder_and_what_it_imports(tmp_path):
    root = make_course(tmp_path / "course")
    names = ("matmul", "neuron")

    def changed(path: str, text: str) -> set[str]:
        before = bundle(root, names)
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
        after = bundle(root, names)
        assert (before.digest != after.digest) == (before.data != after.data)
        return {n for n in names if before.parts[n] != after.parts[n]}

    solutions = root / "solutions"
    hidden = "solutions/neuron/hidden.py"
    assert changed(hidden, (root / hidden).read_text("utf-8") + "\n#\n") == {"neuron"}
    assert changed("solutions/neuron/values.csv", "1\n") == {"neuron"}
    assert changed("solutions/neuron/__pycache__/x.pyc", "1") == set()
    assert changed("docs/page.md", "1") == set()
    assert changed("data/table.csv", "1") == {"matmul", "neuron"}
    assert changed("course.toml", (root / "course.toml").read_text("utf-8") + "\n") == set(names)
    assert changed("helpers.py", "A = 1\n") == set(), "nobody imports it yet"
    checks = "solutions/neuron/checks.py"
    assert changed(checks, (root / checks).read_text("utf-8") + "\nimport helpers as h\n") == {
        "neuron"
    }
    assert changed("helpers.py", "A = 2\n") == {"neuron"}
    assert changed(checks, "from solutions.matmul import (\n    matmul,\n)\n") == {"neuron"}
    assert changed("solutions/matmul/matmul.py", "x = 1\n") == {"matmul", "neuron"}
    assert changed("solutions/matmul/checks.py", "x = 1\n") == {"matmul"}
    packed = bundle(root, names)
    unpack(packed.data, tmp_path / "copy")
    assert bundle(tmp_path / "copy", names) == packed
    assert not (solutions / "nothing").exists()


def test_a_stored_grading_reads_back_as_it_was():
    (report,) = grade_sources("matmul", [WORK["wrong"](reference("matmul"))])
    back = decoded(entry_of(report, dumps(replace(report, student=None), times=False)))
    assert replace(back, student="s", facts={}, seconds=0.0, checks=()) == replace(
        report, student="s", facts={}, seconds=0.0, checks=()
    )
    named = replace(report, student="王小明")
    again = replace(back, student="王小明")
    assert html.render(again, "en") == html.render(named, "en")
    assert dumps(again, times=False) == dumps(named, times=False)


def test_the_store_keeps_what_is_used_and_the_youngest_of_the_rest(tmp_path, monkeypatch):
    monkeypatch.setattr("grader.batch.store.KEEP_AT_LEAST", 3)
    store = Store(str(tmp_path))
    keys = [f"{i:064x}" for i in range(8)]
    for i, key in enumerate(keys):
        store.put(key, b"x")
        os.utime(tmp_path / key[:2] / f"{key}.z", (i, i))
    assert store.get(keys[0]) is None, "a damaged entry is none"
    assert store.prune({keys[0]}, 1) == 4
    left = sorted(p.name[:-2] for p in tmp_path.rglob("*.z"))
    assert left == [keys[0], *keys[5:]]


def test_no_isolation_no_grading(tmp_path, monkeypatch, course):
    monkeypatch.setattr(LocalExecutor, "tier", lambda self: ("L3", (Text("沒有。", "None here."),)))
    students = make_class(tmp_path / "class", {"a": "right"})
    words = ["batch", str(students), "--out", str(tmp_path / "out"), "--course", str(course)]
    with pytest.raises(SandboxError) as told:
        batch_command(parse(words, "en"), Console("en"))
    assert told.value.exit_code == 3
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    assert "grade doctor" in told.value.text["en"]
    assert ("root" if root else "--allow-unisolated") in told.value.text["zh-TW"]
    assert not (tmp_path / "out" / "reports").exists()


def test_work_that_cannot_be_read_and_students_who_are_absent(course, tmp_path):
    students = make_class(tmp_path / "class", {"a01": "right"})
    (students / "a01" / "neuron.py").unlink()
    (students / "a01" / "neuron.ipynb").write_text("{ not json", "utf-8")
    (students / "a01" / "slides.pdf").write_bytes(b"%PDF-1.4\n\x00")
    roster = tmp_path / "roster.csv"
    roster.write_text("學號,姓名\na01,王小明\na02,李美玲\n", "utf-8")
    out = tmp_path / "out"
    done = run(*command(course, students, out), "--roster", roster, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    head, first, second = parsed((out / "grades.csv").read_bytes())
    assert first[:2] == ["a01", "王小明"] and first[2:6] == ["100", "", "", ""]
    assert first[head.index("status")] == "not-graded: neuron"
    assert second[head.index("status")] == "absent: matmul; absent: neuron"
    assert "slides.pdf" in (out / "not-graded.csv").read_text("utf-8-sig")
    assert "Absent (3)" in done.stdout and "slides.pdf" in done.stdout
    again = run(*command(course, students, out), "--roster", roster, cwd=tmp_path)
    assert "Submissions: 1; graded 0, reused 1" in again.stdout


def test_a_crash_is_believed_when_it_happens_again(course, tmp_path, monkeypatch):
    """A machine short of memory kills processes of honest work: once is no evidence."""
    students = make_class(tmp_path / "class", {"a": "right", "b": "right", "c": "right"})
    for student in "abc":
        with (students / student / "matmul.py").open("a", encoding="utf-8") as file:
            file.write(f"# {student}\n")
    patch = """\
from dataclasses import replace
from grader.batch import work
from grader.model.report import Verdict
once, seen = work._graded_once, {}
def crash(setup, submission, root):
    report = once(setup, submission, root)
    tries = seen[submission.student] = seen.get(submission.student, 0) + 1
    dies = {"a": tries == 1, "b": True, "c": True}[submission.student]
    if not dies:
        return report
    at = tries if submission.student == "c" else 0
    checks = list(report.checks)
    checks[at] = replace(checks[at], status=Verdict.CRASHED, points=0.0)
    return replace(report, checks=tuple(checks))
work._graded_once = crash
"""
    out = tmp_path / "out"
    words = [*command(course, students, out), "--assignment", "matmul", "-j", 1]
    done = run(*words, patch=patch, cwd=tmp_path)
    assert done.returncode == 3, done.stderr
    rows = {r["student"]: r for r in table(out / "grades.csv")}
    assert rows["a"]["matmul"] == "100"
    assert 0 < float(rows["b"]["matmul"]) < 100
    assert rows["c"]["matmul"] == "" and rows["c"]["status"] == "needs-review: matmul"


def test_a_grader_that_changes_while_it_runs_is_told(expected, course, tmp_path):
    """What is kept under a hash of the grader's own code must come of that code."""
    students, _ = expected
    patch = """\
from grader.batch import identity, work
if __name__ != "__main__":
    real = identity.engine()
    identity.engine = lambda: {**real, "code": "edited"}
"""
    out = tmp_path / "out"
    done = run(*command(course, students, out), patch=patch, cwd=tmp_path)
    assert done.returncode == 3
    assert "was changed while it ran (code edited" in done.stderr and "Traceback" not in done.stderr
    assert record(out)["state"] == "interrupted"
    assert not (out / "reports").exists()


def test_courses_that_killed_workers_left_are_removed(tmp_path):
    for name in ("dlgrade-course-dead", "dlgrade-course-alive", "dlgrade-course-new", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "lock").touch()
        if name != "dlgrade-course-new":
            os.utime(tmp_path / name, (1, 1))
    hold_shared(str(tmp_path / "dlgrade-course-alive" / "lock"))
    work._sweep(tmp_path)
    left = {p.name for p in tmp_path.iterdir()}
    assert left == {"dlgrade-course-alive", "dlgrade-course-new", "other"}
