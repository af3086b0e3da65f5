"""Which language is spoken to whoever uses a course."""

from __future__ import annotations

import os

from grader.language.catalogue import SOURCE, translated
from grader.language.command_words import VARIABLE
from grader.language.tags import canonical, closest
from grader.language.text import tr
from grader.model.assignment import Course
from grader.model.errors import UsageError


def language_for(course: Course, asked: str | None = None) -> str:
    """The language asked for with `--lang`, else `$DLGRADE_LANG`'s, else the course's own.

    Raises:
        UsageError: neither the course nor the interface speaks the language asked for.
    """
    known = tuple(dict.fromkeys((*course.languages, SOURCE, *translated())))
    if asked:
        if asked in known:
            return asked
        raise UsageError(
            tr(
                "--lang {lang}: this course and the interface speak {known}.",
                lang=asked,
                known=", ".join(known),
            )
        )
    named = os.environ.get(VARIABLE)
    return (closest(canonical(named), known) if named else None) or course.language
