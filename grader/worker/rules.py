"""A policy's rules as live objects: what may not be used, under whatever name it goes.

A policy that forbids `@` means the matrix product. NumPy and Python offer that under more names
than an author would list, so those (`PRODUCTS`) are forbidden along with it.
"""

from __future__ import annotations

import sys
import types
from collections.abc import Iterator, Mapping
from typing import Any

PRODUCTS = (
    *("numpy.dot", "numpy.vdot", "numpy.inner", "numpy.matmul", "numpy.einsum"),
    *("numpy.tensordot", "numpy.vecdot", "numpy.matvec", "numpy.vecmat", "numpy.linalg.matmul"),
    *("numpy.ma.dot", "numpy.ma.inner", "numpy.ma.innerproduct", "numpy.ma.convolve"),
    *("numpy.ma.correlate", "numpy.matrix", "numpy.asmatrix", "numpy.bmat", "numpy.polymul"),
    *("numpy.linalg.multi_dot", "numpy.linalg.tensordot", "numpy.linalg.vecdot"),
    *("numpy._core.multiarray.c_einsum", "numpy._core.multiarray.correlate"),
    *("numpy._core.multiarray.correlate2", "math.sumprod"),
    *("operator.matmul", "operator.imatmul", "operator.__matmul__", "operator.__imatmul__"),
)
PRODUCT_MODULES = ("numpy._core._umath_tests", "numpy.core.umath_tests", "numpy.matlib")
PRODUCT_METHODS = ("dot", "__matmul__", "__rmatmul__", "__imatmul__")
HARMLESS = ("IPython", "ipykernel", "matplotlib", "pytest", "tqdm", "typing_extensions")


class PolicyRules:
    """One policy. `objects` maps the id of each forbidden object to its rule's name; the objects
    themselves are kept alive, so an id cannot be taken over."""

    def __init__(self, policy: Mapping[str, Any]) -> None:
        self.operator = "@" in policy["operators"]
        names, modules, methods = (policy[k] for k in ("names", "modules", "methods"))
        if self.operator:
            names = (*names, *PRODUCTS)
            modules = (*modules, *PRODUCT_MODULES)
            methods = (*methods, *PRODUCT_METHODS)
        self.names: tuple[str, ...] = tuple(dict.fromkeys(names))
        self.modules: tuple[str, ...] = tuple(dict.fromkeys(modules))
        self.methods = frozenset(methods)
        self.objects: dict[int, str] = {}
        self.kept: list[Any] = []
        if self.operator:
            import numpy.ma  # noqa: F401  (so that its functions are there to be found)
        self.refresh()

    def refresh(self) -> None:
        """Look the names up again: the student's code may have imported more modules."""
        for name, found in self.found():
            self.forbid(found, name)

    def forbid(self, found: Any, name: str) -> None:
        if id(found) not in self.objects:
            self.objects[id(found)] = name
            self.kept.append(found)

    def found(self) -> Iterator[tuple[str, Any]]:
        """Every forbidden object that exists now, with its rule's name."""
        for name in self.names:
            found = lookup(name)
            if found is not None:
                yield name, found
        for name in self.modules:
            module = sys.modules.get(name)
            if module is None:
                continue
            yield name, module
            for attribute, found in list(vars(module).items()):
                if not attribute.startswith("__") and self._belongs(found, name):
                    yield f"{name}.{attribute}", found

    @staticmethod
    def _belongs(found: Any, module: str) -> bool:
        if isinstance(found, types.ModuleType):
            return found.__name__.startswith(f"{module}.")
        home = getattr(found, "__module__", None)
        if isinstance(found, type) and issubclass(found, BaseException):
            return False
        return callable(found) and isinstance(home, str) and f"{home}.".startswith(f"{module}.")

    def rule_of(self, found: Any) -> str | None:
        """The rule that this object itself breaks, by identity or by what it is bound to."""
        if (rule := self.objects.get(id(found))) is not None:
            return rule
        if isinstance(found, _METHOD_TYPES) and found.__name__ in self.methods:
            owner = getattr(found, "__objclass__", None) or type(getattr(found, "__self__", None))
            return f".{found.__name__}" if is_array_type(owner) else None
        if isinstance(found, types.ModuleType):
            return self.module_rule(found.__name__)
        if isinstance(found, types.FunctionType | types.BuiltinFunctionType | type):
            home = getattr(found, "__module__", None)
            if isinstance(home, str) and home.partition(".")[0] in sys.modules:
                return self.module_rule(home)
        return None

    def module_rule(self, name: str) -> str | None:
        """The rule that a module of this dotted name breaks."""
        for forbidden in self.modules:
            if name == forbidden or name.startswith(f"{forbidden}."):
                return forbidden
        if self.operator and self.foreign(name):
            return name.partition(".")[0]
        return None

    @staticmethod
    def foreign(name: str) -> bool:
        """Whether a module is neither NumPy nor the standard library nor made here."""
        root = name.partition(".")[0]
        if root in ("numpy", "grader", *HARMLESS) or root in sys.stdlib_module_names:
            return False
        module = sys.modules.get(root)
        path = getattr(module, "__file__", None) or ""
        return module is None or "site-packages" in path or "dist-packages" in path

    def dotted_rule(self, dotted: str) -> str | None:
        """The rule that a name breaks which cannot be looked up here."""
        return dotted if dotted in self.names else self.module_rule(dotted)


_METHOD_TYPES = (
    types.BuiltinMethodType,
    types.MethodDescriptorType,
    types.WrapperDescriptorType,
    types.MethodWrapperType,
)


def is_array_type(kind: Any) -> bool:
    """Whether a class is NumPy's array or scalar, or derived from one."""
    import numpy

    return isinstance(kind, type) and issubclass(kind, numpy.ndarray | numpy.generic)


def lookup(dotted: str) -> Any:
    """The object of a dotted name in the modules imported so far, or None."""
    parts = dotted.split(".")
    for cut in range(len(parts) - 1, 0, -1):
        found: Any = sys.modules.get(".".join(parts[:cut]))
        if found is None:
            continue
        for part in parts[cut:]:
            found = getattr(found, part, None)
        return found
    return None
