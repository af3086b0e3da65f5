"""The JSON report: the public contract `grade-report/1`, see docs/report-format.md."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from grader.language.text import Text
from grader.model.assignment import Function
from grader.model.outcome import FunctionFacts
from grader.model.report import (
    REPORT_SCHEMA,
    CheckResult,
    Diagnosis,
    Report,
    Shown,
    Status,
    Verdict,
)
from grader.model.submission import Cell
from grader.render.json_text import array, indented, kept, members, without_surrogates
from grader.render.views import FunctionView, check_key, function_views, number, public

Tags = tuple[str, ...]

REPORTS_SCHEMA = "grade-reports/1"
_SCHEMA_FILE = Path(__file__).with_name("grade-report-1.schema.json")


def to_dict(report: Report, times: bool = True, source: bool = False) -> dict[str, Any]:
    """The report as plain data.

    `times=False` leaves out every `seconds`: the rest is the same for the same submission and
    seed, byte for byte. `source=True` adds the student's code as `cells`.
    """
    report = public(report)
    data = {
        **_opening(report),
        "functions": [_function(view, report.languages) for view in function_views(report)],
        "checks": [_check(check, times, report.languages) for check in report.checks],
        **_closing(report, times, source),
    }
    clean: dict[str, Any] = without_surrogates(data)
    return clean


def dumps(report: Report | Sequence[Report], times: bool = True) -> str:
    """One report, or a sequence of them as `grade-reports/1`, as JSON text with a line end.

    It is what `json.dumps` makes of `to_dict` with an indent of 2, put together from pieces that
    other reports have too. Chinese stays readable; characters that steer a terminal are escaped.
    """
    if isinstance(report, Report):
        return _document(report, times) + "\n"
    documents = array((indented(_document(r, times), 2) for r in report), 1)
    return f'{{\n  "schema": "{REPORTS_SCHEMA}",\n  "reports": {documents}\n}}\n'


def under_name(text: str, student: str | None) -> str:
    """What `dumps` gives for the same report under this name, from what it gives without one."""
    anonymous, named = members({"student": None}, 1), members({"student": student}, 1)
    return text.replace(f"\n{anonymous},\n", f"\n{named},\n", 1)


def _document(report: Report, times: bool) -> str:
    report = public(report)
    functions = array(
        (_function_text(view, report.languages) for view in function_views(report)), 1
    )
    checks = array((_check_text(check, times, report.languages) for check in report.checks), 1)
    parts = (
        members(_opening(report), 1),
        f'  "functions": {functions}',
        f'  "checks": {checks}',
        members(_closing(report, times), 1),
    )
    return "{\n" + ",\n".join(parts) + "\n}"


def _function_text(view: FunctionView, tags: Tags) -> str:
    """Lines are the student's own; what stands around them is shared."""
    function = view.function
    key = (tags, view.name, view.title, view.status, view.points, view.max_points)
    head = kept(key, lambda: members(_function_head(view, tags), 3))
    parts = [head, members(_whereabouts(view), 3)]
    if function is not None:
        parts.append(kept((tags, function), lambda: members(_teaching(function, tags), 3)))
    return "{\n" + ",\n".join(parts) + "\n    }"


def _check_text(check: CheckResult, times: bool, tags: Tags) -> str:
    """Place and time are the student's own; what stands before them is shared."""
    key = (tags, *check_key(check), str(check.hidden))
    head = kept(key, lambda: "{\n" + members(_check_head(check, tags), 3))
    return f"{head},\n{members(_check_tail(check, times), 3)}\n    }}"


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of `grade-report/1`."""
    data: dict[str, Any] = json.loads(_SCHEMA_FILE.read_text(encoding="utf-8"))
    return data


def _opening(report: Report) -> dict[str, Any]:
    tags = report.languages
    return {
        "schema": REPORT_SCHEMA,
        "assignment": report.assignment,
        "title": report.title.to_json(tags),
        "student": report.student,
        "path": report.path,
        "seed": report.seed,
        "score": number(report.score),
        "max_score": number(report.max_score),
        "status": report.status.value,
        "isolation": report.isolation,
        "notes": [note.to_json(tags) for note in report.notes],
    }


def _closing(report: Report, times: bool, source: bool = False) -> dict[str, Any]:
    data: dict[str, Any] = {"versions": dict(sorted(report.versions.items()))}
    if source:
        data["cells"] = [{"label": c.label, "source": c.source} for c in report.cells]
    if times:
        data["seconds"] = round(report.seconds, 3)
    return data


def _function(view: FunctionView, tags: Tags) -> dict[str, Any]:
    function = view.function
    taught = {} if function is None else _teaching(function, tags)
    return {**_function_head(view, tags), **_whereabouts(view), **taught}


def _function_head(view: FunctionView, tags: Tags) -> dict[str, Any]:
    return {
        "name": view.name,
        "title": view.title.to_json(tags),
        "status": view.status.value,
        "points": number(view.points),
        "max_points": number(view.max_points),
    }


def _whereabouts(view: FunctionView) -> dict[str, Any]:
    facts = view.facts
    return {
        "defined": facts.defined if facts else None,
        "label": facts.label if facts else None,
        "line": _line(facts.line) if facts else None,
        "end_line": _line(facts.end_line) if facts else None,
    }


def _teaching(function: Function, tags: Tags) -> dict[str, Any]:
    return {
        "formula": function.formula,
        "slide": function.slide.to_json(tags),
        "hints": [hint.to_json(tags) for hint in function.hints],
    }


def _check(check: CheckResult, times: bool, tags: Tags) -> dict[str, Any]:
    return {**_check_head(check, tags), **_check_tail(check, times)}


def _check_head(check: CheckResult, tags: Tags) -> dict[str, Any]:
    shown = check.shown
    return {
        "id": check.id,
        "function": check.function,
        "title": check.title.to_json(tags),
        "status": check.status.value,
        "points": number(check.points),
        "max_points": number(check.max_points),
        "hidden": check.hidden,
        "message": check.message.to_json(tags),
        "diagnosis": [{"id": d.id, **d.text.to_json(tags)} for d in check.diagnosis],
        "shown": None
        if shown is None
        else {
            "call": shown.call,
            "expected": shown.expected,
            "given": shown.given,
            "where": shown.where,
        },
        "notes": [note.to_json(tags) for note in check.notes],
    }


def _check_tail(check: CheckResult, times: bool) -> dict[str, Any]:
    data: dict[str, Any] = {
        "label": check.label,
        "line": _line(check.line),
        "unwritten": check.unwritten,
    }
    if times:
        data["seconds"] = round(check.seconds, 4)
    return data


def _line(line: int | None) -> int | None:
    """Some syntax errors are at line 0: nowhere."""
    return line if line and line > 0 else None


# --------------------------------------------------------------------------- and back


def from_dict(data: Mapping[str, Any]) -> Report:
    """The report that `to_dict` wrote. What was left out (times, source) comes back empty.

    Raises:
        ValueError: not a `grade-report/1`, or a field is missing or has the wrong value.
    """
    if data.get("schema") != REPORT_SCHEMA:
        raise ValueError(f"not a {REPORT_SCHEMA}: schema is {data.get('schema')!r}")
    try:
        return _report(data)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a {REPORT_SCHEMA}: {error!r}") from error


def _report(data: Mapping[str, Any]) -> Report:
    functions = [f for f in data["functions"] if "formula" in f]
    return Report(
        assignment=data["assignment"],
        title=_text(data["title"]),
        student=data["student"],
        path=data["path"],
        seed=data["seed"],
        status=Status(data["status"]),
        isolation=data["isolation"],
        checks=tuple(_check_back(c) for c in data["checks"]),
        functions=tuple(
            Function(
                f["name"],
                _text(f["title"]),
                f["formula"],
                _text(f["slide"]),
                tuple(_text(h) for h in f["hints"]),
            )
            for f in functions
        ),
        facts={
            f["name"]: FunctionFacts(
                f["defined"], label=f["label"], line=f["line"], end_line=f["end_line"]
            )
            for f in data["functions"]
            if f["defined"] is not None
        },
        notes=tuple(_text(n) for n in data["notes"]),
        cells=tuple(Cell(c["label"], c["source"]) for c in data.get("cells", ())),
        versions=dict(data["versions"]),
        seconds=data.get("seconds", 0.0),
    )


def _check_back(data: Mapping[str, Any]) -> CheckResult:
    shown = data["shown"]
    return CheckResult(
        id=data["id"],
        function=data["function"],
        title=_text(data["title"]),
        status=Verdict(data["status"]),
        points=data["points"],
        max_points=data["max_points"],
        hidden=data["hidden"],
        message=_text(data["message"]),
        diagnosis=tuple(Diagnosis(d["id"], _text(d)) for d in data["diagnosis"]),
        shown=None if shown is None else Shown(**{k: shown[k] for k in Shown.__slots__}),
        notes=tuple(_text(n) for n in data["notes"]),
        label=data["label"],
        line=data["line"],
        seconds=data.get("seconds", 0.0),
        unwritten=data.get("unwritten", False),
    )


def _text(data: Mapping[str, str]) -> Text:
    return Text({tag: said for tag, said in data.items() if tag != "id"})
