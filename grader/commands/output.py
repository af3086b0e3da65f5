"""Where reports go: the screen or whole files, in the format asked for."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from grader.commands.console import Console
from grader.files.atomic import write_whole
from grader.language.text import tr
from grader.model.errors import UsageError
from grader.model.report import Report

_FORMS = {"ctrf": "json", "junit": "xml"}


def output(reports: Sequence[Report], options: argparse.Namespace, console: Console) -> None:
    """Write the reports in the format asked for, to the file or the screen."""
    format = options.format or "text"
    if console.json:
        import json

        from grader.render.json_report import dumps

        console.tell(reports=[json.loads(dumps(report)) for report in reports])
    elif format == "html" and options.output is None:
        for report in reports:
            path = Path(f"{Path(report.path).stem}-report.html")
            save(path, rendered([report], "html", console.lang))
            console.say(str(path))
    elif options.output is not None:
        save(options.output, rendered(reports, format, console.lang))
    elif format == "text":
        console.say(_text(reports, console))
    else:
        from grader.render.workflow import logged

        data = logged(rendered(reports, format, console.lang), _FORMS.get(format, format))
        sys.stdout.flush()
        sys.stdout.buffer.write(data.encode("utf-8", "replace"))
        sys.stdout.buffer.flush()
    if format in ("text", "markdown") and not console.json:
        annotate(reports, console.lang)


def _text(reports: Sequence[Report], console: Console) -> str:
    """A line an assignment with --quiet, every function that fails in full with --verbose."""
    from grader.render.terminal_report import TextRenderer

    renderer = TextRenderer.for_stream(sys.stdout, console.lang)
    if console.quiet:
        return renderer.scores(reports)
    return renderer.render_all(reports, every=console.verbose)


def annotate(reports: Sequence[Report], lang: str) -> None:
    """Under GitHub Actions: remarks at the lines that fail. To stderr, which the runner reads as
    well, so that what is on stdout stays what was asked for; not with the formats for programs, of
    which a workflow asks for several."""
    from grader.render.terminal_stream import write
    from grader.render.workflow import wanted, workflow_commands

    if wanted():
        root = Path(os.environ.get("GITHUB_WORKSPACE") or Path.cwd())
        write(sys.stderr, workflow_commands(reports, lang, root))


def rendered(reports: Sequence[Report], format: str, lang: str) -> str:
    """The reports as one text of `format`."""
    if format == "json":
        from grader.render.json_report import dumps

        return dumps(reports[0] if len(reports) == 1 else reports)
    if format == "junit":
        from grader.render import junit

        return junit.render(reports, lang)
    if format == "ctrf":
        from grader.render import ctrf

        return ctrf.render(reports, lang, stop=time.time())
    if format == "markdown":
        from grader.render import markdown

        return markdown.render(reports, lang)
    if format == "html":
        from grader.render import html

        return (
            html.render(reports[0], lang) if len(reports) == 1 else html.render_all(reports, lang)
        )
    from grader.render.terminal_report import TextRenderer

    return TextRenderer(lang).render_all(reports)


def save(path: Path, text: str, *, bom: bool = False) -> None:
    """Write a whole file or none of it.

    Raises:
        UsageError: it cannot be written there.
    """
    try:
        write_whole(str(path), text.encode("utf-8-sig" if bom else "utf-8", "replace"))
    except OSError as error:
        why = error.strerror or str(error)
        raise UsageError(tr("Cannot write {path}: {why}.", path=path, why=why)) from error
