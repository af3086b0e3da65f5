"""Text for a terminal: cleaned, measured in columns, and broken where Chinese may be broken."""

from __future__ import annotations

import re
import unicodedata

_ESCAPES = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # CSI
    r"|\x1b[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)?"  # OSC, DCS, SOS, PM, APC
    r"|\x1b[ -/]*[0-~]?"
    r"|\x9b[0-?]*[ -/]*[@-~]"
)
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_UNWANTED = re.compile(rf"[\x00-\x08\x0b-\x1f\x7f-\x9f{_BIDI}\ufeff\ufff9-\ufffb]")
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SURROGATES = re.compile("[\ud800-\udfff]")

NOT_FIRST = frozenset("，。；：！？、」』）》〉】〕”’…‥·,.;:!?%)]}")
NOT_LAST = frozenset("「『（《〈【〔“‘([{")

_SPELLED = {
    "−": "-", "–": "-", "—": "-", "‑": "-", "×": "x", "·": ".", "…": "...", "≤": "<=", "≥": ">=",
    "≠": "!=", "≈": "~", "→": "->", "←": "<-", "ᵀ": "^T", "ŷ": "y^", "“": '"', "”": '"',
    "‘": "'", "’": "'", "√": "sqrt ", "∂": "d", "✓": "OK", "✗": "x", "─": "-", "│": "|",
    "α": "alpha", "β": "beta", "λ": "lambda", "Σ": "sum ", "σ": "sigma", "θ": "theta",
    "η": "eta", "，": ",", "。": ".", "；": ";", "：": ":", "！": "!", "？": "?", "、": ",",
    "（": "(", "）": ")", "「": '"', "」": '"',
}  # fmt: skip


def clean(text: str) -> str:
    """Without anything that moves the cursor, changes colours or reorders the line.

    Student code and exception texts are hostile until shown otherwise. Line ends become
    newlines, a tab four spaces, a lone surrogate U+FFFD.
    """
    if text.isprintable() or text.replace("\n", "").isprintable():
        return text
    text = _LINE_ENDS.sub("\n", _ESCAPES.sub("", text))
    text = _UNWANTED.sub("", text).replace("\t", "    ")
    return _SURROGATES.sub("\ufffd", text)


def one_line(text: str) -> str:
    """Cleaned, on one line."""
    return " ".join(clean(text).split())


def encodable(text: str, encoding: str) -> str:
    """`text` as the stream can carry it: spelled out where that reads well, else `?`."""
    try:
        text.encode(encoding)
        return text
    except UnicodeEncodeError:
        pass
    except LookupError:
        encoding = "ascii"
    return "".join(_spelled(char, encoding) for char in text)


def _spelled(char: str, encoding: str) -> str:
    forms = (char, _SPELLED.get(char, ""), _plain(char))
    return next((form for form in forms if _fits(form, encoding)), "?")


def _plain(char: str) -> str:
    """The letter below its accents, or the plain form of ₁ and ᵢ."""
    return "".join(c for c in unicodedata.normalize("NFKD", char) if not unicodedata.combining(c))


def _fits(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return bool(text)


def char_width(char: str) -> int:
    """Columns one character takes."""
    if " " <= char <= "~":
        return 1
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def width(text: str) -> int:
    """Columns a line takes."""
    return len(text) if text.isascii() else sum(map(char_width, text))


def pad(text: str, columns: int, right: bool = False) -> str:
    """Filled with blanks up to `columns`."""
    blanks = " " * (columns - width(text))
    return blanks + text if right else text + blanks


def cut(text: str, columns: int, mark: str = "…") -> str:
    """At most `columns` wide, with `mark` where something was left off."""
    if width(text) <= columns:
        return text
    room, kept = columns - width(mark), ""
    if room < 0:
        return mark[:columns]
    for char in text:
        room -= char_width(char)
        if room < 0:
            break
        kept += char
    return kept.rstrip() + mark


def slices(text: str, columns: int) -> list[str]:
    """Cut hard at `columns`, losing nothing: for code and values, where words mean nothing."""
    columns = max(columns, 2)
    lines, line, used = [], "", 0
    for char in text:
        wide = char_width(char)
        if used + wide > columns:
            lines.append(line)
            line, used = "", 0
        line += char
        used += wide
    return [*lines, line]


def _atoms(text: str) -> list[str]:
    """The pieces between which a line may end. A piece of blanks is one of its own."""
    raw: list[str] = []
    for char in text:
        latin = char_width(char) < 2 and char != " "
        joins = raw and latin and raw[-1] != " " and char_width(raw[-1][-1]) < 2
        if joins or (char == " " and raw and raw[-1][-1] == " "):
            raw[-1] += char
        else:
            raw.append(char)
    atoms: list[str] = []
    for piece in raw:
        glued = atoms and atoms[-1][-1] != " " and piece[0] != " "
        if glued and (piece[0] in NOT_FIRST or atoms[-1][-1] in NOT_LAST):
            atoms[-1] += piece
        else:
            atoms.append(piece)
    return atoms


def wrap(text: str, columns: int) -> list[str]:
    """Broken into lines of at most `columns`: at blanks, between Chinese characters, never
    before closing or after opening punctuation (unless a piece alone is too long)."""
    columns = max(columns, 4)
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line, used = "", 0
        for atom in _atoms(paragraph):
            wide = width(atom)
            if used + wide > columns and line.strip():
                lines.append(line.rstrip())
                line, used = "", 0
                if atom.isspace():
                    continue
            if wide > columns:
                *full, atom = slices(line + atom, columns)
                lines.extend(full)
                line, used = "", 0
                wide = width(atom)
            line += atom
            used += wide
        lines.append(line.rstrip())
    return lines
