"""Marks: entry by entry, by the student's own earlier values, and the mistake by its name."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from grader.language.text import Text
from grader.quiz.authoring import (
    Item,
    Kind,
    Layout,
    Option,
    Part,
    Question,
    Quiz,
    Recipe,
    add,
    dot,
    matvec,
    transpose,
)
from grader.quiz.course.quiz_files import load_quiz
from grader.quiz.exact.stream import Stream
from grader.quiz.marking.marks import mark_question
from grader.quiz.marking.saying import message, notes
from grader.quiz.question.wording import options_shown
from grader.quiz.variants.drawing import ask

ROOT = Path(__file__).resolve().parent.parent
MLP = load_quiz(ROOT, "mlp_quiz").question("forward")


def t(word):
    return Text(word, word)


def marked(question, params=None, **entries):
    """The marks by part. Options stand in the author's order: A is the first."""
    asked = ask(question, params or question.slide, Stream(b"test"))
    orders = {
        p.step: tuple(o.id for o in p.options(asked.values)) for p in question.parts if p.options
    }
    lined_up = {
        p.step: tuple(i.id for i in p.items(asked.values)) for p in question.parts if p.items
    }
    asked = replace(asked, orders=orders, lined_up=lined_up)
    found = mark_question(asked, {f"{question.id}.{k}": e for k, e in entries.items()})
    return {m.part.step: m for m in found}


def names(mark):
    return [d.id for d in mark.diagnosis]


def carried(mark):
    return [p.step for p in mark.carried]


# --------------------------------------------------------------------------- a small question


recipe = Recipe()


@recipe.step
def product(v):
    return tuple(matvec(v.A, column) for column in transpose(v.B))


@recipe.step
def y(v):
    return transpose(v.product)


@recipe.mistake("m.b-turned", step="y", zh="轉", en="B turned")
def _(v):
    return tuple(tuple(dot(r, c) for c in v.B) for r in v.A)


@recipe.step
def total(v):
    return tuple(sum(row) for row in v.y)


@recipe.mistake("m.columns", step="total", zh="行", en="columns")
def _(v):
    return tuple(sum(col) for col in transpose(v.y))


@recipe.step
def letter(v):
    return "b"


@recipe.step
def several(v):
    return ("a", "c")


@recipe.step
def pairs(v):
    return ("a", "b", "a")


@recipe.step
def order(v):
    return ("a", "b", "c")


@recipe.mistake("m.back-to-front", step="order", zh="反", en="back to front")
def _(v):
    return ("c", "b", "a")


@recipe.step
def size(v):
    return (2, 3)


@recipe.mistake("m.flat", step="size", zh="平", en="flat")
def _(v):
    return (6,)


OPTIONS = tuple(Option(i, t(i), Text(f"不是{i}", f"not {i}")) for i in "abc")
ITEMS = tuple(Item(i, t(i), Text(f"因為{i}", f"because of {i}")) for i in "xyz")


def part(step, kind, **more):
    return Part(step=step, kind=kind, title=t(step), prompt=t(step), points=6, **more)


SMALL = Question(
    id="small",
    title=t("small"),
    statement=t("small"),
    source=t("small"),
    parts=(
        part("y", Kind.MATRIX, decimals=1),
        part("total", Kind.VECTOR, decimals=1, layout=Layout.ROW),
        part("letter", Kind.CHOICE, options=lambda v: OPTIONS),
        part("several", Kind.CHOICES, options=lambda v: OPTIONS),
        part(
            "pairs",
            Kind.MATCHING,
            options=lambda v: OPTIONS,
            items=lambda v: ITEMS,
            confusions={("a", "c"): ("m.a-for-c", t("a is no c"))},
        ),
        part("order", Kind.ORDERING, options=lambda v: OPTIONS),
        part("size", Kind.SHAPE, also=lambda v: ((2, 3, 1),)),
    ),
    generate=lambda stream: {},
    slide={"A": ((1, 2), (3, 4)), "B": ((1, 0), (2, 1))},
    steps=recipe.steps,
    mistakes=recipe.mistakes,
)
# A·B = [[5, 2], [11, 4]]; A·Bᵀ = [[1, 4], [3, 10]]; row sums 7 and 15, column sums 16 and 6.


def test_a_matrix_entry_by_entry():
    found = marked(SMALL, y="[[5, 2], [11, 5]]")["y"]
    assert (found.credit, found.wrong) == (Fraction(3, 4), (3,))
    assert message(found) == Text(
        "第 2 列第 2 行不對，其他都對。", "Row 2 column 2 is not right; the others are."
    )
    assert found.points == 4.5


def test_a_transposed_matrix_is_named():
    assert names(marked(SMALL, y="[[5, 11], [2, 4]]")["y"]) == ["entry.transposed"]


def test_a_matrix_of_another_shape_earns_nothing_and_says_so():
    found = marked(SMALL, y="[5, 2, 11, 4]")["y"]
    assert found.credit == 0 and "1×4" in message(found)["en"]
    found = marked(SMALL, y="[[5, 2, 1], [11, 4]]")["y"]
    assert found.credit == 0 and "differ in length" in message(found)["en"]


def test_a_mistake_in_a_matrix_is_named():
    found = marked(SMALL, y="1 4; 3 10")["y"]
    assert names(found) == ["m.b-turned"] and found.credit == 0


def test_a_row_may_not_stand_where_a_row_is_due():
    assert marked(SMALL, total="[7, 15]")["total"].credit == 1
    assert marked(SMALL, total="[[7, 15]]")["total"].credit == 1
    standing = marked(SMALL, total="[[7], [15]]")["total"]
    assert standing.credit == 0 and "a row (lying)" in message(standing)["en"]
    assert names(standing) == ["entry.transposed"]


def test_too_many_numbers():
    assert "2 numbers are due" in message(marked(SMALL, total="7 15 1")["total"])["en"]


def test_order_and_sign_are_named():
    assert names(marked(SMALL, total="15, 7")["total"]) == ["entry.order"]
    assert names(marked(SMALL, total="-7, -15")["total"]) == ["entry.negated"]


def test_a_blank_and_an_unread_entry_are_named_and_cost_only_themselves():
    found = marked(SMALL, y=(("5", ""), ("abc", "4")))["y"]
    assert (found.credit, found.wrong, found.diagnosis) == (Fraction(1, 2), (1, 2), ())
    assert message(found)["en"] == "Row 1 column 2 blank. Row 2 column 1: “abc” cannot be read."
    assert message(found)["zh-TW"] == "第 1 列第 2 行沒有填。第 2 列第 1 行：「abc」讀不懂。"


def test_a_blank_part_is_blank():
    found = marked(SMALL)
    assert all(m.credit == 0 and m.answer.blank and not m.diagnosis for m in found.values())


def test_choices():
    assert marked(SMALL, letter="B")["letter"].credit == 1
    wrong = marked(SMALL, letter="a")["letter"]
    assert wrong.credit == 0 and wrong.diagnosis[0].text["en"] == "not a"
    assert "Only one" in message(marked(SMALL, letter="A, B")["letter"])["en"]
    assert "options are A to C" in message(marked(SMALL, letter="Q")["letter"])["en"]


@pytest.mark.parametrize(
    ("entry", "credit"),
    [("A C", 1), ("CA", 1), ("A", Fraction(1, 2)), ("AB", 0), ("ABC", Fraction(1, 2)), ("B", 0)],
)
def test_several_choices_wrong_ones_take_back(entry, credit):
    found = marked(SMALL, several=entry)["several"]
    assert found.credit == credit
    assert bool(found.diagnosis) == (credit != 1)


def test_matching():
    assert marked(SMALL, pairs=("A", "B", "A"))["pairs"].credit == 1
    found = marked(SMALL, pairs=("A", "B", "C"))["pairs"]
    assert (found.credit, names(found)) == (Fraction(2, 3), ["m.a-for-c"])
    found = marked(SMALL, pairs=("B", "", "A"))["pairs"]
    assert (found.credit, found.wrong) == (Fraction(1, 3), (0, 1))
    assert [d.text["en"] for d in found.diagnosis] == ["because of x"]
    assert message(found)["en"] == "Numbers 1 and 2 are not matched right."


def test_ordering():
    assert marked(SMALL, order="ABC")["order"].credit == 1
    found = marked(SMALL, order="C, B, A")["order"]
    assert (found.credit, names(found)) == (Fraction(1, 3), ["m.back-to-front"])
    assert "more than once" in message(marked(SMALL, order="A A B")["order"])["en"]
    assert "3 are due" in message(marked(SMALL, order="A B")["order"])["en"]


def test_shapes():
    assert marked(SMALL, size="(2, 3)")["size"].credit == 1
    assert marked(SMALL, size="2x3x1")["size"].credit == 1
    assert names(marked(SMALL, size="6")["size"]) == ["m.flat"]
    assert names(marked(SMALL, size="(3, 2)")["size"]) == ["entry.shape-reversed"]
    assert "cannot be read" in message(marked(SMALL, size="two")["size"])["en"]


# --------------------------------------------------------------------------- rounding


def one_number(key, decimals, tolerance=None):
    number = Recipe()

    @number.step
    def a(v):
        return key

    return replace(
        SMALL,
        id="one",
        parts=(part("a", Kind.NUMBER, decimals=decimals, tolerance=tolerance),),
        slide={},
        steps=number.steps,
        mistakes=(),
    )


@pytest.mark.parametrize(
    ("key", "decimals", "entry", "right"),
    [
        (Fraction(14, 3), 3, "14/3", True),
        (Fraction(14, 3), 3, "4.667", True),
        (Fraction(14, 3), 3, "4.6666666", True),
        (Fraction(14, 3), 3, "4.67", False),
        (Fraction(1, 8), 2, "0.13", True),
        (Fraction(1, 8), 2, "0.12", True),
        (Fraction(1, 8), 2, "0.125", True),
        (Fraction(1, 8), 2, "0.14", False),
        (4, 0, "4", True),
        (4, 0, "4.4", False),
        (4, 0, "4.0", True),
        (0.228393, 3, "0.228", True),
        (0.228393, 3, "0.2284", True),
        (0.228393, 3, "0.23", False),
        (0.5, 3, "50%", True),
        (Fraction(1, 4), 3, "1/4", True),
    ],
)
def test_the_tolerance_is_that_of_the_rounding_asked_for(key, decimals, entry, right):
    assert (marked(one_number(key, decimals), a=entry)["a"].credit == 1) is right


def test_rounding_too_far_and_percent_are_named():
    assert names(marked(one_number(Fraction(14, 3), 3), a="4.67")["a"]) == ["entry.rounded"]
    assert names(marked(one_number(Fraction(3, 4), 3), a="75")["a"]) == ["entry.percent"]
    assert names(marked(one_number(Fraction(14, 3), 3), a="5")["a"]) == []


# --------------------------------------------------------------------------- carried forward

RIGHT = {"z": "[-0.6, 0.5, -1.4]", "h": "[0, 0.5, 0]", "y_hat": "0.25", "label": "A"}


def test_the_slides_answers_are_right():
    found = marked(MLP, **RIGHT)
    assert [m.credit for m in found.values()] == [1, 1, 1, 1]
    assert not any(m.diagnosis or m.carried or message(m) or notes(m) for m in found.values())


def test_a_mistake_costs_once():
    found = marked(MLP, z="[0.5, 0.4, -1.7]", h="[0.5, 0.4, 0]", y_hat="0.32", label="A")
    assert [m.credit for m in found.values()] == [0, 1, 1, 1]
    assert names(found["z"]) == ["mlp.no-bias"]
    assert (carried(found["h"]), carried(found["y_hat"])) == (["z"], ["h"])
    assert notes(found["h"]) == (
        Text("依你的 z，這一步是對的。", "This step is right, given your z."),
    )
    assert notes(found["y_hat"])[0]["zh-TW"] == "依你的 h，這一步是對的。"


def test_the_carried_share_can_be_set():
    parts = tuple(replace(p, carry=0.5) for p in MLP.parts)
    found = marked(replace(MLP, parts=parts), z="[0.5, 0.4, -1.7]", h="[0.5, 0.4, 0]", y_hat="0.32")
    assert found["h"].credit == Fraction(1, 2)
    parts = tuple(replace(p, carry=0.0) for p in MLP.parts)
    found = marked(replace(MLP, parts=parts), z="[0.5, 0.4, -1.7]", h="[0.5, 0.4, 0]")
    assert found["h"].credit == Fraction(1, 3)  # what is right by the key


def test_zeros_win_nothing():
    found = marked(MLP, z="0 0 0", h="0 0 0", y_hat="0.1", label="B")
    assert [m.points for m in found.values()] == [0, 0, 0, 0]
    assert not any(d for m in list(found.values())[:3] for d in m.diagnosis)


@pytest.mark.parametrize("z", ["1 1 1", "-1 -2 -3", "1 2 3", "0 0 1", "1e9 -1 2", "99999 -1 2"])
def test_made_up_values_leave_no_easy_step(z):
    """Constant, all inactive, all active, a single number, or absurd: h is not carried."""
    h = {"1 1 1": "1 1 1", "-1 -2 -3": "0 0 0", "1 2 3": "1 2 3", "0 0 1": "0 0 1"}
    found = marked(MLP, z=z, h=h.get(z, "1e9 0 2" if "e9" in z else "99999 0 2"))
    assert not found["h"].carried
    assert found["h"].credit < 1


def test_it_is_said_why_a_step_is_not_carried():
    found = marked(MLP, z="[1, 2, 3]", h="[1, 2, 3]")
    assert found["h"].idle and "leave nothing to check" in notes(found["h"])[0]["en"]


def test_a_slip_in_one_entry_is_carried():
    found = marked(MLP, z="[0.6, 0.5, -1.4]", h="[0.6, 0.5, 0]", y_hat="0.37", label="A")
    assert [m.credit for m in found.values()] == [Fraction(2, 3), 1, 1, 1]


def test_right_by_the_key_beats_wrong_by_ones_own():
    found = marked(MLP, z="[0.6, 0.5, -1.4]", h="[0, 0.5, 0]", y_hat="0.25")
    assert found["h"].credit == 1 and not found["h"].carried


def test_what_was_rounded_and_right_is_gone_on_from_exactly():
    loss = load_quiz(ROOT, "loss_quiz").question("binary")
    found = marked(loss, terms="0.223, 0.105, 0.357", bce="0.228")
    assert [m.credit for m in found.values()] == [1, 1] and not found["bce"].carried


def test_the_class_follows_from_ones_own_prediction():
    found = marked(MLP, z=RIGHT["z"], h=RIGHT["h"], y_hat="0.75", label="B")
    assert found["label"].credit == 1 and carried(found["label"]) == ["y_hat"]


# --------------------------------------------------------------------------- names


def test_a_mistake_on_ones_own_values_is_named():
    found = marked(MLP, z="[0.6, 0.5, -1.4]", h="[0.6, 0.5, -1.4]")
    assert names(found["h"]) == ["mlp.no-activation"]


def test_two_mistakes_made_together():
    found = marked(MLP, h="[0.5, 0.4, -1.7]")
    assert names(found["h"]) == ["mlp.no-bias+mlp.no-activation"]
    assert "And:" in found["h"].diagnosis[0].text["en"]


def test_an_earlier_answer_that_speaks_against_a_mistake_is_heard():
    """ŷ = −0.43 is what z gives in place of h. With h right, the activation was not forgotten."""
    found = marked(MLP, z=RIGHT["z"], h=RIGHT["h"], y_hat="-0.43")
    assert names(found["y_hat"]) == ["mlp.output-from-z"]
    alone = marked(MLP, y_hat="-0.43")
    assert names(alone["y_hat"]) == ["mlp.no-activation", "mlp.output-from-z"]


def test_an_unknown_mistake_has_no_name():
    found = marked(MLP, z="[-0.7, 0.9, 1.1]", h="[0.2, 0.4, 0.7]", y_hat="7.13")
    assert not any(m.diagnosis for m in found.values())


def test_a_partly_right_answer_has_no_name():
    """One entry as without the bias, the others right: that is a slip, not that mistake."""
    assert names(marked(MLP, z="[0.5, 0.5, -1.4]")["z"]) == []


def test_letters_are_those_shown():
    question = load_quiz(ROOT, "concept_quiz").question("training")
    asked = ask(question, question.slide, Stream(b"any"))
    shown = {option.id: letter for letter, option in options_shown(asked, question.parts[0])}
    entry = tuple(shown[id] for id in ("forward", "loss", "backward", "update", "repeat"))
    assert mark_question(asked, {"training.order": entry})[0].credit == 1
    assert tuple(shown) != ("forward", "loss", "backward", "update", "repeat")


def test_a_quiz_of_the_small_question_has_part_ids():
    quiz = Quiz("q", t("q"), t("q"), (SMALL,))
    assert quiz.part_ids[0] == "small.y" and quiz.question("none") is None
    assert add((1, 2), (3, 4)) == (4, 6)
