"""Which variant a student gets: HMAC of the course's secret, the student, the quiz, the attempt."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from grader.language.text import tr
from grader.model.errors import CourseError, UsageError
from grader.quiz.exact.stream import Stream
from grader.quiz.question.records import Kind, Mode, Params, PosedQuestion, Question, Quiz, Variant
from grader.quiz.question.solving import solve
from grader.quiz.variants.pool import Pool

SECRET = "DLGRADE_SECRET"
LEAST_BYTES = 16
_PRACTICE = b"quiz-practice/1"


def course_secret(
    root: Path, file: Path | None = None, environ: Mapping[str, str] | None = None
) -> bytes:
    """The course's secret: the contents of `file`, else `$DLGRADE_SECRET`.

    White space around it does not count. `root` is the course's folder, which students may get:
    the file must not lie in it.

    Raises:
        CourseError: there is none, the file lies in the course or cannot be read, or it is
            shorter than 16 bytes.
    """
    if file is not None:
        path = file.resolve()
        if path.is_relative_to(root.resolve()):
            raise CourseError(
                tr(
                    "The secret {file} lies inside the course and may leave with it; move it out.",
                    file=file,
                )
            )
        try:
            secret = path.read_bytes().strip()
        except OSError as error:
            raise CourseError(
                tr(
                    "Cannot read the secret file {file}: {strerror}.",
                    file=file,
                    strerror=error.strerror,
                )
            ) from error
        where = str(file)
    else:
        secret = (os.environ if environ is None else environ).get(SECRET, "").strip().encode()
        where = f"${SECRET}"
        if not secret:
            raise CourseError(
                tr(
                    "There is no course secret. Set {secret}, or name a file outside the course.",
                    secret=SECRET,
                )
            )
    if len(secret) < LEAST_BYTES:
        raise CourseError(
            tr(
                "The course secret ({where}) is too short: {least_bytes} bytes at least.",
                where=where,
                least_bytes=LEAST_BYTES,
            )
        )
    return secret


def student_variant(
    quiz: Quiz, pool: Pool, secret: bytes, student: str, attempt: int = 0
) -> Variant:
    """The graded variant of `student` at `attempt` (from 0).

    For each question, the secret, the student and the quiz put the graded pool in an order, and
    the attempt takes its turn in it: no variant comes twice until the pool is used up. Options
    are shuffled from a stream of each part. Names are compared in Unicode NFC, without white
    space around them.

    Raises:
        UsageError: the student has no name, or the attempt is negative.
    """
    name = unicodedata.normalize("NFC", student).strip()
    if not name or attempt < 0:
        raise UsageError(tr("A quiz needs the student's id, and attempts count from 0."))
    asked = []
    for question in quiz.questions:
        stock = pool[question.id].graded
        turn, place = divmod(attempt, len(stock))
        order = Stream(secret, "order", name, quiz.id, question.id, turn).shuffled(
            range(len(stock))
        )
        stream = Stream(secret, "options", name, quiz.id, attempt, question.id)
        asked.append(ask(question, stock[order[place]], stream))
    return Variant(quiz, Mode.GRADED, tuple(asked), name, attempt)


def practice_variant(quiz: Quiz, pool: Pool, number: int = 0) -> Variant:
    """Variant `number` for practice, counted round where the pool ends; 0 is the slide's own."""
    asked = []
    for question in quiz.questions:
        stock = pool[question.id].practice
        stream = Stream(_PRACTICE, quiz.id, number % len(stock), question.id)
        asked.append(ask(question, stock[number % len(stock)], stream))
    return Variant(quiz, Mode.PRACTICE, tuple(asked), None, number)


def ask(question: Question, params: Params, stream: Stream) -> PosedQuestion:
    """The question with these parameters; what is to choose is shuffled by `stream`."""
    values = solve(question, params)
    assert values is not None
    orders: dict[str, tuple[str, ...]] = {}
    lined_up: dict[str, tuple[str, ...]] = {}
    for part in question.parts:
        if part.options is None:
            continue
        mine = stream.child(part.step)
        ids = tuple(o.id for o in part.options(values))
        order = mine.shuffled(ids) if part.shuffled else ids
        while part.kind is Kind.ORDERING and order == values[part.step]:
            order = mine.shuffled(ids)
        orders[part.step] = order
        if part.items is not None:
            items = tuple(i.id for i in part.items(values))
            lined_up[part.step] = mine.child("items").shuffled(items) if part.shuffled else items
    return PosedQuestion(question, params, values, orders, lined_up)
