"""What counts as the right value, and what is said of a wrong one."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from grader.compare.agreement import agree, difference
from grader.model.outcome import Opaque

ARRAYS = hnp.arrays(
    np.float64,
    hnp.array_shapes(max_dims=3, max_side=4),
    elements=st.floats(-1e6, 1e6, allow_nan=False),
)


@given(ARRAYS)
def test_a_value_agrees_with_itself_as_a_list_too(a):
    assert difference(a, a.copy())[0] is None
    found, notes = difference(a, a.tolist())
    assert found is None
    assert notes


@given(ARRAYS, st.data())
def test_one_wrong_entry_is_found_at_its_index(a, data):
    index = tuple(data.draw(st.integers(0, n - 1)) for n in a.shape)
    b = a.copy()
    b[index] += 1 + abs(b[index])
    found, _ = difference(a, b)
    assert found is not None and found.kind == "value"
    assert a.size == 1 or found.where == "[" + ", ".join(map(str, index)) + "]"


@pytest.mark.parametrize(
    ("expected", "given_"),
    [
        (3.0, 3),
        (3.0, np.float32(3)),
        (3.0, np.array(3.0)),
        (1.0, True),
        (np.array([0.0, 1.0]), np.array([False, True])),
        (np.array([1.0, 2.0]), [1, 2]),
        (np.array([1.0, 2.0]), (1, 2)),
        ((np.ones(2), 1.0), [np.ones(2), 1]),
        (np.array([1.0]), np.array([1.0 + 5e-7])),
        (np.array([0.0]), np.array([-0.0])),
        (np.array([0, 2]), np.array([0.0, 2.0])),
        (np.array([np.inf]), np.array([np.inf])),
    ],
)
def test_right(expected, given_):
    assert difference(expected, given_)[0] is None
    assert agree(given_, expected)


@pytest.mark.parametrize(
    ("expected", "given_", "kind", "says"),
    [
        (3.0, np.array([3.0]), "shape", "wrapped in an array of shape (1,)"),
        (3.0, None, "none", "return"),
        (3.0, "3.0", "type", "str"),
        (np.ones(2), Opaque("generator"), "type", "generator"),
        (np.ones(2), [[1], [1, 2]], "type", "rows differ"),
        (np.arange(6.0).reshape(2, 3), np.arange(6.0).reshape(2, 3).T, "shape", "transpose"),
        (np.ones((3, 1)), np.ones(3), "shape", "only the shape"),
        (np.ones(3), np.array([1, np.nan, 1]), "nan", "[1] is nan"),
        (np.ones(3), np.array([1, 1, np.inf]), "nan", "[2] is inf"),
        ((1.0, 2.0), 1.0, "type", "tuple of 2"),
        ((1.0, 2.0), (1.0,), "length", "2 values are due"),
        (np.array([1.0]), np.array([1.00001]), "value", "1.00001"),
    ],
)
def test_wrong(expected, given_, kind, says):
    found, _ = difference(expected, given_)
    assert found is not None
    assert found.kind == kind
    assert says in found.text["en"]
    assert found.text["zh-TW"]
    assert not agree(given_, expected)


def test_integer_dtype():
    expected = np.array([0, 2])
    assert difference(expected, np.array([0, 2]), dtype="integer")[0] is None
    assert difference(expected, [0, 2], dtype="integer")[0] is None
    found, _ = difference(expected, np.array([0.0, 2.0]), dtype="integer")
    assert found is not None and found.kind == "dtype"


def test_parts_are_named():
    found, _ = difference((np.ones(2), np.zeros(2)), (np.ones(2), np.ones(2)), outputs=("dW", "db"))
    assert found is not None
    assert found.part == 1
    assert found.where == "db[0]"
    assert found.text["en"].startswith("db: ")
