"""The database under nbgrader's gradebook: shared with other programs, and what it may refuse."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from grader.batch.lock import FolderLock
from grader.language.text import tr
from grader.model.errors import GradeError, UsageError

WAIT_SECONDS = 120.0
"""How long another program may hold the gradebook before we give up."""


class GradebookError(GradeError):
    """The gradebook cannot be read or written. What is written stays; run it again."""


def patient(url: str) -> str:
    """SQLite waits for other programs, such as Formgrader, instead of giving up after 5 s."""
    if not url.startswith("sqlite:") or "timeout=" in url:
        return url
    return f"{url}{'&' if '?' in url else '?'}timeout={WAIT_SECONDS:g}"


def wait_for(lock: FolderLock) -> None:
    """Take the lock of the one writer. Raises GradebookError: another has it for too long."""
    until = time.monotonic() + WAIT_SECONDS
    while True:
        try:
            return lock.take()
        except UsageError as error:
            if time.monotonic() > until:
                raise GradebookError(
                    tr(
                        "Another grade nbgrader autograde keeps writing the gradebook; run this "
                        "again when it has ended."
                    )
                ) from error
            time.sleep(0.1)


@contextlib.contextmanager
def alembic_in_reach() -> Iterator[None]:
    """nbgrader runs `alembic` by name to make a new gradebook: it lies beside our Python."""
    before = os.environ.get("PATH")
    os.environ["PATH"] = os.pathsep.join(filter(None, (str(Path(sys.executable).parent), before)))
    try:
        yield
    finally:
        if before is None:
            del os.environ["PATH"]
        else:
            os.environ["PATH"] = before


def sentence(error: Exception, url: str) -> GradebookError:
    """What an error of the database means, and what to do."""
    why = str(getattr(error, "orig", None) or error).splitlines()[0]
    if "locked" in why:
        return GradebookError(
            tr(
                "{url} is held by another program ({why}). What is written stays; close "
                "Formgrader, then run this again.",
                url=url,
                why=why,
            )
        )
    if "no such column" in why or "no such table" in why:
        return GradebookError(
            tr(
                "{url} was made by another version of nbgrader ({why}). Back it up, then run "
                "`nbgrader db upgrade`.",
                url=url,
                why=why,
            )
        )
    return GradebookError(
        tr("Cannot read or write {url}: {why}. What is written stays.", url=url, why=why)
    )
