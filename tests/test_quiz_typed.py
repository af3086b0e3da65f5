"""What students type and what it is due, the same in Python and in the browser's scripts."""

from __future__ import annotations

import json
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
from grid_question import grid_question
from javascript import run
from typed_answers import MARKS, READINGS, entry_of

from grader.quiz.authoring import Layout
from grader.quiz.exact.stream import Stream
from grader.quiz.marking.marks import mark_question
from grader.quiz.marking.typed_numbers import (
    TypedCell,
    read_grid,
    read_letters,
    read_number,
    read_one,
    read_shape,
)
from grader.quiz.page.page_data import question_data, variant_data
from grader.quiz.port.javascript import ported
from grader.quiz.variants.drawing import ask

# --------------------------------------------------------------------------- reading


def cell(read: TypedCell) -> str:
    if read.number is None:
        return "" if read.blank else "?"
    return str(read.number)


def readings_in_python(typed: list[Any]) -> list[dict[str, Any]]:
    found = []
    for entry in map(entry_of, typed):
        number, grid, shape = None, read_grid(entry), read_shape(entry)[0]
        if isinstance(entry, str):
            number = read_number(entry)
        found.append(
            {
                "number": None if number is None else str(number),
                "one": cell(read_one(entry)),
                "grid": [[cell(c) for c in row] for row in grid.rows],
                "flat": grid.flat,
                "shape": None if shape is None else list(shape),
                "letters": list(read_letters(entry)[0]),
            }
        )
    return found


READ = """
const said = (n) => n instanceof Ratio ? n.top + "/" + n.bottom : String(n);
const cell = (c) => c.number !== null ? said(c.number) : c.raw.trim() === "" ? "" : "?";
return given.map((entry) => {
  const number = typeof entry === "string" ? readNumber(entry) : null;
  const grid = readGrid(entry), shape = readShape(entry)[0];
  return {
    number: number === null ? null : said(number),
    one: cell(readOne(entry)),
    grid: grid.rows.map((row) => row.map(cell)),
    flat: grid.flat,
    shape: shape === null ? null : shape.map(Number),
    letters: readLetters(entry)[0],
  };
});
"""


def readings_in_javascript(typed: list[Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = run(READ, typed)
    return found


@pytest.mark.parametrize("read", [readings_in_python, readings_in_javascript])
def test_every_entry_is_read_as_it_is_due(read: Callable[[list[Any]], list[dict[str, Any]]]):
    for expected, found in zip(READINGS, read([r["typed"] for r in READINGS]), strict=True):
        if not isinstance(expected["typed"], str):
            found.pop("number")
        assert {"typed": expected["typed"], **found} == expected


def test_the_file_holds_every_kind_of_reading():
    assert len(READINGS) > 250
    for key in ("number", "shape"):
        assert {r.get(key) is None for r in READINGS} == {True, False}
    cells = {c for r in READINGS for row in r["grid"] for c in row}
    assert {"", "?", "-2/5", "9/2"} <= cells
    assert {"1", "1/2", "3/4", "0"} == {c for m in MARKS for c in m["credits"]}


# --------------------------------------------------------------------------- marks

MARK = """
return markQuestion(askedOf(question, given.variant), given.entries).map(
  (m) => [topOf(m.credit) + "/" + bottomOf(m.credit), m.diagnosis.map((d) => d.id)]);
"""


def marks_in_python(asked: Any, entries: dict[str, Any]) -> list[Any]:
    marks = mark_question(asked, {part: entry_of(entry) for part, entry in entries.items()})
    return [[str(Fraction(m.credit)), [d.id for d in m.diagnosis]] for m in marks]


def marks_in_javascript(asked: Any, entries: dict[str, Any]) -> list[Any]:
    found = ported(asked.question)
    data = json.dumps(question_data(asked.question))
    script = f"const question = questionOf({data}, {found.script});{MARK}"
    given = {"variant": variant_data(asked, found), "entries": entries}
    return [[str(Fraction(credit)), named] for credit, named in run(script, given)]


@pytest.mark.parametrize("mark", [marks_in_python, marks_in_javascript])
@pytest.mark.parametrize(
    "expected", MARKS, ids=lambda expected: f"{expected['layout']}-{expected['s']!r:.20}"
)
def test_every_answer_earns_what_it_is_due(
    expected: dict[str, Any], mark: Callable[..., list[Any]]
):
    question = grid_question(Layout(expected["layout"]))
    asked = ask(question, question.slide, Stream(b"typed"))
    entries = {f"q.{step}": expected[step] for step in "yst"}
    credits, named = zip(*mark(asked, entries), strict=True)
    assert (list(credits), list(named)) == (expected["credits"], expected["named"])
