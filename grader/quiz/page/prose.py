"""Texts of a quiz as HTML: paragraphs, math between `$` as MathML, the languages side by side."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from markupsafe import Markup, escape

from grader.language.text import Text
from grader.render.html_page import languages, side_by_side
from grader.render.typeset import clean

_MATH = re.compile(r"\$\$(.+?)\$\$|\$([^$]+)\$|`([^`\n]+)`", re.DOTALL)
_CLOSING = re.compile(r"[，。；：、！？）」,.;:!?)]+")
_APART = re.compile(r",\\quad\s*")
_ENVIRONMENT = re.compile(r"\\(begin|end)\{")
_BRACKETS = re.compile(
    r"<mrow><mo[^>]*>\[</mo><mtable((?:(?!<mtable).)*?)</mtable><mo[^>]*>\]</mo></mrow>"
)
_ALT = re.compile(r' role="img" aria-label="[^"]*"')


def line(text: Text) -> Markup:
    """One line in every language, of which the style sheet shows one."""
    return side_by_side({tag: _inline(text[tag]) for tag in languages()}, "span")


def block(text: Text) -> Markup:
    """Paragraphs in every language, parted by blank lines in the source."""
    return side_by_side({tag: _paragraphs(text[tag]) for tag in languages()}, "div")


def _paragraphs(text: str) -> Markup:
    html = ""
    for paragraph in filter(None, map(str.strip, text.split("\n\n"))):
        shown = _MATH.fullmatch(paragraph)
        if shown and shown[1]:
            pieces = "".join(formula(p, display=True) for p in _pieces(shown[1]))
            html += f'<div class="display scroll">{pieces}</div>'
        else:
            html += f'<p class="scroll">{_inline(paragraph)}</p>'
    return Markup(html)  # noqa: S704 - made of escaped parts


def _pieces(latex: str) -> list[str]:
    """A row of formulas as formulas of their own, so that a narrow screen can break it."""
    found, start = [], 0
    for gap in _APART.finditer(latex):
        before = latex[: gap.start()]
        inside = sum(1 if m[1] == "begin" else -1 for m in _ENVIRONMENT.finditer(before))
        if not inside and before.count("{") == before.count("}"):
            found.append(latex[start : gap.start()] + ",")
            start = gap.end()
    return [*found, latex[start:]]


def _inline(text: str) -> Markup:
    html, at = "", 0
    text = clean(text)
    for found in _MATH.finditer(text):
        html += escape(text[at : found.start()])
        if found[3]:
            html += Markup("<code>{}</code>").format(found[3])
        at = found.end()
        if not found[3]:
            # A formula is no word to a browser: it would break the line before a comma.
            after = _CLOSING.match(text, at)
            set_ = formula(found[1] or found[2], display=bool(found[1]))
            if after:
                at = after.end()
                set_ = Markup('<span class="whole">{}{}</span>').format(set_, after[0])
            html += set_
    return Markup(html + escape(text[at:]))  # noqa: S704 - made of escaped parts


@lru_cache(maxsize=1 << 14)
def formula(latex: str, *, display: bool = False) -> Markup:
    """LaTeX as MathML; the LaTeX itself where it cannot be converted."""
    try:
        from math_core import LatexToMathML

        mathml = LatexToMathML().convert_with_local_state(latex, displaystyle=display)
    except Exception:  # noqa: BLE001 - an ornament must not cost the page
        return Markup("<code>{}</code>").format(latex)
    # Brackets around a matrix are drawn by the style sheet: most phones have no mathematical font,
    # and without one a browser does not stretch them.
    mathml = _BRACKETS.sub(r'<mtable class="bracketed"\1</mtable>', mathml)
    return Markup(mathml)  # noqa: S704 - MathML made by math_core, which escapes text


def drawing(svg: Text | None) -> Markup:
    """An SVG whose text alternative stands beside it, in every language."""
    if not svg:
        return Markup("")
    labels = {tag: re.search(r'aria-label="([^"]*)"', svg[tag]) for tag in languages()}
    said = {tag: Markup(m[1]) if m else Markup("") for tag, m in labels.items()}  # noqa: S704 - escaped by plots
    drawn = _ALT.sub(' aria-hidden="true"', svg[languages()[0]], count=1)
    return Markup(  # noqa: S704 - our own drawing
        f'{drawn}<span class="unseen">{side_by_side(said, "span")}</span>'
    )


def merged(statements: Mapping[str, Any]) -> Any:
    """Statements by language in one: where they are strings, a `Text`."""
    one = next(iter(statements.values()))
    if isinstance(one, dict):
        return {name: merged({t: s[name] for t, s in statements.items()}) for name in one}
    if isinstance(one, list):
        rows = zip(*statements.values(), strict=True)
        return [merged(dict(zip(statements, row, strict=True))) for row in rows]
    return Text(statements) if isinstance(one, str) else one
