"""What students type: every form that means the number is read, and nothing else is."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.quiz.marking.typed_numbers import (
    LONGEST,
    read_grid,
    read_letters,
    read_number,
    read_one,
    read_shape,
)


def test_one_number_is_one():
    assert read_one("0.2, 0.3").unreadable
    assert read_one(("0.2", "0.3")).unreadable
    assert read_one("").blank
    assert read_one("  ").blank
    assert read_one("1" * (LONGEST + 1)).unreadable


def numbers(entry):
    grid = read_grid(entry)
    return [[cell.number for cell in row] for row in grid.rows]


def test_signs_apart_from_their_numbers():
    assert numbers("- 1 2 - 3") == [[-1, 2, -3]]
    assert numbers("[− 1, + 2]") == [[-1, 2]]


def test_a_blank_or_strange_cell_is_only_itself():
    grid = read_grid(("0.5", "", "abc"))
    assert [(c.number, c.blank, c.unreadable) for c in grid.cells] == [
        (Fraction(1, 2), False, False),
        (None, True, False),
        (None, False, True),
    ]
    assert [c.number for c in read_grid("[1, , x]").cells] == [1, None, None]


def test_ragged_and_broken_text_is_seen():
    assert read_grid("[[1, 2], [3]]").ragged
    assert read_grid("[[1, 2]").cells[0].number in (None, 1)
    assert all(c.number is None for c in read_grid("[1, 2] + [3]").cells)
    assert len(read_grid(" ".join(["1"] * 500)).cells) == 1


TYPED = st.text(
    alphabet=st.sampled_from(list("0123456789+-−.,;/%eE[](){}\n\t &\\^T=xR×（）、abc\u3000'\"_$")),
    max_size=60,
)


@pytest.mark.slow
@settings(max_examples=300, deadline=None, derandomize=True)
@given(TYPED)
def test_nothing_typed_raises(text):
    for read in (read_number, read_one, read_grid, read_shape, read_letters):
        read(text)
    read_grid((text, ""))
    read_grid(((text,), ("1",)))
