"""Texts of a skeleton in the languages of its course, written as its files write them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from grader.language.catalogue import SOURCE, translated, wider
from grader.language.text import LANGUAGES, Text
from grader.language.written import PLACE

WIDTH = 94
_WIDE = r"\u3000-\u9fff\uac00-\uffef"
_WORD = re.compile(rf"(?:`[^`]*`|[{_WIDE}]|[^\s`{_WIDE}]+)[、。，：；）」.,:;)]*\s*")
"""What a line is not broken within: code, a character of Chinese or the like, a word."""


def in_course(text: Text, languages: Sequence[str]) -> Text:
    """`text` in the course's languages. In one that nobody has translated the engine to, the
    English stands in, marked as a place to fill in."""
    return Text({tag: _said(text, tag) for tag in languages})


def _said(text: Text, tag: str) -> str:
    if tag in text.tags or {tag, *wider(tag)} & {SOURCE, *translated()}:
        return text[tag]
    english, mark = text[SOURCE], f"{PLACE} ({tag})"
    return english.replace(PLACE, mark) if PLACE in english else f"{mark}: {english}"


def toml_value(text: Text) -> str:
    """A plain string in a course of one language, else a table by tag on one line."""
    if len(text.tags) == 1:
        return quoted(text[text.tags[0]])
    return f"{{ {', '.join(f'{tag} = {quoted(text[tag])}' for tag in text.tags)} }}"


def toml_lines(text: Text) -> str:
    """A line a language, for a table that has a text alone."""
    return "\n".join(f"{tag} = {quoted(text[tag])}" for tag in text.tags)


def toml_title(text: Text, name: str) -> str:
    """A text as a value of its own, or as a table under a heading."""
    if len(text.tags) == 1:
        return f"{name} = {toml_value(text)}"
    return f"[{name}]\n{toml_lines(text)}"


def python_arguments(text: Text, name: str) -> str:
    """Lines of a call's arguments: `zh=…, en=…` where that says it, else `name`'s."""
    if text.tags == LANGUAGES:
        return f"    zh={quoted(text['zh-TW'])},\n    en={quoted(text['en'])},"
    if len(text.tags) == 1:
        return f"    {name}={quoted(text[text.tags[0]])},"
    lines = "".join(f"        {quoted(tag)}: {quoted(text[tag])},\n" for tag in text.tags)
    return f"    {name}={{\n{lines}    }},"


def python_text(text: Text, column: int) -> str:
    """The call that makes a quiz's `Text`, in lines where one is too long; these begin at
    `column`."""
    short = text.tags == LANGUAGES
    keys = ["" if short else f"{quoted(tag)}: " for tag in text.tags]
    said = [text[tag] for tag in text.tags]
    begin, end = ("Text(", ")") if short else ("Text({", "})")
    line = begin + ", ".join(key + quoted(one) for key, one in zip(keys, said, strict=True)) + end
    if _columns(line) + column <= WIDTH:
        return line
    inside = " " * (column + 4)
    lines = [
        f"{inside}{key}" + f"\n{inside}".join(map(quoted, _lines(one, WIDTH - column - 8)))
        for key, one in zip(keys, said, strict=True)
    ]
    return "\n".join([begin, *(f"{line}," for line in lines), " " * column + end])


def across(text: Text, between: str) -> str:
    """The languages side by side, each wording once."""
    return between.join(dict.fromkeys(text[tag] for tag in text.tags))


def comment(said: str, indent: str = "") -> str:
    """Lines of a comment. What is code stays on one line, and punctuation with what it follows."""
    return "\n".join(f"{indent}# {line.strip()}" for line in _lines(said, WIDTH - len(indent)))


def quoted(text: str) -> str:
    """A string of JSON, which is one of TOML and of Python as well."""
    return json.dumps(text, ensure_ascii=False)


def _columns(text: str) -> int:
    return sum(1 if char < "\u3000" else 2 for char in text)


def _lines(text: str, width: int) -> Iterator[str]:
    """`text` in lines of at most `width` columns that make it up again."""
    line = ""
    for word in _WORD.findall(text):
        if line and _columns(line + word.rstrip()) > width:
            yield line
            line = ""
        line += word
    yield line
