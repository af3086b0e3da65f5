"""JUnit XML, for whatever shows test results: one suite a report, one case a check."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from grader.model.report import CheckResult, Report, Status, Verdict
from grader.render.report_words import VERDICT, say, word
from grader.render.views import notices, number, place, public, reason

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\x7f-\x9f]")

_TAGS = {
    Verdict.WRONG: "failure",
    Verdict.REFUSED: "failure",
    Verdict.RAISED: "error",
    Verdict.TIMEOUT: "error",
    Verdict.CRASHED: "error",
    Verdict.BROKEN: "error",
    Verdict.SKIPPED: "skipped",
}


def render(reports: Report | Sequence[Report], lang: str = "zh-TW", times: bool = True) -> str:
    """The reports as one `<testsuites>` document with an XML declaration.

    A rejected file without checks becomes one case in error, so that it never looks green.
    """
    root = ET.Element("testsuites", name="dlgrade")
    for report in [reports] if isinstance(reports, Report) else reports:
        root.append(_suite(public(report), lang, times))
    counts = ("tests", "failures", "errors", "skipped")
    for count in counts:
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in root)))
    ET.indent(root)
    body = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def _suite(report: Report, lang: str, times: bool) -> ET.Element:
    suite = ET.Element("testsuite", name=_legal(report.assignment))
    values = {
        "file": report.path,
        "student": report.student or "",
        "seed": str(report.seed),
        "isolation": report.isolation,
        "status": report.status.value,
        "score": str(number(report.score)),
        "max_score": str(number(report.max_score)),
        **{f"version.{name}": v for name, v in sorted(report.versions.items())},
    }
    properties = ET.SubElement(suite, "properties")
    for name, value in values.items():
        ET.SubElement(properties, "property", name=_legal(name), value=_legal(value))
    for check in report.checks:
        suite.append(_case(report, check, lang, times))
    if report.status is Status.REJECTED and not report.checks:
        case = ET.SubElement(suite, "testcase", classname=_legal(report.assignment), name="load")
        why = "\n".join(say(note, lang) for note in notices(report))
        ET.SubElement(case, "error", type="rejected", message=_legal(why))
    for count, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(count, str(len(suite.findall(f"testcase/{tag}"))))
    suite.set("tests", str(len(suite.findall("testcase"))))
    if times:
        suite.set("time", f"{report.seconds:.3f}")
    return suite


def _case(report: Report, check: CheckResult, lang: str, times: bool) -> ET.Element:
    classname = f"{report.assignment}.{check.function}"
    case = ET.Element("testcase", classname=_legal(classname), name=_legal(check.id))
    if times:
        case.set("time", f"{check.seconds:.4f}")
    tag = _TAGS.get(check.status)
    if tag is not None:
        message = f"{say(check.title, lang)}: {say(reason(check), lang)}"
        child = ET.SubElement(case, tag, type=check.status.value, message=_legal(message))
        if tag != "skipped":
            child.text = _legal(explanation(report, check, lang))
    return case


def explanation(report: Report, check: CheckResult, lang: str) -> str:
    """Everything a report says of one check that did not pass, a line for each thing."""
    lines = [say(VERDICT[check.status], lang), say(check.message, lang)]
    if check.shown is not None:
        for key in ("call", "expected", "given", "where"):
            if value := getattr(check.shown, key):
                lines.append(f"{word(key, lang)}: {value}")
    lines += [f"{d.id}: {say(d.text, lang)}" for d in check.diagnosis]
    lines += [say(note, lang) for note in check.notes]
    lines.append(place(report, check))
    return "\n" + "\n".join(line for line in lines if line) + "\n"


def _legal(text: str) -> str:
    """Without the characters that no XML document may hold."""
    return _ILLEGAL.sub("\ufffd", text)
