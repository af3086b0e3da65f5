"""Graded submissions handed back: into the gradebook, `autograded/` and `feedback/`, one by one."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from grader.batch.journal import Journal, Line
from grader.bridges.nbgrader.autograded import document
from grader.bridges.nbgrader.cell_ids import check_id
from grader.bridges.nbgrader.cell_marks import Marks, marks_of, no_marks
from grader.bridges.nbgrader.collected import HANDED_OUT, Collected
from grader.bridges.nbgrader.configured import Configured
from grader.bridges.nbgrader.feedback_pages import STAMP, deliver, page, remarks
from grader.bridges.nbgrader.folders import clear, copy, ordinary, put, same_bytes
from grader.bridges.nbgrader.gradebook_cells import Cells, NotebookCells
from grader.bridges.nbgrader.gradebook_writer import Book, Standing
from grader.intake.file_reading import read_found
from grader.intake.gathered import Found
from grader.language.text import Text, tr
from grader.model.assignment import Course
from grader.model.errors import SubmissionError
from grader.model.report import Report, Status
from grader.quiz.marking.reporting import ISOLATION
from grader.render.json_report import from_dict

FEEDBACK_MODE = 0o644
GROUP_MODE = 0o664

UNKNOWN = tr("Not in the gradebook, and nbgrader is configured not to add students.")
NOT_UTF8 = tr("The folder's name is not UTF-8: no gradebook takes it.")
WRONG_TIME = tr(
    "timestamp.txt is not a time, so whether it is late is unknown; mend it, or Formgrader cannot "
    "list this assignment's submissions."
)


@dataclass(slots=True)
class Handed:
    """What became of an assignment's submissions. `waiting` need a person, and why; `problems`
    could not be written, or only in part, and why; `secretless` and `bookless` are students whose
    own nbgrader will not find their feedback, for want of a secret or of any notebook; `missing`
    are functions without a grade cell."""

    assignment: str
    recorded: bool = False
    written: int = 0
    late: int = 0
    waiting: list[tuple[str, Text]] = field(default_factory=list)
    problems: list[tuple[str, Text]] = field(default_factory=list)
    secretless: list[str] = field(default_factory=list)
    bookless: list[str] = field(default_factory=list)
    missing: tuple[str, ...] = ()


class HandBack:
    """Hands back the submissions of one assignment, graded into the folder `results`."""

    def __init__(
        self, place: Configured, book: Book, cells: Cells, course: Course, results: Path, lang: str
    ) -> None:
        self._place = place
        self._book = book
        self._cells = cells
        self._course = course
        self._results = results
        self._lang = lang
        self._main = _main(cells)
        self._journal = Journal(str(results / ".store" / "journal.jsonl"))
        self.handed = Handed(cells.assignment)

    def one(self, work: Collected) -> None:
        """Hand back one submission, whole; what cannot be is among `handed.problems`.

        Raises:
            PointsError: the gradebook's points are others than the course's.
            GradebookError: the gradebook cannot be written.
        """
        student = work.student
        try:
            student.encode("utf-8")
        except UnicodeEncodeError:
            self.handed.problems.append((ascii(student), NOT_UTF8))
            return
        if not self._place.create_students and not self._book.knows(student):
            self.handed.problems.append((student, UNKNOWN))
            return
        line = self._journal.get((student, self._cells.assignment)) if work.found else None
        report = self._report(work, line)
        marks = self._marks(work, report)
        standing = self._book.record(
            student, self._cells, work.submitted, marks.scores, marks.comments
        )
        try:
            self._autograded(work, marks)
            self._feedback(work, report, line, standing)
        except OSError as error:
            why = error.strerror or str(error)
            name = error.filename or student
            self.handed.problems.append(
                (student, tr("Cannot write {name}: {why}.", name=name, why=why))
            )
        self._count(work, report, marks, standing)

    # ------------------------------------------------------------------ the report

    def _report(self, work: Collected, line: Line | None) -> Report:
        if line is not None:
            data = json.loads((self._results / f"{line.stem}.json").read_bytes())
            return from_dict(data)
        assignment = self._course.load(self._cells.assignment)
        return Report(
            assignment=assignment.name,
            title=assignment.title,
            student=work.student,
            path="",
            seed=self._course.seed,
            status=Status.REJECTED,
            isolation=ISOLATION,
            checks=(),
            notes=work.why,
        )

    def _marks(self, work: Collected, report: Report) -> Marks:
        if report.checks:
            return marks_of(report, self._cells, self._lang)
        names = [name.removeprefix(check_id("")) for name in self._cells.points]
        return no_marks(report.notes or work.why, self._cells, names, self._lang)

    def _count(self, work: Collected, report: Report, marks: Marks, standing: Standing) -> None:
        handed = self.handed
        handed.written += 1
        handed.late += standing.seconds_late > 0
        handed.missing = marks.missing or handed.missing
        if work.wrong_time:
            handed.problems.append((work.student, WRONG_TIME))
        if report.status is not Status.GRADED and standing.needs_manual:
            why = report.notes[-1] if report.notes else Text("")
            if report.status is Status.REJECTED and len(work.why) > 1:
                why = work.why[1]
            handed.waiting.append((work.student, why))

    # ------------------------------------------------------------------ files

    def _autograded(self, work: Collected, marks: Marks) -> None:
        place, name = self._place, self._cells.assignment
        folder = place.place("autograded", work.student, name)
        ignored = [*place.coursedir.ignore, "*.ipynb", HANDED_OUT]
        source = place.place("source", ".", name)
        own = {Path(f"{name}.py"), *(Path(p) for p in place.not_overwritten.get(name, ()))}
        files = dict.fromkeys(ordinary(work.folder, ignored), work.folder)
        if source.is_dir():
            masters = (p for p in ordinary(source, ignored) if p not in own)
            files |= {path: source for path in masters if path.parts[0] != HANDED_OUT}
        notebooks = {Path(f"{n.name}.ipynb"): n for n in self._cells.notebooks}
        if not same_bytes(work.folder / STAMP, folder / STAMP):
            clear(folder, {*files, *notebooks})
        for path, notebook in notebooks.items():
            text = self._document(work, notebook, marks)
            put(folder / path, text.encode("utf-8"), place.mode)
        for path, origin in files.items():
            copy(origin / path, folder / path, place.mode)

    def _document(self, work: Collected, notebook: NotebookCells, marks: Marks) -> str:
        found = work.found
        answers = found is not None and found.file.lower().endswith(".json")
        if notebook is self._main and not (answers and notebook.name in work.notebooks):
            return document(notebook, found, marks.findings, work.why, self._lang)
        other = None
        if found is not None and notebook.name in work.notebooks:
            file = f"{notebook.name}.ipynb"
            where = replace(found.source, root=str(work.folder.resolve()), parts=(file,), inside=())
            other = replace(found, source=where, file=file)
        findings = marks.findings if notebook is self._main else {}
        return document(notebook, other, findings, (), self._lang)

    def _feedback(
        self, work: Collected, report: Report, line: Line | None, standing: Standing
    ) -> None:
        place, name = self._place, self._cells.assignment
        if line is not None and not remarks(report, standing):
            data = (self._results / f"{line.stem}.html").read_bytes()
        else:
            data = page(_with_source(report, work.found), standing, self._lang)
        folder = place.place("feedback", work.student, name)
        mode = GROUP_MODE if place.coursedir.groupshared else FEEDBACK_MODE
        names = sorted({self._main.name, *work.notebooks})
        if not deliver(folder, work.folder, names, data, mode):
            self.handed.secretless.append(work.student)
        elif not work.notebooks:
            self.handed.bookless.append(work.student)


def _main(cells: Cells) -> NotebookCells:
    """The notebook that the engine's grade cells are in."""

    def ours(notebook: NotebookCells) -> int:
        return sum(name.startswith(check_id("")) for name in notebook.points)

    return max(cells.notebooks, key=ours)


def _with_source(report: Report, found: Found | None) -> Report:
    """The report with the student's code to show; without, where that cannot be read."""
    try:
        return report if found is None else replace(report, cells=read_found(found).cells)
    except (SubmissionError, OSError):
        return report


def hand_back(back: HandBack, every: Sequence[Collected]) -> Handed:
    """All submissions of an assignment, in order."""
    for work in every:
        back.one(work)
    return back.handed
