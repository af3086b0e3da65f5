"""The browser marks as Python does: the same reading, the same marks, the same words."""

from __future__ import annotations

import json
import random
from fractions import Fraction
from pathlib import Path

import pytest
from grid_question import grid_question, shown
from javascript import run
from typed_answers import READINGS, entry_of

from grader.quiz.authoring import Kind, Layout, Question, Recipe, same
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


def in_python(entry):
    one, grid = read_one(entry_of(entry)), read_grid(entry_of(entry))
    axes, raw = read_shape(entry_of(entry))
    return {
        "number": encoded(read_number(entry)) if isinstance(entry, str) else "",
        "one": [one.raw, encoded(one.number)],
        "grid": [[[c.raw, encoded(c.number)] for c in row] for row in grid.rows],
        "flat": grid.flat,
        "shape": [encoded(axes), raw],
        "letters": [list(read_letters(entry_of(entry))[0]), read_letters(entry_of(entry))[1]],
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
    assert_same_reading([reading["typed"] for reading in READINGS])


@pytest.mark.slow
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
        for m in mark_question(asked, {k: entry_of(e) for k, e in entries.items()})
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
    marks = mark_question(asked, {f"{question.id}.{part.step}": entry_of(entry)})
    value = next(m.answer.value for m in marks if m.part is part)
    try:
        return solve(question, params, given={part.step: value}) if value is not None else None
    except (TypeError, IndexError, KeyError):
        return None


@pytest.mark.slow
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


@pytest.mark.slow
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
        id="q", title=same("q"), statement=same("?"), parts=(shown("n", Kind.NUMBER),),
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
        id="q", title=same("q"), statement=same("?"), parts=(shown("b", Kind.NUMBER),),
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
