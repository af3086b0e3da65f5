"""Text of an encoding that nobody states."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.files.decode import decode, file_name

ROSTER = "學號,姓名\r\nb1,王小明\r\n"


@pytest.mark.parametrize(
    ("encoding", "mark", "name"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", codecs.BOM_UTF8, "utf-8"),
        ("cp950", b"", "cp950"),
        ("utf-16-le", codecs.BOM_UTF16_LE, "utf-16"),
        ("utf-16-be", codecs.BOM_UTF16_BE, "utf-16"),
        ("utf-32-le", codecs.BOM_UTF32_LE, "utf-32"),
        ("utf-16-le", b"", "utf-16-le"),
        ("utf-16-be", b"", "utf-16-be"),
    ],
)
def test_it_is_read_as_it_was_written(encoding, mark, name):
    decoded = decode(mark + ROSTER.encode(encoding))
    assert decoded is not None
    assert (decoded.text, decoded.encoding, decoded.mark) == (ROSTER, encoding, mark)
    assert decoded.name == name


def test_what_is_declared_goes_first_and_what_is_unknown_is_passed_over():
    decoded = decode("é=1\n".encode("latin-1"), declared=["no-such-codec", "latin-1"])
    assert decoded is not None and decoded.text == "é=1\n"


@pytest.mark.parametrize("data", [b"\x81", b"ab\x00", codecs.BOM_UTF8 + b"\xff"])
def test_what_is_no_text_is_none(data):
    assert decode(data) is None


def test_whoever_asks_says_what_fits():
    assert decode(b"a\0b", fits=lambda _: True).text == "a\0b"
    assert decode("嗨".encode("cp950"), legacy=()) is None


@given(st.binary(max_size=40))
def test_every_file_name_is_read(raw):
    assert isinstance(file_name(raw), str)
