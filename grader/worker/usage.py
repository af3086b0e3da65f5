"""Sees what a call really uses, where its text could hide it.

Three ways: forbidden functions are replaced by ones that record while a call runs; a profile
function sees calls of array methods and the code of whatever runs; and the student's namespace has
its own getattr, eval and the like. NumPy's own inner use of a forbidden function does not count.
"""

from __future__ import annotations

import ast
import builtins
import dis
import operator
import sys
import threading
import types
from collections.abc import Callable, Collection, Mapping
from typing import Any

from grader.worker.rules import PolicyRules, is_array_type

_getframe = sys._getframe
_setprofile = sys.setprofile
_setprofile_of_threads = threading.setprofile
_getattr, _eval, _exec, _compile = getattr, eval, exec, compile
MAX_USED = 50


class Watched:
    """Stands for a forbidden function: says when it is called, and is it otherwise."""

    def __init__(self, function: Any, rule: str, record: Callable[[str, Any], None]) -> None:
        self.__wrapped__ = function
        self.__name__ = getattr(function, "__name__", rule)
        self.__doc__ = getattr(function, "__doc__", None)
        self._rule = rule
        self._record = record

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        self._record(self._rule, _getframe(1))
        return self.__wrapped__(*args, **kwargs)

    def __getattr__(self, name: str) -> Any:
        return _getattr(self.__wrapped__, name)

    def __repr__(self) -> str:
        return repr(self.__wrapped__)

    def __reduce__(self) -> Any:
        return self.__wrapped__.__reduce__()


class Watcher:
    """Records the rules that calls break. One a submission, made before its code runs."""

    def __init__(self, rules: PolicyRules, labels: Collection[str]) -> None:
        self._rules = rules
        self._labels = labels
        self._running: str | None = None
        self._used: dict[str, None] = {}
        self._graded: dict[types.CodeType, set[str]] = {}
        self._codes: dict[types.CodeType, str | None] = {}
        self._class_codes: dict[types.CodeType, str] = {}
        self._replace()

    # ------------------------------------------------------------------------ recording

    def record(self, rule: str, frame: Any) -> None:
        """A rule was broken in `frame`, unless NumPy itself did it, or another graded function:
        what that one does is its own."""
        if self._running is None or rule in self._used or len(self._used) >= MAX_USED:
            return
        caller = frame.f_globals.get("__name__")
        if isinstance(caller, str) and caller.partition(".")[0] == "numpy":
            last = rule.rpartition(".")[2]
            code = frame.f_code
            if last in code.co_names or last in code.co_freevars or last == code.co_name:
                return
        while frame is not None:
            names = self._graded.get(frame.f_code)
            if names is not None:
                if self._running not in names:
                    return
                break
            frame = frame.f_back
        self._used[rule] = None

    def run(
        self,
        name: str,
        function: Callable[..., Any],
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
    ) -> Any:
        """Call the function, watching."""
        self._used = {}
        self._running = name
        _setprofile(self._profile)
        _setprofile_of_threads(self._profile)
        try:
            return function(*args, **kwargs)
        finally:
            _setprofile(None)
            _setprofile_of_threads(None)
            self._running = None

    def used(self) -> list[str]:
        """The rules that the last call broke."""
        return list(self._used)

    def know(self, namespace: Mapping[str, Any], graded: Collection[str]) -> None:
        """Learn the graded functions, once the file has run."""
        for name in graded:
            code = getattr(namespace.get(name), "__code__", None)
            if isinstance(code, types.CodeType):
                self._graded.setdefault(code, set()).add(name)
        for name, found in self._rules.found():
            if isinstance(found, type):
                for attribute in ("__new__", "__init__"):
                    code = getattr(vars(found).get(attribute), "__code__", None)
                    if code is not None:
                        self._class_codes[code] = name

    def _profile(self, frame: Any, event: str, arg: Any) -> None:
        if event == "c_call":
            name = arg.__name__
            if name in self._rules.methods:
                owner = getattr(arg, "__self__", None)
                if is_array_type(type(owner)) and not _in_numpy(frame):
                    self.record(f".{name}", frame)
                elif getattr(arg, "__module__", None) == "_operator":
                    self.record(f"operator.{name}", frame)
            elif name in ("matmul", "imatmul") and arg.__module__ == "_operator":
                self.record(f"operator.{name}", frame)
        elif event == "call":
            code = frame.f_code
            if code in self._class_codes and frame.f_back is not None:
                if not _in_numpy(frame.f_back):
                    self.record(self._class_codes[code], frame.f_back)
                return
            rule = self._codes.get(code, "")
            if rule == "":
                rule = self._codes[code] = self._rule_of_code(frame)
            if rule is not None:
                self.record(rule, frame)

    def _rule_of_code(self, frame: Any) -> str | None:
        """What a running piece of code breaks by being what it is: `@` in made-up code, or a
        module that is forbidden. Code of the student's file is for `policy` to read."""
        code = frame.f_code
        if code.co_filename in self._labels:
            return None
        module = frame.f_globals.get("__name__")
        if self._rules.operator and code.co_filename.startswith("<") and _multiplies(code):
            return "@"
        if isinstance(module, str) and module in sys.modules and not module.startswith("numpy"):
            return self._rules.module_rule(module)
        return None

    # ------------------------------------------------------------------------ replacing

    def _replace(self) -> None:
        """Put a watched function wherever a forbidden one is bound in NumPy or the library."""
        watched: dict[int, Watched] = {}
        for _, found in list(self._rules.found()):
            if isinstance(found, type | types.ModuleType) or not callable(found):
                continue
            if id(found) not in watched and not isinstance(found, Watched):
                watched[id(found)] = Watched(found, self._rules.objects[id(found)], self.record)
        modules = [
            module
            for name, module in list(sys.modules.items())
            if name.partition(".")[0] in ("numpy", "operator", "math") and module is not None
        ]
        for module in modules:
            for attribute, value in list(vars(module).items()):
                if id(value) in watched:
                    setattr(module, attribute, watched[id(value)])
        for stand_in in watched.values():
            self._rules.forbid(stand_in, stand_in._rule)
        for maker in ("methodcaller", "attrgetter"):
            setattr(operator, maker, self._maker(maker, getattr(operator, maker)))

    def _maker(self, name: str, kind: Callable[..., Any]) -> Callable[..., Any]:
        def make(*args: Any, **kwargs: Any) -> Any:
            self._text_attribute(args[:1] if name == "methodcaller" else args, _getframe(1))
            return kind(*args, **kwargs)

        make.__name__ = make.__qualname__ = name
        return make

    def _text_attribute(self, names: Collection[Any], frame: Any) -> None:
        for name in names:
            if type(name) is str and name.rpartition(".")[2] in self._rules.methods:
                self.record(f".{name.rpartition('.')[2]}", frame)

    def builtins(self) -> dict[str, Any]:
        """Builtins for the student's namespace, with those watched that reach by text."""

        def getattr(owner: Any, name: str, *default: Any) -> Any:
            found = _getattr(owner, name, *default)
            if self._running is not None:
                if name in self._rules.methods and is_array_type(type(owner)):
                    self.record(f".{name}", _getframe(1))
                elif (rule := self._rules.objects.get(id(found))) is not None:
                    self.record(rule, _getframe(1))
            return found

        def eval(source: Any, globals: Any = None, locals: Any = None) -> Any:
            frame = _getframe(1)
            self._read(source, frame)
            if globals is None:
                globals, locals = frame.f_globals, frame.f_locals if locals is None else locals
            return _eval(source, globals, locals)

        def exec(source: Any, globals: Any = None, locals: Any = None, **more: Any) -> None:
            frame = _getframe(1)
            self._read(source, frame)
            if globals is None:
                globals, locals = frame.f_globals, frame.f_locals if locals is None else locals
            _exec(source, globals, locals, **more)

        def compile(source: Any, *args: Any, **kwargs: Any) -> Any:
            self._read(source, _getframe(1))
            return _compile(source, *args, **kwargs)

        watched = dict(vars(builtins))
        for function in (getattr, eval, exec, compile):
            watched[function.__name__] = function
        return watched

    def _read(self, source: Any, frame: Any) -> None:
        """Look for `@` in text or code that is about to run."""
        if self._running is None or not self._rules.operator:
            return
        if isinstance(source, types.CodeType):
            if _multiplies(source):
                self.record("@", frame)
            return
        try:
            tree = source if isinstance(source, ast.AST) else ast.parse(source)
            if any(isinstance(getattr(n, "op", None), ast.MatMult) for n in ast.walk(tree)):
                self.record("@", frame)
        except Exception:
            return


def _in_numpy(frame: Any) -> bool:
    name = frame.f_globals.get("__name__")
    return isinstance(name, str) and name.partition(".")[0] == "numpy"


def _multiplies(code: types.CodeType) -> bool:
    """Whether this code, or code inside it, uses the `@` operator."""
    for step in dis.get_instructions(code):
        if step.opname == "BINARY_OP" and step.argrepr in ("@", "@="):
            return True
    return any(_multiplies(c) for c in code.co_consts if isinstance(c, types.CodeType))
