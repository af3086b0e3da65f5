"""Pools, the secret, and which variant whom."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from grader.model.errors import CourseError, UsageError
from grader.quiz.course.quiz_files import build_pool, load_quiz, pool_path, quiz_names, quiz_pool
from grader.quiz.make.verifying import verify_quiz
from grader.quiz.question.records import Mode
from grader.quiz.variants.drawing import course_secret, practice_variant, student_variant
from grader.quiz.variants.fitness import unfit
from grader.quiz.variants.pool import LEAST, dump_pool, load_pool, make_pool

ROOT = Path(__file__).resolve().parent.parent
NAMES = quiz_names(ROOT)
SECRET = b"sixteen bytes or more"
MLP = load_quiz(ROOT, "mlp_quiz")
POOL = quiz_pool(ROOT, MLP)


def params(variant):
    return tuple(repr(sorted(a.params.items())) for a in variant.asked)


def test_the_course_has_its_seven_quizzes_in_the_slides_order():
    assert NAMES == (
        "concept_quiz",
        "matmul_quiz",
        "neuron_quiz",
        "activation_quiz",
        "mlp_quiz",
        "loss_quiz",
        "metrics_quiz",
    )


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_the_committed_pool_is_what_the_generators_give(name):
    assert build_pool(ROOT, load_quiz(ROOT, name), check=True), "make the pools again"


@pytest.mark.parametrize("name", NAMES)
def test_pools_are_large_fit_apart_and_begin_with_the_slide(name):
    quiz = load_quiz(ROOT, name)
    for id, stock in quiz_pool(ROOT, quiz).items():
        question = quiz.question(id)
        assert min(len(stock.practice), len(stock.graded)) >= LEAST
        marks = [repr(sorted(p.items())) for mode in Mode for p in stock.of(mode)]
        assert len(set(marks)) == len(marks)
        assert not unfit(question, stock.practice[0])
        assert dict(stock.practice[0]) == dict(question.slide)
        kept = len(stock.practice) + len(stock.graded) - 1
        assert kept >= 0.3 * stock.tried, f"{id}: construct rather than reject"


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_a_sample_of_every_pool_is_sound(name):
    quiz = load_quiz(ROOT, name)
    assert [str(f) for f in verify_quiz(quiz, quiz_pool(ROOT, quiz), sample=4)] == []


# --------------------------------------------------------------------------- whose variant


def test_the_same_student_gets_the_same_variant_for_ever():
    variant = student_variant(MLP, POOL, SECRET, "b0001", 0)
    again = student_variant(MLP, POOL, SECRET, "  b0001 ", 0)
    assert params(variant) == params(again)
    assert [a.orders for a in variant.asked] == [a.orders for a in again.asked]
    places = [POOL[a.question.id].graded.index(a.params) for a in variant.asked]
    assert places == [112, 103, 108]


def test_names_are_compared_in_one_form():
    composed, apart = "Nguyễn Văn An", "Nguye\u0302\u0303n Va\u0306n An"
    one, two = (student_variant(MLP, POOL, SECRET, n) for n in (composed, apart))
    assert params(one) == params(two)


def test_no_variant_twice_until_the_pool_is_used_up():
    size = len(POOL["forward"].graded)
    for student in ("b0001", "王小明"):
        rows = [params(student_variant(MLP, POOL, SECRET, student, a)) for a in range(size + 5)]
        for question in range(len(MLP.questions)):
            column = [row[question] for row in rows]
            assert len(set(column[:size])) == size
            assert set(column[size:]) <= set(column[:size])


def test_students_attempts_and_secrets_differ():
    base = params(student_variant(MLP, POOL, SECRET, "a", 0))
    assert params(student_variant(MLP, POOL, SECRET, "b", 0)) != base
    assert params(student_variant(MLP, POOL, SECRET, "a", 1)) != base
    assert params(student_variant(MLP, POOL, SECRET + b"x", "a", 0)) != base


def test_variants_are_spread_over_the_pool():
    counts = Counter(params(student_variant(MLP, POOL, SECRET, f"s{i}"))[0] for i in range(240))
    assert len(counts) > 90 and max(counts.values()) <= 9


def test_graded_variants_are_not_in_practice():
    shown = {repr(sorted(p.items())) for p in POOL["forward"].practice}
    for i in range(50):
        assert params(student_variant(MLP, POOL, SECRET, f"s{i}"))[0] not in shown


def test_practice_goes_round():
    size = len(POOL["forward"].practice)
    assert params(practice_variant(MLP, POOL, 3)) == params(practice_variant(MLP, POOL, 3 + size))


def test_options_are_shuffled_student_by_student():
    quiz = load_quiz(ROOT, "concept_quiz")
    pool = quiz_pool(ROOT, quiz)
    orders = {
        student_variant(quiz, pool, SECRET, f"s{i}").asked[0].orders["widest"] for i in range(40)
    }
    assert orders > {("ai", "dl", "ml"), ("dl", "ml", "ai")}
    assert ("ai", "ml", "dl") not in orders, "the key is not an order to show"


@pytest.mark.parametrize(("student", "attempt"), [("", 0), ("  ", 0), ("a", -1)])
def test_a_student_without_a_name_gets_nothing(student, attempt):
    with pytest.raises(UsageError):
        student_variant(MLP, POOL, SECRET, student, attempt)


# --------------------------------------------------------------------------- the secret


def test_the_secret_from_the_environment(tmp_path):
    assert course_secret(tmp_path, environ={"DLGRADE_SECRET": "x" * 16 + "\n"}) == b"x" * 16


def test_the_secret_from_a_file(tmp_path):
    course, file = tmp_path / "course", tmp_path / "secret"
    course.mkdir()
    file.write_bytes(b"0123456789abcdef\n")
    assert course_secret(course, file, environ={"DLGRADE_SECRET": "y" * 20}) == b"0123456789abcdef"


@pytest.mark.parametrize("environ", [{}, {"DLGRADE_SECRET": ""}, {"DLGRADE_SECRET": "short"}])
def test_no_secret_is_an_error_and_never_a_default(tmp_path, environ):
    with pytest.raises(CourseError) as error:
        course_secret(tmp_path, environ=environ)
    for said in (error.value.text["en"], error.value.text["zh-TW"]):
        assert "DLGRADE_SECRET" in said
    assert "short" not in error.value.text["en"].replace("too short", "")


def test_a_secret_in_the_course_is_refused(tmp_path):
    inside = tmp_path / "solutions" / "secret"
    inside.parent.mkdir()
    inside.write_bytes(b"0123456789abcdef")
    for file in (inside, tmp_path / "solutions" / ".." / "solutions" / "secret"):
        with pytest.raises(CourseError, match="inside the course"):
            course_secret(tmp_path, file)
    with pytest.raises(CourseError, match="Cannot read"):
        course_secret(tmp_path / "solutions", tmp_path / "nothing")


# --------------------------------------------------------------------------- the file


def test_a_pool_file_comes_back_as_it_was(tmp_path):
    path = tmp_path / "pool.json"
    path.write_text(dump_pool(MLP, POOL), encoding="utf-8")
    assert load_pool(MLP, path) == POOL
    assert path.read_text(encoding="utf-8") == pool_path(ROOT, "mlp_quiz").read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("quiz-pool/1", "quiz-pool/2", "is not a"),
        ('"mlp_quiz"', '"other"', "is not a"),
        ('"b2":0.1', '"b2":0.2', "digest"),
        ('"b2":0.1', '"b2":null', "no parameter"),
        ('"b2":0.1', '"b2":0.1,,', "Expecting"),
    ],
)
def test_an_altered_pool_is_refused(tmp_path, old, new, why):
    path = tmp_path / "pool.json"
    text = pool_path(ROOT, "mlp_quiz").read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CourseError, match=why):
        load_pool(MLP, path)


def test_a_missing_or_small_pool_is_refused(tmp_path):
    with pytest.raises(CourseError, match="Make the pool again"):
        load_pool(MLP, tmp_path / "pool.json")
    small = {id: replace(s, graded=s.graded[:5]) for id, s in POOL.items()}
    (tmp_path / "pool.json").write_text(dump_pool(MLP, small), encoding="utf-8")
    with pytest.raises(CourseError, match="fewer than"):
        load_pool(MLP, tmp_path / "pool.json")


def test_a_generator_that_cannot_is_told_so():
    question = replace(MLP.question("forward"), generate=lambda stream: MLP.questions[0].slide)
    with pytest.raises(CourseError, match="draws gave 1 fit"):
        make_pool(replace(MLP, questions=(question,)), practice=3, graded=2)


def test_pool_numbers_are_exact(tmp_path):
    row = json.loads(pool_path(ROOT, "mlp_quiz").read_text("utf-8"))["questions"]["forward"]
    assert row["practice"][0]["b1"] == [-1.1, 0.1, 0.3]
    assert [str(x) for x in POOL["forward"].practice[0]["b1"]] == ["-11/10", "1/10", "3/10"]


def test_an_unknown_quiz_is_named():
    with pytest.raises(UsageError, match="mlp_quiz"):
        load_quiz(ROOT, "no_quiz")
    with pytest.raises(UsageError):
        load_quiz(ROOT, "../quizzes")
