"""The comparison of two trees' reports finds what differs, and passes over what may."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.report_diff import compared
from benchmarks.same_reports import group_of

REPORT = {
    "assignment": "losses",
    "versions": {"dlgrade": "1", "code": "ab"},
    "checks": [{"id": "mse.values", "message": {"en": "No.", "zh-TW": "否"}, "seconds": 0.5}],
}
PAGE = "<dl><dt>code</dt><dd>ab12</dd><dd>2025-06-17T08:00:00+00:00</dd></dl><p>3/10</p>"
TABLE = "student,score,key\nA,3,ab12\n"
PRINTED = "graded 39, reused 0. Took 0:32, 1.2 a second, isolation L1.\n"


@pytest.fixture
def folders(tmp_path):
    """Two runs that wrote the same."""
    both = tmp_path / "before", tmp_path / "after"
    for folder in both:
        place = folder / "course" / "reports" / "wrong0001"
        place.mkdir(parents=True)
        (place / "losses.json").write_text(json.dumps(REPORT))
        (place / "losses.html").write_text(PAGE)
        (folder / "course" / "results.csv").write_text(TABLE)
        (folder / "course.txt").write_text(PRINTED)
    return both


def differing(folders: tuple[Path, Path]) -> dict[str, dict[str, str]]:
    groups = compared(*folders, group_of)
    assert set(groups) == {"wrong", "overview"}
    assert groups["wrong"].counts == {"reports": 1, "pages": 1}
    assert groups["overview"].counts == {"tables": 1, "printed": 1}
    return {name: group.differing for name, group in groups.items() if group.differing}


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def test_versions_and_times_may_differ(folders):
    for path in folders[1].rglob("*.*"):
        text = path.read_text()
        for old, new in ("ab", "cd"), ("0.5", "0.7"), ("0:32, 1.2", "1:00, 0.6"), ("T08", "T09"):
            text = text.replace(old, new)
        path.write_text(text)
    assert differing(folders) == {}


@pytest.mark.parametrize(
    ("name", "old", "new", "group"),
    [
        ("course/reports/wrong0001/losses.json", "No.", "No!", "wrong"),
        ("course/reports/wrong0001/losses.html", "3/10", "4/10", "wrong"),
        ("course/results.csv", "3", "4", "overview"),
        ("course.txt", "reused 0", "reused 1", "overview"),
    ],
)
def test_anything_else_is_found(folders, name, old, new, group):
    change(folders[1] / name, old, new)
    [(told, found)] = differing(folders).items()
    assert told == group
    assert list(found) == [name]
    assert new in found[name]


def test_the_order_of_fields_counts(folders):
    path = folders[1] / "course/reports/wrong0001/losses.json"
    path.write_text(json.dumps(dict(reversed(REPORT.items()))))
    assert list(differing(folders)) == ["wrong"]


def test_a_report_that_is_not_there_is_found(folders):
    (folders[1] / "course/reports/wrong0001/losses.json").unlink()
    assert differing(folders)["wrong"] == {
        "course/reports/wrong0001/losses.json": "only before",
    }
