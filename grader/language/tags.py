"""Language tags (BCP 47, RFC 5646), as far as a course needs them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from grader.language.text import Text, tr

_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-(?P<script>[A-Z][a-z]{3}))?(?:-(?P<region>[A-Z]{2}|[0-9]{3}))?"
    r"(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"
)
_TWO_LETTERS = (
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu "
    "cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi "
    "ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks "
    "ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl "
    "nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl "
    "sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve "
    "vi vo wa wo xh yi yo za zh zu "
)
"""ISO 639-1. Languages of three letters are too many to list, and are taken as they come."""

_NAMES = {
    "ar": "العربية", "de": "Deutsch", "en": "English", "es": "Español", "fr": "Français",
    "id": "Indonesia", "it": "Italiano", "ja": "日本語", "ko": "한국어", "nl": "Nederlands",
    "pl": "Polski", "pt": "Português", "ru": "Русский", "th": "ไทย", "tr": "Türkçe",
    "uk": "Українська", "vi": "Tiếng Việt", "zh": "中文",
}  # fmt: skip
"""What speakers call their language, for a switch on a page."""


def flaw_of(tag: str) -> Text | None:
    """What is wrong with a language tag; None where it is well formed and its language known."""
    found = _TAG.fullmatch(tag)
    if found is None:
        right = canonical(tag)
        if right != tag and _TAG.fullmatch(right):
            return tr("{tag} is written {right}", tag=repr(tag), right=repr(right))
        return tr("{tag} is no language tag, such as 'en', 'zh-TW' or 'ja'", tag=repr(tag))
    if len(found["language"]) == 2 and f"{found['language']} " not in _TWO_LETTERS:
        return tr("{tag} is no known language", tag=repr(tag))
    return None


def languages_flaw(tags: Sequence[str]) -> Text | None:
    """What is wrong with a course's languages: one that is none, or is there twice."""
    for tag in tags:
        if flaw := flaw_of(tag):
            return flaw
        if tags.count(tag) > 1:
            return tr("{tag} is there twice", tag=repr(tag))
    return None


def canonical(tag: str) -> str:
    """A tag, or a locale's name (`zh_TW.UTF-8`), in the usual case and with hyphens."""
    first, *others = re.split(r"[-_]", re.split(r"[.@]", tag.strip(), maxsplit=1)[0])
    shaped = [
        p.upper() if len(p) == 2 else p.title() if len(p) == 4 and p.isalpha() else p.lower()
        for p in others
    ]
    return "-".join([first.lower(), *shaped])


def primary(tag: str) -> str:
    """The language itself: `zh` of `zh-Hant-TW`."""
    return tag.split("-", 1)[0]


def closest(wanted: str, known: tuple[str, ...]) -> str | None:
    """The one of `known` that serves who wants `wanted`: itself, or one of the same language."""
    if wanted in known:
        return wanted
    return next((tag for tag in known if primary(tag) == primary(wanted)), None)


def name_of(tag: str) -> str:
    """What speakers call the language of `tag`; the tag where that is not on our list."""
    return _NAMES.get(primary(tag), tag)
