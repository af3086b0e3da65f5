"""Quizzes on the command line: practice, answers files, a class's pages and keys, the batch."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from grader.commands.cli import main
from grader.commands.quiz_make import blank
from grader.intake.gathering import gather
from grader.intake.roster import read_roster
from grader.language.text import Text
from grader.model.errors import CourseError
from grader.quiz.course.course_quizzes import Quizzes, secret_digest, with_quizzes
from grader.quiz.course.quiz_files import load_quiz, quiz_names, quiz_pool
from grader.quiz.course.settings import QuizSettings, quiz_settings
from grader.quiz.make.proving import as_entry
from grader.quiz.marking.entries import attempt_from_json, attempt_to_json
from grader.quiz.marking.marks import mark, mark_question
from grader.quiz.question.records import Mode, Variant
from grader.quiz.question.solving import apart, predicted
from grader.quiz.terminal.curves import plot_lines
from grader.quiz.terminal.formulas import block, flat, inline, readable
from grader.quiz.terminal.practice_session import PracticeSession, Talk, like
from grader.quiz.terminal.screen import Screen, diverging, steps_of
from grader.quiz.variants.drawing import practice_variant, student_variant
from grader.render.typeset import width, wrap

ROOT = Path(__file__).resolve().parent.parent
SECRET = "sixteen bytes or more, and secret"
MLP = load_quiz(ROOT, "mlp_quiz")
POOL = quiz_pool(ROOT, MLP)
RIGHT = ["-0.6 0.5 -1.4", "0 0.5 0", "0.25", "A", "13", "2x3", "3x1", "3x1", "1x1"]


@pytest.fixture(autouse=True)
def _courses_apart():
    """A test that loads another course leaves this one's modules as they were."""
    before, paths = solutions(), list(sys.path)
    yield
    for name in solutions():
        del sys.modules[name]
    sys.modules.update(before)
    sys.path[:] = paths


def solutions() -> dict[str, ModuleType]:
    return {n: m for n, m in sys.modules.items() if n.split(".", 1)[0] == "solutions"}


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DLGRADE_LANG", "en")
    monkeypatch.setenv("DLGRADE_COURSE", str(ROOT))
    monkeypatch.delenv("DLGRADE_SECRET", raising=False)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b""), encoding="utf-8"))
    return tmp_path


@pytest.fixture
def secret(monkeypatch):
    monkeypatch.setenv("DLGRADE_SECRET", SECRET)


def typed(monkeypatch, *lines: str) -> None:
    data = "".join(f"{line}\n" for line in lines).encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))


@cache
def stocked(name: str):
    quiz = load_quiz(ROOT, name)
    return quiz, quiz_pool(ROOT, quiz)


@cache
def graded(name: str, student: str, number: int = 0) -> Variant:
    quiz, pool = stocked(name)
    return student_variant(quiz, pool, SECRET.encode(), student, number)


def right_entries(variant: Variant) -> dict[str, Any]:
    return {
        f"{a.question.id}.{p.step}": as_entry(a, p, a.key(p))
        for a in variant.asked
        for p in a.question.parts
    }


def answers(name: str, student: str, number: int = 0, *, right: bool = True) -> str:
    variant = graded(name, student, number)
    attempt = blank(variant)
    if right:
        attempt = replace(attempt, entries=right_entries(variant))
    return attempt_to_json(attempt)


def put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


# --------------------------------------------------------------------------- formulas as text


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"W_1^T x + b_1", "W₁ᵀ x + b₁"),
        (r"\hat{y} = f(\mathbf{w}^T\mathbf{x} + b)", "ŷ = f(wᵀx + b)"),
        (r"\bar x + \hat y = \sqrt 2", "x\u0304 + ŷ = √(2)"),
        (r"\frac{1 + 9 + 4}{3} \approx 4.667", "(1 + 9 + 4)/3 ≈ 4.667"),
        (r"f(x) = \frac{1}{1 + e^{-x}}", "f(x) = 1/(1 + e⁻ˣ)"),
        (r"\frac{1}{\beta} \log(1 + e^{\beta x})", "(1/β) log(1 + e^(β x))"),
        (r"y \log\hat{y} + (1-y)\log(1-\hat{y})", "y log ŷ + (1-y) log(1-ŷ)"),
        (r"\max(0,\, z)", "max(0, z)"),
        (r"\begin{bmatrix}1&2\\3&4\end{bmatrix}", "[1  2; 3  4]"),
        (r"0.2 < 0.5 \Rightarrow 0,\quad 1 \ge 0", "0.2 < 0.5 ⇒ 0,   1 ≥ 0"),
        (r"\sum_{k} e^{z_k}", "Σₖ e^(zₖ)"),
        (r"\unknown{x}", "unknownx"),
    ],
)
def test_a_formula_on_one_line(latex, text):
    assert flat(latex) == text


def test_matrices_stand_beside_each_other():
    latex = (
        r"\begin{bmatrix}1&-2\\3&4\end{bmatrix}\,\begin{bmatrix}5\\6\\7\end{bmatrix} = "
        r"\begin{bmatrix}8&9\end{bmatrix}"
    )
    assert block(latex, 60) == [
        "        ⎡5⎤",
        "⎡1  -2⎤ ⎢6⎥ = [8  9]",
        "⎣3   4⎦ ⎣7⎦",
    ]
    assert block(latex, 60, pretty=False)[1] == "[1  -2] [6] = [8  9]"


@pytest.mark.parametrize("broken", [r"\frac{1", r"\left(", r"\begin{bmatrix}1&2", "x^", "}{", "\\"])
def test_broken_latex_is_shown_and_not_raised(broken):
    assert isinstance(flat(broken), str) and isinstance(block(broken, 10), list)


@pytest.mark.parametrize("name", quiz_names(ROOT))
def test_every_text_of_every_quiz_fits_and_has_no_latex_left(name):
    quiz = load_quiz(ROOT, name)
    pool = quiz_pool(ROOT, quiz)
    for number in (0, 1, 57):
        for asked in practice_variant(quiz, pool, number).asked:
            for lang in ("zh-TW", "en"):
                screen = Screen(lang, 78)
                lines = screen.statement(asked)
                for place, part in enumerate(asked.question.parts):
                    lines += screen.part(asked, part)
                    mark = mark_question(asked, {})[place]
                    lines += screen.result(mark) + screen.worked(mark)
                for line in lines:
                    assert "\\" not in line and "$" not in line and "⟨" not in line, line
                    assert width(line) <= 100, line


def test_a_plot_is_drawn_in_characters_and_told_in_words():
    quiz = load_quiz(ROOT, "activation_quiz")
    asked = practice_variant(quiz, quiz_pool(ROOT, quiz), 0).asked[1]
    assert asked.question.plot is not None
    drawn = plot_lines(asked.question.plot(asked.values))
    assert sum(line.count("●") for line in drawn) > 40
    assert "●" not in "".join(plot_lines(asked.question.plot(asked.values), pretty=False))
    assert any("curve through" in line for line in Screen("en").statement(asked))


def test_a_sentence_with_a_tall_formula_goes_on_below_it():
    text = r"Add: $z = \begin{bmatrix}1\\2\end{bmatrix}$. Then $y = 3$."
    assert readable(text, 60, wrap) == ["Add:", "    z = ⎡1⎤", "        ⎣2⎦", "Then y = 3."]
    assert inline("$x_1$ and $\\frac{a}{b}$") == "x₁ and a/b"


# --------------------------------------------------------------------------- practice


class Person:
    """Somebody at a terminal who types what is in a list."""

    def __init__(self, *lines: str | None, person: bool = True) -> None:
        self.shown: list[str] = []
        self._lines = iter(lines)
        self.talk = Talk(self._ask, self.shown.extend, person)

    def _ask(self, prompt: str) -> str | None:
        line = next(self._lines, None)
        self.shown.append(f"{prompt}{line}")
        return line

    def practise(self, *questions: str, number: int = 0, lang: str = "en") -> PracticeSession:
        variant = practice_variant(MLP, POOL, number)
        session = PracticeSession(variant, POOL, self.talk, Screen(lang), questions)
        session.run()
        return session

    @property
    def said(self) -> str:
        return "\n".join(self.shown)


def test_all_right_at_once():
    person = Person(*RIGHT[:4], "", RIGHT[4], "", *RIGHT[5:], "")
    session = person.practise()
    assert sum(m.points for m in session.marks) == 100
    assert session.first == 9 and not session.left
    assert "Score 100/100" in person.said and "Step by step" not in person.said


def test_a_mistake_is_named_tried_again_and_worked_from_where_it_was_made():
    person = Person("0.5 0.4 -1.7", "?", "nonsense, really", "", "0 0.5 0", "0.25", "A", None)
    session = person.practise("forward")
    said = person.said
    assert "without b₁" in said
    assert "Hint:" in said
    assert "> 2. Add the bias" not in said and "▶ 2. Add the bias:  ← yours differs" in said
    assert "The answer: [-0.6, 0.5, -1.4]" in said
    assert session.entries["forward.z"] == "nonsense, really"
    assert session.marks[1].credit == 1 and session.marks[1].carried == ()


def test_what_follows_from_a_wrong_answer_is_right_given_it():
    person = Person("0.5 0.4 -1.7", "0.5 0.4 0", "0.32", "A", person=False)
    session = person.practise("forward")
    assert [bool(m.carried) for m in session.marks] == [False, True, True, False]
    assert "This step is right, given your z." in person.said


def test_a_pipe_gets_one_try_and_no_questions_besides():
    person = Person("1 2 3", *RIGHT[1:], person=False)
    session = person.practise()
    assert "Try again" not in person.said and "Another one" not in person.said
    assert [m.credit == 1 for m in session.marks] == [False] + [True] * 8


@pytest.mark.parametrize("end", [None, "q", "離開"])
def test_leaving_ends_the_whole(end):
    person = Person("-0.6 0.5 -1.4", end, "1", "2")
    session = person.practise()
    assert session.left and len(session.marks) == 9
    assert sum(m.points for m in session.marks) == 20
    assert "Ended early" in person.said


def test_only_the_entry_that_is_wrong_gets_the_sign():
    quiz = load_quiz(ROOT, "matmul_quiz")
    asked = practice_variant(quiz, quiz_pool(ROOT, quiz), 0).asked[1]
    marks = mark_question(asked, {"matrix_column.y": "14 32 51"})
    lines = Screen("en").worked(marks[0])
    assert [line for line in lines if "differs" in line] == [
        "▶ 3. Row 3: 7 × 1 + 8 × 2 + 9 × 3 = 50.  ← yours differs from here on"
    ]


def test_the_sign_stands_nowhere_for_what_is_blank_or_of_another_form():
    asked = practice_variant(MLP, POOL, 0).asked[0]
    for entry in ("", "1 2", "[[1", "x, y, z"):
        mark = mark_question(asked, {"forward.z": entry})[0]
        assert diverging(mark) == ""
        assert "differs" not in "\n".join(Screen("en").worked(mark))
    two = mark_question(asked, {"forward.z": "0.5 0.4 -1.7", "forward.h": "0.5 0.4 -1.7"})
    assert diverging(two[1]) == "h" and steps_of(two[1])[-1][0] == "h"


def test_another_one_like_it_lets_the_same_mistake_be_made_again():
    variant = practice_variant(MLP, POOL, 0)
    asked = variant.asked[0]
    for id in ("mlp.relu-for-leaky", "mlp.no-bias"):
        mistake = next(m for m in asked.question.mistakes if m.id == id)
        other = like(variant, asked, POOL, [id])
        assert other.params != asked.params
        assert any(
            (wrong := predicted(asked.question, other.params, part, [mistake])) is not None
            and apart(wrong, other.key(part), part)
            for part in asked.question.parts
        )


def test_the_first_try_of_the_first_variant_is_what_counts():
    person = Person("0.5 0.4 -1.7", "-0.6 0.5 -1.4", *RIGHT[1:4], "y", "1 1 1", "", "q")
    session = person.practise("forward")
    assert sum(m.points for m in session.marks) == 60
    assert session.first == 3
    assert "Right at the first try: 3 of 4." in person.said


# --------------------------------------------------------------------------- grade quiz


def test_the_list_names_every_quiz_and_question(here, capsys):
    assert main(["quiz"]) == 0
    said = capsys.readouterr().out
    for name in quiz_names(ROOT):
        quiz = load_quiz(ROOT, name)
        assert quiz.title["en"] in said
        assert all(f"{name}.{q.id}" in said for q in quiz.questions)


def test_practice_in_a_pipe(here, capsys, monkeypatch):
    typed(monkeypatch, *RIGHT)
    assert main(["quiz", "mlp_quiz"]) == 0
    assert "Score 100/100" in capsys.readouterr().out
    typed(monkeypatch, "-0.6 0.5 -1.4")
    assert main(["quiz", "mlp_quiz.forward", "--lang", "zh-TW"]) == 1
    assert "得分 20/60" in capsys.readouterr().out


def test_what_is_typed_cannot_steer_the_terminal(here, capsys, monkeypatch):
    typed(monkeypatch, "\x1b[2J\x1b]0;title\x07 1 2", "\x00\x9b31m", "x" * 5000)
    assert main(["quiz", "mlp_quiz"]) == 1
    said = capsys.readouterr().out
    assert not {c for c in said if not c.isprintable() and c != "\n"}


def test_answers_from_a_file_of_lines_also_in_big5(here, capsys):
    lines = "\n".join(["−0.6，0.5，−1.4", "０ 0.5 0", *RIGHT[2:]]).replace("−", "-")
    (here / "a.txt").write_bytes(lines.encode("cp950"))
    assert main(["quiz", "mlp_quiz", "--answers", "a.txt", "--save", "mine.json"]) == 0
    capsys.readouterr()
    saved = attempt_from_json((here / "mine.json").read_bytes())
    assert saved.mode is Mode.PRACTICE and saved.number == 0 and saved.fingerprint
    for command in (["quiz", "mlp_quiz", "--answers", "mine.json"], ["mine.json"]):
        assert main(command) == 0
        said = capsys.readouterr().out
        assert "100/100" in said and "no code was run" in said and "attempt 1" in said


def test_another_variant_has_other_numbers(here, capsys):
    assert main(["quiz", "mlp_quiz", "--variant", "3"]) == 1
    one = capsys.readouterr().out
    assert main(["quiz", "mlp_quiz"]) == 1
    assert one != capsys.readouterr().out
    assert "--variant 4" in one


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["quiz", "nothing"], 2, "There is no quiz called nothing"),
        (["quiz", "mlp_quiz.nothing"], 2, "has no question nothing; it has forward"),
        (["quiz", "mlp_quiz", "--variant", "-1"], 2, "counts from 0"),
        (["quiz", "mlp_quiz", "--answers", "none.txt"], 2, "Cannot read none.txt"),
        (["quiz", "mlp_quiz", "--answers", "bad.bin"], 2, "is not text"),
        (["quiz", "mlp_quiz", "--answers", "loss.json"], 2, "holds answers to loss_quiz"),
        (["bad.json"], 3, "This is not a quiz's answers file"),
        (["other.json"], 3, "a quiz this course does not have"),
        (["nobody.json", "--secret", "long"], 3, "names no usable student id"),
        (["half.json", "--secret", "long"], 3, "names no usable student id"),
        (["quiz", "mlp_quiz", "loss_quiz"], 2, "is too much"),
        (
            ["quiz", "mlp_quiz", "--roster", "r.csv"],
            2,
            "--roster is an option of grade quiz make, grade quiz key",
        ),
        (["quiz", "make", "--variant", "1"], 2, "--variant is an option of grade quiz."),
        (["loss.json"], 3, "There is no course secret"),
        (["quiz", "make", "mlp_quiz", "--student", "b1"], 3, "There is no course secret"),
        (["quiz", "key", "--secret", "short"], 3, "too short"),
        (["quiz", "make", "--secret", "long"], 2, "For whom?"),
        (["quiz", "make", "no", "--student", "b", "--secret", "long"], 2, "There is no quiz"),
        (["quiz", "make", "--student", "b", "--secret", "long", "--attempt", "2"], 2, "1 times"),
        (["quiz", "make", "--student", "b", "--secret", "long", "--attempt", "0"], 2, "from 1"),
        (
            ["quiz", "make", "--secret", "long", "--roster", "r.csv", "--student", "x"],
            2,
            "has no x",
        ),
    ],
)
def test_what_cannot_be_done_is_one_sentence(here, capsys, words, code, said):
    (here / "bad.bin").write_bytes(b"\xff\xfe\x00\xd8\xff")
    (here / "short").write_text("tiny")
    (here / "long").write_text(SECRET)
    put(here / "bad.json", "{}")
    put(here / "loss.json", answers("loss_quiz", "b1"))
    put(here / "other.json", answers("loss_quiz", "b1").replace("loss_quiz", "other"))
    put(here / "r.csv", "id\nb1\n")
    put(here / "nobody.json", answers("loss_quiz", "b1").replace('"b1"', "null"))
    put(here / "half.json", answers("loss_quiz", "b1").replace('"b1"', '"\\ud800"'))
    assert main(words) == code
    out, err = capsys.readouterr()
    assert said in err and err.count("\n") == 1 and "Traceback" not in out + err


def test_a_graded_file_is_marked_with_the_secret_alone(here, capsys, secret):
    put(here / "mlp_quiz.answers.json", answers("mlp_quiz", "b1"))
    assert main(["mlp_quiz.answers.json", "--format", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["score"], report["student"], report["isolation"]) == (100, "b1", "none")
    put(here / "mlp_quiz.answers.json", answers("mlp_quiz", "b1", right=False))
    assert main(["mlp_quiz.answers.json"]) == 1
    assert "not answered yet" in capsys.readouterr().out


def test_a_statement_that_changed_needs_review(here, capsys, monkeypatch, secret):
    put(here / "a.json", answers("mlp_quiz", "b1"))
    monkeypatch.setenv("DLGRADE_SECRET", SECRET + "!")
    assert main(["a.json"]) == 3
    assert "to another statement than this one" in capsys.readouterr().out


def test_code_and_answers_can_be_graded_together(here, capsys, secret):
    put(here / "a.answers.json", answers("loss_quiz", "b1"))
    shutil.copy(ROOT / "assignments" / "neuron" / "neuron.py", here)
    assert main(["neuron.py", "a.answers.json", "--format", "json"]) == 1
    reports = json.loads(capsys.readouterr().out)["reports"]
    assert [r["assignment"] for r in reports] == ["neuron", "loss_quiz"]


# --------------------------------------------------------------------------- pages and keys


@pytest.mark.slow
def test_the_practice_page_is_one_file(here, capsys):
    assert main(["quiz", "matmul_quiz", "--page"]) == 0
    assert capsys.readouterr().out == "matmul_quiz.html\n"
    page = (here / "matmul_quiz.html").read_text(encoding="utf-8")
    assert load_quiz(ROOT, "matmul_quiz").title["zh-TW"] in page and "src=" not in page


def test_pages_and_answers_files_for_a_roster(here, capsys, secret):
    put(here / "r.csv", "學號,姓名\nb001,王小明\nb 2/3,李\n")
    assert main(["quiz", "make", "mlp_quiz", "loss_quiz", "--roster", "r.csv"]) == 0
    made = sorted(p.relative_to(here / "quiz-pages").as_posix() for p in here.rglob("*.*ml"))
    assert made[-2:] == ["b001/loss_quiz.html", "b001/mlp_quiz.html"] and len(made) == 4
    empty = attempt_from_json((here / "quiz-pages/b001/mlp_quiz.answers.json").read_bytes())
    assert empty == blank(graded("mlp_quiz", "b001"))
    assert empty.entries["forward.z"] == ("", "", "") and empty.student == "b001"
    page = (here / "quiz-pages/b001/mlp_quiz.html").read_text(encoding="utf-8")
    assert "b001" in page and SECRET not in page
    assert main(["quiz", "make", "mlp_quiz", "--student", "b001", "--out", "again"]) == 0
    assert (here / "again/b001/mlp_quiz.html").read_text(encoding="utf-8") == page


def test_the_key_is_the_students_own(here, capsys, secret):
    assert main(["quiz", "key", "mlp_quiz", "--student", "b001", "--lang", "zh-TW"]) == 0
    page = (here / "quiz-keys/b001/mlp_quiz-key.html").read_text(encoding="utf-8")
    variant = graded("mlp_quiz", "b001")
    shown = "[" + ", ".join(str(float(x)).removesuffix(".0") for x in variant.asked[0].values.z)
    assert shown + "]" in page and "一步一步算" in page and "Step by step" in page
    assert "⟨" not in page and SECRET not in page


# --------------------------------------------------------------------------- settings


def make_course(root: Path, settings: str = "") -> Path:
    """A course of one assignment and one quiz."""
    head, rest = (ROOT / "course.toml").read_text(encoding="utf-8").split("assignments = [", 1)
    root.mkdir()
    course = f'{head}assignments = ["neuron"]{rest.split("]", 1)[1]}'
    put(root / "course.toml", course)
    ignored = shutil.ignore_patterns("__pycache__")
    for name in ("neuron", "quizzes/mlp_quiz", "quizzes/loss_quiz"):
        shutil.copytree(ROOT / "solutions" / name, root / "solutions" / name, ignore=ignored)
    for package in ("", "quizzes/"):
        shutil.copy(ROOT / f"solutions/{package}__init__.py", root / f"solutions/{package}")
    if settings:
        put(root / "solutions/quizzes/mlp_quiz/manifest.toml", settings)
    return root


def test_settings_are_read_and_wrong_ones_refused(tmp_path):
    course = make_course(tmp_path / "course", "attempts = 3\ndue = 2026-04-01T23:59:00+08:00\n")
    found = quiz_settings(course, "mlp_quiz")
    assert found.attempts == 3 and found.due is not None and found.reveal
    assert quiz_settings(course, "loss_quiz") == QuizSettings()
    path = course / "solutions/quizzes/mlp_quiz/manifest.toml"
    for text in ("attempts = 0", "attempts = true", "due = 2026-04-01", "reveal = 1", "x = 1", "="):
        path.write_text(text, encoding="utf-8")
        with pytest.raises(CourseError, match="settings"):
            quiz_settings(course, "mlp_quiz")


def test_a_key_that_is_withheld_is_not_in_the_report(tmp_path):
    course = make_course(tmp_path / "course", "reveal = false\n")
    quizzes = Quizzes(course, SECRET.encode)
    attempt = attempt_from_json(answers("mlp_quiz", "b1", right=False))
    report = quizzes.report(attempt, "a.json")
    assert {c.shown.expected for c in report.checks if c.shown} == {""}
    shown = Quizzes(ROOT, SECRET.encode).report(attempt, "a.json").checks[0].shown
    assert shown is not None and shown.expected


def test_the_digest_tells_secrets_apart_and_not_what_they_are():
    one, two = secret_digest(b"a" * 16), secret_digest(b"b" * 16)
    assert one != two and len(one) == 32 and "a" * 4 not in one


# --------------------------------------------------------------------------- a class


ALL = {name: QuizSettings(attempts=2) for name in quiz_names(ROOT)}


def gathered(folder: Path, roster: str = ""):
    from grader.course.load import load_course

    people = None
    if roster:
        people = read_roster(put(folder.parent / "roster.csv", roster))
    return gather(folder, with_quizzes(load_course(ROOT)), roster=people, quizzes=ALL)


def found_in(result) -> set[tuple[str, str]]:
    return {(f.student, f.assignment) for f in result.found}


@pytest.mark.parametrize(
    "name",
    [
        "b001/mlp_quiz.answers.json",
        "b001/mlp_quiz.answers (1).json",
        "b001/mlp_quiz/answers.json",
        "mlp_quiz/b001/mlp_quiz.answers.json",
        "b001_mlp_quiz.answers.json",
        "hw1/b001/sub/anything.json",
        "wangxiaoming_12345_678901_mlp_quiz.answers-1.json",
        "王小明_123456_assignsubmission_file_/mlp_quiz.answers.json",
        "b001+mlp_quiz+2026-03-01 10:00:00.000000 UTC+Zm9v/mlp_quiz.answers.json",
    ],
)
def test_answers_are_found_in_every_shape_and_roster_ids_match(tmp_path, name):
    put(tmp_path / "class" / name, answers("mlp_quiz", "b001"))
    for mine, other in (("b001", "b003"), ("wangxiaoming_12345", "li_2"), ("王小明_1", "李大同_2")):
        name = name.replace(mine, other)
    put(tmp_path / "class" / name, answers("mlp_quiz", "b003"))
    roster = "學號,姓名,帳號\nb001,王小明,wangxiaoming\nb003,李大同,li\n"
    assert ("b001", "mlp_quiz") in found_in(gathered(tmp_path / "class", roster))


def test_they_are_found_in_a_zip_too(tmp_path):
    path = tmp_path / "class.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("b001/mlp_quiz.answers.json", answers("mlp_quiz", "b001"))
        packed.writestr("b002/loss_quiz.answers.json", answers("loss_quiz", "b002"))
    assert found_in(gathered(path)) == {("b001", "mlp_quiz"), ("b002", "loss_quiz")}


REFUSED: dict[str, tuple[str, Callable[[str], str]]] = {
    "another-student": ("b009", lambda text: text),
    "practice-answers": ("b001", lambda text: text.replace('"graded"', '"practice"')),
    "unknown-quiz": ("b001", lambda text: text.replace("mlp_quiz", "none")),
    "bad-answers": ("b001", lambda text: text[:99]),
    "too-many-attempts": ("b001", lambda text: text.replace('"attempt": 0', '"attempt": 2')),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_is_not_marked_says_why(tmp_path, kind):
    folder, change = REFUSED[kind]
    put(tmp_path / "class" / folder / "mlp_quiz.answers.json", change(answers("mlp_quiz", "b001")))
    put(tmp_path / "class" / "b002" / "mlp_quiz.answers.json", answers("mlp_quiz", "b002"))
    result = gathered(tmp_path / "class")
    assert found_in(result) == {("b002", "mlp_quiz")}
    (line,) = result.not_graded
    assert (line.kind, line.student, line.assignment) == (kind, folder, "mlp_quiz")
    assert line.reason["zh-TW"] and line.reason["en"] and "{" not in line.reason["en"]


def test_a_platforms_name_without_a_roster_is_taken_with_a_warning(tmp_path):
    folder = tmp_path / "class"
    put(folder / "王小明_1_assignsubmission_file_/mlp_quiz.answers.json", answers("mlp_quiz", "b1"))
    result = gathered(folder)
    assert found_in(result) == {("王小明", "mlp_quiz")}
    assert [w.kind for w in result.warnings] == ["id-unchecked"]
    checked = gathered(folder, "學號,姓名\nb1,王小明\n")
    assert found_in(checked) == {("b1", "mlp_quiz")} and not checked.warnings
    other = gathered(folder, "學號,姓名\nb1,李大同\nb2,王小明\n")
    assert not other.found and other.not_graded[0].kind == "another-student"


def test_the_last_attempt_counts_if_anything_is_in_it(tmp_path):
    folder = tmp_path / "class/b001"
    put(folder / "mlp_quiz.answers.json", answers("mlp_quiz", "b001", 1))
    put(folder / "old/mlp_quiz.answers.json", answers("mlp_quiz", "b001", 0))
    (one,) = gathered(tmp_path / "class").found
    assert one.source.shown == "b001/mlp_quiz.answers.json"
    put(folder / "mlp_quiz.answers.json", answers("mlp_quiz", "b001", 1, right=False))
    (one,) = gathered(tmp_path / "class").found
    assert one.source.shown == "b001/old/mlp_quiz.answers.json"


def test_after_the_deadline_is_late(tmp_path):
    from grader.course.load import load_course

    course = make_course(tmp_path / "course", "due = 2026-03-01T18:00:00+08:00\n")
    settings = {n: quiz_settings(course, n) for n in ("mlp_quiz", "loss_quiz")}
    for student, hour in (("b001", "09"), ("b002", "10")):
        name = f"{student}+mlp_quiz+2026-03-01 {hour}:30:00.000000 UTC+Zm9v"
        put(tmp_path / "class" / name / "mlp_quiz.answers.json", answers("mlp_quiz", student))
    found = gather(tmp_path / "class", with_quizzes(load_course(course)), quizzes=settings).found
    assert [bool(f.late) for f in found] == [False, True]


# --------------------------------------------------------------------------- grade batch


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))


@pytest.fixture
def klass(here, secret):
    course = make_course(here / "course", "attempts = 2\n")
    put(here / "class/b001/mlp_quiz.answers.json", answers("mlp_quiz", "b001"))
    put(here / "class/b001/loss_quiz.answers.json", answers("loss_quiz", "b001", right=False))
    put(here / "class/b002/mlp_quiz.answers.json", answers("mlp_quiz", "b002"))
    put(here / "class/b003/mlp_quiz.answers.json", answers("mlp_quiz", "b001"))
    changed = answers("loss_quiz", "b004").replace('"fingerprint": "', '"fingerprint": "0')
    put(here / "class/b004/loss_quiz.answers.json", changed)
    quizzes = ["--assignment", "mlp_quiz", "--assignment", "loss_quiz"]
    return ["batch", "class", "--out", "out", "--course", str(course), *quizzes]


@pytest.mark.slow
def test_a_class_of_quizzes_needs_no_cage(here, klass, capsys, monkeypatch):
    def no_cage():
        raise AssertionError("no cage is needed")

    monkeypatch.setattr("grader.commands.executors.Here.tier", no_cage)
    assert main(klass) == 3
    said = capsys.readouterr().out
    assert "graded 4, reused 0" in said and "isolation none" in said
    grades = {r["student"]: r for r in rows(here / "out/grades.csv")}
    assert (grades["b001"]["mlp_quiz"], grades["b001"]["loss_quiz"]) == ("100", "0")
    assert grades["b002"]["mlp_quiz"] == "100"
    assert grades["b003"]["status"] == "not-graded: mlp_quiz"
    assert grades["b004"]["status"] == "needs-review: loss_quiz"
    report = json.loads((here / "out/reports/b001/mlp_quiz.json").read_text(encoding="utf-8"))
    assert (report["student"], report["score"], report["isolation"]) == ("b001", 100, "none")
    page = (here / "out/reports/b001/loss_quiz.html").read_text(encoding="utf-8")
    assert "還沒作答" in page and "not answered yet" in page
    assert (here / "out/index.html").is_file()
    everything = b"".join(p.read_bytes() for p in (here / "out").rglob("*") if p.is_file())
    assert SECRET.encode() not in everything


@pytest.mark.slow
def test_what_the_class_made_of_each_question(here, klass):
    main(klass)
    names = {p.name for p in (here / "out/questions").iterdir()}
    assert {"mlp_quiz.csv", "mlp_quiz-mistakes.csv", "mlp_quiz.html", "loss_quiz.csv"} <= names
    text = (here / "out/questions/mlp_quiz.csv").read_text("utf-8-sig")
    parts = list(csv.reader(io.StringIO(text)))
    assert len(parts) > 3 and all(len(row) == len(parts[0]) for row in parts)
    assert any("forward" in row for row in parts)
    main(klass)
    assert (here / "out/questions/mlp_quiz.csv").read_text("utf-8-sig") == text


def test_answers_to_a_graded_quiz_typed_in_the_terminal(here, secret, capsys, monkeypatch):
    """The file is the one that the page saves for the same entries; no course is needed."""
    variant = graded("mlp_quiz", "b001")
    due = json.loads(answers("mlp_quiz", "b001"))
    course = make_course(here / "course")
    words = ["quiz", "make", "mlp_quiz", "--student", "b001", "--course", str(course)]
    assert main([*words, "--out", "pages"]) == 0
    file = here / "pages/b001/mlp_quiz.answers.json"
    lines = ["1 2" if next(iter(due["answers"])).startswith("forward") else ""]
    for entry in due["answers"].values():
        lines.append(" ".join(entry) if isinstance(entry, list) else entry)
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(lines) + "\n"))
    monkeypatch.chdir(here / "pages/b001")
    capsys.readouterr()
    assert main(["quiz", "fill", file.name, "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert "3 cells are due; 2 were read." in said and "0 parts are blank" in said
    assert json.loads(file.read_text("utf-8")) == due
    assert mark(variant, attempt_from_json(file.read_bytes())).points == pytest.approx(100)
    monkeypatch.setattr("sys.stdin", io.StringIO("q\n"))
    assert main(["quiz", "fill", file.name]) == 0
    assert json.loads(file.read_text("utf-8")) == due


def test_one_page_that_asks_for_the_id(here, secret, capsys):
    course = make_course(here / "course")
    words = ["quiz", "make", "mlp_quiz", "--one-page", "--out", "pages", "--course", str(course)]
    assert main([*words, "--student", "b001", "--student", "b002"]) == 0
    assert [p.name for p in (here / "pages").iterdir()] == ["mlp_quiz.html"]
    page = (here / "pages/mlp_quiz.html").read_text("utf-8")
    assert "b001" not in page and "<input" in page


@pytest.mark.slow
def test_a_second_run_marks_only_what_changed(here, klass, capsys):
    main(klass)
    capsys.readouterr()
    put(here / "class/b002/mlp_quiz.answers.json", answers("mlp_quiz", "b002", right=False))
    assert main(klass) == 3
    assert "graded 2, reused 2" in capsys.readouterr().out  # b002, and b004 in doubt
    changes = rows(here / "out/changes.csv")
    assert [(c["student"], c["assignment"]) for c in changes] == [("b002", "mlp_quiz")]


@pytest.mark.slow
def test_another_secret_or_another_pool_marks_again(here, klass, capsys, monkeypatch):
    main(klass)
    capsys.readouterr()
    monkeypatch.setenv("DLGRADE_SECRET", SECRET + "!")
    assert main(klass) == 3
    assert "graded 4, reused 0" in capsys.readouterr().out
    assert rows(here / "out/grades.csv")[0]["status"].startswith("needs-review")
    monkeypatch.setenv("DLGRADE_SECRET", SECRET)
    main(klass)
    capsys.readouterr()
    put(here / "course/solutions/quizzes/mlp_quiz/manifest.toml", "attempts = 2\nreveal = false\n")
    main(klass)
    assert "graded 3, reused 1" in capsys.readouterr().out


@pytest.mark.slow
def test_a_run_that_is_stopped_goes_on_where_it_was(here, klass, capsys, monkeypatch):
    from grader.batch.quiz_answers import QuizDesk
    from grader.batch.run import BatchRun

    runs: list[BatchRun] = []
    locked, result = BatchRun.locked, QuizDesk.result

    def noting(run, *words):
        runs.append(run)
        return locked(run, *words)

    monkeypatch.setattr(BatchRun, "locked", noting)

    def once(desk, task):
        runs[-1].stop()
        return result(desk, task)

    monkeypatch.setattr(QuizDesk, "result", once)
    assert main(klass) == 130
    assert "1 done, 3 left" in capsys.readouterr().out
    monkeypatch.setattr(QuizDesk, "result", result)
    assert main(["batch", "--resume", "--out", "out"]) == 3
    assert "graded 3, reused 1" in capsys.readouterr().out
    resumed = (here / "out/grades.csv").read_bytes()
    assert main([*klass[:3], "fresh", *klass[4:]]) == 3
    assert (here / "fresh/grades.csv").read_bytes() == resumed


def test_a_missing_secret_is_one_sentence_and_nothing_is_written(here, klass, capsys, monkeypatch):
    monkeypatch.delenv("DLGRADE_SECRET")
    assert main(klass) == 3
    out, err = capsys.readouterr()
    assert err.count("\n") == 1 and "There is no course secret" in err and not out
    assert not (here / "out/reports").exists() and not (here / "out/run.json").exists()
    put(here / "secret.txt", SECRET)
    assert main([*klass, "--secret", "secret.txt"]) == 3
    assert rows(here / "out/grades.csv")[0]["mlp_quiz"] == "100"
    assert SECRET not in (here / "out/run.json").read_text(encoding="utf-8")


@pytest.mark.slow
def test_code_and_quizzes_in_one_class(here, klass, capsys):
    shutil.copy(ROOT / "assignments/neuron/neuron.py", here / "class/b002/neuron.py")
    words = [*klass[: klass.index("--assignment")], "--allow-unisolated", "-j", "1"]
    assert main(words) == 3
    grades = {r["student"]: r for r in rows(here / "out/grades.csv")}
    assert grades["b002"]["neuron"] == "0" and grades["b002"]["mlp_quiz"] == "100"
    assert grades["b001"]["total"] == "100"


# --------------------------------------------------------------------------- authors


def test_verify_and_build_know_the_quizzes(here, capsys, monkeypatch):
    calls = []

    def verified(quiz, pool):
        calls.append(quiz.id)
        return []

    monkeypatch.setattr("grader.audit.verify.verify_quiz", verified)
    assert main(["verify", "neuron_quiz"]) == 0
    assert calls == ["neuron_quiz"] and "neuron_quiz: sound" in capsys.readouterr().err
    assert main(["verify", "none_quiz"]) == 2
    assert "No such assignment or quiz: none_quiz" in capsys.readouterr().err


def test_a_pool_that_is_not_current_is_told_and_made_again(tmp_path, capsys, monkeypatch):
    course = make_course(tmp_path / "course")
    monkeypatch.setenv("DLGRADE_LANG", "en")
    for name in ("mlp_quiz", "loss_quiz"):
        shutil.rmtree(course / f"solutions/quizzes/{name}")
    shutil.copytree(
        ROOT / "solutions/quizzes/metrics_quiz", course / "solutions/quizzes/metrics_quiz"
    )
    path = course / "solutions/quizzes/metrics_quiz/pool.json"
    due = path.read_bytes()
    path.write_bytes(due.replace(b'"tried": ', b'"tried":  ', 1))
    main(["build", "--course", str(course)])
    capsys.readouterr()
    assert path.read_bytes() == due
    path.write_bytes(due + b"\n")
    assert main(["build", "--check", "--course", str(course)]) == 1
    assert "solutions/quizzes/metrics_quiz/pool.json" in capsys.readouterr().out


def test_words_of_a_report_for_a_quiz():
    from grader.render import report_words as words
    from grader.render.terminal_report import TextRenderer

    attempt = attempt_from_json(answers("mlp_quiz", "b1", right=False))
    report = Quizzes(ROOT, SECRET.encode).report(attempt, "mlp_quiz.answers.json")
    said = TextRenderer("zh-TW").render(report)
    assert "還沒作答" in said and "沒有執行程式" in said and "第 1 次作答" in said
    assert "grade quiz mlp_quiz.forward" in said and "grade hint" not in said
    assert words.isolation("none") == Text("沒有執行程式", "no code was run")


# --------------------------------------------------------------------------- the documentation

DOCS = {"en": ROOT / "docs/quizzes.md", "zh-TW": ROOT / "docs/quizzes.zh-TW.md"}


def fenced(path: Path) -> list[str]:
    return re.findall(r"^```\w*\n(.*?)^```$", path.read_text(encoding="utf-8"), re.M | re.S)


@pytest.mark.parametrize("lang", DOCS)
def test_the_documents_show_what_is_said(here, capsys, lang):
    command, lines, shown = fenced(DOCS[lang])[:3]
    put(here / "answers.txt", lines)
    assert main([*command.split()[1:], "--lang", lang]) == 1
    assert shown in capsys.readouterr().out


def test_the_documents_have_the_same_parts_and_their_settings_are_read(tmp_path):
    english, chinese = (path.read_text(encoding="utf-8") for path in DOCS.values())
    assert [len(x) for x in re.findall(r"^#+ ", english, re.M)] == [
        len(x) for x in re.findall(r"^#+ ", chinese, re.M)
    ]
    settings = next(code for code in fenced(DOCS["en"]) if "attempts =" in code)
    assert settings in fenced(DOCS["zh-TW"])
    found = quiz_settings(make_course(tmp_path / "course", settings), "mlp_quiz")
    assert (found.attempts, found.reveal) == (2, False) and found.due is not None
