"""Nothing a submission does ends the run: each ends in its own sentence, and the rest is graded."""

from __future__ import annotations

import pytest
from grading import check, grade_sources, points, reference

from grader.model.report import Status, Verdict

# what stands in place of `mae` in an otherwise right file -> (status, part of what is said)
ODD = {
    "unwritten": (
        "def mae(y, y_hat):\n    raise NotImplementedError\n",
        "raised",
        "not written yet",
    ),
    "missing": ("del mae\n", "raised", "no function `mae`"),
    "renamed": ("MAE = mae\ndel mae\n", "raised", "no function `mae`"),
    "not a function": ("mae = 3.0\n", "raised", "not a function"),
    "arity": ("def mae(y):\n    return 0.0\n", "raised", "`mae(y, y_hat)`"),
    "printed": ("def mae(y, y_hat):\n    print(abs(y - y_hat).mean())\n", "wrong", "print"),
    "string": ("def mae(y, y_hat):\n    return str(abs(y - y_hat).mean())\n", "wrong", "str"),
    "generator": ("def mae(y, y_hat):\n    yield abs(y - y_hat).mean()\n", "wrong", "generator"),
    "object": ("def mae(y, y_hat):\n    return object()\n", "wrong", "object"),
    "nan": ("def mae(y, y_hat):\n    return float('nan')\n", "wrong", "nan"),
    "nested": (
        "def mae(y, y_hat):\n    a = []\n    a.append(a)\n    return a\n",
        "wrong",
        "single number",
    ),
    "huge": (
        "def mae(y, y_hat):\n    return np.broadcast_to(np.float64(1), (10**5, 10**5))\n",
        "wrong",
        "single number",
    ),
    "name error": ("def mae(y, y_hat):\n    return abs(y - yhat).mean()\n", "raised", "yhat"),
    "exit": ("def mae(y, y_hat):\n    import sys\n    sys.exit(0)\n", "raised", "exit()"),
    "os exit": ("def mae(y, y_hat):\n    import os\n    os._exit(0)\n", "crashed", "os._exit"),
    "interrupt": ("def mae(y, y_hat):\n    raise KeyboardInterrupt\n", "raised", "Interrupt"),
    "input": ("def mae(y, y_hat):\n    return float(input('mae? '))\n", "raised", "no keyboard"),
    "recursion": ("def mae(y, y_hat):\n    return mae(y, y_hat)\n", "raised", "RecursionError"),
    "memory": (
        "def mae(y, y_hat):\n    return np.ones((10**6, 10**6)).mean()\n",
        "raised",
        "memory",
    ),
    "endless": ("def mae(y, y_hat):\n    while True:\n        pass\n", "timeout", "did not finish"),
    "asleep": (
        "def mae(y, y_hat):\n    import time\n    time.sleep(600)\n",
        "timeout",
        "did not finish",
    ),
    "flood": (
        "def mae(y, y_hat):\n    while True:\n        print('x' * 10**6)\n",
        "timeout",
        "did not finish",
    ),
    "segfault": (
        "def mae(y, y_hat):\n    import ctypes\n    ctypes.string_at(0)\n",
        "crashed",
        "",
    ),
    "closes everything": (
        "def mae(y, y_hat):\n    import os\n    os.closerange(0, 100)\n    return 0.0\n",
        "crashed",
        "",
    ),
    "always equal": (
        "class E(float):\n    __eq__ = lambda s, o: True\n    __hash__ = float.__hash__\n"
        "def mae(y, y_hat):\n    return E(0)\n",
        "wrong",
        "due",
    ),
}


@pytest.fixture(scope="module")
def odd_reports():
    sources = [f"{reference('losses')}\n\n{text}" for text, _, _ in ODD.values()]
    return dict(zip(ODD, grade_sources("losses", sources, ["mse", "mae"]), strict=True))


@pytest.mark.slow
@pytest.mark.parametrize("name", ODD)
def test_odd_functions(odd_reports, name):
    report = odd_reports[name]
    _, status, says = ODD[name]
    found = check(report, "mae.values")
    assert (found.status, report.status) == (Verdict(status), Status.GRADED)
    assert says in found.message["en"]
    assert found.message["zh-TW"]
    assert points(report, "mae")[0] == 0
    won, most = points(report, "mse")
    assert won == most > 0


LOADS = {
    "syntax error": ("def mae(y, y_hat)\n    return 0\n", "syntax error"),
    "unclosed bracket": ("def mae(y, y_hat):\n    return np.mean(abs(y - y_hat)\n", "syntax error"),
    "unclosed string": ('def mae(y, y_hat):\n    """doc\n    return 0\n', "syntax error"),
    "indentation": ("def mae(y, y_hat):\nreturn 0\n", "syntax error"),
    "tabs and spaces": ("def mae(y, y_hat):\n\tx = 1\n        return x\n", "syntax error"),
    "import": ("import torch\ndel mae\n", "torch"),
    "exit": ("del mae\nimport sys\nsys.exit()\n", "exit()"),
    "os exit": ("del mae\nimport os\nos._exit(0)\n", "ended the whole process"),
    "input": ("del mae\nname = input('name? ')\n", "input()"),
    "endless": ("del mae\nwhile True:\n    pass\n", "did not finish"),
    "unwritten": ("del mae\ndef f():\n    raise NotImplementedError\nprint(f())\n", "not written"),
    "null": ("del mae\nx = 1 / 0\n", "ZeroDivisionError"),
}


@pytest.fixture(scope="module")
def load_reports():
    head, tail = reference("losses").split("# %% [markdown]\n# ## `mae(")
    tail = tail.split("# %% [markdown]", 1)[1]
    sources = [
        f"{head}\ndef mae(y, y_hat):\n    pass\n\n{text}\n\n# %% [markdown]{tail}"
        for text, _ in LOADS.values()
    ]
    return dict(zip(LOADS, grade_sources("losses", sources, ["mse", "bce"]), strict=True))


@pytest.mark.slow
@pytest.mark.parametrize("name", LOADS)
def test_what_fails_while_loading_costs_only_itself(load_reports, name):
    report = load_reports[name]
    assert any(LOADS[name][1] in note["en"] for note in report.notes), report.notes
    for function in ("mse", "bce"):
        won, most = points(report, function)
        assert won == most, [c for c in report.checks if not c.passed]


def test_the_line_is_the_students_own():
    source = "import numpy as np\n\ndef mae(y, y_hat):\n    a = 1\n    return y.mena()\n"
    found = check(grade_sources("losses", [source], ["mae"])[0], "mae.values")
    assert (found.label, found.line) == ("losses.py", 5)
    assert "mena" in found.message["en"]


@pytest.mark.slow
def test_nothing_of_a_hostile_file_reaches_the_next_student():
    hostile = """
import numpy as np, builtins, os, sys
np.allclose = np.array_equal = lambda *a, **k: True
np.testing.assert_allclose = lambda *a, **k: None
builtins.abs = lambda x: 0
class Always(np.ndarray):
    def __eq__(self, other): return np.True_
    __le__ = __lt__ = __ge__ = __eq__
def mse(y, y_hat):
    return np.zeros(()).view(Always)
def mae(y, y_hat):
    sys.modules["__main__"].__dict__.clear()
    os.kill(os.getppid(), 0)
    return 0.0
"""
    reports = grade_sources("losses", [hostile, reference("losses"), hostile], ["mse", "mae"])
    assert reports[1].score == reports[1].max_score
    assert reports[0].score == reports[2].score == 0
    assert reports[0].checks[0].status == reports[2].checks[0].status == Verdict.WRONG


def test_a_failed_function_is_charged_once():
    """mlp_forward that calls a wrong layer_forward waits for it; one that does not is graded."""
    wrong = "def layer_forward(X, W, b, f):\n    return f(W.T @ X - b)\n"
    calls = (
        "def mlp_forward(X, W1, b1, W2, b2, f1, f2):\n"
        "    return layer_forward(layer_forward(X, W1, b1, f1), W2, b2, f2)\n"
    )
    alone = (
        "def mlp_forward(X, W1, b1, W2, b2, f1, f2):\n"
        "    return f2(W2.T @ f1(W1.T @ X + b1) + b2)\n"
    )
    base = reference("mlp_forward") + "\n\n" + wrong
    both = grade_sources(
        "mlp_forward", [base + calls, base + alone], ["layer_forward", "mlp_forward"]
    )
    assert check(both[0], "mlp_forward.values").status is Verdict.SKIPPED
    assert "layer_forward" in check(both[0], "mlp_forward.values").message["en"]
    won, most = points(both[1], "mlp_forward")
    assert won == most
    for report in both:
        assert check(report, "layer_forward.values").status is Verdict.WRONG
        assert len(check(report, "layer_forward.values").diagnosis) == 1


def test_by_hand_means_by_hand():
    own = reference("matmul")
    uses = "def matvec(A, x):\n    return np.asarray(A, float) @ np.asarray(x, float)\n"
    report = grade_sources("matmul", [f"{own}\n\n{uses}"])[0]
    refused = check(report, "matvec.values")
    assert refused.status is Verdict.REFUSED
    assert "`@`" in refused.message["en"]
    assert points(report, "matvec")[0] == 0
    assert points(report, "dot")[0] == points(report, "dot")[1]


@pytest.mark.slow
def test_the_same_seed_gives_the_same_report():
    from grader.render.json_report import to_dict

    wrong = reference("losses").replace("np.mean", "np.sum")
    first, second = (
        to_dict(grade_sources("losses", [wrong], seed=7)[0], times=False) for _ in range(2)
    )
    assert first == second
    other = to_dict(grade_sources("losses", [wrong], seed=8)[0], times=False)
    assert other["seed"] == 8
    assert other["score"] == first["score"]


def test_an_object_array_of_numbers_is_an_array():
    source = (
        "import math\nimport numpy as np\n"
        "sigmoid = np.frompyfunc(lambda z: 1 / (1 + math.exp(-z)), 1, 1)\n"
    )
    report = grade_sources("activations", [source], ["sigmoid"])[0]
    assert check(report, "sigmoid.values").passed, check(report, "sigmoid.values").message["en"]


def test_what_is_built_on_a_refused_function_waits_however_far():
    source = """
import numpy as np
def matvec(A, x):
    return np.asarray(A, float) @ np.asarray(x, float)
def matmul(A, B):
    return np.array([matvec(np.asarray(B).T, row) for row in np.asarray(A)])
def affine(x, W, b):
    return matmul([x], W)[0] + np.asarray(b)
"""
    report = grade_sources("matmul", [source])[0]
    assert check(report, "matvec.values").status is Verdict.REFUSED
    for function in ("matmul", "affine"):
        assert check(report, f"{function}.values").status is Verdict.SKIPPED
        assert points(report, function)[0] == 0
    alone = grade_sources("matmul", [source], ["affine"])[0]
    assert check(alone, "affine.values").status is Verdict.REFUSED


def test_what_is_kept_between_calls_is_named():
    source = (
        "import numpy as np\n"
        "def mae(y, y_hat, seen=[]):\n"
        "    seen.extend(np.abs(y - y_hat).ravel())\n    return np.mean(seen)\n"
    )
    found = check(grade_sources("losses", [source], ["mae"])[0], "mae.values")
    assert [d.id for d in found.diagnosis] == ["structure.stateful"]


@pytest.mark.slow
def test_a_hidden_check_tells_nothing_of_its_inputs():
    """A function that works until the public checks are over, then shouts its arguments."""
    sources = [
        reference("metrics")
        + "\n\nright, calls = accuracy, []\n"
        + "def accuracy(y, y_pred):\n    calls.append(1)\n"
        + f"    if len(calls) > {patience}:\n"
        + "        raise ValueError(f'inputs {y.tolist()}')\n"
        + "    return right(y, y_pred)\n"
        for patience in range(10, 40, 2)
    ]
    found = [check(r, "accuracy.hidden") for r in grade_sources("metrics", sources, ["accuracy"])]
    shouting = [c for c in found if c.status is Verdict.RAISED]
    assert shouting
    for hidden in shouting:
        assert not (hidden.message or hidden.shown or hidden.notes or hidden.line)


@pytest.mark.slow
def test_looking_for_a_name_does_not_tell_against_the_function():
    """Wrong values, and an endless loop only when asked the same again: `errors` still counts."""
    source = """
seen = []
def dot(u, v):
    if len(u) != len(v):
        raise ValueError("lengths differ")
    if (key := (list(u), list(v))) in seen:
        while True:
            pass
    seen.append(key)
    return sum(a * b for a, b in zip(u, v)) + 0.37 * u[0] * u[0]
"""
    report = grade_sources("matmul", [source], ["dot"])[0]
    assert check(report, "dot.values").status is Verdict.WRONG
    assert check(report, "dot.errors").passed
