"""Are all verdicts on the corpus true? What is in it and how to add to it: corpus/README.md.

python tests/corpus_runner.py losses                 # every answer of an assignment
python tests/corpus_runner.py losses "wrong | bce"   # those whose label has this in it
python tests/corpus_runner.py losses "RMSE" --show   # and the code that an edit comes to
"""

from __future__ import annotations

import argparse
import sys

from corpus_files import FOLDER, UNNAMED, Answer, assignments, read

from grader.course.load import find_course
from grader.engine.pytest_run import grade_all
from grader.model.errors import CourseError
from grader.model.report import CheckResult, Report, Status, Verdict
from grader.sandbox.best_cage import best_cage


def named(report: Report) -> frozenset[str]:
    return frozenset(d.id for check in report.checks for d in check.diagnosis)


def told(check: CheckResult) -> str:
    return f"{check.id} {check.status}: {check.message['en'] or [n['en'] for n in check.notes]}"


def complaint(answer: Answer, report: Report) -> str | None:
    """What is false about this verdict, if anything."""
    lost = [c for c in report.checks if c.points < c.max_points and c.status is not Verdict.SKIPPED]
    names = named(report)
    why = "; ".join(map(told, lost)) + (f" [{', '.join(sorted(names))}]" if names else "")
    if report.status is not Status.GRADED or any(c.status is Verdict.BROKEN for c in lost):
        return f"{report.status}: {why} {[n['en'] for n in report.notes]}"
    match answer.kind:
        case "right":
            return why or None
        case "refused":
            refused = {c.status for c in lost} == {Verdict.REFUSED}
            return None if refused else f"not refused: {why or 'full points'}"
        case _:
            expected = answer.names - {UNNAMED}
            if not lost:
                return "full points"
            if not names and UNNAMED not in answer.names:
                return f"unnamed, not {sorted(expected)}: {why}"
            return None if names <= expected else f"named {sorted(names)}: {why}"


def chosen(assignment: str, wanted: str = "") -> list[Answer]:
    return [answer for answer in read(assignment) if wanted in answer.label]


def complaints(assignment: str, wanted: str = "") -> list[str]:
    answers = chosen(assignment, wanted)
    submissions = [answer.submission() for answer in answers]
    with best_cage() as cage:
        reports = grade_all(find_course(FOLDER), submissions, cage=cage, assignments=[assignment])
    false = []
    for answer, report in zip(answers, reports, strict=True):
        wrong = complaint(answer, report)
        if wrong is not None:
            false.append(f"{answer.file}: {answer.label}\n    {wrong}")
    return false


def main() -> int:
    parser = argparse.ArgumentParser(description="Are all verdicts on the corpus true?")
    parser.add_argument("assignment", choices=assignments())
    parser.add_argument("wanted", nargs="?", default="", help='part of "kind | function | title"')
    parser.add_argument("--show", action="store_true", help="print the answers' code too")
    asked = parser.parse_args()
    try:
        answers = chosen(asked.assignment, asked.wanted)
        if not answers:
            sys.exit(f"no answer of {asked.assignment} has {asked.wanted!r} in its label")
        for answer in answers if asked.show else ():
            print(f"{answer.file}: {answer.label}\n\n{answer.source}")
        false = complaints(asked.assignment, asked.wanted)
    except CourseError as error:
        sys.exit(str(error))
    print(*false, f"{len(answers)} answers, {len(false)} false verdicts", sep="\n")
    return bool(false)


if __name__ == "__main__":
    sys.exit(main())
