"""The public checks as students get them: what the checks themselves run, and nothing else.

Cases are replayed, so a generator keeps its name and loses its body; independent oracles, and
whatever only they or the generators use, go. So do comments and docstrings, which explain to
authors how an answer is found.
"""

from __future__ import annotations

import ast
import builtins
import io
import tokenize
from collections.abc import Collection, Iterator

from grader.language.text import tr
from grader.model.errors import CourseError
from grader.release.folding import without_optional
from grader.release.tree_edits import Edits

HEAD = "# Made by `grade release` from the course's public checks: its cases are recorded.\n"


def prune(source: str, name: str, generators: Collection[str], needed: Collection[str]) -> str:
    """`source`, the text of a `checks.py`, without what students are not to get.

    `generators` are the functions whose cases are recorded; `needed` are names that recorded
    cases refer to.

    Raises:
        CourseError: the checks import other modules of the course, which a release cannot hold.
    """
    text = without_optional(source)
    text = _without_oracles(text)
    text = _reachable(text, name, generators, needed)
    text = _without_words(text)
    _complete(text, name)
    return HEAD + "\n" + text


def _without_oracles(text: str) -> str:
    """`oracle=…` dropped from every `….matches(…)`."""
    edits = Edits(text)
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Call):
            continue
        if not (isinstance(node.func, ast.Attribute) and node.func.attr == "matches"):
            continue
        parts: list[ast.expr | ast.keyword] = sorted(
            [*node.args, *node.keywords], key=lambda p: (p.lineno, p.col_offset)
        )
        for i, part in enumerate(parts):
            if isinstance(part, ast.keyword) and part.arg == "oracle":
                before = parts[i - 1] if i else node.func
                start = edits.end(before) if i else edits.end(node.func) + 1
                edits.cut(start, edits.end(part))
    return edits.done()


# --------------------------------------------------------------------------- what is reached


class _Piece:
    """One top-level statement: the names it gives, and the names it needs."""

    def __init__(self, node: ast.stmt) -> None:
        self.node = node
        self.gives = set(_given(node))
        self.function = isinstance(node, ast.FunctionDef)

    def needs(self) -> set[str]:
        found = {n.id for n in ast.walk(self.node) if isinstance(n, ast.Name)}
        for node in ast.walk(self.node):
            if isinstance(node, ast.arg):
                found.add(node.arg)  # a fixture of the course's own
        return found

    @property
    def root(self) -> bool:
        """Collected by pytest, or run for what it does."""
        if isinstance(self.node, ast.FunctionDef):
            return self.node.name.startswith("test")
        if isinstance(self.node, ast.ClassDef):
            return self.node.name.startswith("Test")
        return "pytestmark" in self.gives or (not self.gives and not _idle(self.node))


def _given(node: ast.stmt) -> Iterator[str]:
    """The names that a statement makes, or changes what they hold."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        yield node.name
        return
    if isinstance(node, ast.Import | ast.ImportFrom):
        for alias in node.names:
            yield (alias.asname or alias.name).partition(".")[0]
        return
    loops = [part.target for part in ast.walk(node) if isinstance(part, ast.comprehension)]
    within = {name for target in loops for name in ast.walk(target)}  # no names of the module
    for part in ast.walk(node):
        if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store) and part not in within:
            yield part.id
        if isinstance(part, ast.Subscript | ast.Attribute) and isinstance(part.ctx, ast.Store):
            yield from _base(part)
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        yield from _base(node.value.func)  # CASES.update(…) changes CASES


def _base(node: ast.expr) -> Iterator[str]:
    while isinstance(node, ast.Subscript | ast.Attribute):
        node = node.value
        if isinstance(node, ast.Name):
            yield node.id


def _idle(node: ast.stmt) -> bool:
    return isinstance(node, ast.Pass) or (
        isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    )


def _reachable(text: str, name: str, generators: Collection[str], needed: Collection[str]) -> str:
    pieces = [_Piece(node) for node in ast.parse(text).body]
    kept: set[int] = set()
    called = _called(pieces, kept, generators)
    while True:
        before = len(kept), len(called)
        wanted = set(needed)
        for i in kept:
            if not _emptied(pieces[i], generators, called):
                wanted |= pieces[i].needs()
        kept |= {i for i, p in enumerate(pieces) if p.root or p.gives & wanted}
        called = _called(pieces, kept, generators)
        if (len(kept), len(called)) == before:
            break
    edits = Edits(text)
    for i, piece in enumerate(pieces):
        if i not in kept or _idle(piece.node):
            edits.drop_lines(piece.node)
        elif isinstance(piece.node, ast.ImportFrom | ast.Import):
            edits.replace(piece.node, _import(piece.node, wanted, name))
        elif _emptied(piece, generators, called):
            edits.drop_lines(piece.node, _empty(piece.node))
    return edits.done()


def _emptied(piece: _Piece, generators: Collection[str], called: Collection[str]) -> bool:
    return piece.function and bool(piece.gives & set(generators)) and not piece.gives & set(called)


def _called(pieces: list[_Piece], kept: Collection[int], generators: Collection[str]) -> set[str]:
    """The generators that checks call themselves: by name, or out of a table of them."""
    tables: dict[str, set[str]] = {}
    for piece in pieces:
        if not piece.function:
            for given in piece.gives:
                tables.setdefault(given, set()).update(piece.needs())
    called: set[str] = set()
    while True:
        before = len(called)
        for i in kept:
            if _emptied(pieces[i], generators, called):
                continue
            for node in ast.walk(pieces[i].node):
                # f(…), TABLE[…](…) and TABLE.get(…)(…); not TABLE.items()
                if isinstance(node, ast.Call) and not isinstance(node.func, ast.Attribute):
                    in_call = {n.id for n in ast.walk(node.func) if isinstance(n, ast.Name)}
                    called |= _held(in_call, tables)
        if len(called) == before:
            return called


def _held(names: set[str], tables: dict[str, set[str]]) -> set[str]:
    """`names`, and what the tables among them hold."""
    found, new = set(names), set(names)
    while new:
        new = {held for name in new for held in tables.get(name, ())} - found
        found |= new
    return found


def _empty(node: ast.stmt) -> str:
    assert isinstance(node, ast.FunctionDef)
    arguments = ", ".join(a.arg for a in (*node.args.posonlyargs, *node.args.args))
    return f'def {node.name}({arguments}):\n    raise LookupError("these cases are recorded")\n'


def _import(node: ast.Import | ast.ImportFrom, wanted: Collection[str], name: str) -> str:
    """The import of what is still used."""
    module = node.module or "" if isinstance(node, ast.ImportFrom) else node.names[0].name
    level = node.level if isinstance(node, ast.ImportFrom) else 0
    if level or module.partition(".")[0] == "solutions":
        raise CourseError(
            tr(
                "{name}: the public checks import another module of the course ({level}{module}), "
                "which a release cannot hold. Put what public checks need into checks.py.",
                name=name,
                level="." * level,
                module=module,
            )
        )
    if isinstance(node, ast.Import) or module == "__future__":
        return ast.unparse(node)
    names = [a for a in node.names if (a.asname or a.name) in wanted]
    return ast.unparse(ast.ImportFrom(module, names, 0))


# --------------------------------------------------------------------------- words


def _without_words(text: str) -> str:
    """No docstring and no comment; blank lines as they should be."""
    edits = Edits(text)
    for node in ast.walk(ast.parse(text)):
        for body in (getattr(node, "body", None), getattr(node, "orelse", None)):
            block = body if isinstance(body, list) else []
            for statement in block:
                if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
                    alone = len(block) == 1 and not isinstance(node, ast.Module)
                    edits.drop_lines(statement, "pass" if alone else None)
    text = edits.done()
    edits = Edits(text)
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            start = edits.at(*token.start, characters=True)
            end = start + len(token.string)
            if not token.line[: token.start[1]].strip():  # a line of its own
                start, end = edits.at(token.start[0], 0), end + 1
            edits.cut(start, end)
    lines = [line.rstrip() for line in edits.done().splitlines()]
    return _spaced(lines)


def _spaced(lines: list[str]) -> str:
    """At most two blank lines; one within an indented block."""
    tree_lines = _string_lines("\n".join(lines))
    out: list[str] = []
    blank = 0
    for number, line in enumerate(lines, start=1):
        if line or number in tree_lines:
            most = 2 if line[:1] not in (" ", "\t", ")") else 1
            out += [""] * min(blank, most if out else 0)
            out.append(line)
            blank = 0
        else:
            blank += 1
    return "\n".join(out) + "\n"


def _string_lines(text: str) -> set[int]:
    """The lines within a text of several lines, which are not to be touched."""
    found: set[int] = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Constant | ast.JoinedStr) and node.end_lineno != node.lineno:
            found |= set(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    return found


def _complete(text: str, name: str) -> None:
    """Every name that is used is there."""
    tree = ast.parse(text)
    bound = set(dir(builtins)) | {"__file__", "__name__"}
    used: dict[str, int] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            if isinstance(node.ctx, ast.Load):
                used.setdefault(node.id, node.lineno)
            else:
                bound.add(node.id)
        elif isinstance(node, ast.arg):
            bound.add(node.arg)
        elif isinstance(node, ast.ExceptHandler) and node.name:
            bound.add(node.name)
        elif isinstance(node, ast.stmt):
            bound.update(_given(node))
    missing = sorted(set(used) - bound)
    if missing:
        raise CourseError(
            tr(
                "{name}: the pruned public checks lack {missing}.",
                name=name,
                missing=", ".join(missing),
            )
        )
