"""What failed as workflow commands of GitHub Actions: remarks at the lines of a change."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from grader.model.report import Report, Verdict
from grader.render.report_words import say
from grader.render.typeset import clean
from grader.render.views import FunctionView, function_views, notices, public, reason

MOST = 10
"""GitHub shows so many a step, and leaves the rest out in silence."""

_UNSEEN = r"[^\w\x21-\x7e\n]*"
"""Blanks, and what the runner may pass over when it compares, such as a zero-width space."""
_AT_START = re.compile(rf"((?:^|(?<=\r)){_UNSEEN}):(?={_UNSEEN}:)", re.MULTILINE)
_ANYWHERE = re.compile(rf"#(?={_UNSEEN}#{_UNSEEN}\[)")
_STAND_INS = {"json": (": ", "\\u0023"), "xml": ("&#58;", "&#35;")}


def wanted(environ: Mapping[str, str] | None = None) -> bool:
    """Does this run on GitHub Actions?"""
    return (os.environ if environ is None else environ).get("GITHUB_ACTIONS") == "true"


def workflow_commands(reports: Sequence[Report], lang: str, root: Path) -> str:
    """A line for each function that fails and each file with something to be said of it, with
    paths as seen from `root`, the top of the repository."""
    lines = [line for report in reports for line in _of(public(report), lang, root)]
    return "".join(f"{line}\n" for line in lines[:MOST])


def harmless(text: str, form: str = "text") -> str:
    """`text` for a log that the runner reads: what a student printed, raised or called a file is
    no command there. The runner obeys `::` behind the blanks of any line, and `##[` anywhere.

    Args:
        form: json and xml are written in another way that says the same; a blank parts the two
            characters in any other text.
    """
    if "::" not in text and "##" not in text and text.isascii():
        return text
    colon, hash = _STAND_INS.get(form, (": ", "# "))
    return _ANYWHERE.sub(lambda _: hash, _AT_START.sub(rf"\g<1>{colon}", text))


def logged(text: str, form: str = "text") -> str:
    """`text` as it may be written to a stream: harmless where GitHub Actions reads along."""
    return harmless(text, form) if wanted() else text


def _of(report: Report, lang: str, root: Path) -> Iterator[str]:
    file = _file(report.path, root)
    for note in notices(report):
        yield _command("warning", say(note, lang), file=file, title=say(report.title, lang))
    for view in function_views(report):
        if view.first is not None and not view.first.unwritten:
            yield _failed(report, view, lang, file)


def _failed(report: Report, view: FunctionView, lang: str, file: str) -> str:
    assert view.first is not None
    check, facts = view.first, view.facts
    label, line = check.label, check.line
    if line is None and facts is not None and check.status is not Verdict.SKIPPED:
        label, line = facts.label, facts.line
    # A cell's lines are not those of the notebook's file.
    whole = len(report.cells) <= 1 and not file.endswith(".ipynb")
    title = f"{report.assignment}.{view.name}"
    if not whole and label:
        title += f" ({label})"
    level = "warning" if check.status in (Verdict.SKIPPED, Verdict.BROKEN) else "error"
    at = str(line) if whole and line else ""
    return _command(level, say(reason(check), lang), file=file, line=at, title=title)


def _file(path: str, root: Path) -> str:
    """The path from the top of the repository, with slashes; as it was where it lies elsewhere."""
    try:
        return Path(os.path.abspath(path)).relative_to(os.path.abspath(root)).as_posix()
    except ValueError:
        return path


def _command(level: str, message: str, **properties: str) -> str:
    given = ",".join(f"{k}={_property(v)}" for k, v in properties.items() if v)
    return f"::{level} {given}::{_data(clean(message))}"


def _data(text: str) -> str:
    """Escaped as the runner reads it; a line end would begin another command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(clean(text)).replace(":", "%3A").replace(",", "%2C")
