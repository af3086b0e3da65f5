"""Marks as a `model.report.Report`: a question is a function, a part is a check.

So quizzes have the same pages, the same gradebook and the same batch as code.
"""

from __future__ import annotations

from grader import __version__
from grader.language.text import LANGUAGES, Text
from grader.model.assignment import Function
from grader.model.report import CheckResult, Report, Shown, Status, Verdict
from grader.quiz.marking.marks import Marked, PartMark
from grader.quiz.marking.saying import message, notes
from grader.quiz.question.records import Kind, PosedQuestion
from grader.quiz.question.wording import answer_text, filled

ISOLATION = "none"
"""No code ran."""


def report(marked: Marked, path: str = "", *, reveal: bool = True) -> Report:
    """The report of a marked attempt.

    `path` is the answers file. `reveal` False leaves the key out of it, for as long as others may
    still answer. `seed` is the number of the attempt.
    """
    variant = marked.variant
    return Report(
        assignment=variant.quiz.id,
        title=variant.quiz.title,
        student=variant.student,
        path=path,
        seed=variant.number,
        status=Status.NEEDS_REVIEW if marked.doubt else Status.GRADED,
        isolation=ISOLATION,
        checks=tuple(_check(m, reveal) for m in marked.parts),
        functions=tuple(_function(asked) for asked in variant.asked),
        notes=(*([marked.doubt] if marked.doubt else []), *marked.notes),
        versions={"dlgrade": __version__},
    )


def _function(asked: PosedQuestion) -> Function:
    question = asked.question
    return Function(
        name=question.id,
        title=question.title,
        formula="",
        slide=question.source,
    )


def _check(mark: PartMark, reveal: bool) -> CheckResult:
    full = mark.right and mark.credit == 1
    blank = mark.answer.blank
    return CheckResult(
        id=mark.id,
        function=mark.asked.question.id,
        title=filled(mark.asked, mark.part.title),
        status=Verdict.PASS if full else Verdict.WRONG,
        points=mark.points,
        max_points=mark.part.points,
        message=message(mark),
        diagnosis=mark.diagnosis,
        shown=None if full else _shown(mark, reveal),
        notes=notes(mark),
        unwritten=blank,
    )


def _shown(mark: PartMark, reveal: bool) -> Shown:
    expected = ""
    if reveal:
        key = mark.asked.key(mark.part)
        expected = answer_text(mark.asked, mark.part, key)
        if mark.part.kind in (Kind.CHOICE, Kind.CHOICES):
            expected = _with_texts(mark, expected)
    return Shown(
        call="",
        expected=expected,
        given=mark.answer.raw,
    )


def _with_texts(mark: PartMark, letters: str) -> str:
    """Letters alone say little where there is no page: short option texts go with them."""
    options = mark.part.options(mark.asked.values) if mark.part.options else ()
    key = mark.asked.key(mark.part)
    chosen = key if isinstance(key, tuple) else (key,)
    texts = [o.text["en"] for o in options if o.id in chosen and _says_one_thing(o.text)]
    return f"{letters}: {', '.join(texts)}" if len(texts) == len(chosen) == 1 else letters


def _says_one_thing(text: Text) -> bool:
    return len({text[tag] for tag in (*text.tags, *LANGUAGES)}) == 1
