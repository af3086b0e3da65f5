"""What plain `nbgrader autograde` does with our check cells, set in `nbgrader_config.py`.

nbgrader runs every cell of a student in a kernel of the instructor's own account, and reads the
points from what the check cells print there. Here the engine grades the same file as `grade batch`
would, in its sandbox, and the check cells get their outputs from that; no student's cell is run.
A graded cell that is not ours is still run as nbgrader does, with the cells before it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.api import MissingEntry
from nbgrader.preprocessors import Execute, NbGraderPreprocessor, SaveAutoGrades
from nbgrader.utils import is_grade, is_solution

from grader.bridges.nbgrader.cell_ids import checked_function, solution_id
from grader.bridges.nbgrader.quiz_marks import is_quiz, keep_secret, quiz_answer
from grader.bridges.notebook.check_cell import NOT_GRADED, NOTHING, points_text
from grader.bridges.notebook.engine_client import EngineAnswer, ask
from grader.bridges.notebook.notebook_place import course_for, submitted
from grader.language.text import tr
from grader.model.errors import CourseError, GradeError

REVIEW = "dlgrade_review"
_V4: Any = nbformat.v4
_TARGET = re.compile(r"^check\(\"([^\".]+)\.(\w+)\"\)\s*$", re.M)


class RestoreCells(NbGraderPreprocessor):  # type: ignore[misc]
    """Gives every cell of the gradebook one place in the notebook, whatever a student did to it.

    In nbgrader itself a copied cell is left with metadata that stops the grading of the whole
    class, and `add_missing_cells` fails where the cell before is missing as well.
    """

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        from nbgrader.api import Gradebook

        names = resources["nbgrader"]
        self._unmark(nb)
        with Gradebook(names["db_url"]) as gradebook:
            try:
                notebook = gradebook.find_notebook(names["notebook"], names["assignment"])
            except MissingEntry:
                return nb, resources
            worth = {cell.name: float(cell.max_score) for cell in notebook.grade_cells}
            there = {_id(cell) for cell in nb.cells}
            for source in notebook.source_cells:
                function = checked_function(source.name)
                if function is None or source.name not in worth or source.name in there:
                    continue
                self.log.warning("Cell '%s' is missing from the submission: put back", source.name)
                at = [i for i, c in enumerate(nb.cells) if _id(c) == solution_id(function)]
                made = _restored(source, worth[source.name])
                nb.cells.insert(at[-1] + 1 if at else len(nb.cells), made)
        return nb, resources

    def _unmark(self, nb: Any) -> None:
        """Take nbgrader's marks from all but the last of copied cells, and from cells in which
        they are not whole."""
        there: set[str] = set()
        for cell in reversed(nb.cells):
            if "nbgrader" not in cell.metadata:
                continue
            marks = cell.metadata["nbgrader"]
            name = marks.get("grade_id") if _whole(marks) else None
            if name is None or name in there:
                self.log.warning("A cell is marked wrongly or twice (%s): mark removed", name)
                del cell.metadata["nbgrader"]
            else:
                there.add(name)


class GradeCells(NbGraderPreprocessor):  # type: ignore[misc]
    """Gives each check cell the points and the report of its function."""

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        ours = {i: _target(cell) for i, cell in enumerate(nb.cells)}
        ours = {i: target for i, target in ours.items() if target is not None}
        if any(_runs(cell) for i, cell in enumerate(nb.cells) if i not in ours):
            nb, resources = self._run_others(nb, resources, set(ours))
        if ours:
            self._grade(nb, resources, ours)
        return nb, resources

    def _run_others(self, nb: Any, resources: Any, ours: set[int]) -> tuple[Any, Any]:
        """nbgrader's own way, with our cells left empty meanwhile."""
        self.log.warning("There are graded cells that are not dlgrade's: running all in a kernel")
        keep_secret()
        texts = {i: nb.cells[i].source for i in ours}
        for i in ours:
            nb.cells[i].source = ""
        try:
            run = Execute(parent=self.parent)
            nb, resources = run.preprocess(nb, resources) if run.enabled else (nb, resources)
        finally:
            for i, text in texts.items():
                nb.cells[i].source = text
        return nb, resources

    def _grade(self, nb: Any, resources: Any, ours: dict[int, Any]) -> None:
        names = resources["nbgrader"]
        assignment = next(iter(ours.values()))[0]
        review = resources.setdefault(REVIEW, set())
        folder = self._folder(names["assignment"], names["student"])
        try:
            answer, lang = self._answer(assignment, folder, names["student"])
            for i, (_, function) in ours.items():
                cell = nb.cells[i]
                result = answer.functions.get(function) if answer else None
                if answer is None or result is None or not answer.settled or result.broken:
                    review.add(_id(cell))
                    said = NOTHING if answer is None else NOT_GRADED
                    shown = (result.text, result.html) if result else (said[lang], said[lang])
                    cell.outputs = [_shown(None, *shown)]
                else:
                    _same_points(assignment, cell, result.max_points)
                    cell.outputs = [_shown(result.points, result.text, result.html)]
                cell.execution_count = 1
        except GradeError as error:
            # Nothing is known of this work, which is no zero: nbgrader keeps it as not graded.
            self.log.error("Not graded: %s", error.text["en"])
            raise
        if review:
            self.log.warning("No score for %s: to be graded by hand", ", ".join(sorted(review)))

    def _answer(
        self, assignment: str, folder: Path, student: str
    ) -> tuple[EngineAnswer | None, str]:
        course = course_for(folder)
        if is_quiz(course, assignment):
            answer = quiz_answer(course, assignment, folder, student)
            return answer, answer.lang
        found = submitted(course, assignment, folder, student)
        if found is None:
            return None, course.language
        self.log.info("Graded is %s", found.path)
        answer = ask(
            course.root,
            assignment,
            found.cells,
            found.path,
            student=student,
            notes=found.notes,
            isolated=True,
        )
        return answer, answer.lang

    def _folder(self, assignment: str, student: str) -> Path:
        """What the student handed in, untouched by the instructor's files."""
        converter: Any = getattr(self.parent, "parent", None)
        coursedir = converter.coursedir
        return Path(coursedir.format_path(coursedir.submitted_directory, student, assignment))


class SaveGrades(SaveAutoGrades):  # type: ignore[misc]
    """nbgrader's own, but where the grader failed there is no score, and somebody has to look."""

    def _add_score(self, cell: Any, resources: Any) -> None:
        super()._add_score(cell, resources)
        if _id(cell) not in resources.get(REVIEW, ()):
            return
        grade = self.gradebook.find_grade(
            _id(cell), self.notebook_id, self.assignment_id, self.student_id
        )
        grade.auto_score = None
        grade.needs_manual_grade = True
        self.gradebook.db.commit()


def _whole(marks: Any) -> bool:
    """Is this metadata as nbgrader writes it, schema 3?"""
    if not isinstance(marks, Mapping) or marks.get("schema_version") != 3:
        return False
    flags = all(isinstance(marks.get(k), bool) for k in ("grade", "solution", "locked", "task"))
    points = marks.get("points")
    counted = not (marks.get("grade") or marks.get("task")) or (
        isinstance(points, int | float) and points >= 0
    )
    return flags and counted and isinstance(marks.get("grade_id"), str)


def _id(cell: Any) -> str:
    return str((cell.metadata.get("nbgrader") or {}).get("grade_id", ""))


def _target(cell: Any) -> tuple[str, str] | None:
    """Assignment and function of one of our check cells; its text is the master version's."""
    if cell.cell_type != "code" or not is_grade(cell) or checked_function(_id(cell)) is None:
        return None
    found = _TARGET.search(cell.source)
    return (found[1], found[2]) if found else None


def _runs(cell: Any) -> bool:
    """Does a cell's score come from running it?"""
    return cell.cell_type == "code" and is_grade(cell) and not is_solution(cell)


def _same_points(assignment: str, cell: Any, expected: float) -> None:
    """Raises CourseError: the gradebook's cell is worth something else than the function."""
    recorded = float(cell.metadata["nbgrader"]["points"])
    if abs(recorded - expected) < 1e-9:
        return
    raise CourseError(
        tr(
            "In the gradebook {cell} is worth {recorded:g} points, in the course {due:g}. Run "
            "`grade nbgrader init` and `nbgrader generate_assignment {assignment} --force`, then "
            "grade again.",
            cell=_id(cell),
            recorded=recorded,
            due=expected,
            assignment=assignment,
        )
    )


def _shown(points: float | None, text: str, html: str) -> Any:
    """An output that nbgrader reads the points of."""
    if points is None:
        data = {"text/plain": text, "text/html": html}
        return _V4.new_output("display_data", data=data)
    data = {"text/plain": points_text(points), "text/html": html}
    return _V4.new_output("execute_result", data=data, execution_count=1)


def _restored(source: Any, points: float) -> Any:
    cell = _V4.new_code_cell(source.source)
    cell.metadata = {
        "deletable": False,
        "editable": False,
        "tags": ["grade-check"],
        "nbgrader": {
            "cell_type": source.cell_type,
            "checksum": source.checksum,
            "grade": True,
            "grade_id": source.name,
            "locked": True,
            "points": points,
            "schema_version": 3,
            "solution": False,
            "task": False,
        },
    }
    return cell
