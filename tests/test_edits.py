"""A text said as a base and its edits."""

import pytest

from grader.authoring.edits import apply
from grader.model.errors import CourseError

BASE = "def f(x):\n    y = x + 1\n    return y + 1\n"


def test_edits_apply_one_after_another():
    edits = [("y = x + 1", "y = x - 1"), ("return y + 1", "return y")]
    assert apply(BASE, edits, "f.toml [a]") == "def f(x):\n    y = x - 1\n    return y\n"
    assert apply(BASE, [], "f.toml [a]") == BASE


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (("z", "y"), "'z' does not stand in the base"),
        ((" + 1", ""), "' + 1' stands 2 times in the base"),
        (("", "y"), "'' does not stand"),
        (("x + 1", "x + 1"), "'x + 1' is put for itself"),
    ],
)
def test_an_edit_that_does_not_apply_once_names_its_place(edit, said):
    with pytest.raises(CourseError) as error:
        apply(BASE, [edit], "solutions/a/mistakes/f.toml [entry]")
    english, chinese = error.value.text["en"], error.value.text["zh-TW"]
    assert english.startswith("solutions/a/mistakes/f.toml [entry]: ")
    assert said in english
    assert chinese.startswith("solutions/a/mistakes/f.toml [entry]：")


def test_an_edit_is_of_the_text_as_it_is_by_then():
    assert apply("a", [("a", "bb"), ("bb", "c")], "x") == "c"
    with pytest.raises(CourseError):
        apply("a", [("a", "bb"), ("b", "c")], "x")
