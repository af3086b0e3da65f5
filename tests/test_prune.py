"""The public checks as students get them."""

from __future__ import annotations

import ast
import textwrap

import pytest

from grader.model.errors import CourseError
from grader.release.prune import prune


def pruned(source: str, *generators: str, needed=()) -> str:
    text = prune(textwrap.dedent(source), "tiny", generators, needed)
    ast.parse(text)
    return text


COURSE = '''
"""How the answer is found."""

import csv
from pathlib import Path

import numpy as np

from grader.authoring import Draw, case, central_difference, graded

try:  # the instructor's
    from . import evidence
except ImportError:
    evidence = None

RATE = 0.25
"""How much."""
TABLE = [1, 2]  # used


def solution(x):
    """The very thing."""
    return x * RATE + np.pi


ORACLES = {"f": lambda x: solution(x), "g": solution}


def helper(draw):
    return draw.array(3)


def f_cases(draw: Draw):
    yield case(helper(draw))


def g_cases(draw: Draw):
    yield case(helper(draw), slide=True)


def bad_cases(draw: Draw):
    yield case(draw.array(2))


CASES = {"f": f_cases}
CASES["g"] = g_cases
CASES.update({"h": g_cases})
BAD = {"f": bad_cases}


def named(value):
    # a comment
    text = "# no comment"
    if evidence is not None:
        return evidence.name(value)
    elif value > 1:
        return text * 2
    elif evidence is not None:
        return evidence.third()
    elif value:
        return text
    if not value:
        value = None
    elif evidence is None:
        value = [
            value,
        ]
    else:
        value = evidence
    return evidence.other(value) if evidence is not None else None


@graded("values", f=1, g=1, zh="值", en="values")
def test_values(function, student):
    """Right values."""
    student.matches(function, CASES[function], oracle=ORACLES[function], dims=("n",))
    student.matches(function, CASES[function], dims=("n",),
                    oracle=ORACLES[function])
    student.matches(oracle=central_difference)


@graded("errors", f=1, zh="錯誤", en="errors")
def test_errors(function, student, rng):
    student.raises(function, list(BAD[function](rng)))
    student.require(named(TABLE), zh="甲", en="a")
    for row in csv.reader(Path(__file__).open()):
        print(row)
'''


def test_only_what_the_checks_run_is_kept():
    text = pruned(COURSE, "f_cases", "g_cases", "bad_cases")
    gone = ("solution", "ORACLES", "oracle", "RATE", "pi", "helper", "evidence", "How", "very")
    assert not [word for word in gone if word in text]
    assert "# no comment" in text
    assert "# a comment" not in text
    assert "central_difference" not in text
    assert "import numpy" in text or "np" not in text
    for kept in ("CASES.update", 'CASES["g"]', "TABLE = [1, 2]", "import csv", 'zh="值"'):
        assert kept in text
    assert "student.matches(function, CASES[function], dims=" in text
    assert "student.matches()" in text


def test_generators_lose_their_bodies_unless_a_check_calls_them():
    text = pruned(COURSE, "f_cases", "g_cases", "bad_cases")
    functions = {n.name: ast.unparse(n) for n in ast.parse(text).body if hasattr(n, "name")}
    assert "recorded" in functions["f_cases"]
    assert "recorded" in functions["g_cases"]
    assert "draw.array(2)" in functions["bad_cases"]
    assert "def bad_cases(draw: Draw)" in text
    assert "Draw" in text.split("import case")[0] or "Draw, case" in text


def test_a_test_of_what_is_not_there_is_decided():
    text = pruned(COURSE, "f_cases", "g_cases", "bad_cases")
    made: dict = {}
    start = text.index("def named")
    exec(text[start : text.index("@graded")], made)
    assert made["named"](1) == "# no comment"
    assert made["named"](0) is None


def test_what_recorded_cases_need_is_kept():
    text = pruned(COURSE, "f_cases", "g_cases", needed={"solution"})
    assert "return x * RATE + np.pi" in text
    assert "The very thing" not in text
    assert "import numpy as np" in text


def test_pruning_again_changes_nothing():
    once = pruned(COURSE, "f_cases", "g_cases", "bad_cases")
    assert pruned(once, "f_cases", "g_cases", "bad_cases") == once


def test_text_of_several_lines_is_left_alone():
    source = """
    from grader.authoring import graded

    LONG = '''one
       # two


        three'''


    @graded("values", f=1, zh="值", en="values")
    def test_values(function, student):
        student.require(LONG, zh=LONG, en=f"{LONG}")
    """
    made: dict = {}
    text = pruned(source)
    exec(text[text.index("LONG") : text.index("@graded")], made)
    assert made["LONG"] == "one\n   # two\n\n\n    three"


@pytest.mark.parametrize(
    "line", ["from . import shapes", "from solutions.other import shapes", "from .shapes import s"]
)
def test_a_module_of_the_course_cannot_come_along(line):
    source = f"{line}\nshapes = s = 1\n\ndef test_x(student):\n    student.call(shapes, s)\n"
    with pytest.raises(CourseError, match=r"checks\.py"):
        pruned(source)


def test_a_module_that_only_an_oracle_uses_is_dropped():
    source = """
    from .answers import right


    def test_x(student):
        student.matches("f", [], oracle=right)
    """
    assert "answers" not in pruned(source)


def test_a_comprehension_s_variable_is_no_name_of_the_module():
    """A `t` in a lambda does not keep the module's only other `t`, a loop's."""
    text = pruned(
        """
        from grader.authoring import graded


        def answer(x):
            return x + 1


        KINDS = {"answer": answer}
        PAIRS = [(k, t) for t in ("a", "b") for k in KINDS]
        DOUBLE = lambda t: 2 * t


        def cases(draw):
            yield PAIRS


        @graded("values", f=1, zh="對", en="right")
        def test_values(function, student):
            student.matches(function, cases, dims=DOUBLE(1))
        """,
        "cases",
    )
    assert "DOUBLE" in text
    assert "answer" not in text and "PAIRS" not in text
