"""Item analysis to look at: a section for the class page, and a page of its own."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from grader.batch.item_analysis import LEAST, ItemAnalysis, Tally, common
from grader.language.text import Text, tr
from grader.quiz.markup.xhtml import plain
from grader.render.html_page import environment
from grader.render.views import number

_SHOWN = 3
"""Mistakes shown of a part."""

_ENOUGH = 5
"""Attempts at a variant without which its difficulty is chance."""

_DOUBTFUL = -0.1
"""Discrimination below which a question needs to be looked at."""

_WORDS = {
    "heading": tr("Item analysis"),
    "answers": tr("attempts"),
    "question": tr("Question"),
    "difficulty": tr("Difficulty"),
    "discrimination": tr("Discrimination"),
    "full": tr("Full marks"),
    "blank": tr("Blank"),
    "mistakes": tr("Commonest mistakes"),
    "range": tr("Difficulty by variant"),
    "explained": tr(
        "Difficulty is the share of the points earned on average: the larger, the easier. "
        "Discrimination is the correlation with the points in the rest of the quiz; clearly "
        "below 0, look at the question. It is left out with fewer than {least} attempts.",
        least=LEAST,
    ),
}


def analysis_section(analysis: ItemAnalysis) -> str:
    """A `<section>` in the course's languages, for a page that has the house's style sheet."""
    return environment().get_template("print/analysis.html.j2").render(**_data(analysis))


def analysis_page(analysis: ItemAnalysis, lang: str) -> str:
    """The section as a page of its own, in one language."""
    template = environment().get_template("print/analysis_page.html.j2")
    heading = f"{plain(analysis.title[lang])} · {_WORDS['heading'][lang]}"
    section = Markup(analysis_section(analysis))  # noqa: S704 - our own template
    return template.render(lang=lang, heading=heading, section=section)


def _data(analysis: ItemAnalysis) -> dict[str, Any]:
    return {
        "words": _WORDS,
        "title": analysis.title,
        "students": analysis.students,
        "rows": [
            _row(analysis, question, part, analysis.tallies[question, part, variant])
            for question, part, variant in analysis.places()
            if not variant and (part or _several(analysis, question))
        ],
    }


def _several(analysis: ItemAnalysis, question: str) -> bool:
    """Has the question more parts than one? Else its only part says all."""
    return sum(q == question and bool(part) for q, part in analysis.titles) > 1


def _row(analysis: ItemAnalysis, question: str, part: str, tally: Tally) -> dict[str, Any]:
    title = analysis.titles[question, part]
    whole = not part or not _several(analysis, question)
    if whole:
        title = analysis.titles[question, ""]
    low, high = _range(analysis, question, part)
    return {
        "title": _plain(title),
        "whole": whole,
        "difficulty": _share(tally.difficulty),
        "width": round(100 * (tally.difficulty or 0)),
        "discrimination": "–" if tally.discrimination is None else f"{tally.discrimination:.2f}",
        "doubtful": (tally.discrimination or 0) < _DOUBTFUL,
        "full": tally.full,
        "blank": tally.blank,
        "range": "–" if low is None else f"{_share(low)}–{_share(high)}",
        "mistakes": [
            {"count": count, "text": _plain(analysis.texts[id])}
            for id, count in common(tally)[:_SHOWN]
        ]
        if part
        else [],
        "points": number(tally.most / 1_000_000),
    }


def _range(analysis: ItemAnalysis, question: str, part: str) -> tuple[float | None, float | None]:
    """The least and the greatest difficulty of a variant that enough students had."""
    found = [
        tally.difficulty
        for (q, p, variant), tally in analysis.tallies.items()
        if variant
        and (q, p) == (question, part)
        and tally.count >= _ENOUGH
        and tally.difficulty is not None
    ]
    return (min(found), max(found)) if len(found) > 1 else (None, None)


def _plain(text: Text) -> Text:
    return text.each(plain)


def _share(value: float | None) -> str:
    return "–" if value is None else f"{round(100 * value)}%"
