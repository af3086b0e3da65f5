"""`grade verify` on a small course of another subject: sound when it is, and not when it is not."""

from __future__ import annotations

import pytest
from grading import grade_cli

pytestmark = pytest.mark.slow

FILES = {
    "course.toml": """\
id = "mini"
language = "en"
seed = 1
assignments = ["scaling"]
[title]
zh-TW = "小課程"
en = "A small course"
""",
    "solutions/__init__.py": "",
    "solutions/scaling/__init__.py": "",
    "solutions/scaling/manifest.toml": """\
[title]
zh-TW = "縮放"
en = "Scaling"
[summary]
zh-TW = "把資料縮放到同樣的範圍。"
en = "Bring data to one range."
[functions.min_max]
title = { zh-TW = "最小最大縮放", en = "Min-max scaling" }
formula = '\\frac{x-\\min x}{\\max x-\\min x}'
slide = { zh-TW = "資料前處理", en = "Preprocessing" }
hints = [{ zh-TW = "先找最小值。", en = "Find the smallest first." }]
""",
    "solutions/scaling/scaling.py": '''\
# %%
import numpy as np

# %% [markdown]
# ## `min_max(x)`: 最小最大縮放 Min-max scaling
#
# 把 x 縮放到 0 與 1 之間。
#
# Scale x to between 0 and 1.


# %%
def min_max(x):
    """Scale x, shape (N,), to [0, 1]."""
    ### BEGIN SOLUTION
    return (x - np.min(x)) / (np.max(x) - np.min(x))
    ### END SOLUTION
''',
    "solutions/scaling/checks.py": """\
import numpy as np
from grader.authoring import case, graded

def cases(draw):
    yield case(draw.array(2))
    for n in (3, 4, 6):
        yield case(draw.array(n))

@graded("values", min_max=100, zh="數值正確", en="the right values")
def test_values(function, student, rng):
    student.matches(function, cases, dims=("N",))
""",
    "solutions/scaling/mistakes/min_max.toml": """\
[no-shift]
zh-TW = "你沒有先減去最小值。"
en = "The minimum is not subtracted."
edit = [["(x - np.min(x)) /", "x /"]]

[by-max]
zh-TW = "你除以了最大值。"
en = "You divide by the maximum."
body = "return (x - np.min(x)) / np.max(x)"
""",
}


@pytest.fixture
def course(tmp_path):
    for name, text in FILES.items():
        path = tmp_path / "迷你 course" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    folder = tmp_path / "迷你 course"
    assert grade_cli("build", cwd=folder).returncode == 0
    return folder


def change(course, name, old, new):
    path = course / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_sound_course(course):
    run = grade_cli("verify", "--mutants", cwd=course)
    assert (run.returncode, run.stdout) == (0, "The course is sound.\n"), run.stdout
    graded = grade_cli("assignments/scaling/scaling.py", cwd=course)
    assert graded.returncode == 1
    assert "not written yet" in graded.stdout


MISTAKES = "solutions/scaling/mistakes/min_max.toml"
MANIFEST = "solutions/scaling/manifest.toml"
CHECKS = "solutions/scaling/checks.py"
POLICY = """[policy]
names = ["%s"]
why = { zh-TW = "請自己寫。", en = "Write it yourself." }
[functions.min_max]"""
FLAWS = {
    "generated file edited": (
        "assignments/scaling/scaling.py", "raise NotImplementedError", "pass", "not current",
    ),
    "points": (CHECKS, "min_max=100", "min_max=90", "add up to 90"),
    "language": (MANIFEST, 'zh-TW = "縮放"', 'zh-TW = "Scaling"', "zh-TW text is missing"),
    "formula": (MANIFEST, "\\frac{x", "\\frac{x}}{{", "not LaTeX"),
    "right misconception": (
        MISTAKES, 'edit = [["(x - np.min(x)) /", "x /"]]',
        'body = "return (x - x.min()) / (x.max() - x.min())"', "passes every check",
    ),
    "two alike": (
        MISTAKES, 'edit = [["(x - np.min(x)) /", "x /"]]',
        'body = "return (x - x.min()) / x.max()"', "is named as",
    ),
    "check that cannot fail": (
        CHECKS, "    student.matches(function, cases, dims=(\"N\",))", "    pass", "the stub gets pass",
    ),
    "reference is wrong": (
        "solutions/scaling/scaling.py", "return (x - np.min(x)) /", "(x - np.min(x)) /",
        "the reference gives None",
    ),
    "reference raises": (
        "solutions/scaling/scaling.py", "return (x - np.min(x)) /",
        "raise IndexError('gone')\n    return (x - np.min(x)) /",
        "under seed 1: CheckFault: min_max.values: the reference raises IndexError: gone on (array",
    ),
    "survivor": (CHECKS, "yield case(draw.array(2))\n    for n in (3, 4, 6):\n        yield case(draw.array(n))",
                 "yield case(draw.array(2) * 0 + [0.0, 1.0])", "a mutant survives"),
    "unknown function": (MANIFEST, "[functions.min_max]", "[functions.max_min]", "max_min"),
    "no marks": (CHECKS, "@graded(\"values\", min_max=100, zh=\"數值正確\", en=\"the right values\")\ndef test_values(function, student, rng):",
                 "def test_values(student, rng):\n    function = 'min_max'", "needs an id"),
    "policy by alias": (MANIFEST, "[functions.min_max]", POLICY % "np.ptp", "write numpy.ptp"),
    "misspelt policy": (
        MANIFEST, "[functions.min_max]", POLICY % "numpy.averge", "is it numpy.average?",
    ),
    "random of its own": (
        CHECKS, "yield case(draw.array(2))", "yield case(np.random.default_rng().random(3))",
        "min_max.values: its cases differ from one run to the next",
    ),
    "helper beside the mistake": (
        MISTAKES, "return (x - np.min(x)) / np.max(x)", "return _helped(x)",
        "is named as nothing: Your code raised NameError",
    ),
    "oracle in the checks": (
        CHECKS, "dims=(\"N\",)", "oracle=lambda x: (x - x.min()) / np.ptp(x)",
        "scaling: checks.py: the oracle of line 11 stands in checks.py",
    ),
    "solution in the checks": (
        CHECKS, "    student.matches", "    slide = np.array([1.0, 2, 4])\n"
        "    due = (slide - np.min(slide)) / (np.max(slide) - np.min(slide))\n    student.matches",
        "checks.py: from line 12 on there are lines of the solution",
    ),
    "solution imported": (
        CHECKS, "import case, graded", "import case, graded\nfrom .scaling import min_max",
        "checks.py: line 3 imports another module of the course (.scaling)",
    ),
    "no inputs": (
        CHECKS, "(function, student, rng):\n    student.matches(function, cases",
        "(function, student, inputs):\n    student.matches(function, inputs.cases",
        "there is no inputs.py",
    ),
    "syntax of the checks": (CHECKS, "from grader", "from from grader", "line 2"),
    "checks do not import": (CHECKS, "import case, graded", "import case, grade", "cannot be collected"),
}  # fmt: skip


@pytest.mark.parametrize("name", FLAWS)
def test_every_flaw_is_found(course, name):
    file, old, new, says = FLAWS[name]
    change(course, file, old, new)
    options = ["--mutants"] if name == "survivor" else []
    run = grade_cli("verify", *options, cwd=course)
    assert "Traceback" not in run.stderr
    assert run.returncode == 1, run.stdout + run.stderr
    assert says in run.stdout


UNREADABLE = {
    "misspelt key": (
        MANIFEST, "formula =", "formular =", "[functions.min_max] has 'formular'; known are title",
    ),
    "misspelt rule": (MANIFEST, "[functions.min_max]", POLICY.replace("names", "name") % "a", "[policy] has 'name'"),
    "no list": (MANIFEST, "[functions.min_max]", POLICY.replace('["%s"]', '"numpy.ptp"'), "names is not a list"),
    "missing translation": (
        MANIFEST, '{ zh-TW = "先找最小值。", en', "{ zh = '', en", "[functions.min_max] hint 1 has no 'zh-TW'",
    ),
    "assignments that are one word": ("course.toml", '["scaling"]', '"scaling"', "assignments is not a list"),
    "assignment that is a path": ("course.toml", '["scaling"]', '["../scaling"]', "'../scaling', which is no name"),
    "seed that is no number": ("course.toml", "seed = 1", "seed = 1.5", "seed is 1.5"),
    "assignment twice": ("course.toml", '["scaling"]', '["scaling", "scaling"]', "'scaling' twice"),
}  # fmt: skip


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_meant_is_refused(course, name):
    file, old, new, says = UNREADABLE[name]
    change(course, file, old, new)
    run = grade_cli("verify", cwd=course)
    assert run.returncode == 3 and "Traceback" not in run.stderr
    assert says in run.stderr


def test_a_file_may_begin_with_a_byte_order_mark(course):
    for name in ("course.toml", MANIFEST, MISTAKES):
        path = course / name
        path.write_text(path.read_text(encoding="utf-8"), encoding="utf-8-sig")
    run = grade_cli("--list", cwd=course)
    assert run.returncode == 0, run.stderr


def test_mistakes_in_no_function_are_told(course):
    (course / "solutions/scaling/mistakes/min_mx.toml").write_text("", encoding="utf-8")
    run = grade_cli("verify", cwd=course)
    assert run.returncode == 1
    says = "solutions/scaling/mistakes/min_mx.toml: is for no function of the manifest"
    assert says in run.stdout, run.stdout


def test_a_mistake_that_cannot_be_made_is_a_flaw(course):
    change(course, MISTAKES, '"(x - np.min(x)) /"', '"(x - np.mn(x)) /"')
    run = grade_cli("verify", cwd=course)
    assert run.returncode == 1 and "Traceback" not in run.stderr
    says = "min_max.toml [no-shift]: '(x - np.mn(x)) /' does not stand in the base"
    assert says in run.stdout, run.stdout


def test_a_wrong_reference_is_told_once(course):
    """Under one seed, and without the stub's and the misconceptions' flaws that follow from it."""
    change(course, *FLAWS["reference raises"][:3])
    run = grade_cli("verify", cwd=course)
    assert run.stdout.endswith("\n1 flaw(s).\n") and run.stdout.count("\n") == 2, run.stdout


def test_broken_is_the_graders_fault(course):
    """An oracle that contradicts the reference costs no points and asks for review."""
    change(course, CHECKS, 'dims=("N",)', "oracle=lambda x: x * 0")
    work = course / "scaling.py"
    work.write_text("def min_max(x):\n    return x\n", encoding="utf-8")
    run = grade_cli("scaling.py", "--format", "json", cwd=course)
    assert run.returncode == 3
    assert '"needs-review"' in run.stdout
    assert '"broken"' in run.stdout
    assert '"max_score": 0' in run.stdout
