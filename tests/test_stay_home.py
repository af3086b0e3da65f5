"""`inputs.py` stays with the instructor, and what of it a release stands in for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from grading import grade_cli

from grader.answers import stand_ins
from grader.answers.live import NotRecorded
from grader.authoring.draw import Draw
from grader.release.outgoing import faults, taken

pytestmark = pytest.mark.slow

REFERENCE = """
def spread(x):
    ### BEGIN SOLUTION
    mean = x.sum() / x.size
    return ((x - mean) ** 2).sum() / x.size
    ### END SOLUTION
"""
SOUND = """
import numpy as np
from grader.authoring import case, graded

try:
    from . import evidence
except ImportError:
    evidence = None

TWO = [case(np.array([1.0, 2.0]))]

@graded("values", spread=100, zh="值", en="values")
def test_values(function, student, inputs, rng):
    # total = x.sum() / x.size; ((x - total) ** 2).sum() / x.size is said, and no code
    student.matches(function, inputs.CASES[function], oracle=inputs.ORACLES.get(function))
    student.matches(function, inputs.more, oracle=None)
    student.unchanged(function, TWO)
"""
UNSOUND = {
    "an oracle of its own": ("oracle=None", "oracle=np.var", "the oracle of line 16"),
    "a lambda": ("oracle=None", "oracle=lambda x: x.var()", "the oracle of line 16"),
    "the reference": ("import numpy as np", "from .spread import spread", "line 2 imports"),
    "by its whole name": ("import numpy as np", "import solutions.spread.hidden", "line 2 imports"),
    "inputs as a module": ("import numpy as np", "from .inputs import CASES", "line 2 imports"),
    "needed after all": ("except ImportError", "except ValueError", "line 6 imports"),
    "the solution, renamed": (
        "TWO =",
        "def own(v):\n    m = v.sum() / v.size\n    return ((v - m) ** 2).sum() / v.size\nTWO =",
        "from line 11 on there are lines of the solution",
    ),
}


def test_sound_checks_may_go_out():
    assert faults(SOUND, REFERENCE) == []
    assert taken(SOUND) == {"CASES", "ORACLES", "more"}


@pytest.mark.parametrize("name", UNSOUND)
def test_what_must_not_go_out_is_told(name):
    old, new, says = UNSOUND[name]
    (found,) = faults(SOUND.replace(old, new, 1), REFERENCE)
    assert says in found["en"]
    assert str(*[word for word in says.split() if word.isdigit()]) in found["zh-TW"]


def draws(draw: Draw):
    yield from ()


def check(x):
    return x


def test_stand_ins_have_names_and_nothing_else():
    held = {
        "CASES": {"f": draws, "g": [draws, None]},
        "ORACLES": {"f": check, "g": lambda x: x},
        "draws": draws,
        "check": check,
    }
    content = stand_ins.encode(held, {"draws"})
    names = {"a": 1}
    inputs = stand_ins.decode(content, names)
    assert inputs.CASES["f"].__qualname__ == "draws"
    assert inputs.CASES["f"].__globals__ is names
    assert inputs.CASES["g"][1] is None
    assert inputs.ORACLES == {"f": None, "g": None}
    assert inputs.check is None
    with pytest.raises(NotRecorded, match="draws"):
        inputs.draws(Draw(1))
    assert json.loads(content)["check"] is None


@pytest.mark.parametrize("value", [1.5, "text", {1.5: draws}, {"f": [0]}, {draws}])
def test_other_values_have_no_stand_in(value):
    with pytest.raises(TypeError, match=r"^held$"):
        stand_ins.encode({"held": value}, {"draws"})


# ------------------------------------------------------------------------ a course of one's own


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A new course; `averages` is its assignment."""
    folder = tmp_path_factory.mktemp("own") / "course"
    done = grade_cli("new-course", folder, cwd=folder.parent)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def change(made):
    """Change a file of the assignment; afterwards it is as it was."""
    folder, before = made / "solutions" / "averages", {}

    def put(name: str, old: str, new: str) -> Path:
        path = folder / name
        text = before.setdefault(path, path.read_text(encoding="utf-8"))
        now = path.read_text(encoding="utf-8")
        assert now.count(old) == 1, (old, text)
        path.write_text(now.replace(old, new), encoding="utf-8")
        return made

    yield put
    for path, text in before.items():
        path.write_text(text, encoding="utf-8")


def refused(course: Path, *words: str) -> None:
    done = grade_cli("release", "--wheel", "none", cwd=course)
    assert done.returncode == 3, done.stdout + done.stderr
    assert len(done.stderr.strip().splitlines()) == 1, done.stderr
    for word in words:
        assert word in done.stderr
    assert not (course / "release").exists()


def test_data_in_inputs_is_refused(change):
    course = change("inputs.py", "CASES = {", "SCALE = 2.0\nCASES = {")
    change(
        "checks.py",
        "inputs.EDGES[function], dims",
        "inputs.EDGES[function], rtol=inputs.SCALE, dims",
    )
    refused(course, "averages: checks.py takes inputs.SCALE", "Write it into checks.py")


def test_a_name_that_inputs_lacks_is_told(change):
    """Even where a right answer never gets there."""
    either = "(inputs.EDGES if function else inputs.EDGED)[function]"
    course = change("checks.py", "inputs.EDGES[function]", either)
    refused(course, "averages: inputs.py lacks EDGED")


def test_an_oracle_in_the_checks_is_refused(change):
    course = change(
        "checks.py",
        "DIMS = {",
        "ORACLES = {'weighted_mean': lambda x, w: x @ w / w.sum()}\nDIMS = {",
    )
    change(
        "checks.py",
        "inputs.EDGES[function], dims=DIMS[function], oracle=inputs.ORACLES",
        "inputs.EDGES[function], dims=DIMS[function], oracle=ORACLES",
    )
    refused(course, "solutions/averages/checks.py: the oracle of line")


CALLBACK = """
def calls(draw: Draw):
    yield case(*SLIDE)
    yield case(Callback(plain, name="plain"), SLIDE[1])


CASES = {"""
PLAIN = """
def plain():
    return np.array([[1.0, 2, 3], [4, 5, 9]])

"""


def test_a_function_among_the_cases_stands_in_the_checks(change):
    begin = "    ### BEGIN SOLUTION"
    change("averages.py", begin, f"    x = x() if callable(x) else x\n{begin}")
    change("inputs.py", "import Draw", "import Callback, Draw")
    change("inputs.py", "for row in x]", "for row in (x() if callable(x) else x)]")
    change("inputs.py", "CASES = {", CALLBACK)
    change("inputs.py", "    yield case(*SLIDE, slide=True)", "    yield from calls(draw)")
    course = change("inputs.py", "SLIDE =", PLAIN + "SLIDE =")
    refused(course, "averages: the function plain among the cases", "top level of checks.py")
    change("inputs.py", PLAIN, "from .checks import plain\n")
    change("checks.py", "DIMS =", f"import numpy as np\n{PLAIN}DIMS =")
    done = grade_cli("release", "--wheel", "none", "--out", course.parent / "out", cwd=course)
    assert done.returncode == 0, done.stdout + done.stderr


def test_inputs_that_cannot_be_imported_are_told(change, made):
    change("inputs.py", "CASES = {", "CASES = = {")
    done = grade_cli("verify", cwd=made)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "SyntaxError" in done.stdout
    assert "inputs.py" in done.stdout
    done = grade_cli("averages", cwd=made / "assignments" / "averages")
    assert done.returncode == 3
    assert "inputs.py" in done.stderr
