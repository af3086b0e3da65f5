"""The by-hand policy: every disguise is caught, and no honest file is."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from worker_helpers import BY_HAND, session

from grader.model.outcome import Returned
from grader.model.submission import Call
from grader.sandbox.portable import PortableCage

NAMES = ("dot", "matvec", "matmul", "affine")
A, B, V = np.array([[1.0, 2], [3, 4]]), np.array([[1.0, 0], [2, 1]]), np.array([1.0, 2])
ARGS = {"dot": (V, V), "matvec": (A, V), "matmul": (A, B), "affine": (V, A, V)}


@pytest.fixture(scope="module")
def cage() -> Iterator[PortableCage]:
    with PortableCage(keep_spare=True) as cage:
        yield cage


def findings(source: str, cage: PortableCage) -> tuple[set[str], set[str]]:
    """Rules that the text breaks, and rules that a call breaks."""
    with session(source, functions=NAMES, policy=BY_HAND, cage=cage, path="matmul.py") as student:
        facts = student.load().functions["matmul"]
        result = student.call_many([Call("matmul", ARGS["matmul"])], 5.0)[0]
        used = getattr(result, "used", ())
        if not facts.violations and not used:
            assert isinstance(result, Returned), result
        return {v.rule for v in facts.violations}, set(used)


HONEST = {
    "loops": """
        import numpy as np
        def dot(u, v):
            '''Like np.dot(u, v) or u @ v, but by hand.'''
            return float(sum(a * b for a, b in zip(u, v)))
        def matmul(A, B):
            # not np.matmul(A, B), not A @ B, not A.dot(B)
            A, B = np.asarray(A), np.asarray(B)
            if A.shape[1] != B.shape[0]:
                raise ValueError("A @ B does not fit")
            m, p = len(A), B.shape[1]
            return np.array([[dot(A[i], B[:, j]) for j in range(p)] for i in range(m)])
    """,
    "outer": """
        import numpy as np
        def matmul(A, B):
            out = np.zeros((A.shape[0], B.shape[1]))
            for k in range(A.shape[1]):
                out += np.multiply.outer(A[:, k], B[k]) * 0.5 + np.outer(A[:, k], B[k]) * 0.5
            assert np.allclose(out, out) and np.array_equal(out, out)
            return np.add.reduce([out])
    """,
    "top-level tests": """
        import numpy as np
        import numpy.linalg as la
        def matmul(A, B):
            return np.sum(A[:, :, None] * B[None], axis=1)
        def check():
            A = np.random.rand(3, 3)
            assert np.allclose(matmul(A, A), A @ A) and np.allclose(A.dot(A), np.dot(A, A))
            assert la.norm(matmul(A, A) - np.matmul(A, A)) < 1e-9
        check()
        print(np.eye(2) @ np.eye(2))
        expected = np.dot(np.eye(2), np.eye(2))
    """,
    "own class": """
        class Vector:
            def __init__(self, items): self.items = list(items)
            def dot(self, other): return sum(a * b for a, b in zip(self.items, other.items))
            def __matmul__(self, other): return self.dot(other)
        def matmul(A, B):
            rows = [Vector(row) for row in A]
            return [[row.dot(Vector(column)) for column in zip(*B)] for row in rows]
    """,
    "own class with @": """
        class Vector:
            def __init__(self, items): self.items = list(items)
            def __matmul__(self, other): return sum(a * b for a, b in zip(self.items, other.items))
        def matmul(A, B):
            return [[Vector(row) @ Vector(column) for column in zip(*B)] for row in A]
    """,
    "own helper named inner": """
        import numpy as np
        def inner(u, v): return sum(u * v)
        ops = {"dot": inner}
        einsum = lambda A, B: [[ops["dot"](r, c) for c in np.transpose(B)] for r in A]
        def matmul(A, B): return np.asarray(einsum(np.asarray(A), np.asarray(B)))
    """,
    "namespace of own": """
        import types
        tools = types.SimpleNamespace(dot=lambda u, v: sum(a * b for a, b in zip(u, v)))
        def matmul(A, B): return [[tools.dot(r, c) for c in zip(*B)] for r in A]
    """,
    "other graded function cheats": """
        import numpy as np
        def dot(u, v): return np.dot(u, v)
        def matmul(A, B): return [[dot(r, c) for c in B.T] for r in A]
    """,
    "getattr of other things": """
        import numpy as np
        def matmul(A, B):
            n = getattr(A, "shape")[0]; m = getattr(np, "zeros")((n, B.shape[1]))
            for i in range(n):
                for j in range(B.shape[1]):
                    m[i, j] = eval("sum(A[i] * B[:, j])")
            return m
    """,
    "annotations and tests of type": """
        import numpy as np
        from numpy.linalg import LinAlgError
        def matmul(A: "np.matrix", B: np.matrix) -> np.matrix:
            if isinstance(A, np.matrix):
                raise np.linalg.LinAlgError("no matrix")
            try:
                return [[sum(a * b for a, b in zip(r, c)) for c in zip(*B)] for r in A]
            except LinAlgError:
                raise
    """,
    "vectorize and apply": """
        import numpy as np
        def matmul(A, B):
            pair = np.vectorize(lambda i, j: np.sum(A[i] * B[:, j]))
            one = np.apply_along_axis(lambda r: np.sum(r * B.T, axis=1), 1, A)
            assert np.isclose(one, pair(*np.indices((A.shape[0], B.shape[1])))).all()
            np.testing.assert_allclose(one, one)
            return one
    """,
    "field named dot": """
        from collections import namedtuple
        Kit = namedtuple("Kit", "dot")
        def use(kit, A, B): return [[kit.dot(r, c) for c in zip(*B)] for r in A]
        def matmul(A, B): return use(Kit(lambda r, c: sum(map(lambda a, b: a * b, r, c))), A, B)
    """,
    "local variable named dot": """
        def matmul(A, B):
            dot = 0
            out = []
            for r in A:
                out.append([])
                for c in zip(*B):
                    dot = 0
                    for a, b in zip(r, c): dot += a * b
                    out[-1].append(dot)
            return out
    """,
    "np.linalg imported and not used": """
        import numpy as np
        from numpy import dot as np_dot, linalg
        def matmul(A, B):
            import numpy.linalg
            return [[float(np.sum(r * c)) for c in B.T] for r in A]
    """,
}


@pytest.mark.parametrize("name", HONEST)
def test_honest(name: str, cage: PortableCage) -> None:
    assert findings(HONEST[name], cage) == (set(), set())


BODIES = {
    "@": "return A @ B",
    "@=": "A @= B\nreturn A",
    "np.dot": "return np.dot(A, B)",
    "np.matmul": "return np.matmul(A, B)",
    "np.einsum": "return np.einsum('ij,jk->ik', A, B)",
    "np.inner": "return np.inner(A, B.T)",
    "np.tensordot": "return np.tensordot(A, B, 1)",
    "np.vdot": "return [[np.vdot(r, c) for c in B.T] for r in A]",
    ".dot": "return A.dot(B)",
    "np.asarray().dot": "return np.asarray(A).dot(B)",
    "np.correlate": "return [[np.correlate(r, c)[0] for c in B.T] for r in A]",
    "np.convolve": "return [[np.convolve(r, c[::-1], 'valid')[0] for c in B.T] for r in A]",
    "np.kron": "return np.kron(A, B)",
    "np.linalg": "return np.linalg.multi_dot([A, B])",
    "local alias": "f = np.dot\nreturn f(A, B)",
    "alias of module": "m = np\nreturn m.matmul(A, B)",
    "local import": "from numpy import dot as d\nreturn d(A, B)",
    "local import of module": "import numpy.linalg as la\nreturn la.multi_dot([A, B])",
    "getattr": "return getattr(np, 'dot')(A, B)",
    "getattr, joined": "return getattr(np, 'd' + 'ot')(A, B)",
    "getattr of array": "return getattr(A, 'dot')(B)",
    "getattr of array, joined": "name = 'd' + 'ot'\nreturn getattr(A, name)(B)",
    "getattr, reversed": "return getattr(np, 'tod'[::-1])(A, B)",
    "getattr, hidden": "return getattr(np, bytes([100, 111, 116]).decode())(A, B)",
    "getattr of array, hidden": "return getattr(A, chr(100) + 'ot')(B)",
    "matmul slot, hidden": "return getattr(A, '__mat' + chr(109) + 'ul__')(B)",
    "operator": "import operator\nreturn operator.matmul(A, B)",
    "from operator": "from operator import matmul as m\nreturn m(A, B)",
    "methodcaller": "import operator\nreturn operator.methodcaller('dot', B)(A)",
    "attrgetter": "import operator\nreturn operator.attrgetter('dot')(A)(B)",
    "methodcaller, hidden": "import operator\n"
    "return operator.methodcaller('__mat' + chr(109) + 'ul__', B)(A)",
    "__matmul__": "return A.__matmul__(B)",
    "__rmatmul__": "return B.__rmatmul__(A)",
    "unbound": "return np.ndarray.dot(A, B)",
    "unbound slot": "return np.ndarray.__matmul__(A, B)",
    "eval": "return eval('A @ B')",
    "eval, hidden": "return eval('A ' + chr(64) + ' B')",
    "exec": "out = {}\nexec('C = A @ B', {'A': A, 'B': B}, out)\nreturn out['C']",
    "eval of lambda": "return eval('lambda a, b: a' + chr(64) + 'b')(A, B)",
    "vars": "return vars(np)['dot'](A, B)",
    "__dict__": "return np.__dict__['dot'](A, B)",
    "__dict__, hidden": "return np.__dict__[chr(100) + 'ot'](A, B)",
    "partial": "from functools import partial\nreturn partial(np.dot, A)(B)",
    "map": "return [list(map(np.dot, [r] * len(B.T), B.T)) for r in A]",
    "apply": "return np.apply_along_axis(np.dot, 1, A, B)",
    "apply, hidden": "return np.apply_along_axis(getattr(np, chr(100) + 'ot'), 1, A, B)",
    "np.matrix": "return np.asarray(np.matrix(A) * np.matrix(B))",
    "np.asmatrix": "return np.asarray(np.asmatrix(A) * B)",
    "np.ma": "return np.ma.dot(A, B)",
    "lambda": "return (lambda a, b: a @ b)(A, B)",
    "default": "def go(a, b, f=np.dot): return f(a, b)\nreturn go(A, B)",
    "import_module": "import importlib\nreturn importlib.import_module('numpy').dot(A, B)",
    "__import__": "return __import__('numpy').dot(A, B)",
    "internal": "from numpy._core.multiarray import dot as z\nreturn z(A, B)",
    "another library": "import scipy.linalg.blas as b\nreturn b.dgemm(1, A, B)",
    "walrus": "return (f := np.dot)(A, B)",
    "conditional": "f = np.dot if len(A) else np.sum\nreturn f(A, B)",
    "tuple": "f, g = np.dot, 1\nreturn f(A, B)",
    "list": "return [np.dot][0](A, B)",
    "ufunc call": "return np.matmul.__call__(A, B)",
}

WHOLE = {
    "global alias": "import numpy as np\nf = np.dot\ndef matmul(A, B): return f(A, B)",
    "the function itself": "import numpy as np\nmatmul = np.matmul",
    "imported as itself": "from numpy import matmul",
    "partial itself": "import numpy as np, functools\nmatmul = functools.partial(np.dot)",
    "lambda itself": "import numpy as np\nmatmul = lambda A, B: A @ B",
    "import star": "from numpy import *\ndef matmul(A, B): return dot(A, B)",
    "from numpy import": "from numpy import dot as d\ndef matmul(A, B): return d(A, B)",
    "helper": "def h(a, b): return a @ b\ndef g(a, b): return h(a, b)\n"
    "def matmul(A, B): return g(A, B)",
    "class": "class M:\n    def __init__(s, a): s.a = a\n    def times(s, b): return s.a @ b\n"
    "def matmul(A, B): return M(A).times(B)",
    "closure": "import numpy as np\ndef make(f):\n    def inner(A, B): return f(A, B)\n"
    "    return inner\nmatmul = make(np.dot)",
    "closure text": "def make():\n    def inner(A, B): return A @ B\n    return inner\n"
    "matmul = make()",
    "vectorize": "import numpy as np\n"
    "g = np.vectorize(np.dot, signature='(i),(i)->()')\n"
    "def matmul(A, B): return [[g(r, c) for c in B.T] for r in A]",
    "in a dict": "import numpy as np\nops = {'x': np.dot}\ndef matmul(A, B): return ops['x'](A, B)",
    "wrapped": "import numpy as np, functools\ndef deco(f):\n    @functools.wraps(f)\n"
    "    def w(*a): return f(*a)\n    return w\n@deco\ndef matmul(A, B): return np.dot(A, B)",
    "bound method": "import numpy as np\ndef matmul(A, B): return run(A)(B)\n"
    "def run(A): return A.dot",
    "callable instance": "class F:\n    def __call__(self, A, B): return A @ B\nmatmul = F()",
    "methodcaller made before": "import operator\ndef matmul(A, B): return m(A, B)\n"
    "def m(A, B): return operator.attrgetter('dot')(A)(B)",
    "shadowed by a class of its own": "class V:\n    def dot(self, o): return 0\n"
    "def matmul(A, B): return A.dot(B)",
    "slot shadowed by a class of its own": "class V:\n    def __matmul__(self, o): return 0\n"
    "def matmul(A, B): return A.__matmul__(B)",
    "default value": "import numpy as np\ndef matmul(A, B, f=np.dot): return f(A, B)",
    "renamed graded": "import numpy as np\ndef matmul(A, B): return np.dot(A, B)\nmatvec = matmul",
}


def test_disguises_in_the_body(cage: PortableCage) -> None:
    """All in one file, a graded function each, so that one worker does."""
    source = ["import numpy as np"]
    for i, body in enumerate(BODIES.values()):
        source += [f"def f{i}(A, B):", *(f"    {line}" for line in body.splitlines())]
    names = [f"f{i}" for i in range(len(BODIES))]
    with session("\n".join(source), functions=names, policy=BY_HAND, cage=cage) as student:
        facts = student.load().functions
        outcomes = student.call_many([Call(name, (A, B)) for name in names], 5.0)
        missed = [
            disguise
            for name, disguise, outcome in zip(names, BODIES, outcomes, strict=True)
            if not facts[name].violations and not getattr(outcome, "used", ())
        ]
        assert missed == []


@pytest.mark.slow
@pytest.mark.parametrize("name", WHOLE)
def test_disguise_in_the_file(name: str, cage: PortableCage) -> None:
    assert any(findings(WHOLE[name], cage)), name


def test_one_function_is_not_blamed_for_another(cage: PortableCage) -> None:
    source = """
        import numpy as np
        def dot(u, v): return float(np.dot(u, v))
        def matvec(A, x): return np.array([dot(r, x) for r in A])
        def affine(x, W, b): return matvec(W.T, x) + b
    """
    with session(source, functions=NAMES, policy=BY_HAND, cage=cage) as student:
        facts = student.load().functions
        assert [v.rule for v in facts["dot"].violations] == ["numpy.dot"]
        assert facts["dot"].violations[0].line == 3
        assert facts["matvec"].violations == () == facts["affine"].violations
        assert (facts["matvec"].uses, facts["affine"].uses) == (("dot",), ("matvec",))
        outcomes = student.call_many([Call(n, ARGS[n]) for n in ("dot", "matvec", "affine")], 5.0)
        assert [getattr(o, "used", None) for o in outcomes] == [("numpy.dot",), (), ()]


def test_the_watch_changes_no_result(cage: PortableCage) -> None:
    source = """
        import numpy as np
        top = np.dot([1.0, 2], [3.0, 4]), np.eye(2) @ [1, 2], np.linalg.norm([3.0, 4])
        def dot(u, v): return [top[0], top[1], top[2], np.matmul.nin, repr(np.sum)]
    """
    with session(source, functions=NAMES, policy=BY_HAND, cage=cage) as student:
        assert student.load().problems == ()
        result = student.call_many([Call("dot", ARGS["dot"])], 5.0)[0]
        assert isinstance(result, Returned)
        assert result.value[0] == 11 and result.value[2] == 5 and result.value[3] == 2
