"""Kept pieces: the same bytes as without them, shared by a class, and bounded in bytes."""

from __future__ import annotations

import json
import pickle
import re
import sys
from dataclasses import replace

import pytest
import sample_reports as sample
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.language.text import Text
from grader.model.report import Report, Shown, Verdict
from grader.render import cards, html, json_report, json_text
from grader.render import html_page as page
from grader.render.memo import ENTRY, Memo, weigh

MEMOS = (cards._DRAWN, json_text._KEPT, page._SAID)


def forget() -> None:
    for memo in MEMOS:
        memo.clear()


def pages(report: Report) -> tuple[str, ...]:
    return html.render(report), html.render(report, "en"), json_report.dumps(report)


@pytest.mark.parametrize("name", list(sample.varied()))
def test_a_kept_piece_reads_as_a_new_one(name):
    report = sample.varied()[name]
    forget()
    first = pages(report)
    for other in sample.varied().values():
        pages(other)
    assert pages(pickle.loads(pickle.dumps(report))) == first


def test_json_is_what_json_makes_of_it():
    for report in sample.varied().values():
        for times in (True, False):
            data = json_report.to_dict(report, times)
            text = json_report.dumps(report, times)
            due = json.dumps(data, ensure_ascii=False, indent=2)
            escaped = re.sub(
                "[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]",
                lambda m: f"\\u{ord(m[0]):04x}",
                due,
            )
            assert text == escaped + "\n"
    many = [sample.perfect(), sample.rejected()]
    data = {
        "schema": json_report.REPORTS_SCHEMA,
        "reports": [json_report.to_dict(report) for report in many],
    }
    due = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    assert json_report.dumps(many) == due
    assert json.loads(json_report.dumps([]))["reports"] == []


@pytest.mark.parametrize("student", ["王小明", 'a"b\\', "\ud800\n", "null", None])
def test_a_name_put_in_later(student):
    odd = '\n  "student": null,\n'
    title = Text(odd, odd)
    report = replace(sample.losses(), title=title, path=odd)
    anonymous = json_report.dumps(replace(report, student=None), times=False)
    named = json_report.dumps(replace(report, student=student), times=False)
    assert json_report.under_name(anonymous, student) == named


def test_json_refuses_what_is_no_number():
    report = replace(sample.perfect(), seconds=float("inf"))
    with pytest.raises(ValueError, match="not JSON compliant"):
        json_report.dumps(report)


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_change_shows(data):
    """A report that differs in one field from one already rendered gets its own page."""
    report = sample.losses()
    pages(report)
    at = data.draw(st.integers(0, len(report.checks) - 1))
    text = data.draw(st.text(max_size=8))
    both = Text(text, text + "!")
    change = data.draw(
        st.sampled_from(
            [
                {"title": both},
                {"message": both},
                {"notes": (both,)},
                {"shown": Shown(text, "1 2", "1 3", text)},
                {"points": 1.5},
                {"max_points": 99},
                {"status": Verdict.SKIPPED},
                {"status": Verdict.BROKEN},
                {"hidden": True},
                {"unwritten": True},
                {"label": "losses.py", "line": 12},
                {"diagnosis": ()},
                {"seconds": 1.25},
            ]
        )
    )
    checks = list(report.checks)
    checks[at] = replace(checks[at], **change)
    changed = replace(report, checks=tuple(checks))
    warm = pages(changed)
    forget()
    assert pages(changed) == warm
    assert json.loads(warm[2]) == json_report.to_dict(changed)


def test_another_student_gets_the_same_pieces():
    report = sample.losses()
    forget()
    before = pages(report)
    kept = [len(memo) for memo in MEMOS]
    checks = tuple(
        replace(c, seconds=c.seconds + 1, line=c.line and c.line + 2) for c in report.checks
    )
    moved = {
        name: replace(f, line=f.line + 2, end_line=f.end_line + 2)
        for name, f in report.facts.items()
    }
    other = pages(replace(report, student="王小明", checks=checks, facts=moved))
    assert [len(memo) for memo in MEMOS] == kept
    assert "王小明" in other[0] and "陳怡君" not in other[0]
    same = pages(replace(report, student="王小明"))
    assert [page.replace("王小明", "陳怡君") for page in same] == list(before)


@pytest.mark.slow
def test_hostile_texts_pin_no_memory():
    forget()
    for number in range(300):
        message = f"{number} " + "x" * 100_000
        check = sample.check("f", "v", Verdict.RAISED, message=Text(message, message))
        report = replace(sample.perfect(), checks=(check,))
        pages(report)
    assert all(memo.weight <= memo.limit for memo in MEMOS)
    assert sum(memo.weight for memo in MEMOS) < 1 << 20


def test_the_least_used_goes_first():
    memo: Memo[str] = Memo(limit=3 * (ENTRY + 200), largest=ENTRY + 200)
    made: list[str] = []

    def get(key: str) -> str:
        def make() -> str:
            made.append(key)
            return key * 50

        return memo.get(key, make)

    for key in "abcabcdab":
        get(key)
    assert memo.weight <= memo.limit
    assert len(memo) == 3
    assert made == ["a", "b", "c", "d", "a", "b"]
    size = len(memo)
    get("too long a key to be kept" * 20)
    assert len(memo) == size
    memo.clear()
    assert (len(memo), memo.weight) == (0, 0)


def test_weight_counts_what_is_held():
    text = "x" * 1000
    assert weigh(text) == sys.getsizeof(text)
    assert weigh((text, text)) > 2000
    assert weigh(sample.check("f", "v", message=Text(text, text))) > 2000
    assert weigh(3.5) < 100
