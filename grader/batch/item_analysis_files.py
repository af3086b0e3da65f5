"""Item analysis as files: a table, the mistakes and a page for each quiz of a run."""

from __future__ import annotations

import json
from collections.abc import Iterable

from grader.batch.item_analysis import (
    ItemAnalysis,
    answers_of,
    mistakes_csv,
    statistics_csv,
    variant_labels,
)
from grader.batch.item_analysis_page import analysis_page
from grader.batch.journal import JournalLine
from grader.files.atomic import write_whole
from grader.model.errors import GradeError
from grader.model.report import Report
from grader.quiz.course.course_quizzes import Quizzes
from grader.quiz.variants.drawing import student_variant
from grader.render.json_report import from_dict

FOLDER = "questions"


def write_questions(folder: str, lines: Iterable[JournalLine], quizzes: Quizzes, lang: str) -> None:
    """Write `questions/QUIZ.csv`, `QUIZ-mistakes.csv` and `QUIZ.html` for each quiz, from the
    reports that lie there.

    Raises:
        OSError: the folder cannot be written to.
    """
    found: dict[str, ItemAnalysis] = {}
    for line in lines:
        report = _report(folder, line)
        answers = answers_of(report, _labels(report, quizzes)) if report is not None else None
        if answers is not None:
            found.setdefault(answers.quiz, ItemAnalysis()).add(answers)
    for quiz, analysis in found.items():
        stem = f"{folder}/{FOLDER}/{quiz}"
        for ending, text in (
            (".csv", statistics_csv(analysis, lang)),
            ("-mistakes.csv", mistakes_csv(analysis, lang)),
            (".html", analysis_page(analysis, lang)),
        ):
            write_whole(f"{stem}{ending}", text.encode("utf-8", "replace"))


def _report(folder: str, line: JournalLine) -> Report | None:
    try:
        with open(f"{folder}/{line.stem}.json", encoding="utf-8") as file:
            return from_dict(json.load(file))
    except (OSError, ValueError, KeyError, TypeError):
        return None  # withdrawn, or never written


def _labels(report: Report, quizzes: Quizzes) -> dict[str, str]:
    """Which variant of each question it was; nothing where the quiz is another one by now."""
    try:
        quiz, pool, _ = quizzes.get(report.assignment)
        variant = student_variant(quiz, pool, quizzes.secret, report.student or "", report.seed)
        return variant_labels(variant, pool)
    except GradeError:
        return {}
