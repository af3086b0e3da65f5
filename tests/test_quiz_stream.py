"""The stream that quizzes draw from: golden for ever, unbiased, one a part."""

from __future__ import annotations

import hashlib
import hmac
from collections import Counter
from fractions import Fraction

import pytest

from grader.quiz.exact.stream import Stream, derive

SECRET = b"a secret of twenty b"


def by_hand(secret: bytes, names: tuple[str, ...], size: int) -> bytes:
    """The same bytes, from the description alone."""
    text = b""
    for name in names:
        raw = name.encode("utf-8")
        text += len(raw).to_bytes(4, "big") + raw
    key = hmac.new(secret, text, hashlib.sha256).digest()
    out, i = b"", 0
    while len(out) < size:
        out += hmac.new(key, i.to_bytes(8, "big"), hashlib.sha256).digest()
        i += 1
    return out[:size]


def test_the_bytes_are_those_of_the_description():
    stream = Stream(SECRET, "quiz", "王小明", 3)
    assert stream.take(5) + stream.take(80) == by_hand(SECRET, ("quiz", "王小明", "3"), 85)


def test_golden_vectors():
    """If one of these changes, every student's variant changes: it must not."""
    stream = Stream(b"0123456789abcdef", "golden")
    assert stream.take(16).hex() == "86868fb721deeacae4b4fe4ccd2e8d58"
    assert [stream.below(n) for n in (2, 6, 10, 255, 256, 257, 1000)] == [0, 2, 5, 122, 233, 49, 17]
    assert stream.shuffled("abcdefgh") == tuple("fhbeadgc")
    assert stream.sample(range(50), 4) == (24, 26, 43, 2)
    assert [stream.tenths(-9, 9) for _ in range(4)] == [
        Fraction(-4, 5),
        Fraction(1, 2),
        Fraction(-1, 2),
        Fraction(-3, 10),
    ]
    assert stream.child("part").take(8).hex() == "44f41ca09550de65"


def test_names_do_not_run_together():
    keys = {
        derive(SECRET, *names)
        for names in (("ab", "c"), ("a", "bc"), ("abc",), ("a", "b", "c"), ("abc", ""), ())
    }
    assert len(keys) == 6


def test_a_child_does_not_depend_on_what_was_drawn_before():
    one, two = Stream(SECRET, "q"), Stream(SECRET, "q")
    one.take(100)
    assert one.child("z").take(20) == two.child("z").take(20)
    assert one.child("z").take(20) != two.child("h").take(20)


@pytest.mark.parametrize("n", [1, 2, 3, 7, 10, 100, 256, 257, 70_000])
def test_below_stays_below_and_reaches_both_ends(n):
    stream = Stream(SECRET, "below", n)
    drawn = [stream.below(n) for _ in range(600)]
    assert min(drawn) >= 0 and max(drawn) < n
    if n <= 10:
        assert set(drawn) == set(range(n))


def test_below_is_even():
    """3 does not divide 256: with a remainder instead of rejection, 0 would come more often."""
    stream = Stream(SECRET, "even")
    counts = Counter(stream.below(3) for _ in range(9000))
    assert all(abs(c - 3000) < 150 for c in counts.values()), counts


def test_shuffles_are_even():
    stream = Stream(SECRET, "shuffle")
    counts = Counter(stream.shuffled("abc") for _ in range(6000))
    assert len(counts) == 6 and all(abs(c - 1000) < 110 for c in counts.values()), counts


def test_nothing_to_draw_from_is_an_error():
    with pytest.raises(ValueError):
        Stream(SECRET).below(0)
    with pytest.raises(ValueError):
        Stream(SECRET).sample([1, 2], 3)


def test_tenths_are_exact_and_never_zero():
    stream = Stream(SECRET, "tenths")
    drawn = [stream.tenths(-3, 3) for _ in range(200)]
    assert set(drawn) == {Fraction(n, 10) for n in (-3, -2, -1, 1, 2, 3)}
    assert all(isinstance(x, int | Fraction) for x in drawn)
