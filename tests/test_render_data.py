"""JSON, JUnit and CSV: valid for the readers they are for, whatever a report says."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import pytest
import sample_reports as sample
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.language.text import Text
from grader.model.report import Verdict
from grader.render import class_page, ctrf, html, json_report, junit, markdown, typeset
from grader.render.terminal_report import TextRenderer
from grader.render.views import function_views

VALIDATOR = jsonschema.Draft202012Validator(json_report.schema())
DOCS = Path(__file__).parents[1] / "docs" / "report-format.md"


@pytest.mark.parametrize("name", list(sample.varied()))
def test_json_is_what_the_schema_says(name):
    report = sample.varied()[name]
    for times in (True, False):
        for source in (True, False):
            data = json_report.to_dict(report, times, source)
            VALIDATOR.validate(data)
            json.dumps(data).encode()
    assert "seconds" not in json_report.dumps(report, times=False).replace("5 seconds", "")


def test_schema_is_sound_and_documented():
    schema = json_report.schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    text = DOCS.read_text(encoding="utf-8")
    objects = [schema, *(d for d in schema["$defs"].values() if "properties" in d)]
    for name in {name for item in objects for name in item["properties"]}:
        assert f"`{name}`" in text or f'"{name}"' in text, name
    data = json_report.to_dict(sample.losses(), source=True)
    for value, item in (
        (data, schema),
        (data["functions"][0], schema["$defs"]["function"]),
        (data["checks"][0], schema["$defs"]["check"]),
    ):
        assert set(value) == set(item["properties"])


def test_the_documents_example_is_valid():
    text = DOCS.read_text(encoding="utf-8")
    example = text.split("```json\n")[1].split("```")[0]
    VALIDATOR.validate(json.loads(example))


def test_json_golden(golden):
    golden("losses.json", json_report.dumps(sample.losses()))
    golden("several.json", json_report.dumps([sample.perfect(), sample.rejected()], times=False))


def test_json_reads_back():
    report = sample.perfect()
    assert json_report.from_dict(
        json.loads(json.dumps(json_report.to_dict(report, source=True)))
    ) == (report)
    data = json_report.to_dict(sample.losses(), source=True)
    again = json_report.from_dict(data)
    assert json_report.to_dict(again, source=True) == data
    assert html.render(again) == html.render(sample.losses())


@pytest.mark.parametrize("spoil", ["schema", "checks", "status", "functions"])
def test_from_dict_refuses_what_is_no_report(spoil):
    data = json_report.to_dict(sample.losses())
    data[spoil] = "?"
    with pytest.raises(ValueError, match=r"grade-report/1|not a valid"):
        json_report.from_dict(data)


@pytest.mark.parametrize("status", [None, "", "fine"])
def test_a_check_without_a_status_is_no_pass(status):
    data = json_report.to_dict(sample.perfect())
    data["checks"][0]["status"] = status
    with pytest.raises(ValueError, match="not a valid"):
        json_report.from_dict(data)
    del data["checks"][0]["status"]
    with pytest.raises(ValueError, match="status"):
        json_report.from_dict(data)


def test_a_function_of_which_nothing_was_checked_is_no_pass():
    view = function_views(sample.perfect())[0]
    assert view.status is Verdict.PASS
    assert replace(view, checks=()).status is Verdict.BROKEN


def test_hidden_checks_leak_nowhere():
    report = sample.losses()
    outputs = (
        json_report.dumps(report),
        junit.render(report),
        ctrf.render(report),
        markdown.render(report),
        html.render(report),
        class_page.render(Text("", ""), [(report, "")]),
        class_page.csv_text([report]),
        TextRenderer().render(report),
    )
    assert all("SECRET" not in output for output in outputs)


def test_json_carries_no_terminal_sequences():
    text = json_report.dumps(sample.hostile())
    assert not set(text) & set("\x1b\x9b\x00\u202e\u2066\u2028\ud800")
    assert json.loads(text)["path"].startswith("\x1b[31m")


def test_junit_golden(golden):
    golden("losses.en.xml", junit.render(sample.losses(), "en"))


def test_junit_counts():
    root = ET.fromstring(junit.render(list(sample.varied().values())))
    assert len(root) == 5
    assert [root[0].get(k) for k in ("tests", "failures", "errors", "skipped")] == [
        "11",
        "4",
        "1",
        "1",
    ]
    assert root[2].get("errors") == "1", "a rejected file is not green"
    assert root[0][1].get("classname") == "losses.mse"


# What CTRF 0.0.0 asks of a document that has only the fields we write.
_COUNT = {"type": "integer", "minimum": 0}
_TEXT = {"type": "string", "minLength": 1}
CTRF = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "required": ["results", "reportFormat", "specVersion"],
    "additionalProperties": False,
    "properties": {
        "reportFormat": {"const": "CTRF"},
        "specVersion": {"type": "string", "pattern": r"^[0-9]+\.[0-9]+\.[0-9]+$"},
        "generatedBy": {"type": "string"},
        "results": {
            "type": "object",
            "required": ["tool", "summary", "tests"],
            "additionalProperties": False,
            "properties": {
                "tool": {
                    "type": "object",
                    "required": ["name"],
                    "additionalProperties": False,
                    "properties": {"name": _TEXT, "version": {"type": "string"}},
                },
                "summary": {
                    "type": "object",
                    "required": [
                        *("tests", "passed", "failed", "skipped", "pending", "other"),
                        *("start", "stop"),
                    ],
                    "additionalProperties": False,
                    "properties": dict.fromkeys(
                        (
                            *("tests", "passed", "failed", "skipped", "pending", "other"),
                            *("start", "stop", "suites", "duration"),
                        ),
                        _COUNT,
                    ),
                },
                "tests": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "required": ["name", "status", "duration"],
                        "additionalProperties": False,
                        "properties": {
                            "id": {"type": "string", "pattern": "^[0-9a-f-]{36}$"},
                            "name": _TEXT,
                            "status": {"enum": ["passed", "failed", "skipped", "pending", "other"]},
                            "duration": _COUNT,
                            "suite": {
                                "type": "array",
                                "minItems": 1,
                                "items": {"type": "string"},
                            },
                            "message": {"type": "string"},
                            "trace": {"type": "string"},
                            "line": {"type": "integer"},
                            "rawStatus": {"type": "string"},
                            "tags": {"type": "array", "items": {"type": "string"}},
                            "filePath": {"type": "string"},
                            "extra": {"type": "object"},
                        },
                    },
                },
                "extra": {"type": "object"},
            },
        },
    },
}
CTRF_VALIDATOR = jsonschema.Draft202012Validator(CTRF)


@pytest.mark.parametrize("name", list(sample.varied()))
def test_ctrf_is_what_the_specification_says(name):
    report = sample.varied()[name]
    for stop in (None, 1_800_000_000.0):
        data = json.loads(ctrf.render(report, "en", stop=stop))
        CTRF_VALIDATOR.validate(data)
        summary, tests = data["results"]["summary"], data["results"]["tests"]
        counted = ("passed", "failed", "skipped", "pending", "other")
        assert summary["tests"] == len(tests) == sum(summary[name] for name in counted)
        assert summary["stop"] - summary["start"] == summary["duration"]
    assert ctrf.render(report, times=False) == ctrf.render(
        replace(report, seconds=9.0), times=False
    )


def test_ctrf_tells_faults_of_ours_from_mistakes():
    reports = list(sample.varied().values())
    data = json.loads(ctrf.render(reports, "en"))
    tests = data["results"]["tests"]
    by_verdict = {test["rawStatus"]: test["status"] for test in tests}
    assert by_verdict["pass"] == "passed" and by_verdict["wrong"] == "failed"
    assert by_verdict["skipped"] == "skipped" and by_verdict["rejected"] == "failed"
    assert by_verdict.get("broken", "other") == "other"
    ids = [test["id"] for test in json.loads(ctrf.render(reports[0]))["results"]["tests"]]
    assert len(ids) == len(set(ids)), "an id stands for one check"


def test_markdown_golden(golden):
    golden("losses.en.md", markdown.render(sample.losses(), "en"))


def test_csv():
    report = replace(sample.losses(), student="=HYPERLINK(1)", path='a,"b".py')
    text = class_page.csv_text([report], [("＝x.py", Text("讀不了。", "Unreadable."))], "en")
    assert text.count("\r\n") == 3
    head, row, last = csv.reader(io.StringIO(text))
    assert tuple(head) == class_page.COLUMNS
    assert row[:6] == ["'=HYPERLINK(1)", "losses", 'a,"b".py', "graded", "27", "80"]
    assert row[8].startswith("bce.positive-term-only; cross_entropy.mean-over-all")
    assert (last[2], last[3], last[-1]) == ("'＝x.py", "unread", "Unreadable.")
    assert class_page.csv_text([report], (), "zh-TW").startswith("student,")


texts = st.one_of(
    st.text(st.characters(), max_size=30),
    st.lists(
        st.sampled_from([*"<>&\"'`{}%[]\\=+-@\x1b\x00\r\n\t\x9b\u202e", "，", "中",
                         "</script>", "]]>",
                         "{{", "$", "\\frac", "\ud83d", "\U0001f600", "e\u0301"]),
        max_size=20,
    ).map("".join),
)  # fmt: skip


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(
    text=texts, width=st.integers(24, 100), encoding=st.sampled_from(["utf-8", "cp950", "ascii"])
)
def test_no_text_breaks_a_renderer(text, width, encoding):
    report = sample.hostile(text)
    renderer = TextRenderer("zh-TW", width, encoding=encoding)
    for output in (
        renderer.render(report),
        renderer.render_all([report, report]),
        renderer.changes(report, sample.perfect()),
    ):
        output.encode(encoding)
        assert max(map(typeset.width, output.split("\n"))) <= width
        assert not [c for c in output if c != "\n" and (c < " " or "\x7f" <= c <= "\x9f")]
    data = json_report.to_dict(report, source=True)
    VALIDATOR.validate(data)
    again = json_report.from_dict(json.loads(json_report.dumps(report)))
    assert json_report.to_dict(again) == json_report.to_dict(report)
    ET.fromstring(junit.render(report).encode("utf-8"))
    CTRF_VALIDATOR.validate(json.loads(ctrf.render(report).encode("utf-8")))
    markdown.render(report).encode("utf-8")
    html.render(report).encode("utf-8")
    class_page.render(report.title, [(report, text)], [(text, report.title)]).encode("utf-8")
    for row in csv.reader(io.StringIO(class_page.csv_text([report], (), "zh-TW"))):
        assert not [cell for cell in row if cell.startswith(class_page.FORMULA_STARTS)]
