"""The HTML report: one page that needs nothing else, in every language of the course."""

from __future__ import annotations

from collections.abc import Sequence

from grader.language.text import LANGUAGES, Text
from grader.model.report import Report
from grader.render import report_words
from grader.render.cards import sheet
from grader.render.html_page import in_languages, page
from grader.render.views import number


def render(report: Report, lang: str = "zh-TW") -> str:
    """The report as an HTML page; `lang` is the language it opens in."""
    return render_all([report], lang)


def render_all(reports: Sequence[Report], lang: str = "zh-TW") -> str:
    """Several reports on one page, one below the other, a table of them on top."""
    with in_languages(reports[0].languages if reports else LANGUAGES):
        return _page(reports, lang)


def _page(reports: Sequence[Report], lang: str) -> str:
    several = len(reports) != 1
    sheets = [sheet(r, f"r{i}-" if several else "") for i, r in enumerate(reports, 1)]
    score, most = sum(r.score for r in reports), sum(r.max_score for r in reports)
    heading = report_words.SAID["report"] if several else sheets[0].heading
    return page(
        "report",
        lang,
        title=heading + _score(score, most),
        sheets=sheets,
        several=several,
        score=score,
        max_score=most,
    )


def _score(score: float, most: float) -> Text:
    said = f" · {number(score)}/{number(most)}"
    return Text(said)
