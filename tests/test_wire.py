"""The wire: what goes in comes out, and nothing forged raises anything but the protocol error."""

from __future__ import annotations

import contextlib
import json
import math
from collections import namedtuple
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from grader.model.outcome import Opaque
from grader.protocol import frames
from grader.protocol.functions import FUNCTIONS

HOOKS = {"o": Opaque}


def sent(value: Any, **options: Any) -> Any:
    """The value after a whole trip over the wire."""
    encoder = frames.Encoder(**options)
    frame = frames.pack({"value": encoder.value(value)}, encoder.blobs)
    head, blob = frames.sizes(frame[:8], 1 << 30)
    assert len(frame) == 8 + head + blob
    header = frames.parse(frame[8 : 8 + head])
    return frames.Decoder(frame[8 + head :], HOOKS).value(header["value"])


def same(a: Any, b: Any) -> bool:
    if isinstance(a, np.ndarray | np.generic):
        return (
            type(a) is type(b)
            and a.dtype == b.dtype
            and np.array_equal(a, b, equal_nan=a.dtype.kind in "fc")
        )
    if isinstance(a, list | tuple):
        return type(a) is type(b) and len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, dict):
        return list(a) == list(b) and all(same(a[k], b[k]) for k in a)
    return type(a) is type(b) and (a == b or (a != a and b != b))


scalars = (
    st.none()
    | st.booleans()
    | st.integers(-(10**30), 10**30)
    | st.floats()
    | st.text(st.characters(exclude_categories=["Cs"]))
)
arrays = st.sampled_from(frames.DTYPES).flatmap(
    lambda d: hnp.arrays(d, hnp.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=3))
)
values = st.recursive(
    scalars | arrays,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner, max_size=3)
    ),
    max_leaves=8,
)


@pytest.mark.slow
@settings(deadline=None)
@given(values)
def test_round_trip(value: Any) -> None:
    assert same(value, sent(value))


@pytest.mark.slow
@settings(deadline=None, max_examples=200)
@given(st.data())
def test_mutated_frames_raise_only_the_protocol_error(data: st.DataObject) -> None:
    encoder = frames.Encoder()
    head = json.dumps(encoder.value(data.draw(values)))
    at = data.draw(st.integers(0, len(head)))
    cut = data.draw(st.integers(0, 3))
    new = data.draw(st.text('[]"aldntfcoir,0123456789.-eE{}: ', max_size=4))
    blob = b"".join(encoder.blobs)[: data.draw(st.integers(0, 100))]
    with contextlib.suppress(frames.WireProtocolError):
        header = frames.parse(f'{{"v":{head[:at] + new + head[at + cut :]}}}'.encode())
        frames.Decoder(blob, HOOKS).value(header.get("v"))


@given(st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats()
    | st.sampled_from(["a", "n", "l", "t", "d", "i", "o", "f", "c", "r", "int8", "float64"]),
    lambda inner: st.lists(inner, max_size=5),
))  # fmt: skip
def test_made_up_tags_raise_only_the_protocol_error(tag: Any) -> None:
    with contextlib.suppress(frames.WireProtocolError):
        frames.Decoder(bytes(64), HOOKS).value(tag)


@pytest.mark.parametrize(
    "tag",
    [
        ["a", "float64", [10**18, 0], 0],
        ["a", "float64", [2**62, 2**62], 0],
        ["a", "object", [1], 0],
        ["a", "float64", [-1], 0],
        ["a", "float64", [9], 0],
        ["a", "float64", [1], 57],
        ["a", "float64", [1], -8],
        ["a", "float64", [True], 0],
        ["a", "float64", [1] * 33, 0],
        ["l", *[["a", "float64", [8], 0]] * 2],
        ["i", "1" * 401],
        ["i", "1_0"],
        ["i", "٣"],
        ["f", "tanh"],
        ["c", 0, "f"],
        ["r", 1],
        ["o", 1, 2],
        ["d", [[1, 2]]],
        ["zzz"],
        [],
        {},
        2**64,
    ],
)
def test_refused(tag: Any) -> None:
    if tag == ["a", "float64", [10**18, 0], 0]:
        assert frames.Decoder(bytes(64)).value(tag).size == 0  # nothing is allocated for it
        return
    with pytest.raises(frames.WireProtocolError):
        frames.Decoder(bytes(64), HOOKS).value(tag)


def test_deep_headers_are_refused() -> None:
    for head in (b"[" * 100_000, b'{"a":' * 90_000, b"1" * 5000, b"[1]", b"\xff", b""):
        with pytest.raises(frames.WireProtocolError):
            frames.parse(head)
    tag: list[Any] = ["l"]
    for _ in range(20):
        tag = ["l", tag]
    with pytest.raises(frames.WireProtocolError):
        frames.Decoder(b"").value(tag)


def test_sizes_are_capped() -> None:
    for prefix in (frames.PREFIX.pack(frames.MAX_HEADER + 1, 0), frames.PREFIX.pack(10, 2**32 - 1)):
        with pytest.raises(frames.WireProtocolError):
            frames.sizes(prefix, 1 << 20)


class Mean(np.ndarray):
    def __eq__(self, other: object) -> bool:
        return True


class Liar:
    def __repr__(self) -> str:
        raise SystemExit("no repr")


class Chatty:
    def __repr__(self) -> str:
        return "x" * 10_000_000


class Number(float):
    def __float__(self) -> float:
        return 99.0


Point = namedtuple("Point", "x y")


def test_odd_values() -> None:
    assert type(sent(np.arange(3.0).view(Mean))) is np.ndarray
    assert (
        sent(np.longdouble(0.5)) == 0.5
        and sent(np.array([1, 2], np.longdouble)).dtype == np.float64
    )
    assert sent(np.asfortranarray(np.arange(6).reshape(2, 3)))[1, 0] == 3
    assert sent(np.arange(3).astype(">i4")).dtype == np.dtype("int32")
    assert sent(np.bool_(True)) is np.True_ and sent(np.str_("a")) == "a"
    assert sent(Number(1.5)) == 1.5 and sent(True) is True and sent(Point(1, 2)) == (1, 2)
    assert sent("a" * 9_999) == "a" * frames.MAX_TEXT and sent("\ud800") == "?"
    assert math.isnan(sent(float("nan"))) and sent(-(2**63)) == -(2**63) and sent(2**64) == 2**64
    assert sent(1 + 2j) == 1 + 2j
    assert sent([Liar(), 1])[1] == 1


def looped() -> list[Any]:
    items: list[Any] = [1]
    items.append(items)
    return items


@pytest.mark.parametrize(
    ("value", "type_name", "shown"),
    [
        (Liar(), "Liar", "<Liar>"),
        (Chatty(), "Chatty", "xxx"),
        (10**5000, "int", "bits"),
        (looped(), "list", "deep"),
        ([0] * 300_000, "list", "items"),
        (["a" * 2000] * 3000, "list", "text"),
        (np.array([object()]), "ndarray", "object"),
        (np.array(["a"]), "ndarray", "<U1"),
        (np.ma.masked_array([1, 2], [False, True]), "MaskedArray", "masked"),
        (np.broadcast_to(np.float64(1), (10**9, 10)), "ndarray", "(1000000000, 10)"),
        ((i for i in ()), "generator", "generator"),
        (map(abs, []), "map", "map"),
        ({1, 2}, "set", "{1, 2}"),
        (range(3), "range", "range"),
        (np, "module", "numpy"),
        (b"x", "bytes", "x"),
        ({1: 2}, "dict", "{1: 2}"),
        (np.datetime64("2020-01-01"), "datetime64", "2020"),
    ],
    ids=lambda given: given if type(given) is str else "",
)
def test_opaque(value: Any, type_name: str, shown: str) -> None:
    opaque = sent(value)
    assert isinstance(opaque, Opaque)
    assert opaque.type_name == type_name and shown in opaque.shown
    assert len(opaque.shown) <= frames.MAX_SHOWN
    with pytest.raises(TypeError):
        frames.Encoder(strict=True).value(value)


def test_decoded_arrays_are_owned_and_writable() -> None:
    for dtype in frames.DTYPES:
        array = sent(np.ones((2, 2), dtype))
        array[0, 0] = 0
        assert array.flags.writeable and array.flags.aligned


@pytest.mark.parametrize("name", FUNCTIONS)
def test_functions_take_everything(name: str) -> None:
    function = FUNCTIONS[name]
    for z in (0.5, 1, [0.5, 1], np.float64(2), np.array(0.5), np.ones((2, 3)), np.array([1, 2])):
        before = np.array(z)
        out = function(z)
        assert np.array_equal(before, np.array(z))
        if name != "sum_squares":
            assert np.shape(out) == np.shape(z) and out is not z
