"""A quiz in plain `nbgrader autograde`: the marks of `grade batch`, question by question."""

from __future__ import annotations

import os
from pathlib import Path

from grader.bridges.nbgrader.collected import HANDED_OUT, NOTHING
from grader.bridges.notebook.engine_client import Answer, Result
from grader.intake.file_reading import read_found
from grader.intake.gathering import gather
from grader.language.text import Text, sentences, tr
from grader.model.assignment import Course
from grader.model.errors import SubmissionError
from grader.model.report import Report, Status
from grader.quiz.course.course_quizzes import Quizzes, with_quizzes
from grader.quiz.course.quiz_files import quiz_names
from grader.quiz.course.settings import quiz_settings
from grader.quiz.marking.entries import attempt_from_json
from grader.quiz.variants.drawing import SECRET, course_secret
from grader.render.cell_card import cell_html, cell_text
from grader.render.views import function_views

REVIEW = tr("Your instructor has to look at this: no score yet.")
_kept: list[str] = []


def is_quiz(course: Course, assignment: str) -> bool:
    """Is this assignment of nbgrader's one of the course's quizzes?"""
    return assignment in quiz_names(course.root)


def keep_secret() -> None:
    """Take the course's secret out of the environment, which every kernel would inherit; this
    process keeps it."""
    found = os.environ.pop(SECRET, "")
    if found:
        _kept[:] = [found]


def quiz_answer(course: Course, quiz: str, folder: Path, student: str, lang: str = "") -> Answer:
    """What the answers in `folder`, the submission of `student`, earn in each question. A question
    is `broken` where there is no score: nothing was handed in that is this student's, or a person
    has to look at it.

    Raises:
        CourseError: there is no secret, or the quiz's files are wrong.
        UsageError: the folder cannot be read.
    """
    lang = lang or course.language
    keep_secret()
    environ = {SECRET: _kept[0]} if _kept else {}
    quizzes = Quizzes(course.root, lambda: course_secret(course.root, None, environ))
    settings = quiz_settings(course.root, quiz)
    got = gather(
        folder,
        with_quizzes(course),
        assignments=[quiz],
        skip=[folder / HANDED_OUT],
        quizzes={quiz: settings},
        student=student,
    )
    if not got.found:
        left = [line for line in got.not_graded if line.kind not in ("junk", "metadata", "other")]
        why = sentences([NOTHING, *(line.reason for line in left[:3])])
        return _nothing(quizzes, quiz, why, lang)
    try:
        submission = read_found(got.found[0])
        attempt = attempt_from_json(submission.cells[0].source)
        report = quizzes.report(attempt, submission.path, student)
    except SubmissionError as error:
        return _nothing(quizzes, quiz, error.text, lang)
    return Answer(lang, report.status.value, _results(report, lang))


def _results(report: Report, lang: str) -> dict[str, Result]:
    doubtful = report.status is not Status.GRADED
    note = [REVIEW] if doubtful else []
    return {
        view.name: Result(
            points=round(view.points, 6),
            max_points=round(view.max_points, 6),
            passed=view.first is None,
            broken=doubtful,
            html=cell_html(report, view.name, lang, note),
            text=cell_text(report, view.name, lang, note),
        )
        for view in function_views(report)
    }


def _nothing(quizzes: Quizzes, quiz: str, why: Text, lang: str) -> Answer:
    from markupsafe import escape

    said = sentences([why, REVIEW])
    html = f'<p class="dlgrade" lang="{lang}">{escape(said[lang])}</p>'
    found = {
        question.id: Result(
            0.0, sum(p.points for p in question.parts), False, True, html, said[lang]
        )
        for question in quizzes.get(quiz)[0].questions
    }
    return Answer(lang, Status.REJECTED.value, found)
