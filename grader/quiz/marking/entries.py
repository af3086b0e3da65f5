"""The answers file: what a page saves and what is submitted."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from grader.language.text import tr
from grader.model.errors import SubmissionError
from grader.quiz.marking.typed_numbers import LONGEST, MOST_CELLS
from grader.quiz.question.records import Attempt, Entry, Mode
from grader.quiz.question.statement import ANSWERS

LARGEST_FILE = 1 << 20
_MOST_PARTS = 1000


def attempt_from_json(text: str | bytes) -> Attempt:
    """Read an answers file:

        {"schema": "quiz-answers/1", "quiz": "…", "mode": "graded", "student": "…", "attempt": 0,
         "fingerprint": "…", "answers": {"question.part": "0.25" or ["0", "0.5"] or [["1"], …]}}

    An answer that is no string or list of strings counts as blank, and numbers as typed.

    Raises:
        SubmissionError: it is not such a file, or too large.
    """
    if len(text) > LARGEST_FILE:
        raise SubmissionError(tr("The answers file is too large to be one that a quiz saved."))
    try:
        source = text.decode("utf-8-sig") if isinstance(text, bytes) else text
        data = json.loads(source, parse_constant=_no, parse_float=str, parse_int=str)
        if not isinstance(data, dict) or data.get("schema") != ANSWERS:
            raise ValueError(f"no {ANSWERS}")
        answers = data["answers"]
        if not isinstance(answers, dict) or len(answers) > _MOST_PARTS:
            raise ValueError("answers")
        student = data.get("student")
        return Attempt(
            quiz=_string(data["quiz"]),
            entries={str(id): entry_from_json(value) for id, value in answers.items()},
            mode=Mode(data.get("mode", "practice")),
            student=None if student is None else _string(student),
            number=_count(data.get("attempt", "0")),
            fingerprint=_string(data.get("fingerprint", "")),
        )
    except (UnicodeDecodeError, KeyError, ValueError, RecursionError) as error:
        raise SubmissionError(
            tr(
                "This is not a quiz's answers file (*.answers.json), or it is damaged; save it "
                "again from the quiz's page."
            )
        ) from error


def attempt_to_json(attempt: Attempt) -> str:
    """The text of an answers file; `attempt_from_json` gives the attempt back."""
    data = {
        "schema": ANSWERS,
        "quiz": attempt.quiz,
        "mode": str(attempt.mode),
        "student": attempt.student,
        "attempt": attempt.number,
        "fingerprint": attempt.fingerprint,
        "answers": dict(attempt.entries),
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def entry_from_json(value: Any) -> Entry:
    """One answer as it came: cut to what any answer can need, blank where it is something else."""
    if isinstance(value, str):
        return value[: LONGEST + 1]
    if not isinstance(value, list):
        return ""
    rows = value[: MOST_CELLS + 1]
    if any(isinstance(row, list) for row in rows):
        return tuple(
            tuple(_cell(c) for c in (row if isinstance(row, list) else [row])[: MOST_CELLS + 1])
            for row in rows
        )
    return tuple(_cell(c) for c in rows)


def _cell(value: Any) -> str:
    return value[: LONGEST + 1] if isinstance(value, str) else ""


def _string(value: Any) -> str:
    if not isinstance(value, str) or len(value) > 200:
        raise ValueError("no short string")
    return value


def _count(value: Any) -> int:
    if not isinstance(value, str) or not value.isascii() or not value.isdigit() or len(value) > 6:
        raise ValueError("no count")
    return int(value)


def _no(name: str) -> str:
    raise ValueError(name)


def entries_of(answers: Mapping[str, Any]) -> dict[str, Entry]:
    """Entries from what a terminal or a notebook collected: strings, or lists of strings."""
    return {id: entry_from_json(value) for id, value in answers.items()}
