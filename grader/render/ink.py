"""How a line is put on a terminal: language, width, encoding, colours and symbols."""

from __future__ import annotations

from typing import NamedTuple, Self

from grader.language.tags import primary
from grader.language.text import SOURCE, Text
from grader.model.report import Verdict
from grader.render import links, terminal_stream
from grader.render.report_words import say, word
from grader.render.typeset import clean, encodable, one_line, pad, width, wrap

BLOCK_LINES = 14
"""Lines of an expected or given value that are shown before the rest is left off."""


class Symbols(NamedTuple):
    """What stands before a line."""

    good: str
    bad: str
    skipped: str
    rule: str


UNICODE = Symbols("✓", "✗", "–", "─")
ASCII = Symbols("OK", "x", "-", "-")

_STYLES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "cyan": "36"}


_SCRIPTS = {"zh": "函式", "ja": "関数かな", "ko": "함수", "ru": "функция", "uk": "функція"}
"""What an encoding has to have for a language to be read in it."""


class Ink:
    """One language and one kind of terminal. Holds no state."""

    def __init__(
        self,
        lang: str = "zh-TW",
        width: int = 80,
        colour: bool = False,
        symbols: Symbols | None = None,
        encoding: str = "utf-8",
        links: bool = False,
    ) -> None:
        fits = encodable("".join(UNICODE), encoding) == "".join(UNICODE)
        sample = _SCRIPTS.get(primary(lang), "")
        readable = encodable(sample, encoding) == sample
        self.lang = lang if readable else SOURCE  # question marks teach nobody
        self.width = max(24, min(width, terminal_stream.MAX_WIDTH))
        self.colour = colour
        self.encoding = encoding
        self.links = links
        self.symbols = symbols or (UNICODE if fits else ASCII)

    @classmethod
    def for_stream(cls, stream: object, lang: str) -> Self:
        """As the stream at hand allows: its width, its encoding, colours and links for
        a terminal."""
        return cls(
            lang,
            width=terminal_stream.terminal_width(),
            colour=terminal_stream.colour_allowed(stream),
            encoding=terminal_stream.encoding_of(stream),
            links=links.links_allowed(stream),
        )

    def _symbol(self, status: Verdict) -> tuple[str, str]:
        if status is Verdict.PASS:
            return self.symbols.good, "green"
        if status in (Verdict.SKIPPED, Verdict.BROKEN):
            return self.symbols.skipped, "yellow"
        return self.symbols.bad, "red"

    @property
    def _mark(self) -> str:
        return self._fit("…")

    def _hung(self, label: str, text: str, style: str = "") -> list[str]:
        """A wrapped text beside its label."""
        parts = wrap(text, self.width - width(label))
        rest = [" " * width(label) + part for part in parts[1:]]
        return [self._paint(label, style) + parts[0], *rest]

    def _fit(self, text: str) -> str:
        return encodable(text, self.encoding)

    def _clean(self, text: str) -> str:
        return self._fit(clean(text))

    def _line(self, text: str) -> str:
        return self._fit(one_line(text))

    def _say(self, text: Text) -> str:
        return self._clean(say(text, self.lang)).strip()

    def _word(self, key: str, **values: object) -> str:
        return self._fit(word(key, self.lang, **values))

    def _paint(self, text: str, *styles: str) -> str:
        codes = ";".join(_STYLES[s] for s in styles if s)
        return f"\x1b[{codes}m{text}\x1b[0m" if self.colour and codes and text.strip() else text

    def _value(self, key: str, value: str, style: str = "") -> list[str]:
        if not value:
            return []
        label = self._label(key)
        room = self.width - width(label)
        parts = [
            piece
            for line in self._clean(value).rstrip("\n").split("\n")
            for piece in wrap(line, room)
        ]
        if len(parts) > BLOCK_LINES:
            parts = [*parts[:BLOCK_LINES], self._mark]
        rest = [" " * width(label) + self._paint(part, style) for part in parts[1:]]
        return [self._paint(label, "dim") + self._paint(parts[0], style), *rest]

    def _label(self, key: str) -> str:
        keys = ("call", "expected", "given", "where", "line", "next")
        return "  " + pad(self._word(key), max(width(self._word(k)) for k in keys) + 2)
