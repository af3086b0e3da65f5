"""Student code as lines of HTML, lightly highlighted, with nothing in it that deceives the eye.

One pass of one pattern, in time linear in the text: a listing is not worth a grader that hangs
on a hostile file, as a full lexer can.
"""

from __future__ import annotations

import keyword
import re

from markupsafe import escape

MAX_HIGHLIGHTED = 200_000
"""Characters; longer sources are shown plain."""

_LINE_ENDS = re.compile(r"\r\n?")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)

_QUOTED = "|".join(
    rf"""{3 * q}(?:[^{q}\\]++|\\.?|{q}(?!{2 * q}))*+(?:{3 * q})?|{q}(?:[^{q}\\\n]++|\\.?)*+{q}?"""
    for q in "\"'"
)
_TOKEN = re.compile(
    rf"(?P<comment>\#[^\n]*+)"
    rf"|(?P<string>(?:\b(?:[rR][bBfF]?|[bBfF][rR]?|[uU])(?=[\"']))?(?:{_QUOTED}))"
    rf"|\b(?P<opens>def|class)\b(?P<blank>[^\S\n]+)(?P<name>\w+)"
    rf"|\b(?P<word>{'|'.join(keyword.kwlist)})\b",
    re.DOTALL,
)
_FILLED = re.compile(r"(?<!\{)\{([^{}!:\"'\n]+)")

# Stand-ins for tags while the text is escaped as a whole; `visible` has removed all control
# characters, so none of these can be the student's.
_OPEN = {"c": "\x01", "k": "\x02", "s": "\x03", "d": "\x04"}
_CLOSE = "\x05"
_EMPTY = re.compile(f"[\x01-\x04]{_CLOSE}")


def visible(source: str) -> str:
    """With control, bidirectional and other invisible characters spelled out as ⟨U+202E⟩."""
    source = _LINE_ENDS.sub("\n", source).removeprefix("\ufeff")
    return _INVISIBLE.sub(lambda m: f"⟨U+{ord(m[0]):04X}⟩", source)


def lines(source: str) -> list[str]:
    """The source line by line as safe HTML: comments `c`, keywords `k`, strings `s`, the names
    of functions and classes `d`. No tag is open across a line's end."""
    text = visible(source).removesuffix("\n")
    if len(text) <= MAX_HIGHLIGHTED:
        text = _EMPTY.sub("", _TOKEN.sub(_marked, text))
    html = str(escape(text))
    for css, stand_in in _OPEN.items():
        html = html.replace(stand_in, f'<span class="{css}">')
    return html.replace(_CLOSE, "</span>").split("\n")


def _marked(match: re.Match[str]) -> str:
    kind, text = match.lastgroup, match[0]
    if kind == "word":
        return f"{_OPEN['k']}{text}{_CLOSE}"
    if kind == "comment":
        return f"{_OPEN['c']}{text}{_CLOSE}"
    if kind == "name":
        opens, blank, name = match["opens"], match["blank"], match["name"]
        return f"{_OPEN['k']}{opens}{_CLOSE}{blank}{_OPEN['d']}{name}{_CLOSE}"
    opened = _OPEN["s"]
    if "f" in text[:2].lower():
        text = _FILLED.sub(lambda m: f"{{{_CLOSE}{m[1]}{opened}", text)
    return opened + text.replace("\n", f"{_CLOSE}\n{opened}") + _CLOSE
