"""The fields of a course's TOML files, each held against what it may say."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from grader.language.catalogue import SOURCE, translated
from grader.language.tags import languages_flaw
from grader.language.text import LANGUAGES, Text, tr
from grader.model.errors import WrongField

Languages = tuple[str, ...]


def words_in(data: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """A list of texts. A single text in its place would be a list of letters."""
    words = data.get(key, ())
    if isinstance(words, str) or not all(isinstance(word, str) for word in words):
        raise WrongField(tr("[policy] {key} is not a list of texts", key=key))
    return tuple(words)


def check_keys(data: Mapping[str, Any], where: str, *known: str) -> None:
    """A misspelt key would be a rule that never holds."""
    for key in data:
        if key not in known:
            raise WrongField(_unknown(key, where, known))


def _unknown(key: str, where: str, known: tuple[str, ...]) -> Text:
    names = ", ".join(known)
    if not where:
        return tr("has {key}; known are {known}", key=repr(key), known=names)
    return tr("{where} has {key}; known are {known}", where=where, key=repr(key), known=names)


def text_of(data: Any, where: str, languages: Languages) -> Text:
    """A text in the course's languages, by tag; in a course of one language, just so."""
    if isinstance(data, str) and len(languages) == 1:
        return Text({languages[0]: data.strip()})
    for tag in languages:
        if not isinstance(data, Mapping) or tag not in data:
            raise WrongField(tr("{where} has no {tag}", where=where, tag=repr(tag)))
    return Text({tag: str(data[tag]).strip() for tag in languages})


def names_of(data: Any) -> tuple[str, ...]:
    """The assignments: folders that are imported, so their names are Python's."""
    if not isinstance(data, list) or not all(isinstance(name, str) for name in data):
        raise WrongField(
            tr(
                "assignments is not a list of names, such as {example}",
                example='["first", "second"]',
            )
        )
    for name in data:
        if not name.isidentifier():
            raise WrongField(
                tr("assignments has {name}, which is no name in Python", name=repr(name))
            )
        if data.count(name) > 1:
            raise WrongField(tr("assignments has {name} twice", name=repr(name)))
    return tuple(data)


def seed_of(data: Mapping[str, Any]) -> int:
    seed = data.get("seed", 0)
    if type(seed) is not int:
        raise WrongField(tr("seed is {seed}, which is no whole number", seed=repr(seed)))
    return seed


def languages_of(data: Mapping[str, Any]) -> Languages:
    """What the course is written in: `languages`, the default first. A course that has `language`
    alone is in Traditional Chinese and English, and names which of the two is its default."""
    if "languages" not in data:
        if "language" in data and data["language"] not in LANGUAGES:
            raise WrongField(
                tr(
                    "language is {named}; a course that is not in zh-TW and en names its "
                    "languages: languages = [{tag}]",
                    named=repr(data["language"]),
                    tag=json.dumps(str(data["language"])),
                )
            )
        return LANGUAGES
    found = data["languages"]
    if not isinstance(found, list) or not found or not all(isinstance(t, str) for t in found):
        raise WrongField(tr('languages is not a list of language tags, such as ["en"]'))
    if flaw := languages_flaw(found):
        raise WrongField(tr("languages: {flaw}", flaw=flaw))
    return tuple(found)


def default_language(data: Mapping[str, Any], languages: Languages) -> str:
    named = str(data.get("language", languages[0]))
    if named not in languages:
        raise WrongField(
            tr("language is {named}, which is not one of languages", named=repr(named))
        )
    return named


def interface_of(data: Mapping[str, Any]) -> str | None:
    """What the interface speaks where it has none of the course's languages."""
    named = data.get("interface")
    known = (SOURCE, *translated())
    if named is not None and named not in known:
        raise WrongField(
            tr(
                "interface is {named}; the interface speaks {known}",
                named=repr(named),
                known=", ".join(known),
            )
        )
    return named
