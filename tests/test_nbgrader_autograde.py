"""`grade nbgrader autograde`: the real command on real course directories and gradebooks."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from grading import ROOT, grade_cli
from nbgrader_class import (
    ASSIGNMENT,
    FUNCTIONS,
    Pupil,
    answers,
    hand_in,
    named,
    varied,
    written,
)

pytest.importorskip("nbgrader")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="nbgrader's exchange is POSIX only"),
]

Finished = subprocess.CompletedProcess[str]
MOST = {"dot": 22.0, "matvec": 26.0, "matmul": 28.0, "affine": 24.0}

EXPECTED = {
    "right": {},
    "wrong": {"dot": 0.0},
    "partly": {"matmul": 0.0, "affine": 0.0},
    "stub": dict.fromkeys(FUNCTIONS, 0.0),
    "syntax": {"matmul": 0.0},
    "deleted": {"matvec": 0.0},
    "duplicated": {},
    "tampered": {"dot": 0.0},
    "renamed": {},
    "in-py": {},
    "only-py": dict.fromkeys(FUNCTIONS, 0.0),
    "王 小明": {"dot": 0.0},
    "loops": {"matvec": 0.0},
    "noisy": {},
    "no secret": {},
    "late": {"dot": 0.0},
    "bad time": {},
}
"""Points by student and function, where they are not full."""
UNREADABLE = {"not json", "unread", "empty"}


def autograde(folder: Path, *arguments: object, **options: Any) -> Finished:
    """`grade nbgrader autograde`, in the course directory and a process of its own."""
    return grade_cli("nbgrader", "autograde", "-j", 1, *arguments, cwd=folder, **options)


def nbgrader(*arguments: str, cwd: Path, home: Path | None = None) -> Finished:
    """nbgrader's own command."""
    bin_ = Path(sys.executable).parent
    environment = {
        "PATH": f"{bin_}{os.pathsep}{os.environ.get('PATH', '')}",
        "PYTHONPATH": str(ROOT),
        "HOME": str(home or cwd),
        "JUPYTER_CONFIG_DIR": str((home or cwd) / ".jupyter"),
        "JUPYTER_DATA_DIR": str((home or cwd) / ".local"),
    }
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", *arguments],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done


def sql(folder: Path, query: str, *values: object) -> list[tuple[Any, ...]]:
    connection = sqlite3.connect(folder / "gradebook.db")
    with connection:
        rows = connection.execute(query, values).fetchall()
    connection.close()
    return rows


GRADES = """
    select sa.student_id, b.name, g.auto_score, g.manual_score, g.extra_credit,
           g.needs_manual_grade
    from grade g join base_cell b on b.id = g.cell_id
    join submitted_notebook sn on sn.id = g.notebook_id
    join submitted_assignment sa on sa.id = sn.assignment_id
"""
COMMENTS = """
    select sa.student_id, b.name, c.auto_comment, c.manual_comment
    from comment c join base_cell b on b.id = c.cell_id
    join submitted_notebook sn on sn.id = c.notebook_id
    join submitted_assignment sa on sa.id = sn.assignment_id
"""


def auto_scores(folder: Path) -> dict[str, dict[str, float | None]]:
    """What the autograder gave, by student and function."""
    found: dict[str, dict[str, float | None]] = {}
    for student, cell, auto, *_ in sql(folder, GRADES):
        found.setdefault(student, {})[cell.removeprefix("check-")] = auto
    return found


def state(folder: Path) -> tuple[Any, ...]:
    """Everything the gradebook says of submissions, without its random ids."""
    late = sql(
        folder,
        "select sa.student_id, sa.timestamp, sn.late_submission_penalty from submitted_notebook sn "
        "join submitted_assignment sa on sa.id = sn.assignment_id",
    )
    return (
        sorted(sql(folder, GRADES), key=str),
        sorted(sql(folder, COMMENTS), key=str),
        sorted(late),
    )


def files(folder: Path, *steps: str) -> dict[str, tuple[str, int]]:
    """Content and time of every file below the steps' folders."""
    return {
        str(p.relative_to(folder)): (
            hashlib.sha256(p.read_bytes()).hexdigest(),
            p.stat().st_mtime_ns,
        )
        for step in steps
        for p in sorted((folder / step).rglob("*"))
        if p.is_file()
    }


def notebook(folder: Path, student: str, step: str = "autograded") -> Any:
    path = folder / step / student / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
    return json.loads(path.read_text(encoding="utf-8"))


def page(folder: Path, student: str, name: str = ASSIGNMENT) -> str:
    path = folder / "feedback" / student / ASSIGNMENT / f"{name}.html"
    return path.read_text(encoding="utf-8")


def configure(folder: Path, *lines: str) -> None:
    with (folder / "nbgrader_config.py").open("a", encoding="utf-8") as file:
        file.writelines(f"\n{line}\n" for line in lines)


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course directory as `grade nbgrader init` and nbgrader make it, with nothing handed in."""
    folder = tmp_path_factory.mktemp("nbgrader") / "course"
    made = grade_cli(
        "nbgrader", "init", folder, "--course", ROOT,
        "--assignment", ASSIGNMENT, "--assignment", "neuron", cwd=folder.parent,
    )  # fmt: skip
    assert made.returncode == 0, made.stderr
    nbgrader("generate_assignment", ASSIGNMENT, cwd=folder)
    nbgrader("generate_assignment", "neuron", cwd=folder)
    return folder


@pytest.fixture
def course(pristine: Path, tmp_path: Path) -> Path:
    return copied(pristine, tmp_path / "課程 dir")


def copied(folder: Path, to: Path) -> Path:
    shutil.copytree(folder, to, symlinks=True)
    configure(to, f"import os; os.environ['DLGRADE_COURSE'] = {str(ROOT)!r}")
    return to


@pytest.fixture(scope="module")
def graded(
    pristine: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Finished, dict[str, tuple[str, int]]]:
    """A varied class, graded once: the folder, what the command said, what was handed in."""
    folder = copied(pristine, tmp_path_factory.mktemp("class") / "course")
    right = varied(folder / "release" / ASSIGNMENT)["right"].files
    wrong = varied(folder / "release" / ASSIGNMENT)["wrong"].files
    stub = (folder / "release" / ASSIGNMENT / f"{ASSIGNMENT}.py").read_bytes()
    odd = {
        "no secret": Pupil(right, secret=None),
        "late": Pupil(wrong, submitted="2026-03-09 08:00:00.000000 UTC"),
        "bad time": Pupil(right, submitted="soon, I hope"),
        "not json": Pupil({f"{ASSIGNMENT}.ipynb": b'{"cells": [', "notes.txt": b"see notebook"}),
        "unread": Pupil({f"{ASSIGNMENT}.ipynb": b'{"cells": [', f"{ASSIGNMENT}.py": stub}),
        "empty": Pupil({}, submitted=None, secret=None),
    }
    hand_in(folder / "submitted", varied(folder / "release" / ASSIGNMENT) | odd)
    (folder / "submitted" / "right" / ASSIGNMENT / "passwords.txt").symlink_to("/etc/passwd")
    configure(folder, "c.LateSubmissionPlugin.penalty_method = 'zero'")
    due = "2026-03-05 00:00:00.000000"
    sql(folder, "update assignment set duedate = ? where name = ?", due, ASSIGNMENT)
    before = files(folder, "submitted")
    done = autograde(folder, ASSIGNMENT)
    return folder, done, before


Graded = tuple[Path, Finished, dict[str, tuple[str, int]]]

# ------------------------------------------------------------------ one run over a varied class


def test_every_function_s_points_are_in_the_gradebook(graded: Graded) -> None:
    folder, done, before = graded
    scores = auto_scores(folder)
    assert {s: f for s, f in scores.items() if s not in UNREADABLE} == {
        student: MOST | lower for student, lower in EXPECTED.items()
    }
    assert not any(needs for s, *_, needs in sql(folder, GRADES) if s not in UNREADABLE)
    assert files(folder, "submitted") == before
    assert "20 in the gradebook" in done.stdout and "late 1" in done.stdout


def test_what_cannot_be_graded_has_no_score_and_says_why(graded: Graded) -> None:
    folder, done, _ = graded
    for student in UNREADABLE:
        rows = [row for row in sql(folder, GRADES) if row[0] == student]
        assert len(rows) == len(FUNCTIONS)
        assert all(auto is None and needs for _, _, auto, _, _, needs in rows)
        assert f"  {student}: " in done.stdout
    said = {row[2] for row in sql(folder, COMMENTS) if row[0] == "not json"}
    assert len(said) == 1 and "not a whole notebook" in said.pop()
    assert "not a whole notebook" in page(folder, "not json")
    assert done.returncode == 3
    assert f"not json/{ASSIGNMENT}/{ASSIGNMENT}.ipynb: It is not a whole notebook" in done.stdout


def test_remarks_name_the_mistake_and_only_where_points_are_missing(graded: Graded) -> None:
    said = {(s, cell): auto for s, cell, auto, _ in sql(graded[0], COMMENTS)}
    assert "did not add them up" in said["wrong", "dot"]
    assert said["wrong", "dot"].startswith("0/22\n")
    assert said["wrong", "matvec"] is None and said["right", "dot"] is None
    assert said["stub", "dot"] == "No response."


def test_late_work_is_penalised_by_nbgrader_s_own_plugin(graded: Graded) -> None:
    rows = state(graded[0])[2]
    assert {s: p for s, _, p in rows if p is not None} == {"late": 78.0}
    text = page(graded[0], "late")
    assert "Grade: 0 / 100." in text and "4 d 8 h late: 78 points off" in text
    assert "Grade:" not in page(graded[0], "wrong")


def test_a_time_that_is_no_time_is_told(graded: Graded) -> None:
    folder, done, _ = graded
    assert "bad time: timestamp.txt is not a time" in done.stdout
    assert {s: t for s, t, _ in state(folder)[2]}["bad time"] is None


def test_autograded_notebooks_are_as_nbgrader_wants_them(graded: Graded) -> None:
    import nbformat
    from nbgrader.nbgraderformat import MetadataValidator

    folder = graded[0]
    for student in (*EXPECTED, *UNREADABLE):
        data = notebook(folder, student)
        made = nbformat.from_dict(data)
        nbformat.validate(made)
        MetadataValidator().validate_nb(made)
        ids = [c["metadata"].get("nbgrader", {}).get("grade_id") for c in data["cells"]]
        for function in FUNCTIONS:
            assert ids.count(function) == ids.count(f"check-{function}") == 1, student
            cell = named(data, f"check-{function}")
            assert f'check("{ASSIGNMENT}.{function}")' in cell["source"]
            assert cell["metadata"]["nbgrader"]["points"] == MOST[function]
            if student not in UNREADABLE:
                [output] = cell["outputs"]
                earned = (MOST | EXPECTED[student])[function]
                assert float(output["data"]["text/plain"]) == earned
                assert "<style" in output["data"]["text/html"]
            assert not named(data, function)["outputs"]


def test_what_students_wrote_is_shown_wherever_they_wrote_it(graded: Graded) -> None:
    folder = graded[0]
    right = answers()
    for student in ("right", "renamed", "duplicated"):
        for function in FUNCTIONS:
            assert named(notebook(folder, student), function)["source"] == right[function]
    assert "lack" not in json.dumps(notebook(folder, "right"))
    assert "not have this cell: matvec" in named(notebook(folder, "deleted"), "matvec")["source"]
    assert "put back" in named(notebook(folder, "deleted"), "check-affine")["source"]
    beside = notebook(folder, "only-py")
    assert f"`{ASSIGNMENT}.py`" in beside["cells"][0]["source"]
    assert named(beside, "dot")["source"].endswith("pass")
    whole = notebook(folder, "in-py")
    assert "def dot" in named(whole, "affine")["source"]
    assert "is in one cell with affine" in named(whole, "dot")["source"]
    sources = [c["source"] for c in notebook(folder, "tampered")["cells"]]
    assert "10.0" not in sources and any("return 99" in s for s in sources)


def test_files_beside_the_notebook_are_the_student_s_and_no_link_is_followed(
    graded: Graded,
) -> None:
    folder = graded[0]
    place = folder / "autograded"
    given = folder / "submitted" / "in-py" / ASSIGNMENT / f"{ASSIGNMENT}.py"
    assert (place / "in-py" / ASSIGNMENT / f"{ASSIGNMENT}.py").read_bytes() == given.read_bytes()
    assert {p.name for p in (place / "right" / ASSIGNMENT).iterdir()} == {
        f"{ASSIGNMENT}.ipynb", f"{ASSIGNMENT}.py", "timestamp.txt", "submission_secret.txt",
    }  # fmt: skip
    assert (place / "right" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb").stat().st_mode & 0o777 == 0o444
    assert not (place / "not json" / ASSIGNMENT / ".dlgrade").exists()
    assert (place / "not json" / ASSIGNMENT / "notes.txt").exists()


def test_feedback_lies_where_release_feedback_looks(graded: Graded) -> None:
    folder, done, _ = graded
    for student in (*EXPECTED, *UNREADABLE):
        place = folder / "feedback" / student / ASSIGNMENT
        assert {"timestamp.txt", "submission_secret.txt", f"{ASSIGNMENT}.html"} <= {
            p.name for p in place.iterdir()
        }
        assert "<!doctype html>" in page(folder, student).lower()
    given = folder / "submitted" / "right" / ASSIGNMENT / "submission_secret.txt"
    kept = folder / "feedback" / "right" / ASSIGNMENT / "submission_secret.txt"
    assert kept.read_bytes() == given.read_bytes()
    # A student's nbgrader asks for a page by the names of the notebooks that were submitted.
    assert page(folder, "renamed", "my work") == page(folder, "renamed")
    secretless = re.search(r"without submission_secret.*:\n((?:  .*\n)+)", done.stdout)
    assert secretless and secretless[1].split("\n")[:-1] == ["  empty", "  no secret"]
    bookless = re.search(r"without any notebook.*:\n((?:  .*\n)+)", done.stdout)
    assert bookless and bookless[1].split("\n")[:-1] == ["  only-py"]
    stand_in = folder / "feedback" / "no secret" / ASSIGNMENT / "submission_secret.txt"
    assert re.fullmatch(r"[0-9a-f]{64}", stand_in.read_text())


def test_nothing_is_said_of_a_stub_that_lies_beside_the_work(graded: Graded) -> None:
    assert "2 files" not in page(graded[0], "right")
    assert "2 files" not in graded[1].stdout


# ------------------------------------------------------------------ run again


def test_a_second_run_writes_nothing(graded: Graded, tmp_path: Path) -> None:
    folder = tmp_path / "course"
    shutil.copytree(graded[0], folder, symlinks=True, copy_function=shutil.copy2)
    was, lay = state(folder), files(folder, "autograded", "feedback")
    done = autograde(folder, ASSIGNMENT, env={"LC_ALL": "C"})
    assert done.returncode == 3, done.stderr
    assert "graded 0, reused 17" in done.stdout
    assert files(folder, "autograded", "feedback") == lay
    assert state(folder) == was


def test_what_people_entered_stands_and_what_came_since_is_taken_up(
    graded: Graded, tmp_path: Path
) -> None:
    folder = tmp_path / "course"
    shutil.copytree(graded[0], folder, symlinks=True)
    one = (
        "cell_id = (select id from base_cell where name = '{cell}') and notebook_id = (select "
        "sn.id from submitted_notebook sn join submitted_assignment sa "
        "on sa.id = sn.assignment_id where sa.student_id = ?)"
    )

    def grade(student: str, function: str, change: str) -> None:
        where = one.format(cell=f"check-{function}")
        sql(folder, f"update grade set {change} where {where}", student)

    grade("wrong", "dot", "manual_score = 11.0, needs_manual_grade = 0")
    grade("right", "dot", "extra_credit = 3.0")
    grade("partly", "dot", "manual_score = 5.0, needs_manual_grade = 0")
    for function in FUNCTIONS:
        grade("not json", function, "manual_score = 6.0, needs_manual_grade = 0")
    where = one.format(cell="dot")
    said = "<b>Nearly</b>.\nSee me."
    sql(folder, f"update comment set manual_comment = ? where {where}", said, "wrong")
    # Cells that came after the submission was recorded: its rows are missing.
    for table in ("grade", "comment"):
        sql(
            folder,
            f"delete from {table} where notebook_id = (select sn.id from submitted_notebook sn "
            "join submitted_assignment sa on sa.id = sn.assignment_id "
            "where sa.student_id = 'stub')",
        )
    sql(folder, "update assignment set duedate = '2026-04-01 00:00:00.000000'")
    release = folder / "release" / ASSIGNMENT
    better = {**varied(release)["wrong"].files, "extra.txt": b"new"}
    later = "2026-03-04 08:00:00.000000 UTC"
    hand_in(folder / "submitted", {"partly": Pupil(better, submitted=later)})
    hand_in(folder / "submitted", {"newcomer": Pupil(better)})
    (folder / "submitted" / "stub" / ASSIGNMENT / "new.ipynb").write_bytes(
        (release / f"{ASSIGNMENT}.ipynb").read_bytes()
    )
    configure(folder, "c.Autograde.create_student = False")

    done = autograde(folder, ASSIGNMENT)

    assert "graded 0, reused 18" in done.stdout, done.stdout + done.stderr
    rows = {(s, c.removeprefix("check-")): rest for s, c, *rest in sql(folder, GRADES)}
    assert rows["wrong", "dot"] == [0.0, 11.0, None, 0]
    assert rows["right", "dot"] == [22.0, None, 3.0, 0]
    assert rows["partly", "dot"] == [0.0, 5.0, None, 1], "the work it was given for has changed"
    assert rows["partly", "affine"] == [24.0, None, None, 0]
    assert rows["not json", "dot"] == [None, 6.0, None, 0]
    assert rows["stub", "dot"] == [0.0, None, None, 0]
    comments = {(s, c): rest for s, c, *rest in sql(folder, COMMENTS)}
    assert comments["wrong", "dot"][1] == said and "did not add" in comments["wrong", "dot"][0]
    assert comments["stub", "dot"] == ["No response.", None]
    assert [p for *_, p in state(folder)[2] if p is not None] == []
    text = page(folder, "wrong")
    assert "Grade: 89 / 100." in text and "given 11 (graded automatically: 0)" in text
    assert "&lt;b&gt;Nearly&lt;/b&gt;" in text and "<b>Nearly" not in text
    assert "Grade: 103 / 100." in page(folder, "right")
    assert 'class="code scroll"' in text, "the student's code is still on the page"
    # The others are as they were.
    assert page(folder, "syntax") == page(graded[0], "syntax")
    assert (folder / "autograded" / "partly" / ASSIGNMENT / "extra.txt").read_bytes() == b"new"
    assert (folder / "feedback" / "stub" / ASSIGNMENT / "new.html").exists()
    waiting = re.search(r"no score yet.*:\n((?:  .*\n)+)", done.stdout)
    assert waiting and "empty" in waiting[1] and "not json" not in waiting[1]
    assert "newcomer: Not in the gradebook" in done.stdout
    assert "newcomer" not in auto_scores(folder)
    assert not (folder / "feedback" / "newcomer").exists()


DRIVER = """\
import os, signal, sys
from grader.bridges.nbgrader.handing_back import HandBack
whole, calls = HandBack.one, []
def one(self, work):
    calls.append(work)
    if len(calls) == 3:
        os.kill(os.getpid(), signal.SIGINT)
    return whole(self, work)
if __name__ == "__main__":
    HandBack.one = one
    # Whatever a shell starts in the background ignores SIGINT, and so do its children.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    from grader.commands.cli import main
    sys.exit(main())
"""


def test_an_interrupted_run_is_gone_on_with(course: Path, tmp_path: Path) -> None:
    pupils = varied(course / "release" / ASSIGNMENT)
    some = {s: pupils[s] for s in ("partly", "right", "stub", "wrong", "王 小明")}
    hand_in(course / "submitted", some)
    driver = tmp_path / "driver.py"
    driver.write_text(DRIVER)
    done = subprocess.run(
        [sys.executable, driver, "nbgrader", "autograde", "-j", "1", ASSIGNMENT],
        cwd=course,
        env={"PYTHONPATH": str(ROOT), "PATH": "", "DLGRADE_LANG": "en"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 130, done.stderr
    assert "Traceback" not in done.stderr
    assert set(auto_scores(course)) == {"partly", "right"}
    again = autograde(course)
    assert again.returncode == 0, again.stderr
    assert "graded 0, reused 5" in again.stdout
    assert auto_scores(course) == {s: MOST | EXPECTED[s] for s in some}


# ------------------------------------------------------------------ the gradebook


def test_a_gradebook_without_the_assignment_is_filled_from_source(course: Path) -> None:
    (course / "gradebook.db").unlink()
    hand_in(course / "submitted", {"王 小明": varied(course / "release" / ASSIGNMENT)["wrong"]})
    before = files(course, "release")
    os.chmod(course / "submitted", 0o555)
    done = autograde(course, env={"LC_ALL": "C"})
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"recorded from source/{ASSIGNMENT}" in done.stdout
    assert auto_scores(course) == {"王 小明": MOST | {"dot": 0.0}}
    assert files(course, "release") == before
    shutil.rmtree(course / "source")
    (course / "gradebook.db").unlink()
    done = autograde(course)
    assert done.returncode == 3
    assert f"has no cells of {ASSIGNMENT}" in done.stderr and "Traceback" not in done.stderr


def test_two_assignments_at_once(course: Path) -> None:
    right = varied(course / "release" / ASSIGNMENT)["right"]
    hand_in(course / "submitted", {"a": right, "b": right})
    handed_out = course / "release" / "neuron" / "neuron.ipynb"
    other = Pupil({"neuron.ipynb": written(handed_out, answers("neuron"))})
    hand_in(course / "submitted", {"a": other, "b": other}, "neuron")
    command = [sys.executable, "-m", "grader", "nbgrader", "autograde", "-j", "1"]
    environment = {"PYTHONPATH": str(ROOT), "PATH": "", "DLGRADE_LANG": "en"}
    running = [
        subprocess.Popen(
            [*command, name], cwd=course, env=environment, stdout=subprocess.PIPE, text=True
        )
        for name in (ASSIGNMENT, "neuron")
    ]
    said = [process.communicate(timeout=120)[0] for process in running]
    assert [process.returncode for process in running] == [0, 0], said
    rows = sql(course, GRADES)
    assert len(rows) == 2 * (4 + 5)
    full = sum(row[2] for row in rows)
    assert full == sum(m for (m,) in sql(course, "select max_score from grade_cells")) * 2


@pytest.fixture
def unwarned() -> Iterator[None]:
    """nbgrader's own deprecations are its own business."""
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


@pytest.mark.usefixtures("unwarned")
@pytest.mark.filterwarnings("ignore")
def test_a_gradebook_that_is_held_is_told_and_nothing_is_lost(
    course: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from grader.bridges.nbgrader import database
    from grader.bridges.nbgrader.configured import configured
    from grader.bridges.nbgrader.gradebook_writer import Book

    monkeypatch.setattr(database, "WAIT_SECONDS", 0.2)
    monkeypatch.setenv("DLGRADE_COURSE", str(ROOT))
    place = configured(course)
    place.results.mkdir()
    with Book(place) as book:
        cells = book.cells(ASSIGNMENT)
        assert cells is not None and book.cells("nothing") is None
        holder = sqlite3.connect(course / "gradebook.db", isolation_level=None)
        holder.execute("begin immediate")
        scores = {f"check-{f}": 1.0 for f in FUNCTIONS}
        with pytest.raises(database.GradebookError, match="held by another program"):
            book.record("s1", cells, None, scores, {})
        holder.execute("rollback")
        holder.close()
        assert auto_scores(course) == {}
        standing = book.record("s1", cells, None, scores, {})
        assert standing.score == 4.0 and standing.most == 100.0 and not standing.needs_manual
        assert auto_scores(course) == {"s1": dict.fromkeys(FUNCTIONS, 1.0)}
        with pytest.raises(database.GradebookError, match="keeps writing"):
            Book(place).__enter__()


# ------------------------------------------------------------------ nbgrader's own commands


def test_plain_nbgrader_gives_the_same_scores_and_reads_ours(
    graded: Graded, course: Path, tmp_path: Path
) -> None:
    some = ("wrong", "duplicated", "in-py")
    pupils = varied(course / "release" / ASSIGNMENT)
    hand_in(course / "submitted", {s: pupils[s] for s in some})
    nbgrader("autograde", ASSIGNMENT, cwd=course)
    ours = auto_scores(graded[0])
    assert auto_scores(course) == {s: ours[s] for s in some}

    table = tmp_path / "grades.csv"
    nbgrader("export", "--to", str(table), cwd=graded[0])
    lines = {line.split(",")[3]: line for line in table.read_text("utf-8").splitlines()}
    assert lines["late"].endswith("78.0,78.0,0.0,100.0")
    assert lines["王 小明"].endswith("78.0,0.0,78.0,100.0")

    folder = tmp_path / "copy"
    shutil.copytree(graded[0], folder, symlinks=True)
    shutil.rmtree(folder / "feedback")
    nbgrader("generate_feedback", ASSIGNMENT, cwd=folder)
    text = page(folder, "wrong")
    assert "Score: 78.0 / 100.0" in text and "did not add them up" in text
    assert len(list((folder / "feedback").glob("*/*/*.html"))) == len(
        EXPECTED | dict.fromkeys(UNREADABLE)
    )


def test_feedback_goes_out_and_is_fetched(course: Path, tmp_path: Path) -> None:
    exchange, home = tmp_path / "exchange", tmp_path / "home"
    for place in (exchange, home):
        place.mkdir()
    exchange.chmod(0o777)
    shared = f"c.Exchange.root = {str(exchange)!r}"
    configure(course, shared)
    nbgrader("release_assignment", ASSIGNMENT, cwd=course)
    config = home / "nbgrader_config.py"
    course_id = re.search(r"course_id = '(.*)'", (course / "nbgrader_config.py").read_text())
    assert course_id
    config.write_text(
        f"c = get_config()\n{shared}\nc.CourseDirectory.course_id = {course_id[1]!r}\n"
        f"c.Exchange.cache = {str(home / 'cache')!r}\n"
    )
    nbgrader("fetch_assignment", ASSIGNMENT, cwd=home)
    mine = home / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
    mine.write_bytes(written(mine, answers() | {"dot": "def dot(u, v):\n    return 0.0"}))
    nbgrader("submit", ASSIGNMENT, cwd=home)
    nbgrader("collect", ASSIGNMENT, cwd=course)
    # Somebody whose submission came without a secret must not stop the others' feedback.
    hand_in(course / "submitted", {"Ann": Pupil({f"{ASSIGNMENT}.ipynb": mine.read_bytes()}, None)})
    done = autograde(course, ASSIGNMENT)
    assert done.returncode == 0, done.stdout + done.stderr
    nbgrader("release_feedback", ASSIGNMENT, cwd=course)
    nbgrader("fetch_feedback", ASSIGNMENT, cwd=home)
    [fetched] = (home / ASSIGNMENT / "feedback").glob(f"*/{ASSIGNMENT}.html")
    [student] = [s for s in auto_scores(course) if s != "Ann"]
    assert fetched.read_text("utf-8") == page(course, student)
    assert auto_scores(course)[student] == MOST | {"dot": 0.0}


# ------------------------------------------------------------------ said plainly


@pytest.mark.parametrize(
    ("prepare", "arguments", "code", "said"),
    [
        (lambda f: (f / "nbgrader_config.py").unlink(), (), 2, "not an nbgrader course directory"),
        (lambda f: None, ("nothing",), 2, "There is no assignment nothing"),
        (lambda f: None, (), 2, "no submissions of this course"),
        (lambda f: configure(f, "raise ValueError('odd')"), (), 3, "(ValueError: odd)"),
    ],
)  # fmt: skip
def test_bad_input_is_one_sentence(
    tmp_path: Path,
    prepare: Callable[[Path], None],
    arguments: tuple[str, ...],
    code: int,
    said: str,
) -> None:
    (tmp_path / "nbgrader_config.py").write_text("c = get_config()\n")
    prepare(tmp_path)
    done = autograde(tmp_path, *arguments, "--course", ROOT)
    assert done.returncode == code
    assert said in done.stderr and done.stderr.count("\n") == 1, done.stderr
