"""A report as Gradescope's results.json: a test for each function, another for its hidden checks.

https://gradescope-autograders.readthedocs.io/en/latest/specs/ says what may stand there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from html import escape
from typing import Any

from grader import __version__
from grader.language.text import LANGUAGES, Text, tr
from grader.model.report import CheckResult, Report, Shown, Status, Verdict
from grader.render.report_words import SAID, isolation, say, verdict, word
from grader.render.typeset import clean
from grader.render.views import FunctionView, function_views, notices, number, place, public

VISIBILITIES = ("visible", "after_due_date", "after_published", "hidden")
AFTER_PUBLISHED = "after_published"

_MARKS = {Verdict.PASS: "✓", Verdict.SKIPPED: "–", Verdict.BROKEN: "?"}
_HIDDEN = tr("hidden checks")
_OURS = tr("A fault of the grader: no score was given")

Data = dict[str, Any]


def results(
    report: Report, langs: Sequence[str] = LANGUAGES, hidden: str = AFTER_PUBLISHED
) -> Data:
    """The report as the data of results.json.

    Args:
        langs: the languages to say everything in, the first one first.
        hidden: the visibility of hidden checks, one of `VISIBILITIES`. What they were called with
            is in none of them.

    A report that needs review carries no score at all: a fault of the grader must not look like
    a student's zero.
    """
    report = public(report)
    scored = report.status is not Status.NEEDS_REVIEW
    tests: list[Data] = []
    for at, view in enumerate(function_views(report), 1):
        groups = [g for g in _groups(view) if g]
        for part, checks in enumerate(groups, 1):
            secret = checks[0].hidden
            passed = all(c.passed for c in checks)
            test: Data = {
                "number": f"{at}.{part}" if len(groups) > 1 else str(at),
                "name": _name(view, langs, secret=secret),
                "status": "passed" if passed else "failed",
                "visibility": hidden if secret else "visible",
                "output": _checks(report, checks, langs),
                "output_format": "html",
                "tags": [view.name, *(["hidden"] if secret else [])],
            }
            if scored:
                test["score"] = number(sum(c.points for c in checks))
                test["max_score"] = number(sum(c.max_points for c in checks))
            tests.append(test)
    data: Data = {
        "output": _whole(report, langs),
        "output_format": "html",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "extra_data": _extra(report),
        "tests": tests,
    }
    if scored:
        data["score"] = number(report.score)
    return data


def refused(why: Text, langs: Sequence[str] = LANGUAGES) -> Data:
    """results.json where nothing could be graded for a reason that the student can mend."""
    return {
        "score": 0,
        "output": _both(_paragraph, why, langs),
        "output_format": "html",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "tests": [],
    }


def failed(why: Text, langs: Sequence[str] = LANGUAGES) -> Data:
    """results.json where the grader itself failed. There is no score in it: Gradescope then shows
    the submission as not graded, and the instructor can run it again."""
    return {
        "output": _both(_paragraph, why, langs),
        "output_format": "html",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "tests": [{"name": _line(_OURS, langs), "status": "failed", "visibility": "visible"}],
    }


def _groups(view: FunctionView) -> tuple[list[CheckResult], list[CheckResult]]:
    shown = [c for c in view.checks if not c.hidden]
    return shown, [c for c in view.checks if c.hidden]


def _name(view: FunctionView, langs: Sequence[str], *, secret: bool) -> str:
    name = f"{view.name}  {_line(view.title, langs)}" if view.title else view.name
    return f"{name} ({_line(_HIDDEN, langs)})" if secret else name


def _extra(report: Report) -> Data:
    return {
        "dlgrade": {
            "version": __version__,
            "assignment": report.assignment,
            "status": report.status.value,
            "seed": report.seed,
            "isolation": report.isolation,
            "file": clean(report.path),
        }
    }


# --------------------------------------------------------------------------- its texts


def _whole(report: Report, langs: Sequence[str]) -> str:
    parts = []
    for lang in langs:
        what = f"{say(report.title, lang)} · {clean(report.path)}"
        held = _told(word("isolation", lang), say(isolation(report.isolation), lang), lang)
        seed = f"{word('seed', lang)} {report.seed}"
        parts.append(f"<p><strong>{_text(what)}</strong><br>{_text(f'{held} · {seed}')}</p>")
        parts += [_paragraph(say(note, lang)) for note in notices(report)]
    return "".join(parts)


def _checks(report: Report, checks: Iterable[CheckResult], langs: Sequence[str]) -> str:
    """Every check: what it is and how it ended, then what is wrong, each thing once."""
    told: set[str] = set()
    parts = []
    for check in checks:
        points = f"{number(check.points)} / {number(check.max_points)}"
        ended = f"{_line(check.title, langs)}: {_line(verdict(check), langs)} ({points})"
        head = _text(f"{_MARKS.get(check.status, '✗')} {ended}")
        skipped = check.status is Verdict.SKIPPED
        strong = not check.passed and not skipped
        parts.append(f"<p><strong>{head}</strong></p>" if strong else f"<p>{head}</p>")
        if check.passed:
            continue
        why = _why(check, langs)
        if why not in told:
            parts.append(why)
        elif not skipped:
            parts.append(_both(_paragraph, SAID["same_mistake"], langs))
        told.add(why)
        if check.shown is not None:
            parts.append(_shown(check.shown, langs))
        if where := place(report, check):
            parts.append(f"<p><code>{_text(where)}</code></p>")
    return "".join(parts)


def _why(check: CheckResult, langs: Iterable[str]) -> str:
    parts = []
    for lang in langs:
        parts.append(_paragraph(say(check.message, lang)))
        named = [say(d.text, lang) for d in check.diagnosis]
        if len(named) > 1:
            items = "".join(f"<li>{_text(name)}</li>" for name in named)
            parts.append(f"<p>{_text(word('mistakes', lang))}</p><ul>{items}</ul>")
        elif named:
            parts.append(_paragraph(_told(word("mistake", lang), named[0], lang)))
        parts += [_paragraph(say(note, lang)) for note in check.notes]
    return "".join(parts)


def _shown(shown: Shown, langs: Iterable[str]) -> str:
    """The smallest failing call, a line for each thing that is known of it."""
    lines = [
        f"{' '.join(word(key, lang) for lang in langs)}: {value}"
        for key in ("call", "expected", "given", "where")
        if (value := getattr(shown, key))
    ]
    return f"<pre>{escape(clean(chr(10).join(lines)))}</pre>"


def _told(what: str, said: str, lang: str) -> str:
    return tr("{what}: {said}", what=what, said=said)[lang]


def _both(render: Callable[[str], str], said: Text, langs: Iterable[str]) -> str:
    return "".join(render(say(said, lang)) for lang in langs)


def _line(said: Text, langs: Iterable[str]) -> str:
    """All languages on one line; a text that is the same in both only once."""
    return " / ".join(dict.fromkeys(clean(say(said, lang)) for lang in langs))


def _paragraph(said: str) -> str:
    return f"<p>{_text(said)}</p>" if said else ""


def _text(said: str) -> str:
    """Text as HTML, with nothing left of what a student's code may have put into it."""
    return escape(clean(said)).replace("\n", "<br>")
