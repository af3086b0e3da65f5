"""Names as they come: made comparable, made printable, and read for what they say."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

LONGEST_ID = 100
LONGEST_SHOWN = 240


def printable(text: str) -> str:
    """`text` with control, format (also right-to-left) and unpaired characters as escapes."""
    if text.isascii() and text.isprintable() and "\\" not in text:
        return text
    return "".join(_escaped(c) for c in text)


def _escaped(char: str) -> str:
    if char == "\\":
        return "\\\\"
    if char == " " or unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}:
        return char
    code = ord(char)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def shown(parts: Sequence[str]) -> str:
    """A path for people: printable, and its middle left out where it is very long."""
    whole = printable("/".join(parts))
    if len(whole) <= LONGEST_SHOWN:
        return whole
    half = LONGEST_SHOWN // 2
    return f"{whole[:half]}…{whole[-half:]}"


def tidy(text: str) -> str:
    """An id or name: NFC, without blanks around it, printable, of bearable length."""
    clean = printable(unicodedata.normalize("NFC", text).strip())
    if len(clean) <= LONGEST_ID:
        return clean
    digest = hashlib.sha256(clean.encode("utf-8")).hexdigest()[:12]
    return f"{clean[: LONGEST_ID - 13]}~{digest}"


def folded(text: str) -> str:
    """For comparing: NFC, without regard to case."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())


def squeezed(text: str) -> str:
    """Letters and digits only, without regard to case: as Canvas writes a name into a file name."""
    return re.sub(r"[\W_]", "", folded(text))


def tokens(text: str) -> list[str]:
    """The words of a name, split at blanks, commas, underscores, hyphens and brackets."""
    return [t for t in re.split(r"[\s_,，、;()（）\[\]+\-]+", folded(text)) if t]


# ------------------------------------------------------------------------------- versions

_COPY_OF = re.compile(r"^copy[ _]of[ _]+(.+)$", re.IGNORECASE)
_COLAB_COPY = re.compile(r"^「(.+?)(?:[._](?:ipynb|py))?」?的副本$")
_COPY = re.compile(r"^(.+?)[ _-]*(?:[ _-]copy|副本|複製|的副本)$", re.IGNORECASE)
_NUMBER = re.compile(r"^(.+?)(?:[ _]*[(（](\d{1,6})[)）]|[ _-]+v?(\d{1,6})|v(\d{1,6}))$", re.I)
_FINAL = re.compile(r"^(.+?)[ _-]+(?:final|最終版?|完成版?|定稿)(\d{0,6})$", re.IGNORECASE)
_FINAL_RANK = 1_000_000


def split_version(stem: str, *, loose: bool = True) -> tuple[str, int]:
    """A file's stem without what marks it as a version of another, and the version's number.

    `matmul(1)`, `matmul-1`, `matmul_v2`, `matmul_final`, `Copy of matmul`, `matmul - 複製 (2)`.
    A copy counts less than the original, 'final' more than any number. Not `loose`: only `(1)`
    and copies, which no id looks like.
    """
    number, final, copies = 0, 0, 0
    while True:
        if m := _COLAB_COPY.match(stem) or _COPY_OF.match(stem) or _COPY.match(stem):
            stem, copies = m[1], 1
        elif m := _NUMBER.match(stem):
            if not loose and m[2] is None:
                break
            stem = m[1]
            number = number or int(m[2] or m[3] or m[4])
        elif loose and (m := _FINAL.match(stem)):
            stem, final, number = m[1], 1, number or int(m[2] or 0)
        else:
            break
    return stem, final * _FINAL_RANK + number - copies


@dataclass(frozen=True, slots=True)
class Named:
    """What a file's stem says of the assignment: which, what stands beside it, which version.

    `rest` is empty where the stem is the assignment's name and no more.
    """

    assignment: str
    before: str
    after: str
    version: int

    @property
    def rest(self) -> str:
        return " ".join(p for p in (self.before, self.after) if p)


_EDGES = " \t_-.,()（）[]+　"


def named(stem: str, names: Sequence[str]) -> Named | None:
    """The assignment that a stem names, or None: the whole stem, or the longest name within."""
    low = unicodedata.normalize("NFC", stem)
    base, version = split_version(low)
    for candidate, number in ((low, 0), (base, version)):
        for name in names:
            if candidate.strip().casefold() == name.casefold():
                return Named(name, "", "", number)
    best: tuple[int, int, str, re.Match[str]] | None = None
    for name in names:
        match = _within(name).search(low)
        if match and (best is None or len(name) > best[0]):
            best = (len(name), match.start(), name, match)
    if best is None:
        return None
    name, match = best[2], best[3]
    before, after = low[: match.start()], low[match.end() :]
    # `_final`, `-1`, `(2)` after the name are a version; anything else is part of who or what.
    left, number = split_version(f"x{after}")
    if left == "x":
        after = ""
    else:
        after, number = split_version(after)
    whole = re.sub(r"^copy[ _]of[ _]+", "", before, flags=re.IGNORECASE)
    return Named(name, whole.strip(_EDGES), after.strip(_EDGES), number)


def _within(name: str) -> re.Pattern[str]:
    left = "a-z0-9" if name[:1].isdigit() else "a-z"
    right = "a-z0-9" if name[-1:].isdigit() else "a-z"
    return re.compile(rf"(?<![{left}]){re.escape(name)}(?![{right}])", re.IGNORECASE)


def named_folder(folder: str, names: Sequence[str]) -> str | None:
    """The assignment that a folder's or an archive's name says."""
    stem = folder[:-4] if folder.lower().endswith(".zip") else folder
    hit = named(stem, names)
    return hit.assignment if hit else None
