"""`checks.py` goes out as it stands: what may not stand in it."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.course.percent import solutions, stub
from grader.language.text import Text, tr
from grader.release.likeness import copied


def faults(source: str, reference: str) -> list[Text]:
    """Why `source`, the text of a `checks.py`, cannot be handed out: it brings along an oracle,
    another module of the course, or code of `reference`, the assignment's own source."""
    tree = ast.parse(source)
    return [*_imports(tree), *_oracles(tree), *_copies(source, reference)]


def taken(source: str) -> set[str]:
    """The names of `inputs.py` that checks take."""
    return {
        node.attr
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "inputs"
    }


def _imports(tree: ast.Module) -> Iterator[Text]:
    """Modules of the course, but for those that may be missing: `try: … except ImportError:`."""
    optional = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.Try) and any(_no_module(handler) for handler in node.handlers)
        for statement in node.body
        for inner in ast.walk(statement)
    }
    for node in ast.walk(tree):
        if id(node) in optional:
            continue
        if isinstance(node, ast.ImportFrom):
            modules = ["." * node.level + (node.module or "")]
        elif isinstance(node, ast.Import):
            modules = [alias.name for alias in node.names]
        else:
            continue
        for module in modules:
            if module.startswith(".") or module.partition(".")[0] == "solutions":
                yield tr(
                    "line {line} imports another module of the course ({module}), which a release "
                    "does not hold. Generators and oracles go into inputs.py, and come as the "
                    "argument `inputs`; the rest goes into checks.py.",
                    line=node.lineno,
                    module=module,
                )


def _no_module(handler: ast.ExceptHandler) -> bool:
    return isinstance(handler.type, ast.Name) and handler.type.id in {
        "ImportError",
        "ModuleNotFoundError",
    }


def _oracles(tree: ast.Module) -> Iterator[Text]:
    """Independent oracles that stand in the checks themselves."""
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        for keyword in node.keywords:
            if node.func.attr == "matches" and keyword.arg == "oracle" and not _of_inputs(keyword):
                yield tr(
                    "the oracle of line {line} stands in checks.py, and would go out with it. Move "
                    "it to inputs.py, and take it from the argument `inputs`.",
                    line=keyword.value.lineno,
                )


def _of_inputs(keyword: ast.keyword) -> bool:
    """It comes from `inputs`, or is None."""
    value = keyword.value
    if isinstance(value, ast.Constant):
        return value.value is None
    return any(isinstance(n, ast.Name) and n.id == "inputs" for n in ast.walk(value))


def _copies(source: str, reference: str) -> Iterator[Text]:
    """Code of the solution, whatever its variables are called."""
    line = copied(source, "".join(solutions(reference)), stub(reference))
    if line is not None:
        yield tr(
            "from line {line} on there are lines of the solution. Move them to inputs.py (taken "
            "from the argument `inputs`) or to hidden.py.",
            line=line,
        )
