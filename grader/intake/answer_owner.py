"""Whose answers a file holds: the student whose folder it lies in, or somebody else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from grader.intake.answer_files import AnswersFile, looks_like_answers, named_answers, read_answers
from grader.intake.gathered import NotGraded, Refused
from grader.intake.identities import People
from grader.intake.layout import Claim
from grader.intake.name_parts import tidy
from grader.intake.not_graded import reason
from grader.intake.version_choice import Candidate, fit

if TYPE_CHECKING:
    from grader.quiz.course.settings import QuizSettings


def answers_in(
    claim: Claim, data: bytes, quizzes: Mapping[str, QuizSettings]
) -> AnswersFile | None:
    """What a file that may be a quiz's answers says; None where it is something else.

    Raises:
        Refused: as `read_answers`; `assignment` among its values is the quiz, where that is known.
    """
    if not named_answers(claim.file) and not looks_like_answers(data):
        return None
    try:
        return read_answers(data, quizzes)
    except Refused as refused:
        named_as = {"assignment": fit(claim, tuple(quizzes), [])[0]}
        raise Refused(refused.kind, **(named_as | refused.values)) from None


def answered(
    claim: Claim,
    answers: AnswersFile,
    people: People,
    submitted: str | None,
    warn: Callable[[NotGraded], None],
) -> Candidate:
    """Answers as a candidate of those who handed them in and whose quiz they are answers to.

    A quiz is made for one student, so the id in the file must be that of the student it lies
    with. Where only a platform's name for the student is known, that cannot be told: then the
    file is taken, and `warn` is told.

    Raises:
        Refused: nobody handed it in, or it is another student's.
    """
    if not claim.who:
        raise Refused("no-student")
    _, fitting, version = fit(claim, (answers.quiz,), [])
    owners = claim.who
    if answers.student is not None:
        named_as = tidy(answers.student)
        owners = tuple(w for w in owners if people.is_called(claim, w, answers.student))
        first = people.student(claim, claim.who[0]).id
        if not owners and people.may_be(claim, answers.student):
            owners = claim.who
            why = reason("id-unchecked", other=named_as, student=first)
            where = claim.entry.where.shown
            warn(NotGraded(where, first, why, "id-unchecked", answers.quiz))
        elif not owners:
            raise Refused("another-student", other=named_as, student=first)
    return Candidate(claim, answers.quiz, fitting, version, submitted, answers, owners)
