"""What the instructor sets for a graded quiz: how often it may be answered, until when.

`solutions/quizzes/<name>/manifest.toml`, all of it optional:

    attempts = 2
    due = 2026-04-01T23:59:00+08:00
    reveal = false
"""

from __future__ import annotations

import datetime
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grader.language.text import NO_TEXT, Text, tr
from grader.model.errors import CourseError, WrongField
from grader.quiz.course.quiz_files import FOLDER

MANIFEST = "manifest.toml"
MOST_ATTEMPTS = 100


@dataclass(frozen=True, slots=True)
class QuizSettings:
    """`attempts` that count (numbered from 0); `due`, after which work is late (None: never);
    `reveal` says whether reports show the key."""

    attempts: int = 1
    due: datetime.datetime | None = None
    reveal: bool = True


def quiz_settings(root: Path, name: str) -> QuizSettings:
    """The settings of quiz `name` of the course in `root`; the defaults where it has none.

    Raises:
        CourseError: the file cannot be read, or says something that is not allowed.
    """
    path = root / FOLDER / name / MANIFEST
    if not path.is_file():
        return QuizSettings()
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        return _settings(data)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, ValueError) as error:
        what = error.text if isinstance(error, WrongField) else str(error)
        raise CourseError(
            tr("The quiz's settings {path} are wrong: {error}.", path=path, error=what)
        ) from error


def due_note(settings: QuizSettings) -> Text:
    """Until when a quiz may be handed in, for its page; empty where there is no such time."""
    if settings.due is None:
        return NO_TEXT
    when = settings.due.strftime("%Y-%m-%d %H:%M")
    offset = settings.due.strftime("%z")
    when = f"{when} (UTC{offset[:3]}:{offset[3:]})"
    return tr("Due: {when}.", when=when)


def _settings(data: dict[str, Any]) -> QuizSettings:
    unknown = sorted(data.keys() - {"attempts", "due", "reveal"})
    if unknown:
        raise WrongField(tr("unknown: {names}", names=", ".join(unknown)))
    attempts, due, reveal = data.get("attempts", 1), data.get("due"), data.get("reveal", True)
    whole = isinstance(attempts, int) and not isinstance(attempts, bool)
    if not whole or not 1 <= attempts <= MOST_ATTEMPTS:
        raise WrongField(
            tr(
                "attempts = {attempts}, not a number from 1 to {most}",
                attempts=repr(attempts),
                most=MOST_ATTEMPTS,
            )
        )
    if due is not None and (not isinstance(due, datetime.datetime) or due.tzinfo is None):
        raise WrongField(
            tr("due = {due}, not a time with its offset: 2026-04-01T23:59:00+08:00", due=due)
        )
    if not isinstance(reveal, bool):
        raise WrongField(tr("reveal = {reveal}, not true or false", reveal=repr(reveal)))
    return QuizSettings(attempts, due, reveal)
