"""`feedback/`: our report as the page that `nbgrader release_feedback` gives out."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from grader.bridges.nbgrader.cell_marks import function_of
from grader.bridges.nbgrader.folders import put
from grader.bridges.nbgrader.gradebook_writer import Standing
from grader.language.text import NO_TEXT, Text, tr
from grader.model.report import Report, Status
from grader.render import html
from grader.render.views import number

STAMP = "timestamp.txt"
SECRET = "submission_secret.txt"

WAITING = tr("Some of it is still to be graded by your instructor: the grade will change.")


def page(report: Report, standing: Standing, lang: str) -> bytes:
    """The report as a page. What nbgrader counts besides (scores given by people, a late penalty)
    and what people remarked stands on top."""
    notes = (*remarks(report, standing), *report.notes)
    return html.render(replace(report, notes=notes), lang).encode("utf-8", "replace")


def remarks(report: Report, standing: Standing) -> tuple[Text, ...]:
    """What the gradebook adds to a report; nothing where it counts what the report says."""
    said: list[Text] = []
    if standing.adjusted or standing.penalty:
        final = number(max(0.0, standing.score - standing.penalty))
        most = number(standing.most)
        said.append(tr("Grade: {final} / {most}.", final=final, most=most))
    if standing.penalty:
        off = number(standing.penalty)
        said.append(
            tr(
                "Handed in {seconds_late} late: {off} points off.",
                seconds_late=_duration(standing.seconds_late),
                off=off,
            )
        )
    for cell, before, now in standing.adjusted:
        name, given = function_of(cell), number(now)
        auto = NO_TEXT
        if before is not None:
            was = number(before)
            auto = tr(" (graded automatically: {was})", was=was)
        said.append(tr("`{name}`: given {given}{auto}.", name=name, given=given, auto=auto))
    said += [
        tr("Your instructor on `{name}`: {text}", name=name, text=text)
        for name, text in standing.comments
    ]
    if standing.needs_manual and report.status is Status.GRADED:
        said.append(WAITING)
    return tuple(said)


def deliver(folder: Path, submitted: Path, names: Sequence[str], data: bytes, mode: int) -> bool:
    """Lay the page into `folder` under each of `names`, with what nbgrader needs to find whose it
    is. Returns whether the student's `nbgrader fetch_feedback` will find it.

    A student's nbgrader looks for a page by a secret that came with the submission. Without one,
    `release_feedback` would stop in the middle of the class; so the page gets a secret that nobody
    knows, and is released for nobody.

    Raises:
        OSError: the folder cannot be written.
    """
    found = _read(submitted / SECRET)
    put(folder / STAMP, _read(submitted / STAMP), mode)
    secret = found or _read(folder / SECRET) or secrets.token_hex(32).encode()
    put(folder / SECRET, secret, mode)
    for old in folder.glob("*.html"):
        if old.stem not in names:
            old.unlink()
    for name in names:
        put(folder / f"{name}.html", data, mode)
    return bool(found)


def _read(path: Path) -> bytes:
    try:
        return b"" if path.is_symlink() else path.read_bytes()
    except OSError:
        return b""


def _duration(seconds: float) -> Text:
    minutes = max(1, round(seconds / 60))
    days, hours = minutes // 1440, minutes % 1440 // 60
    if days:
        return tr("{days} d {hours} h", days=days, hours=hours)
    if hours:
        return tr("{hours} h {minutes} min", hours=hours, minutes=minutes % 60)
    return tr("{minutes} min", minutes=minutes)
