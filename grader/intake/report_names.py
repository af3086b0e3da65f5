"""File names for reports: portable, readable, and never the same for two students."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

LONGEST = 60
LONGEST_BYTES = 150

# Windows forbids these, also before an extension (`con.json`) and with superscript digits.
_RESERVED = re.compile(
    r"^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(?:\.|$)", re.IGNORECASE
)
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_MARKED = re.compile(r"~[0-9a-f]{8,64}$")


def safe_names(students: Iterable[str]) -> dict[str, str]:
    """Student → a name for files and folders; no two are equal on any file system.

    What is portable already stays as it is, Chinese too. What had to be altered, and ids that
    differ only in case, end in `~` and the start of the id's SHA-256, so that the name of one
    student hardly ever depends on who else is there.
    """
    every = sorted(set(students))
    plain = {student: _portable(student) for student in every}
    seen = Counter(_key(name) for name in plain.values())
    length = 8
    while True:
        names = {
            student: plain[student]
            if plain[student] == student
            and seen[_key(student)] == 1
            and not _MARKED.search(_key(student))
            else f"{plain[student]}~{_digest(student)[:length]}"
            for student in every
        }
        if len({_key(name) for name in names.values()}) == len(names):
            return names
        length += 8


def safe_name(student: str) -> str:
    """The name that one student has when nobody's id is like it."""
    return safe_names([student])[student]


def _digest(student: str) -> str:
    return hashlib.sha256(student.encode("utf-8", "surrogatepass")).hexdigest()


def _key(name: str) -> str:
    """Equal for names that some file system takes for the same."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())


def _portable(student: str) -> str:
    text = unicodedata.normalize("NFC", student)
    text = _FORBIDDEN.sub("_", text)
    text = "".join("_" if not c.isprintable() else c for c in text)
    text = text[:LONGEST]
    while len(text.encode("utf-8")) > LONGEST_BYTES:
        text = text[:-1]
    text = text.strip().lstrip(".").rstrip(". ").strip()
    text = unicodedata.normalize("NFC", text)
    if not text or text.startswith(("-", "~")) or _RESERVED.match(text):
        text = f"_{text}"
    return text
