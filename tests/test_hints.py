"""Hints: for every function, in both languages, more at each level, never the solution."""

import re

import pytest
from grading import COURSE, reference

from grader.course.hints import find_function, hints
from grader.course.percent import stub

FUNCTIONS = [(a.name, f.name) for a in COURSE.assignments for f in a.functions]


@pytest.mark.parametrize(("assignment", "function"), FUNCTIONS)
def test_hints(assignment, function):
    found = find_function(COURSE, f"{assignment}.{function}")
    assert found is not None
    levels = hints(COURSE, *found)
    assert len(levels) >= 3
    handed_out = stub(reference(assignment))
    solution = {
        line.strip()
        for line in reference(assignment).splitlines()
        if line not in handed_out and len(line.strip()) > 25 and "=" in line
    }
    for level in levels:
        assert re.search("[\u4e00-\u9fff]", level["zh-TW"])
        assert re.search("[a-z]{3} [a-z]", level["en"])
        assert not any(line in level["en"] or line in level["zh-TW"] for line in solution)
    assert "$" not in levels[0]["zh-TW"] + levels[0]["en"]


def test_ambiguous_and_unknown_names():
    assert find_function(COURSE, "nothing") is None
    assert find_function(COURSE, "losses.nothing") is None
    both = find_function(COURSE, "bce")
    assert both is not None and both[0].name == "losses"


def test_an_english_paragraph_that_is_mostly_code_is_part_of_the_statement():
    found = find_function(COURSE, "matmul.dot")
    assert found is not None
    statement = hints(COURSE, *found)[0]
    assert "Example: `dot([5, 2, 1], [-1, 3, 3])`" in statement["en"]
    assert "Example" not in statement["zh-TW"]
