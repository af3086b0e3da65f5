"""From a report to what nbgrader records: a score for each grade cell, a remark for each answer."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from grader.bridges.nbgrader.autograded import CellFeedback
from grader.bridges.nbgrader.cell_ids import check_id, solution_id
from grader.bridges.nbgrader.gradebook_cells import Cells
from grader.language.text import Text, tr
from grader.model.errors import GradeError
from grader.model.report import Report, Status, Verdict
from grader.render import report_words
from grader.render.cell_card import cell_html, cell_text
from grader.render.views import FunctionView, function_views, number, public, reason

UNANSWERED = tr("No response.")
_TAG = re.compile(r"<(?=[a-zA-Z/!?])")


class PointsError(GradeError):
    """The gradebook's cells are worth something else than the course's functions."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What a submission gets. `scores` are by grade cell, None where a person has to give one;
    `comments` by solution cell; `findings` what the grade cells show. `missing` are functions that
    have no grade cell in the gradebook: their points do not count."""

    scores: Mapping[str, float | None]
    comments: Mapping[str, str | None]
    findings: Mapping[str, CellFeedback]
    missing: tuple[str, ...] = ()


def function_of(cell: str) -> str:
    """The function (or question) that a grade cell grades."""
    return cell.removeprefix(check_id(""))


def marks_of(report: Report, cells: Cells, lang: str) -> Marks:
    """The marks of a graded report.

    A function with a check that broke has no score; nor has anything where the report needs review
    for another reason.

    Raises:
        PointsError: a grade cell has other points than its function.
    """
    points = cells.points
    # What is to be said of the whole file stands on the feedback page, not in each cell.
    report = replace(public(report), notes=())
    views = function_views(report)
    whole = check_id(report.assignment)
    if whole in points and not any(check_id(view.name) in points for view in views):
        return _in_one(report, views, whole, points, lang)
    settled = report.status is Status.GRADED or any(_broken(view) for view in views)
    scores: dict[str, float | None] = {}
    comments: dict[str, str | None] = {}
    findings: dict[str, CellFeedback] = {}
    for view in views:
        cell = check_id(view.name)
        if cell not in points:
            continue
        if not _broken(view):  # what broke is worth nothing, and no news about the course
            _same_points(cell, points[cell], view.max_points, report.assignment)
        score = view.points if settled and not _broken(view) else None
        scores[cell] = score
        comments[solution_id(view.name)] = remark(view, lang)
        html, text = cell_html(report, view.name, lang), cell_text(report, view.name, lang)
        findings[cell] = CellFeedback(score, html, text)
    missing = tuple(view.name for view in views if check_id(view.name) not in points)
    return Marks(scores, comments, findings, missing)


def no_marks(why: Sequence[Text], cells: Cells, functions: Sequence[str], lang: str) -> Marks:
    """The marks of a submission without a grading: no score, never a zero, and the reasons."""
    said = _safe("\n\n".join(text[lang] for text in why))
    names = [check_id(name) for name in functions if check_id(name) in cells.points]
    comments = {solution_id(name): said for name in functions}
    return Marks(dict.fromkeys(names), dict(comments), {}, ())


def remark(view: FunctionView, lang: str) -> str | None:
    """What the instructor reads beside an answer: why points are missing. None where none are."""
    if view.first is None:
        return None
    own = [check for check in view.failing if check.status is not Verdict.SKIPPED]
    if own and all(check.unwritten for check in own):
        return UNANSWERED[lang]
    lines = [f"{number(view.points)}/{number(view.max_points)}"]
    told: set[str] = set()
    for check in own or view.failing[:1]:
        said = " / ".join(d.text[lang] for d in check.diagnosis) or reason(check)[lang]
        if said in told:
            continue
        told.add(said)
        ended = report_words.say(report_words.verdict(check), lang)
        lines.append(f"{report_words.say(check.title, lang)} ({ended}): {said}")
    return _safe("\n\n".join(lines))


def _in_one(
    report: Report, views: Sequence[FunctionView], cell: str, points: Mapping[str, float], lang: str
) -> Marks:
    """The marks of a quiz whose questions share one cell."""
    if not any(_broken(view) for view in views):
        _same_points(cell, points[cell], report.max_score, report.assignment)
    score = report.score if report.status is Status.GRADED else None
    said = [f"{view.name}: {text}" for view in views if (text := remark(view, lang))]
    html = "".join(cell_html(report, view.name, lang) for view in views)
    text = "\n\n".join(cell_text(report, view.name, lang) for view in views)
    comments = {solution_id(report.assignment): "\n\n".join(said) or None}
    return Marks({cell: score}, comments, {cell: CellFeedback(score, html, text)})


def _broken(view: FunctionView) -> bool:
    return any(check.status is Verdict.BROKEN for check in view.checks)


def _same_points(cell: str, recorded: float, expected: float, assignment: str) -> None:
    if abs(recorded - expected) < 1e-6:
        return
    raise PointsError(
        tr(
            "{assignment}: in the gradebook {cell} is worth {recorded} points, in the course "
            "{due}. Run `grade nbgrader init` and `nbgrader generate_assignment {assignment} "
            "--force`, then grade again; nothing of this assignment was recorded.",
            assignment=assignment,
            cell=cell,
            recorded=number(recorded),
            due=number(expected),
        )
    )


def _safe(text: str) -> str:
    """nbgrader shows comments as Markdown, in which a tag would be one."""
    return _TAG.sub("&lt;", text)
