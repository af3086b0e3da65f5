"""The browser marks as Python does: the same reading, the same marks, the same words."""

from __future__ import annotations

import json
import random
from fractions import Fraction
from pathlib import Path

import pytest
from javascript import run

from grader.quiz.authoring import Kind, Layout, Part, Question, Recipe, matvec, same, transpose
from grader.quiz.course.quiz_files import load_quiz, quiz_names, quiz_pool
from grader.quiz.exact.stream import Stream
from grader.quiz.make.proving import as_entry
from grader.quiz.marking.marks import mark_question
from grader.quiz.marking.saying import message, notes
from grader.quiz.marking.typed_numbers import (
    read_grid,
    read_letters,
    read_number,
    read_one,
    read_shape,
)
from grader.quiz.page.page_data import encoded, question_data, variant_data
from grader.quiz.port.function_source import NotPortableError
from grader.quiz.port.javascript import ported, records
from grader.quiz.question.records import Values
from grader.quiz.question.solving import pairs, solve, upto
from grader.quiz.variants.drawing import ask, practice_variant

ROOT = Path(__file__).resolve().parent.parent
QUIZZES = quiz_names(ROOT)

ENCODE = """
const enc = (v) => v === null ? "" : Array.isArray(v) ? v.map(enc) : typeof v === "number"
  ? "~" + v : v instanceof Ratio ? v.top + "/" + v.bottom : typeof v === "string" ? "'" + v
  : String(v);
"""

# --------------------------------------------------------------------------- reading

TYPED = [
    "", " ", "0", "-0", "+1", "1.", ".5", "-.5", ".", "-", "1/3", "-1/3", "1/-3", "1/0",
    "1/3/5", "2 / 4", "25%", "１２．５％", "−3", "–3", "—2", "1e-3", "1E3", "1e31", "1e-30",
    "1e", "e5", "0.1e+2", "1,024", "1,024.5", "1,02", "12,345,678%", "1 2", "1. 5", "０．５",
    "（0.5）", "(0.5)", "((0.5))", "1×10^3", "1 x 10^{-2}", r"2\times 10^3",
    r"2 \cdot 10^{ 3 }", "3*10^2", r"\frac{1}{2}", r"-\dfrac{3}{4}", r"$\frac{1}{3}$", "$0.5$",
    "np.float64(0.25)", "float(2)", "abc", "0x10", "∞", "1_000", "NaN", "inf", "True", "十",
    "½", "1\u00a02", "\u30005\u3000", "y = 0.25", "ŷ ≈ 0.3", "z:4", "W₁ = 3", "x = y = 2",
    "[0.25]", "[[0.25]]", "[1, 2]", "1,2", "9" * 41, "9" * 40, "1" * 201, "0" * 60 + "1",
    "\u200b7", "7\ufeff", "\x1c8", "8\x85", "-- 2", "+-2", "- 2", "−\u20092",
    "[[1, 2], [3, 4]]", "[[1 2]\n [3 4]]", "1 2; 3 4", "1\t2\n3\t4", "1\t\t2",
    "1, 2\r\n3, 4\r\n", "[1, -2, 3]", "[1 -2 3]", "1 - 2 3", "array([1., 2.])",
    "np.array([[1,2],[3,4]], dtype=float)", "array([[1],\n       [2]])",
    "tensor([0.1, 0.2], dtype=torch.float32)", "[[1,2],[3,4]]^T", "[1,2,3]ᵀ", "[1,2,3].T",
    "(1, 2, 3)", "{1; 2}", "【1，2】", "1、2、3", "1；2", "[1;2;3]",
    r"\begin{bmatrix}1 & 2\\ 3 & 4\end{bmatrix}", r"\begin{pmatrix}1\\2\end{pmatrix}^\top",
    r"\left[\begin{array}{cc}1&2\\3&4\end{array}\right]", "z = [0.1, 0.2]", "[1, 2", "1]",
    "[[1,2],[3]]", "[]", "[[]]", "[,]", ",", ";", "1,,2", "1, 2,", "\n\n", "[1,2] [3,4]",
    "[1,2], x", "a, b", "1\n2", "1;2;3;4", " ".join(["1"] * 70), "[" * 50, "1" * 2100,
    "[np.float64(0.5), np.float64(-1)]", "(2, 3)", "2x3", "2×3", "2 3", "(3,)", "3,", "R^{2×3}",
    r"\mathbb{R}^{2\times 3}", "∈ℝ^{4×1}", "shape = (2, 3)", "２，３", "2by3", "2乘3", "()",
    "(2, -3)", "2.0, 3", "12345,1", "(,)", "2*3", "2, 3, 4", "A", "a", "B, C", "ABC", "a b c",
    "(A)", "1: A; 2: B", "1.A 2.B", "1=A,2=C", "A→B→C", "A-B-C", "A > B", "Ａ、Ｂ", "A,,B",
    "Z9", "1", "AB C", "ß", "甲", "A;B;C", "a,\tb", "[B, A]",
]  # fmt: skip

ENTRIES = [
    *TYPED, [], [""], ["", ""], ["1", "2"], ["1", ""], ["", "[1, 2, 3]"], ["[1,2]", "3"],
    ["1 2", ""], [["1", "2"], ["3", "4"]], [["1"], ["2", "3"]], [["", ""], ["", "1;2"]],
    [["1"], ["2"]], ["1"] * 65, ["A", "", "B"], ["", "b"], [" c ", "Ａ"], ["A"] * 65,
    [["[[1,2],[3,4]]", ""], ["", ""]], ["x", "1/2"],
]  # fmt: skip


def plain(entry):
    """A list from JSON as the tuples that an attempt holds."""
    return tuple(plain(e) for e in entry) if isinstance(entry, list) else entry


def in_python(entry):
    one, grid = read_one(plain(entry)), read_grid(plain(entry))
    axes, raw = read_shape(plain(entry))
    return {
        "number": encoded(read_number(entry)) if isinstance(entry, str) else "",
        "one": [one.raw, encoded(one.number)],
        "grid": [[[c.raw, encoded(c.number)] for c in row] for row in grid.rows],
        "flat": grid.flat,
        "shape": [encoded(axes), raw],
        "letters": [list(read_letters(plain(entry))[0]), read_letters(plain(entry))[1]],
    }


READ = (
    ENCODE
    + """
return given.map((entry) => {
  const one = readOne(entry), grid = readGrid(entry);
  return {
    number: typeof entry === "string" ? enc(readNumber(entry)) : "",
    one: [one.raw, enc(one.number)],
    grid: grid.rows.map((row) => row.map((c) => [c.raw, enc(c.number)])),
    flat: grid.flat,
    shape: [enc(readShape(entry)[0]), readShape(entry)[1]],
    letters: readLetters(entry),
  };
});
"""
)


def assert_same_reading(entries):
    for entry, theirs in zip(entries, run(READ, entries), strict=True):
        assert theirs == in_python(entry), f"{entry!r:.80}"


def test_every_form_is_read_alike():
    assert_same_reading(ENTRIES)


def test_random_strings_are_read_alike():
    draw = random.Random(20260)
    bits = [
        "1", "2", "0", ".", "-", "−", "+", "/", "%", "e", ",", ";", " ", "\n", "\t", "[", "]",
        "(", ")", "{", "}", "10^", "×", "\\frac", "ᵀ", ".T", "A", "b", "x", "=", ":", "，",
        "、", "０", "．", "$", "&", "\\\\", "array(", "np.", "^T", "\\begin{bmatrix}",
        "\\end{bmatrix}", "12", "0.5",
    ]  # fmt: skip
    strings = ["".join(draw.choices(bits, k=draw.randint(1, 12))) for _ in range(6000)]
    assert_same_reading(strings)


# --------------------------------------------------------------------------- values


def page_question(question):
    return f"questionOf({json.dumps(question_data(question))}, {ported(question).script})"


SOLVE = (
    ENCODE
    + """
return given.map((one) => {
  const asked = askedOf(question, one);
  const steps = (values) => values && question.steps.map(([name]) => enc(values[name]));
  return [steps(asked.values),
    question.mistakes.map((m) => steps(solve(question, asked.params, [m])))];
});
"""
)


def alike(mine, theirs):
    if isinstance(mine, list):
        return len(mine) == len(theirs) and all(map(alike, mine, theirs))
    if isinstance(mine, str) and mine.startswith("~") and theirs.startswith("~"):
        return abs(float(mine[1:]) - float(theirs[1:])) <= 1e-12 * max(1, abs(float(mine[1:])))
    return mine == theirs


def values_in_python(question, asked):
    def steps(values):
        return values and [encoded(values[s.name]) for s in question.steps]

    wrong = [steps(solve(question, asked.params, [m])) for m in question.mistakes]
    return [steps(asked.values), wrong]


@pytest.mark.parametrize("name", QUIZZES)
def test_every_step_and_mistake_gives_the_same_in_the_browser(name):
    quiz = load_quiz(ROOT, name)
    pool = quiz_pool(ROOT, quiz)
    for at, question in enumerate(quiz.questions):
        found = ported(question)
        variants = [practice_variant(quiz, pool, n).asked[at] for n in range(0, 100, 3)]
        script = f"const question = {page_question(question)};" + SOLVE
        theirs = run(script, [variant_data(asked, found) for asked in variants])
        for asked, one in zip(variants, theirs, strict=True):
            assert alike(values_in_python(question, asked), one), f"{question.id} {asked.params}"


# --------------------------------------------------------------------------- marks

MARK = """
return given.map(([variant, entries]) => {
  const asked = askedOf(question, variant);
  return markQuestion(asked, entries).map((m) => [
    m.part.step, topOf(m.credit) + "/" + bottomOf(m.credit), m.wrong, m.carried.map((p) => p.step),
    m.idle, m.diagnosis.map((d) => [d.id, ...d.text]), messageOf(m), notesOf(m), m.answer.raw,
  ]);
});
"""


def marks_in_python(asked, entries):
    def both(text):
        return [text["zh-TW"], text["en"]]

    return [
        [
            m.part.step, f"{Fraction(m.credit).numerator}/{Fraction(m.credit).denominator}",
            list(m.wrong), [p.step for p in m.carried], m.idle,
            [[d.id, d.text["zh-TW"], d.text["en"]] for d in m.diagnosis],
            both(message(m)), [both(n) for n in notes(m)], m.answer.raw,
        ]
        for m in mark_question(asked, {k: plain(e) for k, e in entries.items()})
    ]  # fmt: skip


def assert_same_marks(question, attempts):
    found = ported(question)
    data = {id(asked): variant_data(asked, found) for asked, _ in attempts}
    script = f"const question = {page_question(question)};" + MARK
    given = [[data[id(asked)], entries] for asked, entries in attempts]
    for (asked, entries), theirs in zip(attempts, run(script, given), strict=True):
        assert theirs == marks_in_python(asked, entries), f"{question.id} {entries}"


def listed(entry):
    return [listed(e) for e in entry] if isinstance(entry, tuple) else entry


def spoilt(entry, draw):
    """The entry with one thing about it changed."""
    if isinstance(entry, list):
        if not entry:
            return entry
        at = draw.randrange(len(entry))
        if draw.random() < 0.15:
            return draw.choice([entry[::-1], entry[:-1], "[" + ", ".join(map(str, entry)) + "]"])
        return [spoilt(e, draw) if i == at else e for i, e in enumerate(entry)]
    swapped = f"-{entry}" if not entry.startswith("-") else entry[1:]
    return draw.choice(
        [
            "",
            "?",
            "0",
            "1",
            "-2",
            "0.5",
            "1/3",
            "A",
            "B",
            "C",
            swapped,
            f"{entry}0",
            f" {entry} ",
            f"{entry}%",
        ]
    )


def attempts_at(question, asked, draw, count):
    """Right, by one mistake or by two, followed from there or not, and spoilt in places."""
    params = asked.params
    ways = [[], *([m] for m in question.mistakes)]
    for part in question.parts:
        ways += [list(p) for p in pairs(question, part)]
    for _ in range(count):
        values = solve(question, params, draw.choice(ways)) or asked.values
        entries = {}
        for part in question.parts:
            own = values if draw.random() < 0.75 else asked.values
            entry = listed(as_entry(asked, part, own[part.step], rounded=draw.random() < 0.7))
            if draw.random() < 0.3:
                entry = spoilt(entry, draw)
                if part.kind.numeric and draw.random() < 0.7:
                    values = followed(question, params, asked, entries, part, entry) or values
            entries[f"{question.id}.{part.step}"] = entry
            if draw.random() < 0.05:
                entries[f"{question.id}.{part.step}"] = draw.choice(
                    [[], "", "[[1,2],[3,4]]", ["0"] * 3]
                )
        yield asked, entries


def followed(question, params, asked, entries, part, entry):
    """The values that follow from what was entered for `part`."""
    marks = mark_question(asked, {f"{question.id}.{part.step}": plain(entry)})
    value = next(m.answer.value for m in marks if m.part is part)
    try:
        return solve(question, params, given={part.step: value}) if value is not None else None
    except (TypeError, IndexError, KeyError):
        return None


@pytest.mark.parametrize("name", QUIZZES)
def test_random_attempts_are_marked_alike(name):
    quiz = load_quiz(ROOT, name)
    pool = quiz_pool(ROOT, quiz)
    for at, question in enumerate(quiz.questions):
        draw = random.Random(f"{name}.{question.id}")
        attempts = []
        for number in (0, 33, 58):
            asked = practice_variant(quiz, pool, number).asked[at]
            attempts += attempts_at(question, asked, draw, 24)
        assert_same_marks(question, attempts)


# --------------------------------------------------------------------------- a matrix, layouts

recipe = Recipe()


@recipe.step
def y(v):
    return tuple(tuple(a + v.c for a in row) for row in transpose(v.A))


@recipe.step
def s(v):
    return matvec(v.y, v.x)


@recipe.step
def t(v):
    total = 0
    for i, a in enumerate(v.s):
        if i % 2 == 0 and a != 0:
            total += a // 1
        else:
            total = total - a
    return total


@recipe.mistake("m.turned", step="y", zh="沒轉", en="not turned")
def _(v):
    return tuple(tuple(a + v.c for a in row) for row in v.A) if len(v.A) == len(v.A[0]) else None


@recipe.mistake("m.no-c", step="y", zh="沒加 c", en="without c")
def _(v):
    return transpose(v.A)


@recipe.mistake("m.backwards", step="s", zh="倒過來", en="backwards")
def _(v):
    return tuple(reversed(matvec(v.y, v.x)))


def _shown(step, kind, **more):
    return Part(step=step, kind=kind, title=same(step), prompt=same("?"), symbol=same(step),
                points=10, decimals=1, **more)  # fmt: skip


TENTH = Fraction(1, 10)


def grid_question(layout):
    return Question(
        id="q", title=same("q"), statement=same("$⟨A⟩$"),
        parts=(_shown("y", Kind.MATRIX), _shown("s", Kind.VECTOR, layout=layout, carry=0.5),
               _shown("t", Kind.NUMBER, also=lambda v: (v.t + 1,))),
        generate=lambda stream: {},
        slide={"A": ((1, -2), (Fraction(1, 2), 3)), "x": (2, -TENTH), "c": TENTH},
        steps=recipe.steps, mistakes=recipe.mistakes,
    )  # fmt: skip


@pytest.mark.parametrize("layout", ["any", "row", "column"])
def test_matrices_layouts_and_other_right_answers_are_marked_alike(layout):
    question = grid_question(Layout(layout))
    draw = random.Random(layout)
    asked = ask(question, question.slide, Stream(b"page"))
    wide = ask(question, {**question.slide, "A": ((1, 2, 3), (4, 5, 6))}, Stream(b"page"))
    attempts = [*attempts_at(question, asked, draw, 150), *attempts_at(question, wide, draw, 50)]
    for entry in ("[[1],[2]]", "[[1, 2]]", "1;2", "[1,2]^T", "[[0.9, 0.6], [-1.9, 3.1]]"):
        attempts.append((asked, {"q.y": entry, "q.s": entry, "q.t": entry}))
    assert_same_marks(question, attempts)


# --------------------------------------------------------------------------- what is refused


def test_what_cannot_be_carried_over_is_recorded_where_only_parameters_decide():
    mine = Recipe()

    @mine.step
    def word(v):
        return v.text.upper().split("-")[0]

    @mine.step
    def n(v):
        return len(v.word) + v.k

    question = Question(
        id="q", title=same("q"), statement=same("?"), parts=(_shown("n", Kind.NUMBER),),
        generate=lambda stream: {}, slide={"text": "ab-c", "k": 2}, steps=mine.steps,
    )  # fmt: skip
    found = ported(question)
    assert [name for name, _, _ in found.recorded] == ["#word"]
    asked = ask(question, question.slide, Stream(b"page"))
    script = f"const question = {page_question(question)};" + SOLVE
    assert run(script, [variant_data(asked, found)]) == [[["'AB", "4"], []]]


def test_a_step_that_cannot_be_carried_over_and_reads_a_step_is_refused_by_name():
    mine = Recipe()

    @mine.step
    def a(v):
        return v.k

    @mine.step
    def b(v):
        return v.a.bit_length()

    question = Question(
        id="q", title=same("q"), statement=same("?"), parts=(_shown("b", Kind.NUMBER),),
        generate=lambda stream: {}, slide={"k": 2}, steps=mine.steps,
    )  # fmt: skip
    with pytest.raises(NotPortableError) as refused:
        records(ported(question), question, Values({"k": 2, "a": 2, "b": 2}))
    assert (
        "the method bit_length" in refused.value.text["en"]
        and "bit_length" in refused.value.text["zh-TW"]
    )
    assert Path(__file__).name in refused.value.text["en"]


def test_mistakes_that_show_in_a_part_are_the_same_ones():
    for name in QUIZZES:
        for question in load_quiz(ROOT, name).questions:
            for part, data in zip(question.parts, question_data(question)["parts"], strict=True):
                ids = [question.mistakes[i].id for i in data["upto"]]
                assert ids == [m.id for m in upto(question, part)]
