"""One function takes a submission and returns its result; any executor can run it."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Literal

from grader.batch import identity
from grader.batch.course_snapshot import unpack
from grader.batch.lock import abandoned, alone_with, hold_shared
from grader.batch.store import Store, encoded
from grader.batch.tasks import Failure, Result, Setup, Task, Unwritable
from grader.files.atomic import write_whole
from grader.intake.file_reading import read_found
from grader.language.text import NO_TEXT, Text, tr
from grader.model.errors import CourseError, GradeError, SubmissionError
from grader.model.report import CheckResult, Report, Status, Verdict
from grader.model.submission import Submission

BROKEN_NOTE = tr(
    "The grader itself failed on this submission. It has no grade yet; your instructor will look."
)

CRASHES = 3
"""How often work is run whose process ends, until the same happens twice."""

RESTLESS = tr(
    "Each time it was run, this work ended the whole process in another place; your instructor "
    "will look."
)


def grade_one(task: Task) -> Result:
    """Grade one submission, or find that it need not be. Never raises for what goes wrong."""
    try:
        setup = task.setup
        if setup.engine != identity.engine():
            return failed(task, Failure("versions", _versions(setup)), write=False)
        submission = task.submission or read(task)
        if isinstance(submission, Text):
            return rejected(task, submission)
        key = key_of(task, submission)
        known = already(task, key)
        if known is not None:
            return known
        root = _course(task)
        if root is None:
            return failed(task, Failure("bundle", NO_TEXT), write=False)
        if task.fresh or not setup.place:
            return _graded(task, submission, key, root)
        with alone_with(f"{setup.place}/.store/grading.lock", key):
            # Another process may have had equal work in hand while this one waited.
            return already(task, key) or _graded(task, submission, key, root)
    except Unwritable as error:
        return failed(task, error.failure, write=False)
    except Exception as error:  # noqa: BLE001 - a fault of ours is told, not a zero
        said = f"{type(error).__name__}: {error}"
        return failed(task, Failure("broken", Text(said)))


def read(task: Task) -> Submission | Text:
    """The submission; or, where its file cannot be read, why."""
    assert task.found is not None
    try:
        read = read_found(task.found)
        # What is noted of the file among others is the task's: a report says it once.
        return replace(read, notes=read.notes[len(task.found.notes) :])
    except SubmissionError as error:
        return error.text
    except OSError as error:
        why = error.strerror or str(error)
        return tr("Cannot read {file}: {why}.", file=task.file, why=why)


def key_of(task: Task, submission: Submission) -> str:
    """The hash of all that the grading depends on."""
    setup = task.setup
    part = setup.parts[task.assignment]
    return identity.content_key(
        submission, part, setup.seed, setup.limits, setup.tier, setup.engine
    )


def already(task: Task, key: str) -> Result | None:
    """The result where nothing has to be graded: it lies there, or its grading is in the store."""
    place = task.setup.place
    if task.fresh or not place:
        return None
    stamp = stamp_of(task, key)
    if stamp == task.placed and _lies_there(f"{place}/{task.stem}", task.sizes):
        return Result(task.student, task.assignment, "kept", key, stamp, sizes=task.sizes)
    report = Store(f"{place}/.store/objects").get(key)
    return None if report is None else finished(task, report, "stored", key, stamp)


def keep(place: str, stem: str, result: Result) -> Result:
    """Write what a result carries: the store's entry, then the report. Raises Unwritable."""
    try:
        if result.entry:
            Store(f"{place}/.store/objects").put(result.key, result.entry)
        if result.json:
            write_whole(f"{place}/{stem}.json", result.json)
        if result.html:
            write_whole(f"{place}/{stem}.html", result.html)
    except OSError as error:
        raise Unwritable(error) from error
    return replace(result, entry=b"", json=b"", html=b"")


def failed(task: Task, failure: Failure, *, write: bool = True) -> Result:
    """A result without a grading: never a zero, but a report that needs review."""
    result = Result(task.student, task.assignment, "failed", failure=failure)
    if not write:
        return result
    try:
        notes = (BROKEN_NOTE, failure.why)
        report = _empty(task, Status.NEEDS_REVIEW, notes)
        return replace(finished(task, report, "failed", "", ""), failure=failure)
    except Unwritable as error:
        return replace(result, failure=error.failure)


def rejected(task: Task, why: Text) -> Result:
    """The result of a file that cannot be read at all."""
    key = identity.text_key(task.assignment, task.file, why)
    report = _empty(task, Status.REJECTED, (why,))
    return already(task, key) or finished(task, report, "graded", key, stamp_of(task, key))


def _graded(task: Task, submission: Submission, key: str, root: Path) -> Result:
    from grader.render.json_report import dumps

    setup = task.setup
    try:
        report = _report(setup, submission, root)
    except GradeError as error:
        kind: Literal["course", "broken"] = "course" if isinstance(error, CourseError) else "broken"
        return failed(task, Failure(kind, error.text))
    if report.status is Status.NEEDS_REVIEW:
        return finished(task, report, "graded", "", "")
    text = dumps(replace(report, student=None), times=False)
    entry = encoded(report, text)
    return finished(task, report, "graded", key, stamp_of(task, key), entry, text)


def _report(setup: Setup, submission: Submission, root: Path) -> Report:
    return believed(lambda: _graded_once(setup, submission, root))


def believed(grade: Callable[[], Report]) -> Report:
    """The report. Where the student's process ended, only what happens again is believed: a
    machine that runs out of memory kills processes of honest work too."""
    before = None
    for _ in range(CRASHES):
        report = grade()
        if not any(check.status is Verdict.CRASHED for check in report.checks):
            return report
        bare = replace(report, seconds=0.0, checks=_timeless(report.checks))
        if bare == before:
            return report
        before = bare
    return replace(report, status=Status.NEEDS_REVIEW, notes=(*report.notes, RESTLESS))


def _timeless(checks: tuple[CheckResult, ...]) -> tuple[CheckResult, ...]:
    return tuple(replace(check, seconds=0.0) for check in checks)


def _graded_once(setup: Setup, submission: Submission, root: Path) -> Report:
    from grader.batch.warm_grader import Closed, warm_grader

    while True:
        try:
            return warm_grader(root, setup.tier, setup.seed, setup.limits).grade(submission)
        except Closed:
            # A process of a cluster may serve two runs.
            continue


def finished(
    task: Task,
    report: Report,
    how: Literal["stored", "graded", "failed"],
    key: str,
    stamp: str,
    entry: bytes = b"",
    text: str = "",
) -> Result:
    """The report under the student's name, rendered and, where that can be done here, written.
    `text` is its JSON without the name, where that is known."""
    from grader.render import html
    from grader.render.json_report import dumps, under_name
    from grader.render.summary import row_of

    report = replace(report, student=task.student, notes=(*task.notes, *report.notes))
    page = html.render(report, task.setup.lang).encode("utf-8", "replace")
    if not text or task.notes:
        text = dumps(replace(report, student=None), times=False)
    data = under_name(text, task.student).encode("utf-8", "replace")
    row = row_of(report, student=task.student, name=task.name, href=f"{task.stem}.html")
    result = Result(
        task.student,
        task.assignment,
        how,
        key,
        stamp,
        row,
        (len(data), len(page)),
        report.seconds,
        data,
        page,
        entry,
    )
    return keep(task.setup.place, task.stem, result) if task.setup.place else result


def _empty(task: Task, status: Status, notes: tuple[Text, ...]) -> Report:
    root = _course(task)
    title = Text(task.assignment)
    if root is not None:
        from grader.course.load import load_course
        from grader.quiz.course.course_quizzes import with_quizzes

        title = with_quizzes(load_course(root)).load(task.assignment).title
    return Report(
        assignment=task.assignment,
        title=title,
        student=task.student,
        path=task.file,
        seed=task.setup.seed,
        status=status,
        isolation=task.setup.tier,
        checks=(),
        notes=notes,
    )


def stamp_of(task: Task, key: str) -> str:
    """The hash of what the written report shows."""
    return identity.stamp(key, task.student, task.notes, task.setup.lang, task.stem)


def _lies_there(path: str, sizes: tuple[int, int]) -> bool:
    try:
        return (os.stat(f"{path}.json").st_size, os.stat(f"{path}.html").st_size) == sizes
    except OSError:
        return False


_PRIVATE: list[tempfile.TemporaryDirectory[str]] = []
_PREFIX = "dlgrade-course-"
_YOUNG = 60.0


def _course(task: Task) -> Path | None:
    """The unpacked course: in the results folder, or in a private one of this process."""
    if task.setup.shared:
        return Path(task.setup.shared)
    if not _PRIVATE:
        _sweep(Path(tempfile.gettempdir()))
        _PRIVATE.append(tempfile.TemporaryDirectory(prefix=_PREFIX))
        hold_shared(f"{_PRIVATE[0].name}/lock")
    root = Path(_PRIVATE[0].name, task.setup.course[:32])
    if not root.is_dir():
        if not task.bundle:
            return None
        unpack(task.bundle, root)
    return root


def _sweep(folder: Path) -> None:
    """Remove the courses that killed processes left: there are solutions in them."""
    for left in folder.glob(f"{_PREFIX}*"):
        with contextlib.suppress(OSError):
            old = time.time() - left.stat().st_mtime > _YOUNG
            if old and abandoned(str(left / "lock")):
                shutil.rmtree(left, ignore_errors=True)


def _versions(setup: Setup) -> Text:
    here = identity.engine()
    differ = [f"{k} {here.get(k)} ≠ {v}" for k, v in setup.engine.items() if here.get(k) != v]
    said = ", ".join(differ)
    if setup.place:
        return tr(
            "The grader was changed while it ran ({said}); run it again with --resume.", said=said
        )
    return tr("A worker has other versions: {said}.", said=said)
