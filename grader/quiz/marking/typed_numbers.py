"""What a student typed, as numbers: forgiving about form, never about value, and never `eval`.

Each cell is read by itself, so that one unreadable cell costs only itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from grader.quiz.exact.stream import Exact, exact
from grader.quiz.question.records import Entry

LONGEST = 2000
MOST_CELLS = 64
_LONGEST_NUMBER = 200
_DIGITS = 40
_EXPONENT = 30


@dataclass(frozen=True, slots=True)
class TypedCell:
    """One cell. `number` is None where it is blank or cannot be read; `raw` is what was typed."""

    raw: str
    number: Exact | None = None

    @property
    def blank(self) -> bool:
        return not self.raw

    @property
    def unreadable(self) -> bool:
        return self.number is None and not self.blank


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells in rows, row by row. `flat` means that nothing said whether they stand or lie."""

    rows: tuple[tuple[TypedCell, ...], ...]
    flat: bool = False

    @property
    def shape(self) -> tuple[int, int]:
        """(rows, columns), the longest row's."""
        return len(self.rows), max((len(row) for row in self.rows), default=0)

    @property
    def ragged(self) -> bool:
        return len({len(row) for row in self.rows}) > 1

    @property
    def cells(self) -> tuple[TypedCell, ...]:
        return tuple(cell for row in self.rows for cell in row)

    @property
    def transposed(self) -> Grid:
        return Grid(tuple(zip(*self.rows, strict=True)), self.flat)


_FULL = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_OTHERS: dict[int, str] = {
    **dict.fromkeys(map(ord, "\u3000\u00a0\u2002\u2003\u2009\u202f\u200b\ufeff"), " "),
    **dict.fromkeys(map(ord, "−–—‒‐‑﹣―"), "-"),
    **dict.fromkeys(map(ord, "、﹐"), ","),
    **dict.fromkeys(map(ord, "⁄∕÷"), "/"),
    **dict.fromkeys(map(ord, "﹢"), "+"),
    **dict.fromkeys(map(ord, "【〔［﹝"), "["),
    **dict.fromkeys(map(ord, "】〕］﹞"), "]"),
    ord("。"): ".",
    ord("﹪"): "%",
    ord("﹔"): ";",
}
_PLAIN: dict[int, int | str] = {**_FULL, **_OTHERS}

_NUMBER = re.compile(r"([+-]?)([0-9]*\.?[0-9]*)(?:e([+-]?[0-9]{1,4}))?")
_APART = re.compile(r"[0-9.]\s+[0-9.]")
_THOUSANDS = re.compile(r"[+-]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]*)?%?")
_POWER = re.compile(
    r"(?<=[0-9.])\s*(?:[×x*·]|\\times|\\cdot)\s*10\s*\^\s*\{?\s*([+-]?[0-9]+)\s*\}?"
)
_NAMED = re.compile(r"\s*[A-Za-zŷ][\w₀-₉ŷ\\{}^]{0,20}\s*[=:≈]\s*")
_ARRAY = re.compile(
    r"\s*(?:[A-Za-z]\w*\.)?(?:array|asarray|matrix|tensor)\s*\((.*)\)\s*", re.DOTALL
)
_DTYPE = re.compile(r",\s*(?:dtype|shape)\s*=.*$", re.DOTALL)
_SCALAR = re.compile(r"(?:[A-Za-z]\w*\.)(?:float|int|double)\w*\(([^()]*)\)")
_FRAC = re.compile(r"([+-]?)\s*\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}")
_ENVIRONMENT = re.compile(r"\\(begin|end)\s*\{[A-Za-z]*(?:matrix|array)\*?\}(?:\{[lcr|]*\})?")
_LATEX_NOISE = re.compile(r"\\(?:left|right|big[lr]?|Big[lr]?|displaystyle|,|;|!|quad)")
_TURNED = re.compile(r"(?:\^\s*\{?\s*(?:T|\\top|\\intercal)\s*\}?|ᵀ|\.T)\s*$")


def clean(text: str) -> str:
    """The text with full-width forms, the many minus signs and odd spaces made plain."""
    return text.translate(_PLAIN)


def read_number(text: str) -> Exact | None:
    """The exact number that `text` writes: `-0.5`, `.5`, `1/3`, `25%`, `1e-3`; None for others."""
    if len(text) > _LONGEST_NUMBER:
        return None
    text = _unwrapped(clean(text))
    if _APART.search(text):
        return None
    text = "".join(text.split()).lower()
    percent = text.endswith("%")
    top, bar, bottom = text.removesuffix("%").partition("/")
    number = _decimal(top)
    if bar:
        divisor = _decimal(bottom)
        number = None if number is None or not divisor else number / divisor
    if number is None:
        return None
    return exact(number / 100 if percent else number)


def _unwrapped(text: str) -> str:
    text = _FRAC.sub(r"\1\2/\3", _POWER.sub(r"e\1", text)).strip().strip("$").strip()
    text = _SCALAR.sub(r"\1", text)
    if text.startswith("(") and text.endswith(")") and text.count("(") == 1:
        text = text[1:-1]
    return text


def _decimal(text: str) -> Fraction | None:
    found = _NUMBER.fullmatch(text)
    if found is None or not found[2].strip(".") or len(found[2]) > _DIGITS:
        return None
    power = int(found[3] or 0)
    if abs(power) > _EXPONENT:
        return None
    number = Fraction(found[2].rstrip(".") if found[2] != "." else "0") * Fraction(10) ** power
    return -number if found[1] == "-" else number


def read_one(entry: Entry) -> TypedCell:
    """The one number of an entry, which may be `y = 0.25`, `[0.25]` or `1,024`."""
    cells = _strings(entry)
    text = next((c for c in cells if c.strip()), "") if len(cells) != 1 else cells[0]
    raw = text.strip()
    if len(raw) > LONGEST or sum(bool(c.strip()) for c in cells) > 1:
        return TypedCell(raw[:40] + "…")
    plain = _NAMED.sub("", clean(raw), count=1) if _NAMED.match(clean(raw)) else clean(raw)
    if _THOUSANDS.fullmatch(plain.strip()):
        plain = plain.replace(",", "")
    number = read_number(plain)
    if number is None and raw:
        inside = read_grid(plain)
        if len(inside.cells) == 1:
            number = inside.cells[0].number
    return TypedCell(raw, number)


def read_grid(entry: Entry) -> Grid:
    """The cells of a vector or a matrix: cells as they were, or pasted text in one of them.

    Pasted text may be `[[1, 2], [3, 4]]`, `1 2; 3 4`, lines and tabs from a spreadsheet, what
    NumPy prints, `array([...])`, or a LaTeX matrix; `^T` at its end turns it.
    """
    if isinstance(entry, str):
        return _pasted(entry)
    strings = _strings(entry)
    filled = [s for s in strings if s.strip()]
    if len(filled) == 1 and len(strings) > 1:
        pasted = _pasted(filled[0])
        if len(pasted.cells) > 1:
            return pasted
    if len(strings) > MOST_CELLS:
        return Grid(((TypedCell("…"),),))
    if any(isinstance(row, tuple) for row in entry):
        rows = tuple(row if isinstance(row, tuple) else (row,) for row in entry)
        return Grid(tuple(tuple(_cell(c) for c in row) for row in rows))
    return Grid((tuple(_cell(c) for c in strings),), flat=True)


def _strings(entry: Entry) -> list[str]:
    if isinstance(entry, str):
        return [entry]
    return [c for row in entry for c in (row if isinstance(row, tuple) else (row,))]


def _cell(text: str) -> TypedCell:
    raw = text.strip()
    if len(raw) > LONGEST:
        return TypedCell(raw[:40] + "…")
    return TypedCell(raw, read_number(raw)) if raw else TypedCell("")


def _pasted(text: str) -> Grid:
    if not text.strip():
        return Grid(((TypedCell(""),),), flat=True)
    if len(text) > LONGEST:
        return Grid(((TypedCell(text.strip()[:40] + "…"),),))
    text = clean(text).strip().strip("$").strip()
    text = _NAMED.sub("", text, count=1) if _NAMED.match(text) else text
    turned = _TURNED.search(text)
    text = text[: turned.start()].rstrip() if turned else text
    if found := _ARRAY.fullmatch(text):
        text = _DTYPE.sub("", found[1])
    text = _SCALAR.sub(r"\1", _FRAC.sub(r"\1\2/\3", _POWER.sub(r"e\1", text)))
    text = _LATEX_NOISE.sub(" ", _ENVIRONMENT.sub(lambda m: "[" if m[1] == "begin" else "]", text))
    text = text.replace("\\\\", ";").replace("&", ",").translate(str.maketrans("({})", "[[]]"))
    grid = _grouped(text)
    if len(grid.cells) > MOST_CELLS:
        return Grid(((TypedCell(text[:40] + "…"),),))
    if not turned or grid.ragged:
        return grid
    return Grid(tuple((c,) for c in grid.cells)) if grid.flat else grid.transposed


def _grouped(text: str) -> Grid:
    """Rows from brackets within brackets, else from `;` and line ends."""
    inner = re.findall(r"\[([^\[\]]*)\]", text)
    rest = re.sub(r"\[[^\[\]]*\]", "", text)
    if len(inner) == 1 and not rest.strip("[] \t\r\n,;"):
        # A line end within one pair of brackets is NumPy's way to print a long vector.
        pieces = [p.replace("\n", " ") for p in inner[0].split(";") if p.strip()] or [""]
        return Grid(tuple(_split(p) for p in pieces), flat=len(pieces) == 1 and "[" not in rest)
    if inner and not rest.strip("[] \t\r\n,;"):
        return Grid(tuple(_split(p.replace("\n", " ")) for p in inner))
    if "[" in text or "]" in text:
        return Grid(((TypedCell(text.strip()[:60]),),))
    lines = [line for line in re.split(r";|\r?\n", text) if line.strip()]
    return Grid(tuple(_split(line) for line in lines), flat=len(lines) == 1)


def _split(line: str) -> tuple[TypedCell, ...]:
    if "," in line:
        parts: Iterable[str] = line.rstrip().removesuffix(",").split(",")
    elif "\t" in line.strip(" "):
        parts = line.strip(" \r\n").split("\t")
    else:
        parts = re.sub(r"(^|\s)([+-])\s+(?=[0-9.])", r"\1\2", line.strip()).split()
    return tuple(_cell(part) for part in parts)


_AXES = re.compile(r"[x×*,]|by|\\times|乘")
_SET = re.compile(r"^(?:\\in|∈)?\s*(?:\\mathbb\s*\{?\s*)?[Rℝ]\s*\}?\s*\^")


def read_shape(entry: Entry) -> tuple[tuple[int, ...] | None, str]:
    """A shape and what was typed: `(2, 3)`, `2x3`, `2×3`, `R^{2×3}`, `(3,)`; None when unread."""
    cells = _strings(entry)
    raw = (
        ", ".join(c.strip() for c in cells) if len(cells) > 1 else cells[0].strip() if cells else ""
    )
    if not raw.strip(", "):
        return None, ""
    if len(raw) > 60:
        return None, raw[:40] + "…"
    text = clean(raw).replace("shape", "").replace("=", " ").strip().strip("$")
    text = _SET.sub("", text).strip("(){}[] \t")
    pieces = [p.strip() for p in _AXES.split(text)]
    if len(pieces) == 1:
        pieces = text.split()
    if pieces and not pieces[-1] and len(pieces) == 2:
        pieces = pieces[:1]
    if not pieces or not all(re.fullmatch(r"[0-9]{1,4}", p) for p in pieces):
        return None, raw
    return tuple(int(p) for p in pieces), raw


def read_letters(entry: Entry) -> tuple[tuple[str, ...], str]:
    """The letters of the options chosen, in order and with blanks as "", and what was typed."""
    cells = _strings(entry)
    raw = (
        ", ".join(c.strip() for c in cells) if len(cells) > 1 else cells[0].strip() if cells else ""
    )
    if len(raw) > LONGEST or len(cells) > MOST_CELLS:
        return ("?",), raw[:40] + "…"
    if isinstance(entry, str):
        text = clean(raw).upper().strip("()[] ")
        text = re.sub(r"[1-9]\s*[:=.)-]\s*", "", text)
        parts = re.split(r"[,;>→<\s-]+", text) if not text.isalpha() else list(text)
        return tuple(p for p in parts if p), raw
    return tuple(clean(c).strip().upper() for c in cells), raw
