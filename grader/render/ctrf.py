"""CTRF, the Common Test Report Format: JSON for whatever shows test results (https://ctrf.io)."""

from __future__ import annotations

import json
import uuid
from collections.abc import Sequence
from typing import Any

from grader import __version__
from grader.model.report import CheckResult, Report, Status, Verdict
from grader.render.junit import explanation
from grader.render.report_words import say, word
from grader.render.typeset import clean
from grader.render.views import notices, number, place, public, reason

SPEC_VERSION = "0.0.0"
"""The version of the specification that this is written to, as it names itself."""

_STATUS = {
    Verdict.PASS: "passed",
    Verdict.SKIPPED: "skipped",
    Verdict.BROKEN: "other",
}
_COUNTED = ("passed", "failed", "skipped", "pending", "other")

Data = dict[str, Any]


def render(
    reports: Report | Sequence[Report],
    lang: str = "zh-TW",
    times: bool = True,
    stop: float | None = None,
) -> str:
    """The reports as one CTRF document: a test for each check.

    A rejected file without checks becomes one failed test, so that it never looks green; a fault
    of the grader is neither passed nor failed but 'other'. `stop` is when the run ended, in
    seconds since 1970; without it, or without `times`, the run is said to have started at 0.
    """
    several = [reports] if isinstance(reports, Report) else list(reports)
    tests: list[Data] = []
    for report in several:
        shown = public(report)
        tests += [_test(shown, check, lang, times) for check in shown.checks]
        if report.status is Status.REJECTED and not report.checks:
            tests.append(_rejected(shown, lang))
    took = round(sum(r.seconds for r in several) * 1000) if times else 0
    end = max(round((stop or 0) * 1000), took) if times else 0
    summary: Data = {"tests": len(tests)}
    summary |= {name: sum(t["status"] == name for t in tests) for name in _COUNTED}
    summary |= {"suites": len(several), "start": end - took, "stop": end, "duration": took}
    data = {
        "reportFormat": "CTRF",
        "specVersion": SPEC_VERSION,
        "generatedBy": f"dlgrade {__version__}",
        "results": {
            "tool": {"name": "dlgrade", "version": __version__},
            "summary": summary,
            "tests": tests,
            "extra": {"dlgrade": {"reports": [_about(r) for r in several]}},
        },
    }
    return json.dumps(_clean(data), ensure_ascii=False, indent=2) + "\n"


def _clean(data: Any) -> Any:
    """The same with nothing in its texts that moves a cursor or is no character."""
    if isinstance(data, str):
        return clean(data)
    if isinstance(data, dict):
        return {_clean(key): _clean(value) for key, value in data.items()}
    return [_clean(value) for value in data] if isinstance(data, list) else data


def _about(report: Report) -> Data:
    return {
        "assignment": report.assignment,
        "student": report.student or "",
        "file": report.path,
        "status": report.status.value,
        "score": number(report.score),
        "max_score": number(report.max_score),
        "seed": report.seed,
        "isolation": report.isolation,
        "versions": dict(sorted(report.versions.items())),
    }


def _test(report: Report, check: CheckResult, lang: str, times: bool) -> Data:
    test: Data = {
        "id": _id(report.assignment, check.id),
        "name": f"{check.function}: {say(check.title, lang)}",
        "status": _STATUS.get(check.status, "failed"),
        "duration": round(check.seconds * 1000) if times else 0,
        "suite": [report.assignment, check.function],
        "rawStatus": check.status.value,
        "filePath": report.path,
        "extra": {
            "dlgrade": {
                "check": check.id,
                "points": number(check.points),
                "max_points": number(check.max_points),
                "mistakes": [d.id for d in check.diagnosis],
            }
        },
    }
    if check.hidden:
        test["tags"] = ["hidden"]
    if not check.passed:
        test["message"] = say(reason(check), lang)
        test["trace"] = explanation(report, check, lang).strip()
        if check.line is not None and place(report, check):
            test["line"] = check.line
    return test


def _rejected(report: Report, lang: str) -> Data:
    why = "\n".join(say(note, lang) for note in notices(report))
    return {
        "id": _id(report.assignment, "load"),
        "name": f"{report.assignment}: {word('file', lang)}",
        "status": "failed",
        "duration": 0,
        "suite": [report.assignment],
        "rawStatus": report.status.value,
        "filePath": report.path,
        "message": why,
    }


def _id(assignment: str, check: str) -> str:
    """The same check has the same id in every run."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, clean(f"dlgrade:{assignment}/{check}")))
