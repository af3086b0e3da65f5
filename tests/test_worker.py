"""The worker: files as students (and others) hand them in. One worker a test, all real."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from worker_helpers import QUICK, outcome, session

from grader.model.errors import SubmissionError
from grader.model.outcome import Opaque, Raised, Returned
from grader.model.submission import Call, Callback, Fn, Seeded
from grader.worker import source

ONE = "def f(x=1):\n    return x\n"


def value(*args: Any, **kwargs: Any) -> Any:
    result = outcome(*args, **kwargs)
    assert isinstance(result, Returned), result
    return result.value


# ------------------------------------------------------------------ what does not parse


def pieces(text: str) -> tuple[set[str], list[Any]]:
    tree, problems = source.parse("work.py", text)
    names = {getattr(node, "name", "") for node in tree.body}
    return names - {""}, problems


@pytest.mark.parametrize(
    ("broken", "line"),
    [
        ("def f(x)\n    return x\n", 4),
        ("def f(x):\n    return (x + 1\n", 5),
        ("def f(x):\n    return [x, {1: (2}\n", 5),
        ("def f(x):\n    s = '''oops\n    return x\n", 5),
        ("def f(x):\n    s = 'oops\n    return x\n", 5),
        ("def f(x):\n", 4),
        ("def f(x):\n    if x:\n", 5),
        ("def f(x):\n    try:\n        return x\n", None),
        ("def f(x):\nreturn x\n", 4),
        ("def f(x):\n        y = x\n    return y\n", 6),
        ("def f(x):\n    return x +\n", 5),
        ("def f(x):\n    return x（1）\n", 5),
        ("@\ndef f(x):\n    return x\n", 4),
        ("@cache(\ndef f(x):\n    return x\n", None),
        ("def f(x):\n    print 'a'\n", 5),
        ("def f(x):\n    return 'a\0b'\n", None),
        ("def f(x):\n    return " + "(" * 300 + "\n", 5),
        ("def f(x):\n    return " + "-" * 20_000 + "1\n", None),
        ("def f(x):\n\treturn x\n        return x\n", None),
    ],
)
def test_one_broken_function_leaves_the_others(broken: str, line: int | None) -> None:
    text = f"def a():\n    return 1\n\n{broken}\ndef b():\n    return 2\n\ndef c():\n    pass\n"
    names, problems = pieces(text)
    assert names == {"a", "b", "c"}
    assert len(problems) == 1
    assert line is None or problems[0][3] == line, problems


def test_magics_keep_the_lines() -> None:
    text = (
        "%matplotlib inline\n!pip install numpy\nx = !ls\nnp.dot?\n?np\nfor i in []:\n    %time 1\n"
    )
    tree, problems = source.parse("cell 1", text + "def f(): return 1\n")
    assert problems == [] and tree.body[-1].lineno == 8
    assert source.parse("c", "%%bash\ndef f(): return 1\n")[0].body == []
    assert len(source.parse("c", "%%time\ndef f(): return 1\n")[0].body) == 2


def test_a_modulus_at_the_start_of_a_line_is_no_magic() -> None:
    assert pieces("def f(x):\n    return (x\n% 3)\n") == ({"f"}, [])


# ------------------------------------------------------------------ loading


def test_problems_are_told_and_the_rest_is_loaded() -> None:
    text = """
        import not_a_module
        from numpy import nothing_like_this
        def g(:
            pass
        boom = 1 / 0
        raise SystemExit("bye")
        x = input()
        class Odd(BaseException): pass
        raise Odd()
        if __name__ == "__main__":
            boom
        def f(): return __name__, y
        y = 2
        return 3
        h = 5
    """
    with session(text, functions=("f", "g", "h", "k")) as student:
        loaded = student.load()
        kinds = [(p.type_name, p.line) for p in loaded.problems]
        assert ("ModuleNotFoundError", 2) in kinds and ("ImportError", 3) in kinds
        assert ("SyntaxError", 4) in kinds and ("ZeroDivisionError", 6) in kinds
        assert ("SystemExit", 7) in kinds and ("EOFError", 8) in kinds and ("Odd", 10) in kinds
        assert ("SyntaxError", 15) in kinds and len(kinds) == 8
        facts = loaded.functions
        assert (facts["f"].line, facts["f"].end_line, facts["f"].label) == (13, 13, "work.py")
        assert not facts["g"].defined and not facts["k"].defined
        assert facts["h"].defined and not facts["h"].callable
        assert student.call_many([Call(n, ()) for n in "fgh"]) == [
            Returned(("work", 2)),
            Raised("MissingFunction", ("MissingFunction",), "no function named g"),
            Raised("NotCallable", ("NotCallable",), "h is a int"),
        ]


@pytest.mark.slow
def test_statements_that_hang_or_kill_are_left_out() -> None:
    text = "import os\ndef f(): return 1\nwhile True: pass\nos._exit(0)\ndef g(): return 2\n"
    with session(text, functions=("f", "g")) as student:
        loaded = student.load()
        assert [(p.type_name, p.line) for p in loaded.problems] == [("TimedOut", 3), ("Crashed", 4)]
        assert student.call_many([Call("f", ()), Call("g", ())]) == [Returned(1), Returned(2)]


@pytest.mark.parametrize(
    "text", ["x = " + "[" * 150_000 + "]" * 150_000, "x = " + "-" * 300_000 + "1", ""]
)
def test_what_nothing_can_be_made_of(text: str) -> None:
    with session(text + "\n" + ONE) as student:
        try:
            student.load()
        except SubmissionError as error:
            assert error.text["zh-TW"] and error.text["en"]  # noqa: PT017
        else:
            assert student.call_many([Call("f", ())]) == [Returned(1)]


@pytest.mark.slow
def test_a_file_that_always_dies_is_rejected() -> None:
    text = "import os\n" + "os._exit(3)\n" * 7
    with session(text) as student, pytest.raises(SubmissionError, match="exit code 3"):
        student.load()


def test_cells_share_a_namespace_and_keep_their_labels() -> None:
    with session("import numpy as np", "%%time\ndef f():\n    raise KeyError(1)") as student:
        assert student.load().functions["f"].label == "cell 2"
        raised = student.call_many([Call("f", ())])[0]
        assert isinstance(raised, Raised) and (raised.label, raised.line) == ("cell 2", 3)


@pytest.mark.parametrize("path", ["numpy.py", "random.py", "__main__.py", "測試 (1).py", "json.py"])
def test_odd_file_names(path: str) -> None:
    text = "import numpy as np, random, json\ndef f(): return float(np.sum([random.randint(1, 1)]))"
    with session(text, path=path) as student:
        assert student.load().problems == ()
        assert student.call_many([Call("f", ())]) == [Returned(1.0)]


def test_future_dataclasses_and_source_work() -> None:
    text = """
        from __future__ import annotations
        import inspect
        from dataclasses import dataclass
        @dataclass
        class P:
            x: Undefined = 1
        def f(): return P().x, inspect.getsource(P).count("x"), inspect.getsource(f)[:7]
    """
    assert value(text) == (1, 1, "def f()")


def test_unseeded_random_numbers_are_the_same_in_every_run() -> None:
    text = """
        import numpy as np, random
        def f():
            rng = np.random.default_rng()
            return [random.random(), float(np.random.rand()), float(rng.random())] + sorted(
                {"a", "b", "c"}, key=hash)
    """
    first = value(text)
    assert first == value(text) and len(set(map(str, first))) == 6


def test_uses() -> None:
    text = """
        def a(): return 1
        def helper(): return b()
        def b(): return a() + 1
        def c(a): return helper() + a
        d = lambda: [x for x in [c]][0](1)
    """
    with session(text, functions=tuple("abcd")) as student:
        facts = student.load().functions
        assert [facts[n].uses for n in "abcd"] == [(), ("a",), ("b",), ("c",)]


# ------------------------------------------------------------------ calls


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("1 / 0", "ZeroDivisionError"),
        ("f()", "RecursionError"),
        ("raise SystemExit(0)", "SystemExit"),
        ("import sys; sys.exit()", "SystemExit"),
        ("raise KeyboardInterrupt", "KeyboardInterrupt"),
        ("raise GeneratorExit", "GeneratorExit"),
        ("input()", "EOFError"),
        ("raise NotImplementedError", "NotImplementedError"),
        ("return np.ones(1 << 34)", "MemoryError"),
        ("raise type('E', (ValueError,), {'__str__': lambda s: 1 / 0})()", "E"),
        ("raise ValueError('x' * 100_000_000)", "ValueError"),
        ("undefined_name", "NameError"),
        ("open('/proc/self/nothing/there')", "FileNotFoundError"),
    ],
)
def test_raised(body: str, kind: str, worker: Any) -> None:
    result = worker(f"import numpy as np\ndef f():\n    {body}\n")
    assert isinstance(result, Raised)
    assert result.type_name == kind and result.line == 3 and len(result.message) <= 500
    assert result.bases[-1] == "object" and result.bases[0] == kind


@pytest.fixture(scope="module")
def worker() -> Any:
    from grader.sandbox.portable import PortableCage

    with PortableCage(keep_spare=True) as cage:

        def call(text: str) -> Any:
            with session(text, cage=cage) as student:
                student.load()
                return student.call_many([Call("f", ())], 3.0)[0]

        yield call


def test_arguments_and_changes() -> None:
    text = """
        import numpy as np
        def f(a, items, c=None, rng=None, g=None):
            a[0, 0] = np.nan; items[1].append(5); c.shape = (4,)
            return g(a * 0 + 1), rng.random()
    """
    result = outcome(
        text,
        np.ones((2, 2)),
        [1, [2]],
        c=np.ones((2, 2)),
        rng=Seeded(3),
        g=Fn("double"),
    )
    assert isinstance(result, Returned)
    assert list(result.changed) == [0, 1, "c"] and result.changed[1] == [1, [2, 5]]
    assert result.changed["c"].shape == (4,) and np.isnan(result.changed[0][0, 0])
    assert np.array_equal(result.value[0], np.array([[np.nan, 2], [2, 2]]), equal_nan=True)
    assert result.value[1] == np.random.default_rng(3).random()


def test_unchanged_arguments_with_nan_and_minus_zero() -> None:
    args = np.array([np.nan, -0.0]), [np.array([np.nan]), float("nan")]
    assert outcome("def f(a, b):\n    a[:] = a + 0\n    return None", *args) == Returned(None)


def test_callbacks() -> None:
    text = """
        def f(loss, theta):
            try:
                loss("x")
            except (TypeError, ValueError) as error:
                message = str(error)
            return [loss(theta), loss([1.0, 2.0]), loss(2.0), message]
    """
    loss = Callback(lambda t: float(np.sum(np.square(t))), "loss")
    result = value(text, loss, np.ones(3))
    assert result[:3] == [3.0, 5.0, 4.0] and result[3]


def test_returned_values() -> None:
    text = """
        import numpy as np
        def gen(): yield 1
        def f(): return [np.float32(1), (1, 2.5), {"a": None}, True, np.ones((0, 3)), gen()]
    """
    result = value(text)
    assert result[0].dtype == np.float32 and result[1:4] == [(1, 2.5), {"a": None}, True]
    assert result[4].shape == (0, 3) and isinstance(result[5], Opaque)
    assert isinstance(value("def f():\n    yield 1"), Opaque)
    assert value("def f(): pass") is None


def test_printing_is_seen_and_kept_apart() -> None:
    text = "def f(x):\n    if x: print('答案', x)\n    return x\nprint('top', end='')"
    with session(text) as student:
        student.load()
        results = student.call_many([Call("f", (0,)), Call("f", (1,))])
        assert [r.printed for r in results if isinstance(r, Returned)] == [False, True]
        student.close()
        assert student.output() == "top答案 1\n"


def test_a_flood_of_output_is_cut() -> None:
    text = "import os\ndef f():\n    for _ in range(2000): print('x' * 10_000)\n" + (
        "    os.write(1, b'y' * 5_000_000)\n    return 1"
    )
    with session(text, limits=QUICK) as student:
        student.load()
        assert student.call_many([Call("f", ())], 3.0) == [Returned(1, printed=True)]
        assert len(student.output()) == QUICK.output_bytes


def test_patched_numpy_and_builtins_do_not_break_the_worker() -> None:
    text = """
        import builtins, json, os, struct, sys, numpy as np
        def f(x): return x * 2
        for name in ("asarray", "array", "frombuffer", "array_equal", "zeros", "dtype", "allclose"):
            setattr(np, name, None)
        json.dumps = json.loads = struct.pack = os.write = os.read = None
        for name in ("len", "isinstance", "list", "type", "str", "enumerate", "callable", "zip"):
            setattr(builtins, name, None)
        sys.stdout = sys.stderr = None
    """
    from grader.model.outcome import Crashed

    result = outcome(text, np.ones(2))
    assert isinstance(result, Crashed) or np.array_equal(result.value, [2, 2])  # type: ignore[union-attr]
    gentle = "import numpy as np\nnp.asarray = np.array = np.zeros = np.frombuffer = None\n"
    assert value(gentle + "sum = 3\nlist = [1]\nstr = 'a'\ndef f(): return 1.5") == 1.5
