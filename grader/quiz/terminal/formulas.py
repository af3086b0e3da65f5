"""LaTeX as readable text for a terminal: `$W_1^T x$` becomes W₁ᵀx, a matrix a block of lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

from grader.quiz.terminal.boxes import EMPTY, Box, beside, blank, fence, grid, stripped

_SYMBOLS = {
    "times": "×", "cdot": "·", "approx": "≈", "ge": "≥", "geq": "≥", "le": "≤", "leq": "≤",
    "ne": "≠", "neq": "≠", "Rightarrow": "⇒", "to": "→", "rightarrow": "→", "sum": "Σ",
    "prod": "Π", "partial": "∂", "nabla": "∇", "in": "∈", "infty": "∞", "pm": "±", "dots": "…",
    "ldots": "…", "cdots": "⋯", "div": "÷", "alpha": "α", "beta": "β", "gamma": "γ",
    "delta": "δ", "epsilon": "ε", "eta": "η", "theta": "θ", "lambda": "λ", "mu": "μ", "pi": "π",
    "sigma": "σ", "phi": "φ", "odot": "⊙", "top": "T", "lvert": "|", "rvert": "|", "mid": "|",
    "quad": "   ", "qquad": "      ", ",": " ", ";": " ", ":": " ", " ": " ", "!": "",
    "{": "{", "}": "}", "%": "%", "_": "_", "&": "&", "#": "#", "$": "$",
}  # fmt: skip
_WORDS = frozenset({"log", "ln", "exp", "max", "min", "tanh", "sin", "cos", "sigmoid", "arg"})
_FONTS = frozenset({"mathrm", "mathbf", "mathit", "mathbb", "text", "textrm", "operatorname"})
_UP = dict(zip("0123456789+-=()nixyjkT", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱˣʸʲᵏᵀ", strict=True))
_DOWN = dict(zip("0123456789+-=()ijknaexm", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ᵢⱼₖₙₐₑₓₘ", strict=True))
_TOKEN = re.compile(r"\\[a-zA-Z]+|\\.|\s+|[0-9.]+|.", re.DOTALL)
_BREAKS = frozenset("=≈⇒≥≤<>")
_SIGNS = ("approx", "Rightarrow", "ge", "geq", "le", "leq", "ne", "times", "cdot", "right", "end")
_ENDS = frozenset({f"\\{name}" for name in (*_SIGNS, "quad", "qquad")})


class _Reader:
    """A recursive reader of the LaTeX that course authors write. What it does not know it shows
    as it stands."""

    def __init__(self, source: str, pretty: bool, flat: bool) -> None:
        self._tokens = _TOKEN.findall(source)
        self._at = 0
        self._pretty = pretty
        self._flat = flat

    def chunks(self) -> list[tuple[str, Box]]:
        """The formula in pieces between which a line may end, each with the gap before it."""
        pieces: list[tuple[str, Box]] = []
        items: list[Box] = []
        gap = ""

        def end(following: str) -> None:
            nonlocal items, gap
            if any(row.strip() for item in items for row in item.rows):
                pieces.append((gap if pieces else "", _joined(stripped(items))))
                gap = following
            items = []

        while self._at < len(self._tokens):
            if self._tokens[self._at] in ("\\quad", "\\qquad"):
                self._at += 1
                end("   ")
                continue
            box = self._item()
            if not box.tall and box.rows[0].strip() in _BREAKS:
                end(" ")
            items.append(box)
        end("")
        return pieces

    def _sequence(self, *ends: str) -> Box:
        items: list[Box] = []
        while self._at < len(self._tokens) and self._tokens[self._at] not in ends:
            items.append(self._item())
        return _joined(items)

    def _item(self) -> Box:
        """One atom with what stands above and below it on the line."""
        box = self._atom()
        while self._at < len(self._tokens) and self._tokens[self._at] in ("^", "_"):
            sign = self._tokens[self._at]
            self._at += 1
            box = beside(box, Box((_script(sign, self._atom()),)))
        return box

    def _atom(self) -> Box:
        if self._at >= len(self._tokens):
            return EMPTY
        token = self._tokens[self._at]
        self._at += 1
        if token == "{":
            inner = self._sequence("}")
            self._at += 1
            return inner
        if token.isspace():
            return Box((" ",))
        if not token.startswith("\\"):
            return Box((token,))
        return self._command(token[1:])

    def _command(self, name: str) -> Box:
        if name == "begin":
            return self._environment()
        if name == "frac":
            over = _fraction(self._argument(), self._argument())
            return Box((f"({over.rows[0]})",)) if self._multiplied() else over
        if name in ("hat", "bar", "tilde"):
            mark = {"hat": "\u0302", "bar": "\u0304", "tilde": "\u0303"}[name]
            return Box((unicodedata.normalize("NFC", self._argument().rows[0] + mark),))
        if name == "sqrt":
            return Box((f"√({self._argument().rows[0]})",))
        if name in _FONTS:
            return self._argument()
        if name == "left":
            return self._between()
        if name in _WORDS:
            return Box((f"\0{name}\0",))
        return Box((_SYMBOLS.get(name, name),))

    def _argument(self) -> Box:
        """The atom that a command applies to: the spaces before it do not count."""
        while self._at < len(self._tokens) and self._tokens[self._at].isspace():
            self._at += 1
        return self._atom()

    def _multiplied(self) -> bool:
        """Does something follow that a fraction on one line would swallow?"""
        rest = (t for t in self._tokens[self._at :] if not t.isspace())
        following = next(rest, "}")
        return following[-1].isalnum() and following not in _ENDS

    def _between(self) -> Box:
        opening = self._fence_sign()
        inner = self._sequence("\\right")
        self._at += 1
        closing = self._fence_sign()
        signs = [fence(s, inner, self._pretty) for s in (opening, closing)]
        return beside(signs[0], inner, signs[1])

    def _fence_sign(self) -> str:
        if self._at >= len(self._tokens):
            return ""
        self._at += 1
        sign = self._tokens[self._at - 1].removeprefix("\\")
        return "" if sign == "." else sign

    def _environment(self) -> Box:
        name = self._word()
        rows: list[list[Box]] = [[]]
        while self._at < len(self._tokens) and self._tokens[self._at] != "\\end":
            rows[-1].append(self._sequence("&", "\\\\", "\\end"))
            if self._at < len(self._tokens) and self._tokens[self._at] != "\\end":
                rows += [[]] if self._tokens[self._at] == "\\\\" else []
                self._at += 1
        self._at += 1
        self._word()
        cells = [["".join(c.rows).strip() for c in row] for row in rows if row]
        return self._cases(cells) if name == "cases" else self._matrix(cells)

    def _word(self) -> str:
        """The name in `{name}`."""
        word = ""
        while self._at < len(self._tokens) and self._tokens[self._at] != "}":
            word += self._tokens[self._at].strip("{")
            self._at += 1
        self._at += 1
        return word

    def _matrix(self, cells: list[list[str]]) -> Box:
        if self._flat:
            return Box(("[" + "; ".join("  ".join(row) for row in cells) + "]",))
        inner = grid(cells, right=True)
        return beside(fence("[", inner, self._pretty), inner, fence("]", inner, self._pretty))

    def _cases(self, cells: list[list[str]]) -> Box:
        if self._flat:
            return Box(("{ " + ";  ".join(",  ".join(row) for row in cells) + " }",))
        inner = grid(cells, right=False)
        return beside(fence("{", inner, self._pretty), Box((" ",)), inner)


def _fraction(top: Box, bottom: Box) -> Box:
    return Box((f"{_grouped(top.rows[0])}/{_grouped(bottom.rows[0])}",))


def _grouped(text: str) -> str:
    """In parentheses where a division would tear it apart."""
    text = _spaced(text.strip())
    whole = re.fullmatch(r"-?[\w.₀-₉ᵢⱼₖ̂ŷ]+|\|[^|]*\|", text)
    return text if whole else f"({text})"


def _script(sign: str, box: Box) -> str:
    text = _spaced(box.rows[0].strip())
    table = _UP if sign == "^" else _DOWN
    if text and all(c in table for c in text):
        return "".join(table[c] for c in text)
    return f"{sign}{text}" if len(text) == 1 else f"{sign}({text})"


def _joined(items: Sequence[Box]) -> Box:
    """The items beside each other, function names apart from letters next to them."""
    kept: list[Box] = []
    for item in items:
        if not (kept and blank(kept[-1]) and blank(item)):
            kept.append(item)
    whole = beside(*kept) if kept else EMPTY
    if whole.tall:
        return Box(tuple(row.replace("\0", "") for row in whole.rows), whole.base)
    return Box((_spaced(whole.rows[0]),))


def _spaced(text: str) -> str:
    """`y\\0log\\0ŷ` becomes `y log ŷ`, `\\0max\\0(` becomes `max(`."""
    if "\0" in text:
        text = re.sub(r"(?<=[\w).])\0(\w+)\0", r" \1\0", text)
        text = re.sub(r"\0?(\w+)\0(?=[\s(]|$)", r"\1", text)
        text = re.sub(r"\0?(\w+)\0", r"\1 ", text)
    return text


def flat(latex: str) -> str:
    """A formula on one line: `[1  2; 3  4]` for a matrix."""
    return "".join(gap + "".join(box.rows) for gap, box in _Reader(latex, True, True).chunks())


def block(latex: str, columns: int, pretty: bool = True) -> list[str]:
    """A formula in as many lines as it needs, broken where a `\\quad` is, else before a relation
    sign, where it is too wide."""
    groups: list[Box] = []
    for gap, chunk in _Reader(latex, pretty, False).chunks():
        joined = beside(groups[-1], Box((gap,)), chunk) if groups and gap == " " else chunk
        if joined is not chunk and joined.columns <= columns:
            groups[-1] = joined
        else:
            groups.append(chunk)
    lines: list[Box] = []
    for group in groups:
        wider = beside(lines[-1], Box(("   ",)), group) if lines else group
        if lines and wider.columns <= columns:
            lines[-1] = wider
        else:
            lines.append(group)
    return [row.rstrip() for line in lines for row in line.rows]


_MATH = re.compile(r"\$\$(.+?)\$\$|\$([^$]+)\$", re.DOTALL)
_ONLY_SIGNS = re.compile(r"^[\s。，,.;；：:]*$")


def readable(
    text: str, columns: int, wrap: Callable[[str, int], list[str]], pretty: bool = True
) -> list[str]:
    """A text with LaTeX between `$` as lines of at most `columns`: small formulas within the
    sentence, tall ones and those between `$$` on lines of their own."""
    lines: list[str] = []
    for paragraph in text.split("\n\n"):
        if lines:
            lines.append("")
        prose, at = "", 0

        def flush(prose: str) -> None:
            if prose.strip() and not _ONLY_SIGNS.match(prose):
                lines.extend(wrap(prose.strip().lstrip("。，.,; "), columns))

        for found in _MATH.finditer(paragraph):
            prose += paragraph[at : found.start()]
            at = found.end()
            latex = found[1] or found[2]
            rows = block(latex, columns - 4, pretty)
            if found[1] is None and len(rows) == 1:
                prose += rows[0].strip()
                continue
            if found[1] is None and not any(c in latex for c in ("matrix", "cases", "array")):
                prose += flat(latex)
                continue
            flush(prose)
            prose = ""
            lines.extend(f"    {row}".rstrip() for row in rows)
        flush(prose + paragraph[at:])
    return lines


def inline(text: str) -> str:
    """A text with LaTeX between `$` on one line: for cells of tables, options, titles."""
    return _MATH.sub(lambda m: flat(m[1] or m[2]), text)
