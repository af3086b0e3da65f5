"""Cutting and replacing pieces of a source text by where they stand in its syntax tree."""

from __future__ import annotations

import ast

Located = ast.expr | ast.stmt | ast.keyword


class Edits:
    """Edits of one text, made together: no two may overlap unless one holds the other, which then
    wins."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = text.splitlines(keepends=True)
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line))
        self._edits: list[tuple[int, int, str]] = []

    def at(self, line: int, column: int, *, characters: bool = False) -> int:
        """The index of a place. Syntax trees count columns in UTF-8 bytes, tokens in characters."""
        if not characters:
            column = len(self._lines[line - 1].encode("utf-8")[:column].decode("utf-8"))
        return self._starts[line - 1] + column

    def start(self, node: Located) -> int:
        return self.at(node.lineno, node.col_offset)

    def end(self, node: Located) -> int:
        assert node.end_lineno is not None and node.end_col_offset is not None
        return self.at(node.end_lineno, node.end_col_offset)

    def text(self, node: Located) -> str:
        return self._text[self.start(node) : self.end(node)]

    def cut(self, start: int, end: int) -> None:
        self._edits.append((start, end, ""))

    def replace(self, node: Located, by: str) -> None:
        self._edits.append((self.start(node), self.end(node), by))

    def drop_lines(self, node: ast.stmt, by: str | None = None) -> None:
        """Drop a statement with its decorators, or put `by` in its place."""
        first = min([node.lineno, *(d.lineno for d in getattr(node, "decorator_list", ()))])
        start = self.at(first, 0) + self._indent(first)
        end = self.end(node)
        if by is None and not self._text[end:].partition("\n")[0].strip():
            start, end = self.at(first, 0), min(end + 1, len(self._text))
            end = self._starts[(node.end_lineno or first)]
        self._edits.append((start, end, (by or "").rstrip("\n")))

    def _indent(self, line: int) -> int:
        content = self._lines[line - 1]
        return len(content) - len(content.lstrip())

    def done(self) -> str:
        """The text with all edits made."""
        out, at = [], 0
        for start, end, by in sorted(self._edits, key=lambda e: (e[0], -e[1])):
            if start < at:
                continue
            out += [self._text[at:start], by]
            at = end
        return "".join([*out, self._text[at:]])
