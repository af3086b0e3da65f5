"""Where a check cell finds the course, and the file to check where nobody sits at the kernel."""

from __future__ import annotations

import os
from pathlib import Path

from grader.bridges.notebook.executed_cells import Work
from grader.course.load import ENVIRONMENT, HANDED_OUT, find_course, load_course
from grader.intake.file_reading import read_found
from grader.intake.gathering import gather
from grader.language.text import listing, tr
from grader.model.assignment import Course
from grader.model.errors import CourseError, UsageError

AUTOGRADE, VALIDATE = "autograde", "validate"


def execution() -> str:
    """What nbgrader is doing with the notebook: `autograde`, `validate`, or nothing."""
    return os.environ.get("NBGRADER_EXECUTION", "")


def course_for(folder: Path) -> Course:
    """The course whose checks a notebook in `folder` is checked with.

    What `$DLGRADE_COURSE` names comes first: an instructor's side never uses what lies beside a
    submission, which a student may have changed and which is code that runs uncaged.

    Raises:
        CourseError: there is none, or not where it was said to be.
    """
    named = os.environ.get(ENVIRONMENT)
    if named:
        return load_course(Path(named))
    if execution() == AUTOGRADE:
        raise CourseError(
            tr(
                "While grading, {environment} has to name the course. Run `grade nbgrader init` "
                "in the nbgrader course directory: it writes that into nbgrader_config.py.",
                environment=ENVIRONMENT,
            )
        )
    return find_course(folder)


def resolve(target: str, course: Course) -> tuple[str, str]:
    """Assignment and function that `target` names: `assignment.function`, or a function that only
    one assignment has.

    Raises:
        UsageError: it names none, or several.
    """
    name, dot, function = str(target).partition(".")
    if dot:
        assignment = course.assignment(name)
        if assignment is not None and assignment.function(function) is not None:
            return name, function
        owners = [name] if assignment is not None else []
    else:
        owners = [a.name for a in course.assignments if a.function(name) is not None]
        if len(owners) == 1:
            return owners[0], name
    if len(owners) > 1:
        some = listing(f"{owner}.{name}" for owner in owners)
        raise UsageError(
            tr("Several assignments have {name}; say which: {some}.", name=name, some=some)
        )
    known = listing(f"{a.name}.{f.name}" for a in course.assignments for f in a.functions)
    raise UsageError(
        tr("There is no function {target}; there are {known}.", target=target, known=known)
    )


def submitted(course: Course, assignment: str, folder: Path, student: str) -> Work | None:
    """The file that is graded of one student's folder, chosen as for a whole class; None where
    there is none.

    Raises:
        GradeError: the folder or the file cannot be read.
    """
    got = gather(
        folder,
        course,
        assignments=[assignment],
        skip=[folder / HANDED_OUT],
        student=student,
    )
    if not got.found:
        return None
    submission = read_found(got.found[0])
    return Work(submission.cells, submission.path, (), submission.notes)


def own_folder(folder: Path) -> Path:
    """What the student handed in, where nbgrader runs a copy of it: `submitted/` in the place of
    `autograded/`, in which the instructor's files lie over the student's."""
    student = folder.parent
    before = student.parent.parent / "submitted" / student.name / folder.name
    return before if student.parent.name == "autograded" and before.is_dir() else folder
