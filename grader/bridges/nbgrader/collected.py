"""What was collected for an assignment: whose folder, when, and which file of it is graded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from grader.bridges.nbgrader.configured import Configured, timestamp
from grader.bridges.nbgrader.folders import same_bytes
from grader.intake.gathered import Found, Gathered, NotGraded
from grader.intake.gathering import gather
from grader.intake.name_parts import shown
from grader.language.text import Text, tr
from grader.model.assignment import Course
from grader.quiz.course.settings import QuizSettings

HANDED_OUT = ".dlgrade"
"""What `grade nbgrader init` lays beside the notebook; no part of anybody's work."""

QUIET = frozenset({"junk", "metadata", "other", "superseded", "helper", "quiz-sheet"})
"""Files that lie beside what is graded in the ordinary course of things."""

NOTHING = tr("There is no file in the folder that could be graded.")


@dataclass(frozen=True, slots=True)
class Collected:
    """One student's submission. `found` is the file graded, None where there is none; `why` then
    says what is there instead. `notebooks` are the names, without suffix, of those in its top
    folder: nbgrader gives feedback by notebook. `wrong_time`: its timestamp.txt is no time."""

    student: str
    folder: Path
    submitted: datetime | None
    wrong_time: bool
    found: Found | None
    why: tuple[Text, ...]
    notebooks: tuple[str, ...]


def collect(
    place: Configured, course: Course, assignment: str, quizzes: Mapping[str, QuizSettings]
) -> tuple[list[Collected], Gathered]:
    """Every submission that nbgrader collected for `assignment`, and all of it for the engine.

    Whose a folder is, nbgrader says: nothing within it is read as a name.

    Raises:
        UsageError: a folder cannot be read, or the course has no such assignment.
    """
    every: list[Collected] = []
    found: list[Found] = []
    left: list[NotGraded] = []
    warnings: list[NotGraded] = []
    handed_out = [place.place(step, ".", assignment) for step in ("release", "source")]
    for student, folder in place.submitted(assignment).items():
        got = gather(
            folder,
            course,
            assignments=[assignment],
            skip=[folder / HANDED_OUT],
            quizzes=quizzes,
            student=student,
        )
        lines = [_placed(line, student, assignment) for line in got.not_graded]
        warnings += [_placed(line, student, assignment) for line in got.warnings]
        untouched = _untouched(got, folder, handed_out)
        mine = [_found(f, student, assignment, quiet=untouched) for f in got.found]
        found += mine
        left += [line for line in lines if line.kind not in ("junk", "metadata")]
        one = mine[0] if mine else None
        every.append(_collected(student, folder, one, lines))
    whole = Gathered(tuple(found), tuple(left), (), tuple(warnings))
    return every, whole


def telling(lines: Sequence[NotGraded], without: frozenset[str]) -> list[NotGraded]:
    """The lines that somebody has to read: not what lies beside graded work as a matter of
    course. `without` are the students of whom nothing is graded, whose files all count."""
    return [line for line in lines if line.kind not in QUIET or line.student in without]


def _collected(
    student: str, folder: Path, found: Found | None, lines: Sequence[NotGraded]
) -> Collected:
    wrong = False
    when: datetime | None = None
    try:
        when = timestamp(folder)
    except ValueError:
        wrong = True
    why: tuple[Text, ...] = ()
    if found is None:
        said = [line for line in lines if line.kind not in ("junk", "metadata")]
        told = [line for line in said if line.kind != "other"] or said
        why = (NOTHING, *(_sentence(line) for line in told[:5]))
    notebooks = tuple(sorted(p.stem for p in folder.glob("*.ipynb") if p.is_file()))
    return Collected(student, folder, when, wrong, found, why, notebooks)


def _sentence(line: NotGraded) -> Text:
    return tr("{where}: {reason}", where=line.where, reason=line.reason)


def _placed(line: NotGraded, student: str, assignment: str) -> NotGraded:
    where = f"{shown((student, assignment))}/{line.where}"
    return replace(line, where=where, student=student, assignment=assignment)


def _found(found: Found, student: str, assignment: str, *, quiet: bool) -> Found:
    source = replace(found.source, shown=f"{shown((student, assignment))}/{found.source.shown}")
    # The first note, where there are others, says which of the files is graded.
    return replace(
        found, student=student, source=source, notes=found.notes[1:] if quiet else found.notes
    )


def _untouched(got: Gathered, folder: Path, handed_out: Sequence[Path]) -> bool:
    """Was a choice made between one file and others that are still as they were handed out? Every
    student has these; that they are not graded goes without saying."""
    others = [line.where for line in got.not_graded if line.kind in ("superseded", "helper")]
    return bool(others) and all(
        any(same_bytes(folder / name, place / name) for place in handed_out) for name in others
    )
