"""Sheets for paper, item analysis, and the command that writes exports."""

from __future__ import annotations

import csv
import io
import random
import re
from functools import cache
from pathlib import Path

import pytest

from grader.batch.item_analysis import (
    LEAST,
    Answer,
    Answers,
    ItemAnalysis,
    answers_of,
    mistakes_csv,
    statistics_csv,
    variant_labels,
)
from grader.batch.item_analysis_page import analysis_page, analysis_section
from grader.bridges.exports.items import items_of, typed
from grader.bridges.exports.sheets import answer_sheet, printed_math, question_sheet
from grader.commands.cli import main
from grader.language.text import Text
from grader.quiz.course.quiz_files import load_quiz, quiz_names, quiz_pool
from grader.quiz.marking.marks import mark
from grader.quiz.marking.reporting import report
from grader.quiz.markup.plain import readable
from grader.quiz.markup.xhtml import plain
from grader.quiz.question.records import Attempt, Mode
from grader.quiz.question.solving import solve
from grader.quiz.question.wording import answer_text
from grader.quiz.variants.drawing import student_variant

ROOT = Path(__file__).resolve().parent.parent
NAMES = quiz_names(ROOT)
SECRET = b"sixteen bytes or more"


@cache
def course(name: str):
    quiz = load_quiz(ROOT, name)
    return quiz, quiz_pool(ROOT, quiz)


# --------------------------------------------------------------------------- paper


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["zh-TW", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_a_sheet_asks_everything_and_the_key_answers_it(name, lang):
    quiz, pool = course(name)
    questions = items_of(quiz, pool, lang, 2, Mode.GRADED)
    asked = question_sheet(quiz, questions, lang)
    key = answer_sheet(quiz, questions, lang)
    for page in (asked, key):
        assert f'<html lang="{lang}">' in page
        assert page.count('<section class="sheet">') == 2
        assert "⟨" not in page and not re.search(
            r"\$|\\[a-z]", re.sub(r"<style>.*?</style>", "", page, flags=re.S)
        )
        assert not re.search(r'(?:src|href)="', page) and "<script" not in page
    assert asked.count('<section class="part">') == 2 * len(quiz.part_ids)
    for variants in questions:
        for item in variants:
            for part in item.parts:
                answer = answer_text(item.asked, part.part, part.key)
                if not part.part.kind.chosen:
                    assert f"<b>{answer}</b>" in key
    for word in ("worked", "key"):
        assert f'class="{word}"' in key and f'class="{word}"' not in asked


def test_brackets_are_drawn_where_they_stand_around_a_matrix():
    made = printed_math(r"A = \begin{bmatrix}1&2\\3&4\end{bmatrix}, b = [0.7]", True)
    assert made.count('<mtable class="bracket"') == 1
    assert ">[</mo>" in made  # of b = [0.7]
    cases = printed_math(r"\begin{cases}a & x \geq 0 \\ b & x < 0\end{cases}", False)
    assert '<mtable class="brace"' in cases


def test_formulas_are_readable_where_none_can_be_set():
    assert readable(r"W_1^T x + b_1") == "W₁ᵀ x + b₁"
    assert readable(r"\frac{x}{1 + e^{-x}}") == "x/(1 + e^(-x))"
    assert readable(r"\hat{y} \geq 0.5") == "ŷ ≥ 0.5"
    assert readable(r"\begin{bmatrix}1&2\\3&4\end{bmatrix}") == "[[1, 2], [3, 4]]"
    assert readable(r"\begin{bmatrix}1\\2\end{bmatrix}") == "[1, 2]"
    assert readable(r"\mathrm{softmax}(z_j)") == "softmax(zⱼ)"
    assert plain("The $R^2$ of  $f(x)$") == "The R² of f(x)"


# --------------------------------------------------------------------------- analysis


def attempt(skill: float, values: random.Random, number: int) -> Answers:
    quiz, pool = course("mlp_quiz")
    variant = student_variant(quiz, pool, SECRET, f"s{number}")
    entries = {}
    for asked in variant.asked:
        mistakes = [values.choice(asked.question.mistakes)] if values.random() > skill else []
        made = solve(asked.question, asked.params, mistakes) or asked.values
        for part in asked.question.parts:
            entries[f"{asked.question.id}.{part.step}"] = typed(asked, part, made[part.step])
    marked = mark(variant, Attempt(quiz.id, entries, Mode.GRADED, f"s{number}"))
    found = answers_of(report(marked), variant_labels(variant, pool))
    assert found is not None
    return found


@cache
def run() -> tuple[Answers, ...]:
    values = random.Random(4)
    return tuple(attempt(number / 30, values, number) for number in range(30))


def analysed(answers) -> ItemAnalysis:
    analysis = ItemAnalysis()
    for one in answers:
        analysis.add(one)
    return analysis


def test_what_is_counted_does_not_depend_on_the_order():
    one, two = analysed(run()), analysed(reversed(run()))
    for lang in ("zh-TW", "en"):
        assert statistics_csv(one, lang) == statistics_csv(two, lang)
        assert mistakes_csv(one, lang) == mistakes_csv(two, lang)
        assert analysis_page(one, lang) == analysis_page(two, lang)


def test_tables_add_up():
    analysis = analysed(run())
    rows = list(csv.DictReader(io.StringIO(statistics_csv(analysis, "en").removeprefix("\ufeff"))))
    whole = [r for r in rows if not r["variant"]]
    assert [r["answers"] for r in whole] == ["30"] * len(whole)
    for row in whole:
        same = [r for r in rows if (r["question"], r["part"]) == (row["question"], row["part"])]
        by_variant = [r for r in same if r["variant"]]
        assert sum(int(r["answers"]) for r in by_variant) == 30
        mean = sum(float(r["mean points"]) * int(r["answers"]) for r in by_variant) / 30
        assert mean == pytest.approx(float(row["mean points"]), abs=0.01)
        assert float(row["difficulty"]) == pytest.approx(mean / float(row["points"]), abs=0.002)
    mistakes = csv.DictReader(io.StringIO(mistakes_csv(analysis, "zh-TW").removeprefix("\ufeff")))
    counted = [r for r in mistakes if not r["版本"]]
    told = sum(len(a.mistakes) for one in run() for a in one.answers)
    assert sum(int(r["人數"]) for r in counted) == told > 0
    assert all(r["說明"] for r in counted)


def simple(*points: float) -> Answers:
    """An attempt at questions a, b, … of one part and 10 points each."""
    names = "abc"[: len(points)]
    return Answers(
        quiz="q",
        title=Text("測", "quiz"),
        answers=tuple(
            Answer(n, "x", Text("甲", "A"), round(p * 10**6), 10**7, blank=not p)
            for n, p in zip(names, points, strict=True)
        ),
        titles={n: Text(n, n) for n in names},
        variants={},
    )


def test_difficulty_and_discrimination_are_what_they_are_called():
    analysis = analysed([simple(10, 10, 0)] * 6 + [simple(0, 0, 10)] * 6)
    a, c = analysis.tallies["a", "x", ""], analysis.tallies["c", "x", ""]
    assert a.difficulty == 0.5 and a.mean == 5 and a.full == 6 and a.blank == 6
    assert c.discrimination == pytest.approx(-1)
    # Correlated with the rest of the quiz, not with a total that it is part of.
    lone = analysed([simple(10, 5)] * 6 + [simple(0, 5)] * 6)
    assert lone.tallies["a", "x", ""].discrimination is None
    flat = analysed([simple(10, 5, 5)] * 12)
    assert flat.tallies["a", "x", ""].discrimination is None
    assert (
        analysed([simple(10, 10), simple(0, 0)] * (LEAST // 2 - 1))
        .tallies["a", "x", ""]
        .discrimination
        is None
    )
    assert analysed([simple(10, 10), simple(0, 0)] * LEAST).tallies[
        "a", "x", ""
    ].discrimination == pytest.approx(1)


def test_an_attempt_at_another_quiz_is_refused():
    analysis = analysed([simple(1, 2)])
    with pytest.raises(ValueError, match="nn"):
        analysis.add(Answers("nn", Text("", ""), (), {}, {}))


def test_what_a_person_must_look_at_is_not_counted():
    quiz, pool = course("mlp_quiz")
    variant = student_variant(quiz, pool, SECRET, "s")
    marked = mark(variant, Attempt("other", {}, Mode.GRADED, "s"))
    assert answers_of(report(marked)) is None


def test_the_section_escapes_and_marks_what_needs_a_look():
    one = simple(10, 10, 0)
    evil = Answers(one.quiz, Text("<b>&", "<b>&"), one.answers, one.titles, {})
    analysis = analysed([evil] * 6 + [simple(0, 0, 10)] * 6)
    section = analysis_section(analysed([evil]))
    assert "&lt;b&gt;&amp;" in section and "<b>" not in section
    assert 'class="n doubtful">-1.00' in analysis_section(analysis)
    page = analysis_page(analysis, "en")
    assert page.startswith("<!doctype html>") and 'data-lang="en"' in page


# --------------------------------------------------------------------------- the command


def export(*words: object) -> int:
    return main(["export", *map(str, words), "--course", str(ROOT), "--lang", "en"])


@pytest.mark.parametrize("kind", ["moodle", "qti21", "qti12", "print"])
def test_export_writes_files_and_says_where(kind, tmp_path, capsys):
    out = tmp_path / "new" / "folder"
    words = (kind, "neuron_quiz", "--out", out, "--variants", "2")
    assert export(*words, "--dry-run") == 0
    would = capsys.readouterr().out
    assert not out.exists()
    assert export(*words) == 0
    said = capsys.readouterr()
    assert said.out == would
    files = sorted(p.name for p in out.iterdir())
    assert sorted(Path(line).name for line in said.out.splitlines()) == files
    assert all(name.startswith("neuron_quiz.en.") for name in files)
    assert "key is in these files" in said.err
    before = {p.name: p.read_bytes() for p in out.iterdir()}
    export(*words)
    assert {p.name: p.read_bytes() for p in out.iterdir()} == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("moodle", "nothing_quiz"), "nothing_quiz"),
        (("moodle", "neuron_quiz", "--variants", "0"), "from 1 to 100"),
        (("moodle", "neuron_quiz", "--variants", "101"), "not 101"),
    ],
)
def test_bad_input_is_one_sentence(words, said, tmp_path, capsys):
    assert export(*words, "--out", tmp_path) == 2
    assert said in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
