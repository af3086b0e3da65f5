"""The course's quizzes: the slide's own numbers, what is shown, what stays hidden, the report."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from math_core import LatexToMathML

from grader.language.text import LANGUAGES, Text
from grader.model.errors import SubmissionError
from grader.model.report import Status, Verdict
from grader.quiz.authoring import Plot, Worked, curve
from grader.quiz.course.quiz_files import load_quiz, quiz_names, quiz_pool
from grader.quiz.make.proving import as_entry
from grader.quiz.make.verifying import verify_quiz
from grader.quiz.marking.entries import attempt_from_json, attempt_to_json
from grader.quiz.marking.keys import key_data
from grader.quiz.marking.marks import mark
from grader.quiz.marking.reporting import report
from grader.quiz.question.plots import svg
from grader.quiz.question.records import Attempt, Mistake, Mode
from grader.quiz.question.statement import fingerprint, statement_data
from grader.quiz.variants.drawing import practice_variant, student_variant
from grader.render.json_report import schema, to_dict
from grader.render.terminal_report import TextRenderer

ROOT = Path(__file__).resolve().parent.parent
NAMES = quiz_names(ROOT)
SECRET = b"sixteen bytes or more"
QUIZZES = {name: load_quiz(ROOT, name) for name in NAMES}
POOLS = {name: quiz_pool(ROOT, quiz) for name, quiz in QUIZZES.items()}


def graded(name, student="b0001", attempt=0):
    return student_variant(QUIZZES[name], POOLS[name], SECRET, student, attempt)


def slide(name):
    return practice_variant(QUIZZES[name], POOLS[name], 0)


def right_entries(variant):
    return {
        f"{a.question.id}.{p.step}": as_entry(a, p, a.key(p))
        for a in variant.asked
        for p in a.question.parts
    }


# --------------------------------------------------------------------------- the slide's own

SLIDE = {
    "matmul_quiz": {
        "row_column.product": "4",
        "matrix_column.y": "[14, 32, 50]",
        "row_bias.product": "[-1.5, 1.8, -0.9]",
        "row_bias.total": "[-3, 2, -0.1]",
    },
    "mlp_quiz": {
        "forward.z": "[-0.6, 0.5, -1.4]",
        "forward.h": "[0, 0.5, 0]",
        "forward.y_hat": "0.25",
        "parameters.count": "13",
        "shapes.W1": "(2, 3)",
        "shapes.b1": "(3, 1)",
        "shapes.W2": "(3, 1)",
        "shapes.b2": "(1, 1)",
    },
    "neuron_quiz": {"output.z": "1.19", "output.y": "1.19", "classify.label": "[0, 1, 0]"},
    "loss_quiz": {
        "regression.mse": "4.667",
        "regression.mae": "2",
        "binary.bce": "0.228",
        "softmax.p2": "[0.0474, 0.9526]",
        "categorical.picked": "[0.6, 0.8, 0.5]",
        "categorical.ce": "0.476",
    },
    "activation_quiz": {
        "values.sigmoid": "0.269",
        "values.leaky_relu": "-0.01",
        "values.selu": "-1.111",
        "values.mish": "-0.303",
    },
    "metrics_quiz": {
        "confusion.accuracy": "0.7",
        "confusion.precision": "0.8",
        "confusion.recall": "0.667",
        "confusion.f1": "0.727",
    },
    "concept_quiz": {"output_layer.neurons": "[1, 1, 3]"},
}


@pytest.mark.parametrize("name", NAMES)
def test_variant_0_is_the_slides(name):
    parts = key_data(slide(name), "en")["parts"]
    assert {id: parts[id]["shown"] for id in SLIDE[name]} == SLIDE[name]


def test_the_slides_losses_to_six_digits():
    parts = key_data(slide("loss_quiz"), "en")["parts"]
    assert round(parts["binary.bce"]["value"], 6) == 0.228393
    assert round(parts["categorical.ce"]["value"], 6) == 0.475705
    assert parts["regression.mse"]["value"] == 14 / 3


def test_the_slides_answer_for_a_single_output_bias_counts():
    entries = right_entries(slide("mlp_quiz")) | {"shapes.b2": "(1,)"}
    assert mark(slide("mlp_quiz"), Attempt("mlp_quiz", entries)).points == 100


# --------------------------------------------------------------------------- the statement

FIELDS = {
    "": {
        "schema", "quiz", "mode", "student", "attempt", "title", "summary", "language",
        "fingerprint", "questions",
    },
    "questions": {"id", "title", "source", "statement", "tables", "plot", "points", "parts"},
    "tables": {"caption", "head", "rows"},
    "parts": {
        "id", "kind", "title", "symbol", "prompt", "unit", "points", "decimals", "rows", "columns",
        "labels", "options", "items",
    },
    "options": {"id", "text", "svg"},
}  # fmt: skip


def fields(value, under=""):
    """(place, fields) of every object in JSON data."""
    if isinstance(value, dict):
        yield under, set(value)
        for name, inner in value.items():
            yield from fields(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from fields(inner, under)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_statement_holds_the_fields_it_may_and_no_other(name, lang):
    data = statement_data(graded(name), lang)
    assert json.loads(json.dumps(data)) == data
    for place, found in fields(data):
        assert found <= FIELDS[place], place
    if lang == "en":
        assert not re.search(r"[\u4e00-\u9fff]", json.dumps(data["questions"], ensure_ascii=False))


@pytest.mark.parametrize("name", NAMES)
def test_a_graded_statement_tells_nothing_of_the_key(name):
    """No id of an option or an item, no explanation, hint, mistake or worked step is in it."""
    variant = graded(name)
    both = [statement_data(variant, lang)["questions"] for lang in LANGUAGES]
    for place, asked in enumerate(variant.asked):
        question = asked.question
        text = json.dumps([one[place] for one in both], ensure_ascii=False)
        said = [m.text for m in question.mistakes] + [w.text for w in question.worked]
        said += list(question.hints)
        for part in question.parts:
            options = part.options(asked.values) if part.options else ()
            items = part.items(asked.values) if part.items else ()
            said += [one.why for one in (*options, *items) if one.why]
            for one in (*options, *items):
                assert one.id == one.text["en"] or f'"{one.id}"' not in text
        for one in said:
            assert one["zh-TW"] not in text and one["en"] not in text
        for mistake in question.mistakes:
            assert mistake.id not in text


def test_two_variants_with_other_keys_and_the_same_form_differ_only_in_numbers():
    """What is not a parameter does not change with the key."""
    shapes = set()
    for attempt in range(12):
        data = statement_data(graded("matmul_quiz", attempt=attempt), "en")
        data |= {"attempt": 0, "fingerprint": ""}
        shapes.add(re.sub(r"-?\d+(\.\d+)?", "#", json.dumps(data)))
    assert len(shapes) == 1


@pytest.mark.parametrize("name", NAMES)
def test_all_math_is_latex_that_converts(name):
    convert = LatexToMathML().convert_with_local_state
    for variant in (slide(name), graded(name), graded(name, "b2")):
        for lang in LANGUAGES:
            texts = [json.dumps(statement_data(variant, lang)), json.dumps(key_data(variant, lang))]
            for text in texts:
                for math in re.findall(r"\$\$?(.+?)\$\$?", "\n".join(strings(json.loads(text)))):
                    assert convert(math, displaystyle=False).startswith("<math")


def strings(value):
    if isinstance(value, str):
        yield value.replace("\n", " ")
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from strings(inner)


def test_plots_are_svg_in_the_text_colour_and_tell_no_name():
    for asked in (*graded("activation_quiz").asked, *slide("activation_quiz").asked):
        plots = [asked.question.plot(asked.values)] if asked.question.plot else []
        for part in asked.question.parts:
            options = part.options(asked.values) if part.options else ()
            plots += [o.plot for o in options if o.plot]
        for plot in plots:
            for lang in LANGUAGES:
                root = ElementTree.fromstring(svg(plot, lang))
                assert root.get("role") == "img" and root.get("aria-label") == plot.alt[lang]
                assert {e.get("stroke") for e in root.iter()} <= {None, "currentColor", "none"}
                assert not re.search(
                    "(?i)relu|elu|tanh|sig|soft|swish|mish|linear", svg(plot, lang)
                )
                for line in root.iter("{http://www.w3.org/2000/svg}polyline"):
                    for point in line.get("points").split():
                        x, y = map(float, point.split(","))
                        assert 0 <= x <= 320 and 0 <= y <= 220


def test_a_curve_is_cut_at_the_window():
    plot = Plot((curve(lambda x: 3 * x, -4, 4, 9),), (-4, 4, -2, 4), Text("線", "a line"))
    points = re.search(r'points="([^"]+)"', svg(plot, "en"))[1].split()
    heights = [float(p.split(",")[1]) for p in points]
    assert min(heights) == 26 and max(heights) == 220 - 26


def test_the_fingerprint_is_of_what_is_shown():
    variant = graded("mlp_quiz")
    assert fingerprint(variant) == fingerprint(graded("mlp_quiz"))
    assert fingerprint(variant) != fingerprint(graded("mlp_quiz", "b2"))
    assert statement_data(variant, "en")["fingerprint"] == fingerprint(variant)


# --------------------------------------------------------------------------- answers and reports


def attempt(variant, entries, **more):
    return Attempt(
        variant.quiz.id,
        entries,
        mode=Mode.GRADED,
        student=variant.student,
        number=variant.number,
        fingerprint=fingerprint(variant),
        **more,
    )


@pytest.mark.parametrize("name", NAMES)
def test_right_answers_through_the_file_earn_everything(name):
    for student in ("b0001", "王小明", "b3"):
        variant = graded(name, student)
        sent = attempt(variant, right_entries(variant))
        back = attempt_from_json(attempt_to_json(sent).encode())
        assert back == sent
        found = report(mark(variant, back), f"{name}.answers.json")
        assert (found.score, found.max_score, found.status) == (100, 100, Status.GRADED)
        assert all(c.passed and not c.diagnosis and not c.message for c in found.checks)


@pytest.mark.parametrize("name", NAMES)
def test_a_report_of_a_quiz_is_a_report(name):
    variant = graded(name)
    entries = dict.fromkeys(variant.quiz.part_ids[:-1], ("1", "x", "-2"))
    for reveal in (True, False):
        found = report(mark(variant, attempt(variant, entries)), "a.json", reveal=reveal)
        data = to_dict(found)
        jsonschema.validate(data, schema())
        assert {c["function"] for c in data["checks"]} == {f["name"] for f in data["functions"]}
        assert any(c.shown.expected for c in found.checks if c.shown) is reveal
        last = found.checks[-1]
        assert (last.status, last.points, last.unwritten) == (Verdict.WRONG, 0, True)
        for lang in LANGUAGES:
            assert variant.quiz.title[lang] in TextRenderer(lang=lang).render(found)


def test_an_answer_to_another_statement_needs_a_person():
    variant = graded("mlp_quiz")
    sent = attempt(variant, right_entries(variant))
    found = report(mark(variant, replace(sent, fingerprint="0" * 16)))
    assert found.status is Status.NEEDS_REVIEW and "another statement" in found.notes[0]["en"]
    found = report(mark(variant, replace(sent, quiz="loss_quiz")))
    assert found.status is Status.NEEDS_REVIEW


def test_fields_that_the_quiz_has_not_are_told():
    variant = graded("matmul_quiz")
    found = report(mark(variant, attempt(variant, {"forward.z": "1", "row_column.product": "1"})))
    assert "forward.z" in found.notes[0]["zh-TW"] and found.status is Status.GRADED


BAD = [
    "",
    "[]",
    "{}",
    "null",
    '{"schema": "quiz-answers/1"}',
    '{"schema": "quiz-answers/2", "quiz": "q", "answers": {}}',
    '{"schema": "quiz-answers/1", "quiz": null, "answers": {}}',
    '{"schema": "quiz-answers/1", "quiz": "q", "answers": []}',
    '{"schema": "quiz-answers/1", "quiz": "q", "answers": {}, "mode": "exam"}',
    '{"schema": "quiz-answers/1", "quiz": "q", "answers": {}, "attempt": -1}',
    '{"schema": "quiz-answers/1", "quiz": "q", "answers": {}, "attempt": NaN}',
    "[" * 100_000,
    b"\xff\xfe",
    "x" * (1 << 21),
]


@pytest.mark.parametrize("text", BAD, ids=range(len(BAD)))
def test_a_bad_answers_file_is_one_clear_sentence(text):
    with pytest.raises(SubmissionError) as error:
        attempt_from_json(text)
    assert error.value.text["zh-TW"] and "\n" not in error.value.text["en"]


def test_answers_of_odd_types_count_as_blank_or_as_typed():
    data = {"a": 0.25, "b": None, "c": {"x": 1}, "d": [1, "2", None, [3]], "e": True}
    text = json.dumps({"schema": "quiz-answers/1", "quiz": "q", "answers": data, "attempt": 2})
    found = attempt_from_json(text)
    assert found.entries == {
        "a": "0.25",
        "b": "",
        "c": "",
        "d": (("1",), ("2",), ("",), ("3",)),
        "e": "",
    }
    assert found.number == 2


ENTRY = st.one_of(
    st.text(max_size=30),
    st.sampled_from(["0", "1/3", "[1, 2, 3]", "A", "BAC", "(2, 3)", "1e30", "−1", "", "[[1],[2]]"]),
    st.lists(st.sampled_from(["", "0", "-1.5", "x", "A", "B"]), max_size=5).map(tuple),
    st.lists(
        st.lists(st.sampled_from(["1", "", "B"]), max_size=3).map(tuple), max_size=3
    ).map(tuple),
)  # fmt: skip


@pytest.mark.slow
@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.sampled_from(NAMES), st.data())
def test_no_entry_breaks_the_marking(name, data):
    variant = slide(name)
    entries = {id: data.draw(ENTRY) for id in variant.quiz.part_ids}
    found = report(mark(variant, Attempt(name, entries)))
    assert 0 <= found.score <= 100
    for check in found.checks:
        assert 0 <= check.points <= check.max_points
        assert check.passed or check.message
        assert not (check.passed and check.diagnosis)


# --------------------------------------------------------------------------- verify sees


def flaws(question, **changes):
    changed = replace(question, **changes)
    quiz = QUIZZES["mlp_quiz"]
    questions = tuple(changed if q.id == question.id else q for q in quiz.questions)
    found = verify_quiz(replace(quiz, questions=questions), POOLS["mlp_quiz"], sample=1)
    return " ".join(map(str, found))


@pytest.mark.slow
def test_verify_sees_what_is_wrong():
    forward = QUIZZES["mlp_quiz"].question("forward")
    assert flaws(forward) == ""
    off = replace(forward.steps[3], function=lambda v: forward.steps[3].function(v) + 1)
    assert "another solver" in flaws(forward, steps=(*forward.steps[:3], off, *forward.steps[4:]))
    twin = replace(forward.mistakes[0], id="mlp.twin")
    assert "too near" in flaws(forward, mistakes=(*forward.mistakes, twin))
    vain = Mistake("mlp.vain", "z", Text("沒錯", "no mistake"), lambda v: None)
    assert "mlp.vain" not in flaws(forward, mistakes=(*forward.mistakes, vain))
    lost = Mistake("mlp.lost", "nowhere", Text("沒有", "nowhere"), lambda v: 0)
    assert "shows in no part" in flaws(forward, mistakes=(*forward.mistakes, lost))
    assert "points add up" in flaws(forward, parts=forward.parts[:-1])
    assert "no independent solver" in flaws(forward, confirm=None)
    assert "cannot be filled" in flaws(forward, worked=(Worked("z", Text("⟨q⟩字", "⟨q⟩ no")),))
    assert "English" in flaws(forward, title=Text("前向", "前向 pass"))
    assert "slide's own" in flaws(forward, slide={**forward.slide, "b2": 1})
