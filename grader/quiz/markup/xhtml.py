"""A quiz's texts as XHTML: paragraphs, formulas as the reader's system shows them, tables, plots.

A text of a quiz is plain, with LaTeX between `$` (in a line) or `$$` (on its own).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from html.entities import html5
from typing import Any
from urllib.parse import quote

from grader.quiz.markup.plain import readable
from grader.quiz.markup.xml import Xml, element, join, tag, text

_MATH = re.compile(r"\$\$(.+?)\$\$|\$(.+?)\$", re.DOTALL)
_ENTITY = re.compile(r"&(\w+);")
_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})
_NOT_MATHML2 = re.compile(r' (?:style|scriptlevel)="[^"]*"')
_WIDTH_IN_EM = re.compile(r'((?:lspace|rspace|width)=")0(")')
_SIZE = re.compile(r'viewBox="0 0 (\d+) (\d+)"')
MATHML = "http://www.w3.org/1998/Math/MathML"

Math = Callable[[str, bool], Xml]
"""LaTeX, and whether it stands on its own, to markup."""


def moodle_math(latex: str, display: bool) -> Xml:
    r"""`\(…\)` and `\[…\]`, which Moodle's MathJax filter sets."""
    return text(rf"\[{latex}\]" if display else rf"\({latex}\)")


def canvas_math(latex: str, display: bool) -> Xml:
    """An equation image as Canvas's own editor makes it."""
    twice = quote(quote(latex, safe=""), safe="")
    attributes: dict[str, object] = {
        "class": "equation_image",
        "title": latex,
        "src": f"/equation_images/{twice}",
        "alt": f"LaTeX: {latex}",
        "data-equation-content": latex,
    }
    return element("img", attributes)


@lru_cache(maxsize=4096)
def mathml(latex: str, display: bool) -> Xml:
    """MathML that is MathML 2 as well, for QTI's schema and for print."""
    from math_core import LatexToMathML

    made = LatexToMathML().convert_with_local_state(latex, displaystyle=display)
    made = _ENTITY.sub(lambda m: m[0] if m[1] in _XML else html5[m[1] + ";"], made)
    made = _WIDTH_IN_EM.sub(r"\g<1>0em\2", _NOT_MATHML2.sub("", made))
    return Xml(made.replace("<math", f'<math xmlns="{MATHML}"', 1))


@dataclass
class Markup:
    """How texts are written for one system. `images` maps the name of each picture that was used
    to its bytes; `folder` stands before the name in links."""

    math: Math
    folder: str = ""
    inline_svg: bool = False
    images: dict[str, bytes] = field(default_factory=dict)

    def line(self, source: str) -> Xml:
        """A text without paragraphs; formulas on their own stay in the line."""
        return join(*self._pieces(source, display=False))

    def block(self, source: str) -> Xml:
        """A text in paragraphs."""
        return join(*(self._paragraph(p) for p in re.split(r"\n\s*\n", source.strip()) if p))

    def _paragraph(self, source: str) -> Xml:
        return tag("p", *self._pieces(source, display=True))

    def _pieces(self, source: str, display: bool) -> list[Xml]:
        pieces, at = [], 0
        for found in _MATH.finditer(source):
            pieces.append(text(source[at : found.start()]))
            latex = (found[1] or found[2]).strip()
            pieces.append(self.math(latex, display and found[1] is not None))
            at = found.end()
        return [*pieces, text(source[at:])]

    def table(self, table: Mapping[str, Any]) -> Xml:
        """A table of `statement_data`."""
        caption = tag("caption", self.line(table["caption"])) if table["caption"] else None
        head = tag("thead", self._row(table["head"], "th")) if any(table["head"]) else None
        body = tag("tbody", *(self._row(row, "td") for row in table["rows"]))
        return tag("table", caption, head, body, class_="quiz-table")

    def _row(self, cells: Sequence[str], kind: str) -> Xml:
        return tag("tr", *(tag(kind, self.line(c)) for c in cells))

    def plot(self, svg: str, alt: str = "") -> Xml:
        """A plot as a picture on white (an `img` cannot take the colour of the text around it)."""
        if self.inline_svg:
            return Xml(svg)
        size = _SIZE.search(svg)
        across, down = (size[1], size[2]) if size else ("320", "220")
        label = re.search(r'aria-label="([^"]*)"', svg)
        stretch = f'<rect width="{across}" height="{down}" fill="#fff" stroke="none"/>'
        alone = svg.replace("<svg ", f'<svg width="{across}" height="{down}" color="#000" ', 1)
        alone = alone.replace(">", f">{stretch}", 1)
        data = alone.encode()
        name = f"plot-{hashlib.sha256(data).hexdigest()[:12]}.svg"
        self.images[name] = data
        said = alt or (unescape(label[1]) if label else "")
        return tag("img", src=self.folder + name, alt=said, width=across, height=down)

    def statement(self, question: Mapping[str, Any]) -> Xml:
        """The statement of a question of `statement_data`, with its tables and its plot."""
        plot = tag("p", self.plot(question["plot"])) if question["plot"] else None
        return join(
            self.block(question["statement"]), *(self.table(t) for t in question["tables"]), plot
        )


def plain(source: str) -> str:
    """A text with its formulas as one would type them: for menus and titles."""
    return " ".join(_MATH.sub(lambda m: readable(m[1] or m[2]), source).split())
