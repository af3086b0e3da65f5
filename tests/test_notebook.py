"""The check cell: which cells of a kernel are checked, what is shown, and what nbgrader is told."""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import nbformat
import pytest
from grading import ROOT, grade_cli, grade_sources, reference
from nbgrader_students import NO_LENGTHS, RIGHT, module

from grader.bridges.notebook import check_cell as checking
from grader.bridges.notebook import engine_client, notebook_place
from grader.bridges.notebook.executed_cells import (
    UNKNOWN_FILE,
    UNSAVED,
    CellIds,
    Ran,
    current,
    history,
    work,
)
from grader.course.percent import check_cell, notebook, placed, stub
from grader.intake.student_file import notebook_cells, only_checks
from grader.language.text import Text
from grader.model.errors import CourseError, GradeError, UsageError
from grader.model.submission import Cell
from grader.notebook import check
from grader.render.cell_card import cell_html, cell_text

PARTLY = RIGHT | {"dot": NO_LENGTHS}
FUNCTIONS = ("dot", "matvec", "matmul", "affine")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A student's folder, the course named by the environment, no nbgrader around."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DLGRADE_COURSE", str(ROOT))
    monkeypatch.setenv("DLGRADE_LANG", "en")
    for name in ("NBGRADER_EXECUTION", "JPY_SESSION_NAME"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def shell(*texts: str, **names: object) -> SimpleNamespace:
    """What check sees of IPython: everything that was run, in order."""
    manager = SimpleNamespace(input_hist_raw=["", *texts])
    return SimpleNamespace(history_manager=manager, user_ns=names)


def student_notebook(path: Path, functions: dict[str, str]) -> dict:
    book = json.loads(notebook(stub(reference("matmul")), "matmul", FUNCTIONS))
    for cell in book["cells"]:
        found = re.match(r"def (\w+)", "".join(cell["source"]))
        if found and found[1] in functions:
            cell["source"] = functions[found[1]]
    path.write_text(json.dumps(book), encoding="utf-8")
    return book


# --------------------------------------------------------------------------- the notebook


def test_each_function_is_followed_by_its_check():
    made = placed(stub(reference("matmul")), "matmul", FUNCTIONS)
    roles = [(cell.role, cell.key) for cell in made if cell.role in ("solution", "check")]
    assert roles == [pair for f in FUNCTIONS for pair in (("solution", f), ("check", f"check-{f}"))]
    assert len({cell.id for cell in made}) == len({cell.key for cell in made}) == len(made)
    text = notebook(stub(reference("matmul")), "matmul", FUNCTIONS)
    nbformat.validate(nbformat.reads(text, as_version=4))


def test_cell_ids_are_those_of_a_notebook_without_checks():
    with_checks = {
        cell.key: cell.id for cell in placed(stub(reference("losses")), "losses", ("mse",))
    }
    without = placed(stub(reference("losses")), "losses")
    assert [with_checks[c.key] for c in without if c.role != "text"] == [
        c.id for c in without if c.role != "text"
    ]


@pytest.mark.parametrize(
    ("source", "checks"),
    [
        (check_cell("matmul", "dot"), True),
        ("# try\ncheck('dot')  # again", True),
        ("from grader.notebook import check", True),
        ("", False),
        ("# check('dot')", False),
        ("check('dot')\nx = 1", False),
        ("def check(name):\n    return name", False),
        ("check(name)", False),
    ],
)
def test_a_cell_that_only_checks(source, checks):
    assert only_checks(source) is checks


def test_check_cells_are_no_part_of_the_work(tmp_path):
    book = student_notebook(tmp_path / "a.ipynb", RIGHT)
    before, _ = notebook_cells(json.dumps(book).encode(), Path("a.ipynb"))
    copied = {"cell_type": "code", "metadata": {}, "source": check_cell("matmul", "dot")}
    book["cells"].append(copied)
    after, _ = notebook_cells(json.dumps(book).encode(), Path("a.ipynb"))
    assert before == after
    assert not any("check(" in cell.source for cell in after)


# --------------------------------------------------------------------------- what a kernel ran


@pytest.mark.parametrize(
    ("ran", "kept"),
    [
        ([(1, "def f(x:\n    return 1"), (2, "def f(x):\n    return 1")], [2]),
        ([(1, "x = 1"), (2, "x = 1")], [2]),
        ([(1, "x = 1"), (2, "x = 2")], [1, 2]),
        ([(1, "def g(): pass\ndef f(): pass"), (2, "def f(): pass")], [1, 2]),
        ([(1, "def f(): pass", "a"), (2, "y = 1", "b"), (3, "def h(): pass", "a")], [2, 3]),
        ([(1, "f = 1"), (2, "def f(): pass")], [1, 2]),
        ([(1, "def f(): pass"), (2, "f = abs")], [2]),
        ([(1, "函 = 1\ndef 內積(): pass"), (2, "函 = 2\ndef 內積(): return 1")], [2]),
        ([], []),
    ],
)
def test_what_was_replaced_since_is_left_out(ran, kept):
    assert [one.number for one in current([Ran(*one) for one in ran])] == kept


def test_history_leaves_out_checks_and_what_is_empty():
    ran = history(shell("x = 1", check_cell("matmul", "dot"), "  ", "y = 2"), CellIds())
    assert [(one.number, one.source) for one in ran] == [(1, "x = 1"), (4, "y = 2")]


def test_cell_ids_come_from_the_front_end():
    registered = []
    events = SimpleNamespace(register=lambda name, call: registered.append((name, call)))
    running = SimpleNamespace(events=events, execution_count=7)
    ids = CellIds()
    ids.listen(running)
    ids.listen(running)
    ((name, call),) = registered
    assert name == "pre_run_cell"
    call(SimpleNamespace(cell_id="c1", store_history=True))
    running.execution_count = 8
    call(SimpleNamespace(cell_id="c2", store_history=False))
    call(SimpleNamespace(cell_id=None, store_history=True))
    assert (ids[7], ids[8]) == ("c1", None)


def test_the_saved_order_counts_where_all_is_saved(folder):
    student_notebook(folder / "matmul.ipynb", RIGHT)
    looked = "print(matvec([[1]], [2]))"
    out_of_order = shell(RIGHT["matvec"], "import numpy as np", RIGHT["dot"], looked)
    found = work(out_of_order, CellIds(), "matmul", folder)
    assert [cell.label for cell in found.cells] == ["In [2]", "In [3]", "In [1]"]
    assert found.remarks == ()


def test_what_differs_from_the_saved_file_is_said(folder, monkeypatch):
    student_notebook(folder / "mine.ipynb", {})
    ran = shell("import numpy as np", RIGHT["dot"])
    assert work(ran, CellIds(), "matmul", folder).remarks == (UNKNOWN_FILE,)
    monkeypatch.setenv("JPY_SESSION_NAME", str(folder / "mine.ipynb"))
    found = work(ran, CellIds(), "matmul", folder)
    assert (found.path, found.remarks) == ("mine.ipynb", (UNSAVED,))
    monkeypatch.delenv("JPY_SESSION_NAME")
    ran.user_ns["__vsc_ipynb_file__"] = str(folder / "mine.ipynb")
    assert work(ran, CellIds(), "matmul", folder).remarks == (UNSAVED,)
    more = shell("import numpy as np", "import math")
    monkeypatch.setenv("JPY_SESSION_NAME", str(folder / "mine.ipynb"))
    assert work(more, CellIds(), "matmul", folder).remarks == (UNSAVED,)
    monkeypatch.delenv("JPY_SESSION_NAME")
    (folder / "mine.ipynb").write_text("{", encoding="utf-8")
    assert work(ran, CellIds(), "matmul", folder).remarks == (UNKNOWN_FILE,)


# --------------------------------------------------------------------------- what is said


@pytest.mark.slow
def test_the_same_verdict_and_words_as_the_command(folder, monkeypatch):
    student_notebook(folder / "matmul.ipynb", PARTLY)
    run = grade_cli("matmul.ipynb", "--format", "json", cwd=folder)
    report = json.loads(run.stdout)
    ran = shell("import numpy as np", *PARTLY.values())
    monkeypatch.setattr(checking, "_shell", lambda: ran)
    seen = check("matmul.dot")
    assert seen is not None
    mine = [c for c in report["checks"] if c["function"] == "dot"]
    assert seen.points == sum(c["points"] for c in mine)
    assert seen.max_points == sum(c["max_points"] for c in mine)
    (named,) = {d["en"] for c in mine for d in c["diagnosis"]}
    squeezed = " ".join(re.sub(r"<[^>]+>", "", seen._repr_html_()).replace("&#39;", "'").split())
    assert " ".join(named.replace("`", "").split()) in squeezed
    assert "In [2]" in repr(seen)
    assert check("matmul.matvec").passed
    assert check("affine").passed


def test_kind_sentences_instead_of_tracebacks(folder, monkeypatch):
    monkeypatch.setattr(checking, "_shell", lambda: shell("import numpy as np"))
    assert "has not been run yet" in repr(check("matmul.dot"))
    assert "There is no function matmul.nothing" in repr(check("matmul.nothing"))
    assert "There is no function nothing" in repr(check("nothing"))
    monkeypatch.setenv("DLGRADE_LANG", "zh-TW")
    assert "還沒有執行" in check("matmul.dot")._repr_html_()
    monkeypatch.setattr(checking, "_shell", lambda: None)
    assert "grade matmul.dot" in repr(check("matmul.dot"))
    monkeypatch.setenv("DLGRADE_COURSE", str(folder / "nowhere"))
    assert "course.toml" in repr(check("matmul.dot"))


def test_a_name_in_several_assignments_is_asked_back():
    function = SimpleNamespace(name="f")
    assignments = [
        SimpleNamespace(name=n, functions=[function], function={"f": function}.get)
        for n in ("one", "two")
    ]
    course: Any = SimpleNamespace(
        assignments=assignments, assignment={a.name: a for a in assignments}.get
    )
    with pytest.raises(UsageError, match=r"one\.f, two\.f"):
        notebook_place.resolve("f", course)
    assert notebook_place.resolve("two.f", course) == ("two", "f")


def test_one_card_in_one_language(folder):
    (report,) = grade_sources("matmul", [module(**PARTLY)])
    for lang, there, absent in (("zh-TW", "錯在哪裡", "What is wrong"), ("en", "len", "錯在哪裡")):
        html = cell_html(report, "dot", lang, [Text("存檔", "save <it>")])
        body = html.partition("</style>")[2]
        assert there in body
        assert absent not in body
        assert 'id="dlgrade-matmul-f-dot"' in body
        assert "matvec" not in body
        assert "href=" not in body
        assert "src=" not in html
        assert "<math" not in html
    assert "save &lt;it&gt;" in body
    assert "save <it>" in cell_text(report, "dot", "en", [Text("存檔", "save <it>")])
    assert "全部通過" in cell_text(report, "matvec", "zh-TW")


@pytest.mark.slow
def test_what_the_kernel_did_to_python_does_not_matter(folder):
    """A real kernel, whose numpy, path and environment the student has broken."""
    book = student_notebook(folder / "matmul.ipynb", PARTLY)
    spoil = {
        "cell_type": "code",
        "id": "spoil",
        "metadata": {},
        "execution_count": None,
        "outputs": [],
        "source": "import os, sys, numpy as np\nnp.allclose = lambda *a, **k: True\n"
        "os.environ['PYTHONWARNINGS'] = 'error'\nsys.path.insert(0, '.')\n"
        "open('numpy.py', 'w').write('raise SystemExit')\nopen('json.py', 'w').write('1/0')",
    }
    book["cells"].insert(2, spoil)
    (folder / "matmul.ipynb").write_text(json.dumps(book), encoding="utf-8")
    script = (
        "import nbformat, sys\nfrom nbclient import NotebookClient\n"
        "nb = nbformat.read('matmul.ipynb', 4)\n"
        "NotebookClient(nb, timeout=60, allow_errors=True, kernel_name='python3').execute()\n"
        "nbformat.write(nb, 'done.ipynb')"
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONSAFEPATH": "1"}
    for name, below in (("HOME", ""), ("IPYTHONDIR", "ipython"), ("JUPYTER_DATA_DIR", "data")):
        environment[name] = str(folder / below)
    subprocess.run([sys.executable, "-c", script], cwd=folder, env=environment, check=True)
    done = json.loads((folder / "done.ipynb").read_text(encoding="utf-8"))
    outputs = {
        "".join(cell["source"]).rpartition('"matmul.')[2].rstrip('")'): cell["outputs"]
        for cell in done["cells"]
        if "check(" in "".join(cell["source"])
    }
    assert set(outputs) == set(FUNCTIONS)
    for function, shown in outputs.items():
        (only,) = shown
        text = "".join(only["data"]["text/plain"])
        full = "✓" in text
        assert full is (function != "dot"), text
        assert "<style>" in "".join(only["data"]["text/html"])


# --------------------------------------------------------------------------- for nbgrader


@pytest.mark.slow
def test_validating_is_silent_where_all_passed(folder, monkeypatch):
    monkeypatch.setenv("NBGRADER_EXECUTION", "validate")
    student_notebook(folder / "matmul.ipynb", PARTLY)
    assert check("matmul.matvec") is None
    with pytest.raises(checking.CheckFailed, match="strict=True") as caught:
        check("matmul.dot")
    shown = caught.value._render_traceback_()
    assert not any("Traceback" in line for line in shown)


@pytest.mark.slow
def test_grading_gives_a_number_and_nothing_on_stderr(folder, monkeypatch):
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    student_notebook(folder / "matmul.ipynb", PARTLY)
    heard = io.StringIO()
    with contextlib.redirect_stderr(heard):
        found = check("matmul.dot")
    assert heard.getvalue() == ""
    assert repr(found) == "18.0"
    assert "<style>" in found._repr_html_()


@pytest.mark.slow
def test_a_file_in_the_py_is_what_is_graded(folder, monkeypatch):
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    student_notebook(folder / "matmul.ipynb", {})
    (folder / "matmul.py").write_text(module(**RIGHT), encoding="utf-8")
    os.utime(folder / "matmul.py", (1, 1))
    assert repr(check("matmul.dot")) == "22.0"


def test_while_grading_only_the_course_that_is_named_counts(folder, monkeypatch):
    """What lies beside a submission is code that a student may have changed."""
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    beside = folder / ".dlgrade"
    beside.mkdir()
    (beside / "course.toml").write_text("wrong", encoding="utf-8")
    assert notebook_place.course_for(folder).root == ROOT
    monkeypatch.delenv("DLGRADE_COURSE")
    with pytest.raises(CourseError, match="DLGRADE_COURSE"):
        notebook_place.course_for(folder)
    monkeypatch.delenv("NBGRADER_EXECUTION")
    with pytest.raises(CourseError, match=r"\.dlgrade"):
        notebook_place.course_for(folder)
    (folder / "timestamp.txt").write_text("2026-03-01 10:00:00 UTC", encoding="utf-8")
    assert notebook_place.course_for(folder).root == ROOT  # the checkout's: it was handed in


def test_nothing_known_is_no_number(folder, monkeypatch):
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    with pytest.raises(checking.CheckFailed, match="no file in the folder"):
        check("matmul.dot")
    student_notebook(folder / "matmul.ipynb", PARTLY)
    broken = engine_client.Result(0.0, 0.0, passed=False, broken=True, html="", text="")
    answer = engine_client.Answer("en", "needs-review", {"dot": broken})
    monkeypatch.setattr(checking, "ask", lambda *args, **kwargs: answer)
    with pytest.raises(checking.CheckFailed, match="not graded"):
        check("matmul.dot")
    unreadable = engine_client.Result(0.0, 22.0, passed=False, broken=False, html="", text="")
    rejected = engine_client.Answer("en", "rejected", {"dot": unreadable})
    monkeypatch.setattr(checking, "ask", lambda *args, **kwargs: rejected)
    with pytest.raises(checking.CheckFailed, match="not graded"):
        check("matmul.dot")


def test_no_sandbox_no_grading_of_others(folder, monkeypatch):
    monkeypatch.setenv("DLGRADE_TIER", "L3")
    cells = [Cell("a.py", module(**RIGHT))]
    with pytest.raises(GradeError, match="L3"):
        engine_client.ask(ROOT, "matmul", cells, "a.py", isolated=True)


def test_an_engine_that_dies_is_one_sentence(folder, monkeypatch):
    monkeypatch.setattr(engine_client, "_START", "import sys; sys.exit(7)")
    with pytest.raises(GradeError, match="did not finish"):
        engine_client.ask(ROOT, "matmul", [Cell("a.py", "x = 'dies'")], "a.py")
    monkeypatch.setattr(
        "grader.bridges.notebook.engine_client.sys.executable", str(folder / "none")
    )
    with pytest.raises(GradeError, match="did not finish"):
        engine_client.ask(ROOT, "matmul", [Cell("a.py", "x = 'none'")], "a.py")


def test_the_same_question_is_asked_once(folder, monkeypatch):
    asked = []

    def run(text: str) -> dict:
        asked.append(text)
        return {"lang": "en", "status": "graded", "functions": {}}

    monkeypatch.setattr(engine_client, "_run", run)
    for number in (0, 1, 0, 1):
        engine_client.ask(folder, "matmul", [Cell("a", str(number))], "a.py")
    assert len(asked) == 2
    for number in range(2, 20):
        engine_client.ask(folder, "matmul", [Cell("a", str(number))], "a.py")
    assert len(engine_client._answers) <= 8
