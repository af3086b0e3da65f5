"""Student code as lines of HTML, lightly highlighted, with nothing in it that deceives the eye."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

MAX_HIGHLIGHTED = 200_000
"""Characters; longer sources are shown plain."""

_LINE_ENDS = re.compile(r"\r\n?")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)


def visible(source: str) -> str:
    """With control, bidirectional and other invisible characters spelled out as ⟨U+202E⟩."""
    source = _LINE_ENDS.sub("\n", source).removeprefix("\ufeff")
    return _INVISIBLE.sub(lambda m: f"⟨U+{ord(m[0]):04X}⟩", source)


def lines(source: str) -> list[Markup]:
    """The source line by line as safe HTML."""
    source = visible(source).removesuffix("\n")
    if len(source) > MAX_HIGHLIGHTED:
        return [escape(line) for line in source.split("\n")]
    return _highlighted(source)


def _highlighted(source: str) -> list[Markup]:
    from pygments.lexers.python import PythonLexer
    from pygments.token import Comment, Keyword, Name, Number, Operator, String

    classes = (
        (Comment, "c"),
        (Keyword, "k"),
        (Operator.Word, "k"),
        (String, "s"),
        (Number, "n"),
        (Name.Function, "d"),
        (Name.Class, "d"),
    )
    done, line = [], Markup("")
    for kind, text in PythonLexer(stripnl=False, ensurenl=False).get_tokens(source):
        css = next((css for parent, css in classes if kind in parent), "")
        for index, part in enumerate(text.split("\n")):
            if index:
                done.append(line)
                line = Markup("")
            if part and css:
                line += Markup('<span class="{}">{}</span>').format(css, part)
            else:
                line += escape(part)
    return [*done, line]
