"""Markdown, for a job's summary: what is where, and what to mend first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from grader.model.report import CheckResult, Report, Verdict
from grader.render.report_words import say, verdict, word
from grader.render.typeset import clean, one_line
from grader.render.views import function_views, notices, number, public

_MARKUP = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~&$@:])")
_SIGNS = {Verdict.PASS: "✓", Verdict.SKIPPED: "–", Verdict.BROKEN: "?"}


def render(reports: Report | Sequence[Report], lang: str = "zh-TW") -> str:
    """The reports one after another: the score, a table of functions, and each failed check."""
    several = [reports] if isinstance(reports, Report) else reports
    return "\n".join(_report(public(report), lang) for report in several)


def _report(report: Report, lang: str) -> str:
    title = _plain(f"{say(report.title, lang)} · {report.path}")
    score = f"{number(report.score)} / {number(report.max_score)}"
    lines = [f"## {title}", "", f"**{word('score', lang)} {score}**", ""]
    for note in notices(report):
        lines += [_plain(say(note, lang)), ""]
    views = function_views(report)
    if views:
        head = (word("class_function", lang), word("points", lang), "")
        lines += [f"| {' | '.join(head)} |", "|---|---|---|"]
    for view in views:
        points = f"{number(view.points)} / {number(view.max_points)}"
        about = _plain(say(view.title, lang)) if view.title else ""
        sign = _SIGNS.get(view.sign, "✗")
        lines.append(
            f"| {sign} {_code(view.name)} {about} | {points} | {_plain(_ended(view.first, lang))} |"
        )
    lines.append("")
    for view in views:
        told = [c for c in view.failing if c.status is not Verdict.SKIPPED]
        for check in told or view.failing[:1]:
            lines += _check(check, lang)
    return "\n".join(lines)


def _ended(check: CheckResult | None, lang: str) -> str:
    return say(verdict(check), lang) if check else ""


def _check(check: CheckResult, lang: str) -> list[str]:
    about = _plain(f"{say(check.title, lang)}: {_ended(check, lang)}")
    lines = [f"### {_code(check.function)} {about}", ""]
    for said in (check.message, *(d.text for d in check.diagnosis), *check.notes):
        if said:
            lines += [_plain(say(said, lang)), ""]
    if check.shown is not None:
        shown = [
            f"{word(key, lang)}: {value}"
            for key in ("call", "expected", "given", "where")
            if (value := getattr(check.shown, key))
        ]
        text = clean("\n".join(shown))
        fence = "`" * max(3, *(len(run) + 1 for run in re.findall(r"`+", text) or [""]))
        lines += [fence, text, fence, ""]
    return lines


def _code(name: str) -> str:
    return f"`{re.sub(r'[`|]', '', one_line(name))}`"


def _plain(text: str) -> str:
    """Text on one line of which nothing is read as markup, but for code between backticks."""
    parts = re.split(r"(`[^`|]+`)", one_line(text))
    return "".join(p if i % 2 else _MARKUP.sub(r"\\\1", p) for i, p in enumerate(parts))
