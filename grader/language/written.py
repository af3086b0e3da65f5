"""Is a text written in a language? By its script, as far as that tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from grader.language.tags import primary
from grader.language.text import LANGUAGES, Text

PLACE = "FILL IN"
"""Stands where an author has something left to fill in."""

_HAN = re.compile(r"[\u4e00-\u9fff]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]{2}")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_SCRIPTS = {
    "zh": _HAN,
    "ja": re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]"),
    "ko": re.compile(r"[\uac00-\ud7af]"),
    "ar": re.compile(r"[\u0600-\u06ff]"),
    "fa": re.compile(r"[\u0600-\u06ff]"),
    "he": re.compile(r"[\u0590-\u05ff]"),
    "hi": re.compile(r"[\u0900-\u097f]"),
    "th": re.compile(r"[\u0e00-\u0e7f]"),
    "el": re.compile(r"[\u0370-\u03ff]"),
} | dict.fromkeys(("ru", "uk", "bg", "be", "mk", "kk"), _CYRILLIC)
"""What a text in a language has some of. Other languages are written in Latin letters."""


def latin(tag: str) -> bool:
    """Is the language written in Latin letters?"""
    return primary(tag) not in _SCRIPTS


def written_in(text: str, tag: str) -> bool:
    """Can `text` be in the language `tag`? In Latin letters there is nothing Chinese. A place that
    is still to be filled in stands for any language: it is told as such."""
    if PLACE in text:
        return True
    if latin(tag):
        return bool(_LATIN.search(text)) and not _HAN.search(text)
    return bool(_SCRIPTS[primary(tag)].search(text))


def text_flaws(text: Text, languages: Sequence[str]) -> Iterator[str]:
    """What a text lacks that has to be in all of `languages`."""
    for tag in languages:
        own = tag in text.tags or (not text.tags and len(languages) == 1)
        if not own or not written_in(text[tag], tag):
            yield missing(tag)


def missing(tag: str) -> str:
    if tag == "en":
        return "the English text is missing or not English"
    return f"the {tag} text is missing"


def named(tag: str) -> str:
    return "English" if tag == "en" else tag


def in_all(languages: Sequence[str]) -> str:
    return "both languages" if tuple(languages) == LANGUAGES else ", ".join(map(named, languages))
