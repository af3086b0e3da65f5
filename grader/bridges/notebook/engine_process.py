"""The engine in a process of its own, asked by a notebook: a request on stdin, JSON on stdout.

A notebook's kernel holds the student's code, which may have put anything in the place of numpy or
of this package; so no grading happens there.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from grader.course.load import require
from grader.language.text import Text, carried, tr
from grader.model.assignment import Course
from grader.model.errors import GradeError, SandboxError
from grader.model.report import Report
from grader.model.submission import CodeCell, Submission
from grader.sandbox.best_cage import BestCage, open_cage

MARK = "dlgrade-answer/1 "


def main() -> int:
    """Answer one request. The answer is the last line, behind `MARK`."""
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # whatever a course's own files print is no answer
    request = json.loads(sys.stdin.buffer.read())
    try:
        answer = respond(request)
    except GradeError as error:
        answer = {"error": carried(error.text)}
    out.write("\n" + MARK + json.dumps(answer) + "\n")
    out.close()
    return 0


def respond(request: Mapping[str, Any]) -> dict[str, Any]:
    """What is known of every function of a submission.

    `request` has `course` (its folder), `assignment`, `cells` as pairs of label and source, `path`,
    `notes`, `lang` (may be empty), `isolated` (refuse to run without a sandbox), `remarks`.
    """
    from grader.course.load import load_course

    course = load_course(Path(request["course"]))
    lang = request["lang"] or course.language
    submission = Submission(
        assignment=request["assignment"],
        cells=tuple(CodeCell(label, source) for label, source in request["cells"]),
        path=request["path"],
        student=request.get("student"),
        notes=_texts(request.get("notes", ())),
    )
    cage = open_cage()
    try:
        cage.prestart()
        if request.get("isolated"):
            refuse_unisolated(cage)
        report = _graded(course, submission, cage)
    finally:
        cage.close()
    return {
        "lang": lang,
        "status": report.status.value,
        "functions": _functions(report, lang, _texts(request.get("remarks", ()))),
    }


def refuse_unisolated(cage: BestCage) -> None:
    """Other people's code is not run where nothing holds it.

    Raises:
        SandboxError: the tier here is L3.
    """
    if cage.tier != "L3":
        return
    why = next(iter(cage.why), Text(""))
    raise SandboxError(
        tr(
            "There is no isolation here (L3), so other people's code is not graded. {why} `grade "
            "doctor` says what is missing and what to do.",
            why=why,
        )
    )


def _graded(course: Course, submission: Submission, cage: BestCage) -> Report:
    from grader.engine.pytest_run import grade_all

    require(course, submission.assignment)
    (report,) = grade_all(course, [submission], cage=cage, assignments=[submission.assignment])
    return report


def _functions(report: Report, lang: str, remarks: tuple[Text, ...]) -> dict[str, Any]:
    from grader.render.cell_card import cell_html, cell_text
    from grader.render.views import function_views

    made = {}
    for view in function_views(report):
        broken = any(check.status.value == "broken" for check in view.checks)
        made[view.name] = {
            "points": round(view.points, 6),
            "max_points": round(view.max_points, 6),
            "passed": view.first is None,
            "broken": broken,
            "html": cell_html(report, view.name, lang, remarks),
            "text": cell_text(report, view.name, lang, remarks),
        }
    return made


def _texts(pairs: Any) -> tuple[Text, ...]:
    return tuple(map(Text, pairs))


if __name__ == "__main__":
    sys.exit(main())
