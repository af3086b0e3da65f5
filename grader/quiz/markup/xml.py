"""XML as text, escaped by construction: an `Xml` is markup, any other string is text."""

from __future__ import annotations

import re

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Xml(str):
    """Well-formed markup."""

    __slots__ = ()


Content = object
"""`Xml` goes in as it is, text and numbers escaped, None not at all."""


def text(value: object) -> Xml:
    """Text, escaped; characters that XML 1.0 has no place for become U+FFFD."""
    if isinstance(value, Xml):
        return value
    plain = _FORBIDDEN.sub("\ufffd", str(value))
    return Xml(plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))


def tag(name: str, /, *content: Content, **attributes: object) -> Xml:
    """An element. Attributes that are None are left out; `_` at the end of a name is dropped and
    `__` stands for a colon, so that `for_` and `xml__lang` can be written."""
    return element(
        name,
        {k.rstrip("_").replace("__", ":"): v for k, v in attributes.items()},
        *content,
    )


def element(name: str, attributes: dict[str, object], *content: Content) -> Xml:
    """An element whose attributes have names that Python has not."""
    named = "".join(f' {k}="{_quoted(v)}"' for k, v in attributes.items() if v is not None)
    inner = join(*content)
    return Xml(f"<{name}{named}>{inner}</{name}>" if inner else f"<{name}{named}/>")


def join(*content: Content) -> Xml:
    """Markup and text, one after the other."""
    return Xml("".join(text(c) for c in content if c is not None))


def document(root: Xml) -> str:
    """A whole file."""
    return f"{HEAD}{root}\n"


def _quoted(value: object) -> str:
    plain = str(text(str(value)))
    return plain.replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
