"""The corpus is read as it is written, and what does not fit is told with its file and entry."""

from __future__ import annotations

from pathlib import Path

import pytest
from corpus_files import Answer, read

from grader.model.errors import CourseError

RIGHT = """\
# %% one line
def mse(y, p):
    return ((y - p) ** 2).mean()

# %% 兩行
def mse(y, p):
    d = y - p
    return (d * d).mean()
"""


def corpus(root: Path, data: str, **others: str) -> dict[str, Answer]:
    folder = root / "losses"
    folder.mkdir()
    (folder / "mse.py").write_text(RIGHT, encoding="utf-8")
    (folder / "mse.toml").write_text(data, encoding="utf-8")
    for name, text in others.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return {answer.title: answer for answer in read("losses", root)}


def test_whole_answers_are_right_and_entries_are_made_of_them(tmp_path):
    found = corpus(
        tmp_path,
        """\
base = "one line"

[wrong]
"sum" = { named = "mse.sum", edit = [["mean", "sum"]] }
"zero" = { named = ["mse.zero", "-"], body = "return 0.0" }
"loop" = { named = "-", body = '''
for a, b in zip(y, p):
    return (a - b) ** 2
''' }
"sum, twice" = { named = "-", base = "sum", edit = [["((y", "2 * ((y"]] }
"other style" = { named = "-", base = "兩行", edit = [["d * d", "d"]] }

[refused]
"import" = { code = '''
from numpy import mean as mse
''' }
""",
    )
    assert [a.kind for a in found.values()] == ["right", "right", *["wrong"] * 5, "refused"]
    assert found["兩行"].source == "def mse(y, p):\n    d = y - p\n    return (d * d).mean()\n"
    assert found["sum"].source == "def mse(y, p):\n    return ((y - p) ** 2).sum()\n"
    assert found["zero"].source == "def mse(y, p):\n    return 0.0\n"
    assert found["zero"].names == {"mse.zero", "-"}
    assert found["loop"].source == (
        "def mse(y, p):\n    for a, b in zip(y, p):\n        return (a - b) ** 2\n"
    )
    assert found["sum, twice"].source == "def mse(y, p):\n    return 2 * ((y - p) ** 2).sum()\n"
    assert found["other style"].source == "def mse(y, p):\n    d = y - p\n    return (d).mean()\n"
    assert found["import"].source == "from numpy import mean as mse\n"
    assert {a.function for a in found.values()} == {"mse"}


def test_programs_for_all_functions_are_bases_for_each(tmp_path):
    data = """\
[wrong]
"half" = { named = "-", base = "whole", edit = [["= 1", "= 2"]] }
"""
    found = corpus(tmp_path, data, all_py="# %% whole\nmse = 1\nmae = 3\n")
    assert found["whole"].function == "*"
    assert found["whole"].submission().functions == ()
    assert found["half"].source == "mse = 2\nmae = 3\n"
    assert found["half"].submission().functions == ("mse",)


FLAWS = {
    'base = "one line"\n[wrong]\n"a" = { named = "-", edit = [["y", "z"]] }': "stands 2 times",
    'base = "one line"\n[wrong]\n"a" = { named = "-", edit = [["w", "z"]] }': "does not stand",
    '[wrong]\n"a" = { named = "-", body = "return 0" }': "it has no base",
    'base = "?"\n[wrong]\n"a" = { named = "-", body = "return 0" }': "its base '?' is no answer",
    '[wrong]\n"a" = { named = "-", base = "a", edit = [["y", "z"]] }': "made of itself",
    '[wrong]\n"a" = { body = "return 0" }': "every wrong answer says how it is `named`",
    '[refused]\n"a" = { named = "-", body = "return 0" }': "and no other does",
    '[wrong]\n"a" = { named = "-" }': "it needs one of edit, body, code",
    '[wrong]\n"a" = { named = "-", code = "", body = "return 0" }': "and only one",
    '[wrong]\n"a" = { named = "-", return = "0" }': "there is no field return",
    'base = "one line"\n[wrong]\n"a" = { named = "-", edit = ["y", "z"] }': "edits are written",
    '[wrong]\n"a" = "0"': "write { … }",
}


@pytest.mark.parametrize(("data", "told"), FLAWS.items())
def test_a_flaw_names_file_and_entry(tmp_path, data, told):
    with pytest.raises(CourseError) as caught:
        corpus(tmp_path, data)
    assert str(caught.value).startswith("losses/mse.toml, 'a': ")
    assert told in str(caught.value)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ('[wrong]\n"one line" = { named = "-", code = "" }', "another answer is called that"),
        ('[worng]\n"a" = { named = "-", code = "" }', "[worng] is none of right, wrong, refused"),
        ("[wrong", "this is not TOML"),
    ],
)
def test_a_flaw_of_the_file_names_the_file(tmp_path, data, told):
    with pytest.raises(CourseError) as caught:
        corpus(tmp_path, data)
    assert str(caught.value).startswith("losses/mse.toml")
    assert told in str(caught.value)


def test_two_whole_answers_have_two_titles(tmp_path):
    with pytest.raises(CourseError, match=r"mae\.py: two cells are called 'a'"):
        corpus(tmp_path, "", mae_py="# %% a\nmae = 1\n# %% a\nmae = 2\n")


def test_code_before_the_first_title_is_nobody_s(tmp_path):
    with pytest.raises(CourseError, match=r"mae\.py: the first line has to be"):
        corpus(tmp_path, "", mae_py="import math\n# %% a\nmae = 1\n")


def test_a_body_needs_the_function_in_its_base(tmp_path):
    data = '[wrong]\n"a" = { named = "-", base = "whole", body = "return 0" }\n'
    with pytest.raises(CourseError, match="its base 'whole' does not define mse"):
        corpus(tmp_path, data, all_py="# %% whole\nmae = 3\n")


def test_an_unknown_corpus_is_told(tmp_path):
    with pytest.raises(CourseError, match="there is no such corpus"):
        read("loses", tmp_path)
