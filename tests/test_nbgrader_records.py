"""From a report to what nbgrader records and shows: marks, remarks, notebooks, pages."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from grader.bridges.nbgrader.autograded import CellFeedback, document
from grader.bridges.nbgrader.cell_marks import PointsError, marks_of, no_marks
from grader.bridges.nbgrader.feedback_pages import deliver, page, remarks
from grader.bridges.nbgrader.folders import clear, copy, ordinary, put
from grader.bridges.nbgrader.gradebook_cells import Cells, NotebookCells, Source
from grader.bridges.nbgrader.gradebook_writer import Standing
from grader.intake.gathered import Found, Where
from grader.language.text import Text
from grader.model.assignment import Function
from grader.model.report import CheckResult, Diagnosis, Report, Status, Verdict

NONE = Text("", "")


def said(text: str) -> Text:
    return Text(text, text)


def source(name: str, kind: str = "code", *, locked: bool = False) -> Source:
    return Source(kind, locked, f"master of {name}", "c" * 32)


NOTEBOOK = NotebookCells(
    id="n",
    name="hw",
    kernel={},
    graded={"check-f": "1", "check-g": "2", "essay": "3"},
    points={"check-f": 4.0, "check-g": 6.0, "essay": 5.0},
    commented={"f": "4", "g": "5", "essay": "3"},
    solutions=frozenset({"f", "g", "essay"}),
    tasks=frozenset(),
    sources={
        "text": source("text", "markdown", locked=True),
        "f": source("f"),
        "check-f": source("check-f", locked=True),
        "g": source("g"),
        "check-g": source("check-g", locked=True),
        "essay": source("essay", "markdown"),
    },
)
CELLS = Cells("a", "hw", (NOTEBOOK,))


def result(function: str, status: Verdict, points: float, most: float, **more: Any) -> CheckResult:
    return CheckResult(
        f"{function}-{status}", function, said("values"), status, points, most, **more
    )


def report(*checks: CheckResult, status: Status = Status.GRADED) -> Report:
    functions = tuple(Function(name, NONE, "", NONE) for name in ("f", "g"))
    return Report("hw", said("HW"), "s", "hw.py", 1, status, "L1", checks, functions)


F, G = result("f", Verdict.PASS, 4.0, 4.0), result("g", Verdict.PASS, 6.0, 6.0)


def test_points_by_function_and_essays_left_to_people() -> None:
    mistake = Diagnosis("m", said("You forgot <b> & the bias."))
    wrong = result("g", Verdict.WRONG, 2.0, 6.0, diagnosis=(mistake,))
    marks = marks_of(report(F, wrong), CELLS, "en")
    assert marks.scores == {"check-f": 4.0, "check-g": 2.0}
    assert marks.comments["f"] is None
    assert "You forgot &lt;b> & the bias." in (marks.comments["g"] or "")
    assert marks.missing == ()


@pytest.mark.parametrize(
    ("checks", "expected"),
    [
        ((F, result("g", Verdict.BROKEN, 0.0, 0.0)), {"check-f": 4.0, "check-g": None}),
        ((F, G), {"check-f": None, "check-g": None}),
    ],
)
def test_what_needs_review_has_no_score_and_never_a_zero(
    checks: tuple[CheckResult, ...], expected: dict[str, float | None]
) -> None:
    assert marks_of(report(*checks, status=Status.NEEDS_REVIEW), CELLS, "en").scores == expected


def test_a_function_without_a_cell_is_named_and_other_points_are_refused() -> None:
    extra = result("h", Verdict.PASS, 1.0, 1.0)
    assert marks_of(report(F, G, extra), CELLS, "en").missing == ("h",)
    with pytest.raises(PointsError, match="check-f is worth 4 points, in the course 5"):
        marks_of(report(replace(F, max_points=5.0), G), CELLS, "en")


def test_a_quiz_in_one_cell() -> None:
    one = replace(NOTEBOOK, points={"check-hw": 10.0}, graded={"check-hw": "1"})
    marks = marks_of(report(F, replace(G, points=1.5)), Cells("a", "hw", (one,)), "zh-TW")
    assert marks.scores == {"check-hw": 5.5}


def test_without_a_grading_there_is_no_score_but_a_reason() -> None:
    marks = no_marks([said("not <i>JSON")], CELLS, ("f", "g"), "en")
    assert marks.scores == {"check-f": None, "check-g": None}
    assert marks.comments == {"f": "not &lt;i>JSON", "g": "not &lt;i>JSON"}


# ------------------------------------------------------------------ notebooks


def shown(folder: Path, text: str, file: str = "hw.ipynb") -> list[dict[str, Any]]:
    (folder / file).write_text(text, encoding="utf-8")
    found = Found("s", None, "hw", Where(str(folder), (file,), (), file), file)
    findings = {
        "check-f": CellFeedback(4.0, "<p>ok</p>", "ok"),
        "check-g": CellFeedback(None, "", "?"),
    }
    made = json.loads(document(NOTEBOOK, found, findings, (), "en"))
    return made["cells"]


def cell(text: str, name: str | None = None, **more: Any) -> dict[str, Any]:
    metadata = {"nbgrader": {"grade_id": name, "points": 99}} if name else {}
    return {"cell_type": "code", "source": text, "metadata": metadata, "outputs": ["x"]} | more


def ids(cells: list[dict[str, Any]]) -> list[str | None]:
    return [c["metadata"].get("nbgrader", {}).get("grade_id") for c in cells]


def test_cells_are_restored_counted_once_and_put_back_in_place(tmp_path: Path) -> None:
    work = [
        cell("changed", "text"),
        cell("old f", "f", id="same"),
        cell("new f", "f", id="same"),
        cell("note", "never handed out", id="../x"),
        cell("def g(x):\n    return x"),
    ]
    cells = shown(tmp_path, json.dumps({"cells": work}))
    assert ids(cells) == ["text", None, "f", "check-f", None, "g", "check-g", "essay"]
    assert cells[0]["source"] == "master of text" and cells[0]["cell_type"] == "markdown"
    assert cells[1]["source"] == "old f" and cells[2]["source"] == "new f"
    assert cells[3]["source"].endswith("master of check-f")
    assert float(cells[3]["outputs"][0]["data"]["text/plain"]) == 4.0
    assert cells[6]["outputs"][0]["output_type"] == "display_data"
    assert cells[7]["metadata"]["nbgrader"]["points"] == 5.0
    assert len({c["id"] for c in cells}) == len(cells)
    assert all(c["outputs"] == [] for c in cells if c["cell_type"] == "code" and "f" in c["source"]
               and c["metadata"].get("nbgrader", {}).get("grade_id") == "f")  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        '{"cells": 3}',
        '{"cells": [1, null, {"cell_type": 7, "source": [1, null], "metadata": []}]}',
        '{"cells": [{"source": null, "metadata": {"nbgrader": {"grade_id": ["f"]}}}]}',
        '{"worksheets": [{"cells": [{"cell_type": "code", "input": "def f(): 1"}]}]}',
        "[" * 100_000,
        '{"cells": [{"cell_type": "code", "source": "\\ud800"}]}',
        "",
    ],
)
def test_an_odd_notebook_is_shown_as_far_as_it_goes(tmp_path: Path, text: str) -> None:
    cells = shown(tmp_path, text)
    assert {"f", "check-f", "g", "check-g", "essay"} <= set(ids(cells))


def test_the_same_notebook_every_time(tmp_path: Path) -> None:
    text = "import x\n\ndef g(a): return a\n\ndef f(a): return g(a)\n"
    first = shown(tmp_path, text, "hw.py")
    assert shown(tmp_path, text, "hw.py") == first
    assert [c["source"] for c in first if "in one cell with f" in c["source"]]


# ------------------------------------------------------------------ pages and files


STANDING = Standing(8.0, 10.0, 0.0, 0.0, needs_manual=False, adjusted=(), comments=())


def test_the_page_says_what_the_gradebook_adds() -> None:
    graded = report(F, replace(G, points=4.0, status=Verdict.WRONG))
    assert remarks(graded, STANDING) == ()
    more = replace(
        STANDING,
        score=9.5,
        penalty=2.0,
        seconds_late=7260.0,
        needs_manual=True,
        adjusted=(("check-g", 4.0, 5.5), ("essay", None, 3.0)),
        comments=(("f", "Nice <script>"),),
    )
    text = [r["en"] for r in remarks(graded, more)]
    assert text[:2] == ["Grade: 7.5 / 10.", "Handed in 2 h 1 min late: 2 points off."]
    assert text[2:4] == ["`g`: given 5.5 (graded automatically: 4).", "`essay`: given 3."]
    assert "still to be graded" in text[-1]
    html = page(graded, more, "zh-TW").decode()
    assert "成績：7.5 / 10。" in html and "Nice &lt;script&gt;" in html and "<script>N" not in html


def test_without_a_secret_the_page_is_nobody_s_and_stays_so(tmp_path: Path) -> None:
    given, folder = tmp_path / "in", tmp_path / "out"
    given.mkdir()
    assert not deliver(folder, given, ["hw"], b"one", 0o644)
    stand_in = (folder / "submission_secret.txt").read_bytes()
    assert len(stand_in) == 64
    (folder / "old.html").write_bytes(b"of a notebook that is gone")
    assert not deliver(folder, given, ["hw", "作業 1"], b"two", 0o644)
    assert (folder / "submission_secret.txt").read_bytes() == stand_in
    assert sorted(p.name for p in folder.glob("*.html")) == ["hw.html", "作業 1.html"]
    (given / "submission_secret.txt").write_bytes(b"real")
    assert deliver(folder, given, ["hw"], b"two", 0o644)
    assert (folder / "submission_secret.txt").read_bytes() == b"real"


def test_files_are_copied_without_following_links(tmp_path: Path) -> None:
    given, folder = tmp_path / "in", tmp_path / "out"
    (given / "sub" / ".ipynb_checkpoints").mkdir(parents=True)
    (given / "sub" / "data.csv").write_text("1")
    (given / "sub" / ".ipynb_checkpoints" / "x.py").write_text("1")
    (given / "link.txt").symlink_to(tmp_path / "secret")
    (given / "away").symlink_to("/etc", target_is_directory=True)
    (tmp_path / "secret").write_text("s")
    found = list(ordinary(given, [".ipynb_checkpoints"]))
    assert found == [Path("sub/data.csv")]
    copy(given / found[0], folder / found[0], 0o444)
    copy(given / found[0], folder / found[0], 0o444)
    put(folder / "a.txt", b"1", 0o444)
    put(folder / "a.txt", b"2", 0o444)
    assert (folder / "a.txt").read_bytes() == b"2"
    clear(folder, [Path("a.txt")])
    assert [p.name for p in folder.rglob("*") if p.is_file()] == ["a.txt"]
