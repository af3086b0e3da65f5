"""Runs a student's file, statement by statement, so that what is right in it counts."""

from __future__ import annotations
import __future__ as future

import ast
import builtins
import linecache
import sys
import types
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from grader.worker import facts, policy, source, usage
from grader.worker.channel import Channel
from grader.worker.exception_text import describe, tell


@dataclass
class LoadedFile:
    """A loaded file: its namespace, what is in it, and what did not run."""

    module: types.ModuleType
    labels: frozenset[str]
    functions: tuple[str, ...]
    problems: list[list[Any]] = field(default_factory=list)
    facts: dict[str, dict[str, Any]] = field(default_factory=dict)
    watcher: usage.Watcher | None = None

    @property
    def namespace(self) -> dict[str, Any]:
        return vars(self.module)

    def public_names(self) -> list[str]:
        """What the file defines, for 'did you mean …'."""
        names = [n for n in self.namespace if type(n) is str and not n.startswith("__")]
        return [n[:100] for n in names[:500]]


def load(header: Mapping[str, Any], channel: Channel) -> LoadedFile:
    """Run every cell of a `load` frame. Whatever the student's code raises becomes a problem."""
    cells = [(str(label), str(text)) for label, text in header["cells"]]
    functions = tuple(str(name) for name in header["functions"])
    module = types.ModuleType(_free_name(str(header["stem"])))
    student = LoadedFile(module, frozenset(label for label, _ in cells), functions)
    module.__file__ = f"{header['stem']}.py"
    sys.modules[module.__name__] = module
    sys.argv = [""]
    _seed(int(header["seed"]), [text for _, text in cells])
    rules = None
    if header["policy"] is not None:
        rules = policy.PolicyRules(header["policy"])
        student.watcher = usage.Watcher(rules, student.labels)
        student.namespace["__builtins__"] = student.watcher.builtins()
    else:
        student.namespace["__builtins__"] = builtins
    parsed: list[tuple[str, ast.Module]] = []
    for label, text in cells:
        linecache.cache[label] = (len(text), None, text.splitlines(keepends=True), label)
        tree, problems = source.parse(label, text)
        parsed.append((label, tree))
        student.problems.extend(problems)
    _run(student, parsed, set(header["skip"]), channel)
    index = facts.Index(parsed, student.namespace, student.labels, functions)
    if rules is not None:
        rules.refresh()
    student.facts = {name: policy.facts_of(name, index, rules) for name in functions}
    if student.watcher is not None:
        student.watcher.know(student.namespace, functions)
    return student


def _free_name(stem: str) -> str:
    """A module name that hides no real module: a file named numpy.py must still import NumPy."""
    root = stem.partition(".")[0] or "submission"
    while stem in sys.modules or root in sys.modules or root in sys.stdlib_module_names:
        root = stem = f"{root}_"
    return stem


def _seed(seed: int, texts: Iterable[str]) -> None:
    """Make unseeded random numbers the same in every run, where a file can use any."""
    if not any("random" in text for text in texts):
        return
    import random

    import numpy.random

    random.seed(seed)
    numpy.random.seed(seed % (1 << 32))
    stream = random.Random(seed)
    entropy: Any = sys.modules.get("numpy.random.bit_generator")
    if entropy is not None and hasattr(entropy, "randbits"):
        entropy.randbits = stream.getrandbits  # what default_rng() without a seed draws from


def _run(
    student: LoadedFile, parsed: list[tuple[str, ast.Module]], skip: set[int], channel: Channel
) -> None:
    flags = 0
    index = -1
    for label, tree in parsed:
        for node in tree.body:
            index += 1
            if index in skip:
                continue
            if not _plain(node):
                channel.write({"kind": "progress", "index": index, "at": [label, node.lineno]})
            if isinstance(node, ast.ImportFrom) and node.module == "__future__":
                for alias in node.names:
                    feature = getattr(future, alias.name, None)
                    flags |= getattr(feature, "compiler_flag", 0)
            try:
                unit = ast.Module([node], type_ignores=[])
                code = compile(unit, label, "exec", flags, dont_inherit=True)
                exec(code, student.namespace)
            except BaseException as error:
                line, end = node.lineno, node.end_lineno
                if isinstance(error, SyntaxError) and error.filename == label:
                    line = end = error.lineno or line
                told = describe(error, student.labels)
                if told.line is not None and not isinstance(error, SyntaxError):
                    label_of, line, end = told.label or label, told.line, None
                else:
                    label_of = label
                student.problems.append(tell(told, label_of, line, end))


def _plain(node: ast.stmt) -> bool:
    """Whether running this statement cannot take time or end the process."""
    match node:
        case ast.FunctionDef(decorator_list=[], args=args):
            defaults = [d for d in (*args.defaults, *args.kw_defaults) if d is not None]
            return all(_harmless(d) for d in defaults)
        case ast.Import(names=names):
            return all(_known(alias.name) for alias in names)
        case ast.ImportFrom(module=str(name), level=0):
            return _known(name)
        case ast.Assign(value=value) | ast.AnnAssign(value=value) | ast.Expr(value=value):
            return value is None or _harmless(value)
        case ast.Pass():
            return True
    return False


def _known(name: str) -> bool:
    root = name.partition(".")[0]
    return root == "numpy" or root in sys.modules


def _harmless(node: ast.expr) -> bool:
    while isinstance(node, ast.UnaryOp | ast.Attribute):
        node = node.operand if isinstance(node, ast.UnaryOp) else node.value
    return isinstance(node, ast.Constant | ast.Name)
