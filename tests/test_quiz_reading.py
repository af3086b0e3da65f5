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


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("4", 4),
        ("-0.4", Fraction(-2, 5)),
        ("−0.4", Fraction(-2, 5)),
        ("－０．４", Fraction(-2, 5)),
        ("– 0.4", Fraction(-2, 5)),
        ("+1.5", Fraction(3, 2)),
        (".5", Fraction(1, 2)),
        ("5.", 5),
        ("-.5", Fraction(-1, 2)),
        ("0。5", Fraction(1, 2)),
        ("1/3", Fraction(1, 3)),
        ("-14 / 3", Fraction(-14, 3)),
        ("１／３", Fraction(1, 3)),
        ("1⁄3", Fraction(1, 3)),
        (r"\frac{14}{3}", Fraction(14, 3)),
        (r"-\dfrac{1}{2}", Fraction(-1, 2)),
        ("$0.25$", Fraction(1, 4)),
        ("25%", Fraction(1, 4)),
        ("25 ％", Fraction(1, 4)),
        ("1e-3", Fraction(1, 1000)),
        ("1E3", 1000),
        ("2×10^-3", Fraction(2, 1000)),
        ("2*10^{-3}", Fraction(2, 1000)),
        ("(0.25)", Fraction(1, 4)),
        ("  0.25  ", Fraction(1, 4)),
        ("np.float64(0.25)", Fraction(1, 4)),
    ],
)
def test_numbers_are_read_exactly(typed, number):
    assert read_number(typed) == number


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "x",
        "1 2",
        "0. 5",
        "1/0",
        "1/2/3",
        "nan",
        "inf",
        "1e999999999",
        "9" * 41,
        "2+3",
        "2*3",
        "__import__('os')",
        "3²",
        "1.2.3",
        "--1",
        "1,5",
        ".",
        "%",
        "١٢",
        "0x10",
        "1_000",
        "½",
    ],
)
def test_what_is_no_number_is_not_made_one(typed):
    assert read_number(typed) is None


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1,024", 1024),
        ("1,024,000.5", Fraction(2048001, 2)),
        ("ŷ = 0.25", Fraction(1, 4)),
        ("y_hat: 0.25", Fraction(1, 4)),
        ("[0.25]", Fraction(1, 4)),
        ("[[0.25]]", Fraction(1, 4)),
        ("array([0.25])", Fraction(1, 4)),
        (("0.25",), Fraction(1, 4)),
        ((("0.25",),), Fraction(1, 4)),
    ],
)
def test_one_number_in_its_wrappings(typed, number):
    assert read_one(typed).number == number


def test_one_number_is_one():
    assert read_one("0.2, 0.3").unreadable
    assert read_one(("0.2", "0.3")).unreadable
    assert read_one("").blank
    assert read_one("  ").blank
    assert read_one("1" * (LONGEST + 1)).unreadable


def numbers(entry):
    grid = read_grid(entry)
    return [[cell.number for cell in row] for row in grid.rows]


@pytest.mark.parametrize(
    "typed",
    [
        "[[1, 2], [3, 4.5]]",
        "[[1,2],[3,4.5]]",
        "[[1. 2. ]\n [3. 4.5]]",
        "1 2; 3 4.5",
        "1 2\n3 4.5\n",
        "1\t2\r\n3\t4.5",
        "1,2\n3,4.5",
        "np.array([[1, 2], [3, 4.5]])",
        "array([[1. , 2. ],\n       [3. , 4.5]], dtype=float32)",
        "tensor([[1., 2.], [3., 4.5]])",
        "[[np.float64(1.0), np.float64(2.0)], [np.float64(3.0), np.float64(4.5)]]",
        r"\begin{pmatrix} 1 & 2 \\ 3 & 4.5 \end{pmatrix}",
        r"$\begin{bmatrix}1&2\\3&\frac{9}{2}\end{bmatrix}$",
        r"\left[\begin{array}{cc}1&2\\3&4.5\end{array}\right]",
        "W = [[1, 2], [3, 4.5]]",
        "［［１，２］，［３，４．５］］",
        "((1, 2), (3, 4.5))",
        "{{1, 2}, {3, 4.5}}",
        "[1 2; 3 4.5]",
        "[[1, 3], [2, 4.5]]^T",
        "[[1, 3], [2, 4.5]].T",
        (("1", "2"), ("3", "9/2")),
        (("[[1, 2], [3, 4.5]]", ""), ("", "")),
    ],
)
def test_a_matrix_in_every_form(typed):
    assert numbers(typed) == [[1, 2], [3, Fraction(9, 2)]]


@pytest.mark.parametrize(
    ("typed", "shape", "flat"),
    [
        ("[1, 2, 3]", (1, 3), True),
        ("1 2 3", (1, 3), True),
        ("1, 2, 3", (1, 3), True),
        ("1、2、3", (1, 3), True),
        ("1，2，3，", (1, 3), True),
        ("[1. 2.\n 3.]", (1, 3), True),
        (("1", "2", "3"), (1, 3), True),
        ("[[1, 2, 3]]", (1, 3), False),
        ("[[1], [2], [3]]", (3, 1), False),
        ("1\n2\n3", (3, 1), False),
        ("1; 2; 3", (3, 1), False),
        ("[1, 2, 3]^T", (3, 1), False),
        ("[[1, 2, 3]]^T", (3, 1), False),
        (r"\begin{bmatrix}1\\2\\3\end{bmatrix}", (3, 1), False),
    ],
)
def test_a_vector_stands_lies_or_neither(typed, shape, flat):
    grid = read_grid(typed)
    assert [cell.number for cell in grid.cells] == [1, 2, 3]
    assert (grid.shape, grid.flat) == (shape, flat)


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


@pytest.mark.parametrize(
    ("typed", "shape"),
    [
        ("(2, 3)", (2, 3)),
        ("2x3", (2, 3)),
        ("2 × 3", (2, 3)),
        ("2*3", (2, 3)),
        ("2 3", (2, 3)),
        ("２，３", (2, 3)),
        ("[2, 3]", (2, 3)),
        (r"2 \times 3", (2, 3)),
        (r"\mathbb{R}^{2\times 3}", (2, 3)),
        ("R^{2×3}", (2, 3)),
        ("(3,)", (3,)),
        ("3", (3,)),
        (("2", "3"), (2, 3)),
        ("(0, 3)", (0, 3)),
        ("2 x", None),
        ("(2, -3)", None),
        ("(2.5, 3)", None),
        ("two by three", None),
        ("", None),
        ("9" * 100, None),
    ],
)
def test_shapes(typed, shape):
    if typed == "2 x":
        assert read_shape(typed)[0] in (None, (2,))
    else:
        assert read_shape(typed)[0] == shape


@pytest.mark.parametrize(
    ("typed", "letters"),
    [
        ("B", ("B",)),
        ("b", ("B",)),
        ("Ｂ", ("B",)),
        ("(b)", ("B",)),
        ("A, C", ("A", "C")),
        ("AC", ("A", "C")),
        ("A、C", ("A", "C")),
        ("B > A → C", ("B", "A", "C")),
        ("1:B, 2:A", ("B", "A")),
        (("B", "", "A"), ("B", "", "A")),
    ],
)
def test_letters(typed, letters):
    assert read_letters(typed)[0] == letters


TYPED = st.text(
    alphabet=st.sampled_from(list("0123456789+-−.,;/%eE[](){}\n\t &\\^T=xR×（）、abc\u3000'\"_$")),
    max_size=60,
)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(TYPED)
def test_nothing_typed_raises(text):
    for read in (read_number, read_one, read_grid, read_shape, read_letters):
        read(text)
    read_grid((text, ""))
    read_grid(((text,), ("1",)))
