"""The class page: what rows add up to, whatever their order, and how much of it a page holds."""

from __future__ import annotations

import json
import pickle
import random
import re
from dataclasses import replace

import sample_reports as sample

from grader.language.text import Text
from grader.model.report import Status
from grader.render import class_page, class_table
from grader.render.class_page import LISTED, render_class
from grader.render.class_table import PAGE
from grader.render.html_page import templates_folder
from grader.render.summary import (
    MAX_TEXT,
    AbsentRow,
    ClassSummary,
    Files,
    NotGradedRow,
    Row,
    RunInfo,
    row_of,
)

TITLE = Text("班", "Class")


def a_class(count: int, *, seed: int = 0) -> list[Row]:
    """Rows of `count` students on two assignments, a few of them to look at."""
    dice = random.Random(seed)
    right, review, losses, unread = (
        row_of(sample.varied()[name]) for name in ("perfect", "needs_review", "losses", "rejected")
    )
    rows = []
    for number in range(count):
        student = f"s{number:05}"
        for row in dice.choice([(right, losses), (review, unread), (losses, unread), (right,)]):
            href = f"reports/{student}/{row.assignment}.html"
            rows.append(replace(row, student=student, name="王小明", href=href))
    return rows


def added(rows: list[Row]) -> ClassSummary:
    summary = ClassSummary(["losses", "matmul"])
    for row in rows:
        summary.add(row)
    return summary


def data_of(page: str, id: str = "rows") -> dict:
    return json.loads(page.split(f'id="{id}">')[1].split("</script>")[0])


def test_row():
    row = row_of(sample.losses(), name="怡君", href="reports/a/losses.html")
    assert (row.student, row.score, row.max_score, row.isolation) == ("陳怡君", 27, 80, "L3")
    assert [f.name for f in row.functions][:3] == ["mse", "mae", "bce"]
    assert [(m.function, m.id) for m in row.mistakes] == [
        ("bce", "bce.positive-term-only"),
        ("cross_entropy", "cross_entropy.mean-over-all"),
        ("cross_entropy", "structure.factor"),
    ]
    assert row.reasons == ()
    assert row_of(sample.needs_review()).reasons
    assert row_of(sample.perfect()).student == "matmul.py"
    assert pickle.loads(pickle.dumps(row)) == row
    assert len(pickle.dumps(row)) < 4_000


def test_a_row_stays_small_and_tells_nothing_hidden():
    assert "SECRET" not in repr(row_of(sample.losses()))
    row = row_of(sample.hostile("x" * 100_000))
    assert all(len(m.text["zh-TW"]) == MAX_TEXT for m in row.mistakes)
    rejected = replace(sample.rejected(), notes=(Text("y" * 9_000, "y" * 9_000),) * 50)
    assert len(pickle.dumps(row_of(rejected))) < 10_000


def test_order_of_rows_does_not_matter():
    rows = a_class(40)
    pages = set()
    for seed in range(3):
        random.Random(seed).shuffle(rows)
        pages.add(render_class(added(rows), title=TITLE, absent=[AbsentRow("t", "losses")]))
    assert len(pages) == 1


def test_adds_up():
    summary = ClassSummary()
    full = row_of(sample.perfect())
    for number in range(8):
        summary.add(replace(full, student=str(number)))
    summary.add(replace(full, student="half", score=5))
    summary.add(replace(full, student="none", score=0, status=Status.NEEDS_REVIEW))
    summary.add(row_of(sample.rejected()))
    name, tally = next(iter(summary.assignments()))
    assert (name, tally.graded, tally.median, tally.bins[-1]) == ("matmul", 9, 1, 8)
    assert tally.mean is not None
    assert round(tally.mean, 4) == round(8.5 / 9, 4)
    assert tally.bins[5] == 1
    assert tally.functions["dot"].full == 10
    assert [r.status for r in summary.ranked_reviews()] == [Status.REJECTED, Status.NEEDS_REVIEW]
    assert summary.reports == 11


def test_almost_full_is_not_full():
    row = row_of(sample.perfect())
    summary = ClassSummary()
    summary.add(replace(row, score=9.9999999, max_score=10.0))
    (_, tally), *_ = summary.assignments()
    assert tally.bins[-1] == 0
    assert tally.bins[-2] == 1


def test_a_mistake_is_told_in_the_same_students_words():
    row = row_of(sample.losses())
    named = replace(row.mistakes[0], text=Text("3 倍", "3 times"))
    rows = [row, replace(row, student="a", mistakes=(named, *row.mistakes[1:]))]
    for order in (rows, rows[::-1]):
        found = next(m for m in added(order).ranked_mistakes() if m.key[2] == named.id)
        assert (found.text, found.count, found.differs) == (named.text, 2, True)
    page = render_class(added(rows), "en", title=TITLE)
    assert "For one of them:" in page
    assert "3 times" in page and "2×" in page and "100 %" in page


def test_all_students_are_in_the_data_and_the_first_in_the_page():
    rows = a_class(3 * PAGE)
    page = render_class(added(rows), title=TITLE, files=Files(grades="grades.csv"))
    data = data_of(page)
    assert data["names"] == ["losses", "matmul", "training"]
    assert [row[0] for row in data["rows"]] == sorted({row.student for row in rows})
    assert page.count('<th scope="row">s0') == PAGE
    assert f"前 {PAGE} 位" in page
    assert 'href="./grades.csv"' in page
    by_student = {row[0]: row for row in data["rows"]}
    most = dict(zip(data["names"], data["most"], strict=True))
    for row in rows:
        id, name, folder, cells, _ = by_student[row.student]
        cell = cells[data["names"].index(row.assignment)]
        plain = row.status is Status.GRADED and row.max_score == most[row.assignment]
        if plain:
            assert cell == row.score
        else:
            assert cell == [row.score, row.max_score, cell[2], f"./{row.href}"]
        assert (id, name, folder) == (row.student, "王小明", 1)
    asked = {n for row in data["rows"] for n in row[4]}
    assert asked == set(range(page.count('class="who"')))


def test_ten_thousand_rows_are_compact():
    row = row_of(sample.perfect())
    summary = ClassSummary()
    for number in range(10_000):
        student = f"b{number:08}"
        summary.add(replace(row, student=student, href=f"reports/{student}/matmul.html"))
    page = render_class(summary, title=TITLE)
    assert len(page.encode()) < 600_000
    assert data_of(page)["rows"][9_999] == ["b00009999", "", 1, [10], []]


def test_unusual_cells_say_where_they_are():
    row = row_of(sample.perfect())
    rows = [
        replace(row, student="a", href="elsewhere.html"),
        replace(row, student="b", href="reports/b 一/matmul.html"),
        replace(row, student="c", href="reports/c/matmul.html", score=3.25),
        replace(row, student="d", href="reports/d/1.html"),
        replace(row, student="d", href="reports/d/2.html", score=1),
        replace(row, student="e", href="javascript:alert(1)", status=Status.NEEDS_REVIEW),
    ]
    cells = {r[0]: r[2:4] for r in data_of(render_class(added(rows), title=TITLE))["rows"]}
    assert cells["a"] == [0, [[10, 10, 0, "./elsewhere.html"]]]
    assert cells["b"] == ["b 一", [10]]
    assert cells["c"] == [1, [3.25]]
    assert cells["d"] == [
        0,
        [[[10, 10, 0, "./reports/d/1.html"], [1, 10, 0, "./reports/d/2.html"]]],
    ]
    assert cells["e"] == [0, [[10, 10, 1, "./javascript%3Aalert%281%29"]]]


def test_nothing_in_a_name_ends_the_data():
    row = replace(row_of(sample.perfect()), student="</script><b>&\u2028\ud800", name="<!--")
    page = render_class(added([row]), title=TITLE)
    assert page.count("</script>") == 3
    assert data_of(page)["rows"][0][:2] == ["</script><b>& \ufffd", "<!--"]
    assert "<b>" not in page


def test_lists_are_cut_and_say_so():
    odd = replace(row_of(sample.needs_review()), isolation="L1")
    summary = added([replace(odd, student=f"s{n:04}") for n in range(LISTED + 7)])
    page = render_class(
        summary,
        "en",
        title=TITLE,
        not_graded=[
            NotGradedRow(f"{n}.pdf", Text("不是", "not code"), "x") for n in range(LISTED + 5)
        ],
        absent=[AbsentRow(f"gone{n}", "matmul", "王") for n in range(LISTED + 3)],
        files=Files("grades.csv", "results.csv", "not-graded.csv"),
        run=RunInfo(7, {"numpy": "2.1"}, started="09:00", finished="09:01"),
    )
    for more, file in ((7, "results"), (5, "not-graded"), (3, "grades")):
        assert f'{more} more.</span> <a href="./{file}.csv">' in page
    assert "x · 0.pdf" in page and "gone0 王" in page
    assert "isolated (L1)" in page and "已隔離（L1）" in page
    assert "09:00" in page
    students = [row[0] for row in data_of(page)["rows"]]
    assert len(students) == 2 * LISTED + 10
    assert "gone0" in students
    assert "gone0" not in summary.pupils, "rendering changes nothing"


def test_every_tier_is_named():
    rows = [replace(row_of(sample.perfect()), student=t, isolation=t) for t in ("L1", "L2", "L3")]
    page = render_class(added(rows), "en", title=TITLE)
    for words in ("isolated (L1)", "isolated, without namespaces (L2)", "not isolated: for your"):
        assert words in page


def test_of_reports_at_hand():
    report = sample.losses()
    links = [(report, "reports/陳.html"), (replace(report, student="林"), "javascript:alert(1)")]
    text = class_page.render(Text("班", "Class"), links, lang="en")
    assert 'href="./reports/%E9%99%B3.html"' in text
    assert 'href="./javascript%3Aalert%281%29"' in text
    assert "2×" in text and "bce.positive-term-only" in text
    assert "34 %" in text


def test_script_and_page_agree():
    script = (templates_folder() / "partials" / "class.js").read_text("utf-8")
    assert re.search(rf"PAGE = {PAGE},", script)
    said = data_of(class_page.render(TITLE, []), "said")
    for name in set(re.findall(r"words\.(\w+)", script)):
        assert said[name]
    assert set(said["status"]) == {str(code) for code in class_table.CODES.values()}
