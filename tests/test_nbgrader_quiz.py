"""Graded quizzes on nbgrader's road: out, answered, handed in, marked alike on both roads."""

from __future__ import annotations

import getpass
import io
import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("nbgrader")

import nbformat
from nbgrader.api import Gradebook
from nbgrader.validator import Validator

from grader.bridges.nbgrader import quiz_cell, quiz_marks
from grader.bridges.nbgrader.class_quiz_page import ClassPage
from grader.bridges.nbgrader.quiz_assignment import quiz_files
from grader.bridges.nbgrader.quiz_cell import check, take
from grader.bridges.notebook.check_cell import CheckFailed
from grader.course.load import load_course
from grader.model.errors import CourseError, SubmissionError, UsageError
from grader.quiz.course.course_quizzes import Quizzes
from grader.quiz.course.quiz_files import load_quiz, quiz_pool
from grader.quiz.make.proving import as_entry
from grader.quiz.marking.entries import attempt_from_json, attempt_to_json
from grader.quiz.marking.keys import key_data
from grader.quiz.question.records import Attempt, Mode
from grader.quiz.question.statement import fingerprint
from grader.quiz.variants.drawing import student_variant

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parent.parent
QUIZ = "mlp_quiz"
ANSWERS = f"{QUIZ}.answers.json"
SECRET = "a secret of sixteen bytes or more"
ME = getpass.getuser()
STUDENTS = (ME, "b1", "王小明", "b3", "b4", "b5")
CELLS = ("check-forward", "check-parameters", "check-shapes")


def variant(student, quiz=QUIZ):
    found = load_quiz(ROOT, quiz)
    return student_variant(found, quiz_pool(ROOT, found), SECRET.encode(), student)


def attempt(student, **changed):
    """The right answers of a student, some of them `changed` (by step)."""
    mine = variant(student)
    entries = {
        f"{a.question.id}.{p.step}": as_entry(a, p, a.key(p))
        for a in mine.asked
        for p in a.question.parts
    }
    for step, entry in changed.items():
        entries[next(id for id in entries if id.endswith(f".{step}"))] = entry
    return Attempt(QUIZ, entries, Mode.GRADED, student, 0, fingerprint(mine))


@pytest.fixture(scope="module")
def course():
    return load_course(ROOT)


@pytest.fixture(scope="module")
def files(course):
    return quiz_files(course, QUIZ, SECRET.encode(), STUDENTS)


@pytest.fixture
def folder(files, tmp_path, monkeypatch):
    """A student's folder, as fetched."""
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    monkeypatch.chdir(tmp_path)
    for name in ("NBGRADER_EXECUTION", "JUPYTERHUB_USER", "DLGRADE_LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DLGRADE_LANG", "en")
    return tmp_path


def typed(monkeypatch, *lines):
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


# --------------------------------------------------------------------------- what is handed out


def test_the_notebook_is_nbgrader_s_and_the_same_each_time(course, files):
    notebook = nbformat.reads(files[f"{QUIZ}.ipynb"].decode(), as_version=4)
    nbformat.validate(notebook)
    graded = {
        c.metadata.nbgrader.grade_id: c.metadata.nbgrader.points
        for c in notebook.cells
        if c.metadata.get("nbgrader", {}).get("grade")
    }
    quiz = load_quiz(ROOT, QUIZ)
    assert graded == {f"check-{q.id}": sum(p.points for p in q.parts) for q in quiz.questions}
    assert sum(graded.values()) == 100
    assert quiz_files(course, QUIZ, SECRET.encode(), STUDENTS) == files


def test_no_key_and_no_secret_is_handed_out(files):
    whole = b"".join(files.values()).decode()
    assert SECRET not in whole and "王小明" not in whole
    for student in STUDENTS:
        sheet = ClassPage_of(files).sheet(student)
        shown = "".join(sheet.html.values())
        key = key_data(variant(student), "en")
        for step in key["worked"]["forward"]:
            assert step["text"] not in shown and step["text"] not in whole
        assert sheet.blank == replace(attempt(student), entries=sheet.blank.entries)
        assert set(sheet.blank.entries) == set(attempt(student).entries)


def ClassPage_of(files):
    import tempfile

    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / f"{QUIZ}.html"
        path.write_bytes(files[f"{QUIZ}.html"])
        return ClassPage(path)


def test_without_students_nothing_is_made(course):
    with pytest.raises(UsageError, match="--roster"):
        quiz_files(course, QUIZ, SECRET.encode(), ())


def test_a_question_that_nbgrader_cannot_name_is_refused(course, monkeypatch):
    found = load_quiz(ROOT, QUIZ)
    odd = replace(found.questions[0], id="前向")
    pool = quiz_pool(ROOT, found)
    quizzes = Quizzes(ROOT, SECRET.encode)
    quizzes._known[QUIZ] = (
        replace(found, questions=(odd, *found.questions[1:])),
        pool | {"前向": pool["forward"]},
        quizzes.get(QUIZ)[2],
    )
    monkeypatch.setattr("grader.bridges.nbgrader.quiz_assignment.Quizzes", lambda *_: quizzes)
    with pytest.raises(CourseError, match="前向"):
        quiz_files(course, QUIZ, SECRET.encode(), STUDENTS)


# --------------------------------------------------------------------------- in the notebook


def test_answers_are_typed_in_the_notebook(folder, monkeypatch, capsys):
    mine = attempt("王小明")
    lines = [" ".join([e] if isinstance(e, str) else e) for e in mine.entries.values()]
    typed(monkeypatch, "1 2", *lines)  # one line too short first
    take(QUIZ, student=" 王小明 ")
    said = capsys.readouterr().out
    assert "3 cells are due; 2 were read." in said and "0 parts are blank" in said
    saved = attempt_from_json((folder / ANSWERS).read_bytes())
    assert saved == mine
    report = Quizzes(ROOT, SECRET.encode).report(saved, ANSWERS, "王小明")
    assert report.score == report.max_score == 100
    assert check(f"{QUIZ}.forward").passed


def test_what_was_typed_before_is_kept(folder, monkeypatch, capsys):
    typed(monkeypatch, "1 2 3", "q")
    take(QUIZ, student="b1")
    assert "8 parts are blank" in capsys.readouterr().out
    typed(monkeypatch, "", "4 5 6")
    take(QUIZ, student="b1")
    saved = attempt_from_json((folder / ANSWERS).read_bytes()).entries
    assert (saved["forward.z"], saved["forward.h"]) == (("1", "2", "3"), ("4", "5", "6"))
    before = (folder / ANSWERS).read_bytes()
    capsys.readouterr()
    take(QUIZ, student="b3")
    assert "is that of b1" in capsys.readouterr().out and (folder / ANSWERS).read_bytes() == before


def test_an_interrupted_answer_loses_nothing(folder, monkeypatch):
    lines = iter(["1 2 3"])

    def stopped(_):
        try:
            return next(lines)
        except StopIteration:
            raise KeyboardInterrupt from None

    monkeypatch.setattr("builtins.input", stopped)
    with pytest.raises(KeyboardInterrupt):
        take(QUIZ, student="b1")
    assert attempt_from_json((folder / ANSWERS).read_bytes()).entries["forward.z"][0] == "1"


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda p: p.unlink(), "Cannot read the quiz's page"),
        (lambda p: p.write_text("<html></html>"), "damaged"),
        (lambda p: p.write_bytes(p.read_bytes()[:9000]), "damaged"),
        (lambda p: p.write_bytes(b"\xff\xfe"), "Cannot read the quiz's page"),
    ],
)
def test_a_page_that_is_none_is_one_sentence(folder, capsys, spoil, said):
    spoil(folder / f"{QUIZ}.html")
    take(QUIZ, student="b1")
    out = capsys.readouterr().out
    assert said in out and len(out.splitlines()) == 1


def test_who_is_unknown_and_who_is_asked(folder, monkeypatch, capsys):
    take(QUIZ, student="b99")
    assert "b99 is not on this quiz's list" in capsys.readouterr().out
    monkeypatch.setenv("JUPYTERHUB_USER", "b1")
    typed(monkeypatch, "q")
    take(QUIZ)
    assert attempt_from_json((folder / ANSWERS).read_bytes()).student == "b1"
    (folder / ANSWERS).unlink()
    monkeypatch.setattr(quiz_cell, "_accounts", lambda: ["nobody"])
    typed(monkeypatch, "b3", "q")
    take(QUIZ)
    assert attempt_from_json((folder / ANSWERS).read_bytes()).student == "b3"


def test_the_check_cell_knows_what_is_there_and_no_more(folder, monkeypatch):
    assert "There is no answers file" in repr(check(f"{QUIZ}.forward"))
    path = folder / ANSWERS
    path.write_text(attempt_to_json(attempt("b1", z="", h=("9", "9", "9"))), encoding="utf-8")
    said = check(f"{QUIZ}.forward")
    assert "parts of this question are blank: forward.z" in repr(said) and not said.passed
    assert check(f"{QUIZ}.shapes").passed, "wrong or right is not its business"
    monkeypatch.setenv("JUPYTERHUB_USER", "b3")
    assert "logged in as b3" in repr(check(f"{QUIZ}.shapes"))
    path.write_bytes(b"{")
    assert "damaged" in repr(check(f"{QUIZ}.forward"))
    path.write_text(attempt_to_json(attempt("b1")), encoding="utf-8")
    assert "no question nothing" in repr(check(f"{QUIZ}.nothing"))


def test_nbgrader_validates_the_notebook(folder, monkeypatch):
    """In a kernel, as the student's `nbgrader validate` does."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    failed = Validator().validate(f"{QUIZ}.ipynb")
    assert len(failed["failed"]) == 3 and "There is no answers file" in str(failed)
    (folder / ANSWERS).write_text(attempt_to_json(attempt("b1")), encoding="utf-8")
    assert Validator().validate(f"{QUIZ}.ipynb") == {}


def test_a_kernel_of_the_instructor_s_says_how_it_is_graded(folder, monkeypatch):
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    with pytest.raises(CheckFailed, match="grade nbgrader init"):
        check(f"{QUIZ}.forward")
    take(QUIZ)  # says nothing and raises nothing: the score is autograde's


# --------------------------------------------------------------------------- marked


def test_the_secret_is_in_no_kernel_s_environment(course, tmp_path, monkeypatch):
    monkeypatch.setattr(quiz_marks, "_kept", [])
    monkeypatch.setenv("DLGRADE_SECRET", SECRET)
    quiz_marks.keep_secret()
    assert "DLGRADE_SECRET" not in os.environ
    (tmp_path / ANSWERS).write_text(attempt_to_json(attempt("b1")), encoding="utf-8")
    answer = quiz_marks.quiz_answer(course, QUIZ, tmp_path, "b1")
    assert sum(r.points for r in answer.functions.values()) == 100
    monkeypatch.setattr(quiz_marks, "_kept", [])
    with pytest.raises(CourseError, match="secret"):
        quiz_marks.quiz_answer(course, QUIZ, tmp_path, "b1")


def nbgrader(place, *words, **environment):
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("DLGRADE", "JUPYTERHUB"))}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"  # for alembic
    env = kept | {"PYTHONPATH": str(ROOT), "HOME": str(place.parent / "home"), "PATH": path}
    env |= environment
    done = subprocess.run(
        [sys.executable, "-m", *words], cwd=place, env=env, capture_output=True, text=True,
        encoding="utf-8", timeout=300,
    )  # fmt: skip
    assert "Traceback" not in done.stdout + done.stderr, done.stderr
    return done


def scores(place):
    """Each student's score in each cell; None where a person has to look."""
    found = {}
    with Gradebook(f"sqlite:///{place / 'gradebook.db'}") as gradebook:
        for submission in gradebook.assignment_submissions(QUIZ):
            for grade in submission.notebooks[0].grades:
                auto = None if grade.needs_manual_grade else grade.auto_score
                found[submission.student.id, grade.name] = auto
    return found


def hand_in(place, student, text):
    """As `nbgrader collect` leaves it."""
    folder = place / "submitted" / student / QUIZ
    folder.mkdir(parents=True)
    for path in (place / "release" / QUIZ).iterdir():
        shutil.copy(path, folder)
    if text is not None:
        (folder / ANSWERS).write_text(text, encoding="utf-8")
    (folder / "timestamp.txt").write_text("2026-03-01 08:00:00.000000 UTC", encoding="utf-8")


def test_out_to_the_class_and_back_on_both_roads(tmp_path):
    """Real commands, one student through the exchange, the others as collected."""
    place = tmp_path / "課 course"
    (tmp_path / "home").mkdir()
    exchange = tmp_path / "exchange"
    exchange.mkdir()
    exchange.chmod(0o777)
    (tmp_path / "secret").write_text(SECRET)
    (tmp_path / "class.csv").write_text("id\n" + "\n".join(STUDENTS), encoding="utf-8")
    words = ("grader", "nbgrader", "init", str(place), "--course", str(ROOT), "--assignment",
             "neuron", "--quizzes", "--roster", "class.csv", "--secret", "secret")  # fmt: skip
    made = nbgrader(tmp_path, *words, PYTHONUTF8="1")
    assert made.returncode == 0, made.stderr
    again = nbgrader(tmp_path, *words, PYTHONUTF8="1")
    assert "0 個檔案" in again.stdout or " 0 files" in again.stdout
    with (place / "nbgrader_config.py").open("a", encoding="utf-8") as config:
        config.write(f"\nc.Exchange.root = {str(exchange)!r}\n")
    for step in ("generate_assignment", "release_assignment"):
        assert nbgrader(place, "nbgrader", step, QUIZ).returncode == 0

    # The student, elsewhere.
    student = tmp_path / "student"
    student.mkdir()
    mine = {"PYTHONUTF8": "1"}
    config = f"c = get_config()\nc.Exchange.root = {str(exchange)!r}\n"
    (student / "nbgrader_config.py").write_text(
        config + f"c.CourseDirectory.course_id = {load_course(ROOT).id!r}\n", encoding="utf-8"
    )
    assert nbgrader(student, "nbgrader", "fetch_assignment", QUIZ, **mine).returncode == 0
    fetched = {p.name for p in (student / QUIZ).iterdir()}
    assert fetched == {f"{QUIZ}.html", f"{QUIZ}.ipynb"}
    (student / QUIZ / ANSWERS).write_text(attempt_to_json(attempt(ME)), encoding="utf-8")
    assert nbgrader(student, "nbgrader", "submit", QUIZ, **mine).returncode == 0
    assert nbgrader(place, "nbgrader", "collect", QUIZ).returncode == 0
    assert (place / "submitted" / ME / QUIZ / ANSWERS).is_file()

    wrong = attempt("b1", z=("1", "2", "3"), count="7")
    hand_in(place, "b1", attempt_to_json(wrong))
    hand_in(place, "王小明", attempt_to_json(attempt("b1")))
    hand_in(place, "b3", None)
    hand_in(place, "b4", attempt_to_json(replace(attempt("b4"), fingerprint="0" * 16)))
    hand_in(place, "b5", "{damaged")

    other = tmp_path / "fast"
    shutil.copytree(place, other)
    secret = {"DLGRADE_SECRET": SECRET}
    plain = nbgrader(place, "nbgrader", "autograde", QUIZ, "--create", **secret)
    assert plain.returncode == 0, plain.stderr
    fast = nbgrader(other, "grader", "nbgrader", "autograde", QUIZ, "--course", str(ROOT),
                    "--lang", "en", **secret)  # fmt: skip
    assert fast.returncode == 3, fast.stderr
    said = fast.stdout
    assert "It holds the quiz of b1, but lies with 王小明" in said
    assert "b3/mlp_quiz/mlp_quiz.ipynb: This is the quiz itself" in said
    assert "b1/mlp_quiz/" not in said, "what lies beside good answers is no news"
    assert SECRET not in plain.stdout + plain.stderr + fast.stdout + fast.stderr

    report = Quizzes(ROOT, SECRET.encode).report(wrong, ANSWERS, "b1")
    due = {
        f"check-{q}": sum(c.points for c in report.checks if c.function == q)
        for q in ("forward", "parameters", "shapes")
    }
    found = scores(place)
    assert {name: found["b1", name] for name in CELLS} == pytest.approx(due)
    assert 0 < sum(due.values()) < 100
    assert sum(found[ME, name] for name in CELLS) == 100
    for nobody in ("王小明", "b3", "b4", "b5"):
        assert [found[nobody, name] for name in CELLS] == [None] * 3
    assert scores(other) == pytest.approx(found)
    # Each is told why.
    page = (other / "feedback" / "b1" / QUIZ / f"{QUIZ}.html").read_text(encoding="utf-8")
    assert "forward" in page
    shown = json.loads((place / "autograded/王小明" / QUIZ / f"{QUIZ}.ipynb").read_bytes())
    assert "b1" in str([c["outputs"] for c in shown["cells"] if c["cell_type"] == "code"])


def test_the_page_read_again_is_no_page(tmp_path):
    path = tmp_path / "x.html"
    path.write_bytes(b'<script type="text/plain" id="stock">AAAA</script>')
    with pytest.raises(SubmissionError):
        ClassPage(path)
