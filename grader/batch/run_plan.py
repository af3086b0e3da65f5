"""What a run has to do: its record, the course it grades with, its tasks in order."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from grader.batch import run_record as records
from grader.batch.course_snapshot import Bundle, unpack
from grader.batch.finish import remember_before
from grader.batch.journal import Journal
from grader.batch.run_record import Arguments, Record
from grader.batch.tasks import Setup, Task
from grader.language.text import NO_TEXT
from grader.model.assignment import Course

if TYPE_CHECKING:
    from grader.intake.gathered import Gathered


def begin(
    folder: str,
    course: Course,
    arguments: Arguments,
    before: Record | None,
    journal: Journal,
    resumed: Record | None,
) -> Record:
    """Write the record of a run that begins, or goes on; `before` is the one that lies there.

    It is written first of all: whatever ends the run from here on, it can be resumed. Raises
    OSError.
    """
    if resumed is None and (before is None or before.state == "finished"):
        # What an interrupted run found has not been compared yet: its own `before` stays.
        remember_before(folder, journal if before is not None else None)
    record = Record(
        resumed.run if resumed else secrets.token_hex(8),
        "running",
        arguments,
        {"id": course.id},
        "",
        resumed.started if resumed else records.now(),
        versions=records.versions(),
    )
    records.write(folder, record)
    return record


def unpack_course(store: str, packed: Bundle) -> None:
    """Unpack the course as this run grades with it beside the store; an earlier run's goes.

    Raises:
        OSError: it cannot be written.
    """
    folder = Path(store, "course")
    name = packed.digest[:32]
    if folder.is_dir():
        for old in folder.iterdir():
            if old.name != name:
                shutil.rmtree(old, ignore_errors=True)
    unpack(packed.data, folder / name)


def todo(
    gathered: Gathered, course: Course, setup: Setup, journal: Journal, record: Record
) -> Iterator[Task]:
    """A task for each submission, assignment by assignment: a warm grader has the checks of one
    at a time."""
    from grader.intake.report_names import safe_names

    names = safe_names({f.student for f in gathered.found})
    regrade = record.arguments.regrade
    for assignment in course.names:
        for found in gathered.found:
            if found.assignment != assignment:
                continue
            line = journal.get((found.student, assignment))
            yield Task(
                setup,
                found.student,
                assignment,
                f"reports/{names[found.student]}/{assignment}",
                name=found.name or "",
                file=found.source.shown,
                notes=found.notes,
                late=found.late or NO_TEXT,
                found=found,
                placed=line.stamp if line else "",
                sizes=line.sizes if line else (0, 0),
                # What a resumed run has graded anew is not graded anew once more.
                fresh=_chosen(found.student, assignment, regrade)
                and not (line and line.run == record.run),
            )


def _chosen(student: str, assignment: str, regrade: tuple[str, ...]) -> bool:
    """Is it to be graded again whatever the store says?"""
    return not {"all", student, assignment, f"{student}/{assignment}"}.isdisjoint(regrade)
